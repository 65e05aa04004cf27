/**
 * What a {@link dev.leibniz.runtime.Trace} is made of: the operations that were recorded, the graph of the user's steps, formulas, and
 * what is printed of them.
 */
package dev.leibniz.runtime.trace;
