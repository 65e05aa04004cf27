/**
 * Differentiable building blocks of statistical models, and the gradient check.
 *
 * <p>{@link dev.leibniz.runtime.Activations}, {@link dev.leibniz.runtime.Losses}, {@link
 * dev.leibniz.runtime.Reductions} and {@link dev.leibniz.runtime.Linear} are pure static functions in plain Java,
 * useful outside differentiated code as well. Their reverse-mode derivatives are hand-written, numerically as stable
 * as the functions themselves, and stand beside them in {@link dev.leibniz.runtime.ActivationRules} and so on;
 * differentiated code that calls the function uses the rule. No function here modifies an array that it is given.
 *
 * @since 0.1.0
 */
package dev.leibniz.runtime;
