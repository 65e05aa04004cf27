/**
 * Differentiable building blocks of statistical models, the gradient check, and the types that generated methods return.
 *
 * <p>{@link dev.leibniz.runtime.Activations}, {@link dev.leibniz.runtime.Losses}, {@link
 * dev.leibniz.runtime.Reductions} and {@link dev.leibniz.runtime.Linear} are pure static functions in plain Java,
 * useful outside differentiated code as well. Their reverse-mode derivatives are hand-written, numerically as stable
 * as the functions themselves, and stand beside them in {@link dev.leibniz.runtime.ActivationRules} and so on;
 * differentiated code that calls the function uses the rule. No function here modifies an array that it is given.
 *
 * <p>The other packages of this module are for generated code, and so are {@link dev.leibniz.runtime.Systems} and {@link
 * dev.leibniz.runtime.SystemRules}, which {@link dev.leibniz.runtime.Linear} and they themselves need.
 *
 * @since 0.1.0
 */
package dev.leibniz.runtime;
