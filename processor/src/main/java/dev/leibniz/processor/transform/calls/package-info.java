/**
 * Calls: those that are replaced by what they call ({@link dev.leibniz.processor.transform.calls.Inliner}), and the derivatives of those that stay. What is called
 * may have derivatives in another class ({@link dev.leibniz.processor.transform.calls.ExternalCalls}), solve an equation ({@link dev.leibniz.processor.transform.calls.EquationCalls}), or get a
 * backward sweep of its own ({@link dev.leibniz.processor.transform.calls.CallAdjoints}).
 *
 * <p>Forward and reverse mode both come here, for one of the two often has to be made of what the other one has.
 */
@NullMarked
package dev.leibniz.processor.transform.calls;

import org.jspecify.annotations.NullMarked;
