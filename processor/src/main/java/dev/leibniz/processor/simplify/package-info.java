/**
 * Makes functions of the IR smaller without changing what they compute, bit for bit: algebra that holds under IEEE
 * 754, common subexpressions, loop invariants, dead code. Each pass is a function from function to function and can
 * be switched off by name; they run in turn, until none of them finds anything to do.
 *
 * <p>The passes know the meaning of the IR but no calculus: they treat a primal and a derivative alike.
 */
@NullMarked
package dev.leibniz.processor.simplify;

import org.jspecify.annotations.NullMarked;
