/**
 * The forms of {@link dev.leibniz.processor.contract.Derivative} as functions: gradients, Jacobians, Hessians, sparse
 * ones, traces, each a composition of forward and reverse mode. {@link
 * dev.leibniz.processor.transform.forms.DerivativeForms} says how each is composed.
 *
 * <p>Parameters and results are flat here; the emitter adds the records that users see.
 */
@NullMarked
package dev.leibniz.processor.transform.forms;

import org.jspecify.annotations.NullMarked;
