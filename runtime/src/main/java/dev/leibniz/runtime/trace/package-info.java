/**
 * The parts of a {@link dev.leibniz.runtime.Trace}: the recorded operations, the graph of the user's steps, formulas, and
 * the text that is printed of them.
 */
package dev.leibniz.runtime.trace;
