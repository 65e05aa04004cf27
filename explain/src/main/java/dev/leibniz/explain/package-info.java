/**
 * Shows how a gradient came about, on one page: {@link dev.leibniz.explain.ExplainPage}.
 */
package dev.leibniz.explain;
