/**
 * For generated code: derivatives of complex functions, for the classes {@code Complex} of Hipparchus and Commons Math, which need no
 * rules of the user's.
 *
 * <p>Each method is named after the one of {@code Complex} that it differentiates. It takes the real and imaginary parts of the object
 * and of the argument, then those of the result <i>y</i>. A forward rule then takes those of the tangents, and returns the tangent ẏ of
 * the result. A reverse rule takes those of the cotangent ȳ, and returns the gradients: that by the real and that by the imaginary part
 * are the parts of one complex number.
 *
 * <p>A holomorphic function has ẏ = f′·ż, and so z̄ = f̄′·ȳ, which is the conjugate of the tangent along the conjugate of ȳ: the reverse
 * rules are made of the forward ones.
 *
 * @since 0.1.0
 */
package dev.leibniz.runtime.complex;
