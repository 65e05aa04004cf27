/**
 * Calls: those that are inlined ({@link dev.leibniz.processor.transform.calls.Inliner}), and the derivatives of those
 * that stay. The callee may have derivatives in another class ({@link
 * dev.leibniz.processor.transform.calls.ExternalCalls}), solve an equation ({@link
 * dev.leibniz.processor.transform.calls.EquationCalls}), or get a backward sweep of its own ({@link
 * dev.leibniz.processor.transform.calls.CallAdjoints}).
 *
 * <p>Forward and reverse mode both use this package, because often a derivative is given for one mode and the other
 * has to be made of it.
 */
@NullMarked
package dev.leibniz.processor.transform.calls;

import org.jspecify.annotations.NullMarked;
