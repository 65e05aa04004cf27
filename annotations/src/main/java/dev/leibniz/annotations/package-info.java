/**
 * What a user writes. {@link dev.leibniz.annotations.Differentiable @Differentiable} on a static method asks for its
 * derivatives; the others say what is constant, which derivatives are written by hand, and what is cheaper to compute
 * again than to store.
 */
package dev.leibniz.annotations;
