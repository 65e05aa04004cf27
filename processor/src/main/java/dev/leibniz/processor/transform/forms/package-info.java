/**
 * The forms of {@link dev.leibniz.processor.contract.Derivative} as functions: gradients, Jacobians, Hessians, sparse ones, traces,
 * each a composition of forward and reverse mode. {@link dev.leibniz.processor.transform.forms.DerivativeForms} says which is made of what.
 *
 * <p>Parameters and results are flat here; the records that users see are the emitter's.
 */
@NullMarked
package dev.leibniz.processor.transform.forms;

import org.jspecify.annotations.NullMarked;
