/**
 * The annotations that users write. {@link dev.leibniz.annotations.Differentiable @Differentiable} on a static method
 * asks for its derivatives; the others mark constants, hand-written derivatives, results in arrays, methods that
 * solve equations, and code that is to be recomputed or undone instead of stored.
 *
 * <p>None of these annotations is needed when the program runs: a module may say {@code requires static
 * dev.leibniz.annotations}. Therefore none is {@code @Documented}: javac treats documented annotations as part of the
 * API that a module exports.
 *
 * @since 0.1.0
 */
package dev.leibniz.annotations;
