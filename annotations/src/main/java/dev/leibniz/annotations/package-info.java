/**
 * What a user writes. {@link dev.leibniz.annotations.Differentiable @Differentiable} on a static method asks for its
 * derivatives; the others say what is constant, which derivatives are written by hand, and what is cheaper to compute
 * again than to store.
 *
 * <p>None of these annotations is needed when the program runs: a module may say {@code requires static
 * dev.leibniz.annotations}. Therefore none is {@code @Documented}, for javac counts documented annotations as part of what a
 * module exports.
 *
 * @since 0.1.0
 */
package dev.leibniz.annotations;
