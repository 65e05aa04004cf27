package dev.leibniz.runtime;

import dev.leibniz.runtime.ComplexTangents.Parts;

/**
 * Reverse derivatives of complex functions, for the classes {@code Complex} of Hipparchus and Commons Math, which need no rules of the
 * user's. Each method is named after the one of {@code Complex} that it differentiates. It takes the real and imaginary parts of the
 * object and of the argument, then those of the result <i>y</i>, then those of the cotangent ȳ, and returns the gradients: that by the
 * real and that by the imaginary part are the parts of one complex number.
 *
 * <p>A holomorphic function has ẏ = f′·ż, and so z̄ = f̄′·ȳ, which is the conjugate of the tangent along the conjugate of ȳ: see
 * {@link ComplexTangents} for the formulas.
 *
 * @since 0.1.0
 */
public final class ComplexCotangents {
    private ComplexCotangents() {}

    /**
     * The gradients of a function of two complex numbers.
     *
     * @param a by the object
     * @param b by the argument
     */
    public record Gradients(Parts a, Parts b) {}

    /**
     * The gradients of a function of a complex and a real number.
     *
     * @param z by the object
     * @param a by the argument
     */
    public record MixedGradients(Parts z, double a) {}

    /**
     * z̄ = conj(−1)·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts negate(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.negate(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ is the conjugate of ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts conjugate(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return new Parts(cReal, -cImaginary);
    }

    /**
     * z̄ = conj(2z)·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts square(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.square(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(−y²)·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts reciprocal(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.reciprocal(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(i)·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts multiplyPlusI(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.multiplyPlusI(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(−i)·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts multiplyMinusI(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.multiplyMinusI(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(y)·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts exp(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.exp(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(1/z)·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts log(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.log(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(1/(1 + z))·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts log1p(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.log1p(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(1/(z·log 10))·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts log10(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.log10(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(1/(2y))·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts sqrt(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.sqrt(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(1/(3y²))·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts cbrt(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.cbrt(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(cos(z))·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts sin(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.sin(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(−sin(z))·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts cos(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.cos(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(1 + y²)·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts tan(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.tan(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(cosh(z))·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts sinh(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.sinh(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(sinh(z))·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts cosh(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.cosh(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(1 − y²)·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts tanh(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.tanh(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(1/cos(y))·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts asin(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.asin(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(−1/sin(y))·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts acos(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.acos(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(1/((z − i)·(z + i)))·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts atan(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.atan(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(1/cosh(y))·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts asinh(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.asinh(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(1/sinh(y))·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts acosh(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.acosh(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * z̄ = conj(1/((1 − z)·(1 + z)))·ȳ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts atanh(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.atanh(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * Of the modulus, as a complex number without an imaginary part: z̄ = ȳ·z/|z|, and 0 at z = 0.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts abs(
            double real, double imaginary, double yReal, double yImaginary, double cReal, double cImaginary) {
        return abs(real, imaginary, yReal, cReal);
    }

    /**
     * Of the modulus: z̄ = ȳ·z/|z|, and 0 at z = 0.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param y the result
     * @param c its cotangent
     * @return z̄
     */
    public static Parts abs(double real, double imaginary, double y, double c) {
        return y == 0 ? new Parts(0, 0) : new Parts(real / y * c, imaginary / y * c);
    }

    /**
     * Of the modulus: z̄ = ȳ·z/|z|, and 0 at z = 0.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param y the result
     * @param c its cotangent
     * @return z̄
     */
    public static Parts norm(double real, double imaginary, double y, double c) {
        return abs(real, imaginary, y, c);
    }

    /**
     * Of the angle, which is the imaginary part of log z.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param y the result
     * @param c its cotangent
     * @return z̄
     */
    public static Parts getArgument(double real, double imaginary, double y, double c) {
        return conjugate(ComplexTangents.log(real, imaginary, 0, y, 0, -c));
    }

    /**
     * By both numbers.
     *
     * @param aReal real part of a
     * @param aImaginary imaginary part of a
     * @param bReal real part of b
     * @param bImaginary imaginary part of b
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return ā and b̄
     */
    public static Gradients add(
            double aReal,
            double aImaginary,
            double bReal,
            double bImaginary,
            double yReal,
            double yImaginary,
            double cReal,
            double cImaginary) {
        Parts a =
                ComplexTangents.add(aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, cReal, -cImaginary, 0, 0);
        Parts b =
                ComplexTangents.add(aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, 0, 0, cReal, -cImaginary);
        return new Gradients(conjugate(a), conjugate(b));
    }

    /**
     * By both numbers.
     *
     * @param aReal real part of a
     * @param aImaginary imaginary part of a
     * @param bReal real part of b
     * @param bImaginary imaginary part of b
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return ā and b̄
     */
    public static Gradients subtract(
            double aReal,
            double aImaginary,
            double bReal,
            double bImaginary,
            double yReal,
            double yImaginary,
            double cReal,
            double cImaginary) {
        Parts a = ComplexTangents.subtract(
                aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, cReal, -cImaginary, 0, 0);
        Parts b = ComplexTangents.subtract(
                aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, 0, 0, cReal, -cImaginary);
        return new Gradients(conjugate(a), conjugate(b));
    }

    /**
     * By both numbers.
     *
     * @param aReal real part of a
     * @param aImaginary imaginary part of a
     * @param bReal real part of b
     * @param bImaginary imaginary part of b
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return ā and b̄
     */
    public static Gradients multiply(
            double aReal,
            double aImaginary,
            double bReal,
            double bImaginary,
            double yReal,
            double yImaginary,
            double cReal,
            double cImaginary) {
        Parts a = ComplexTangents.multiply(
                aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, cReal, -cImaginary, 0, 0);
        Parts b = ComplexTangents.multiply(
                aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, 0, 0, cReal, -cImaginary);
        return new Gradients(conjugate(a), conjugate(b));
    }

    /**
     * By both numbers.
     *
     * @param aReal real part of a
     * @param aImaginary imaginary part of a
     * @param bReal real part of b
     * @param bImaginary imaginary part of b
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return ā and b̄
     */
    public static Gradients divide(
            double aReal,
            double aImaginary,
            double bReal,
            double bImaginary,
            double yReal,
            double yImaginary,
            double cReal,
            double cImaginary) {
        Parts a = ComplexTangents.divide(
                aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, cReal, -cImaginary, 0, 0);
        Parts b = ComplexTangents.divide(
                aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, 0, 0, cReal, -cImaginary);
        return new Gradients(conjugate(a), conjugate(b));
    }

    /**
     * By both numbers.
     *
     * @param aReal real part of a
     * @param aImaginary imaginary part of a
     * @param bReal real part of b
     * @param bImaginary imaginary part of b
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return ā and b̄
     */
    public static Gradients pow(
            double aReal,
            double aImaginary,
            double bReal,
            double bImaginary,
            double yReal,
            double yImaginary,
            double cReal,
            double cImaginary) {
        Parts a =
                ComplexTangents.pow(aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, cReal, -cImaginary, 0, 0);
        Parts b =
                ComplexTangents.pow(aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, 0, 0, cReal, -cImaginary);
        return new Gradients(conjugate(a), conjugate(b));
    }

    /**
     * By a complex and a real number.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param addend the other argument
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄ and the gradient by the other
     */
    public static MixedGradients add(
            double real,
            double imaginary,
            double addend,
            double yReal,
            double yImaginary,
            double cReal,
            double cImaginary) {
        Parts z = ComplexTangents.add(real, imaginary, addend, yReal, yImaginary, cReal, -cImaginary, 0);
        Parts slope = ComplexTangents.add(real, imaginary, addend, yReal, yImaginary, 0, 0, 1);
        return new MixedGradients(conjugate(z), cReal * slope.real() + cImaginary * slope.imaginary());
    }

    /**
     * By a complex and a real number.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param subtrahend the other argument
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄ and the gradient by the other
     */
    public static MixedGradients subtract(
            double real,
            double imaginary,
            double subtrahend,
            double yReal,
            double yImaginary,
            double cReal,
            double cImaginary) {
        Parts z = ComplexTangents.subtract(real, imaginary, subtrahend, yReal, yImaginary, cReal, -cImaginary, 0);
        Parts slope = ComplexTangents.subtract(real, imaginary, subtrahend, yReal, yImaginary, 0, 0, 1);
        return new MixedGradients(conjugate(z), cReal * slope.real() + cImaginary * slope.imaginary());
    }

    /**
     * By a complex and a real number.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param factor the other argument
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄ and the gradient by the other
     */
    public static MixedGradients multiply(
            double real,
            double imaginary,
            double factor,
            double yReal,
            double yImaginary,
            double cReal,
            double cImaginary) {
        Parts z = ComplexTangents.multiply(real, imaginary, factor, yReal, yImaginary, cReal, -cImaginary, 0);
        Parts slope = ComplexTangents.multiply(real, imaginary, factor, yReal, yImaginary, 0, 0, 1);
        return new MixedGradients(conjugate(z), cReal * slope.real() + cImaginary * slope.imaginary());
    }

    /**
     * By a complex number.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param factor the other argument
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts multiply(
            double real,
            double imaginary,
            int factor,
            double yReal,
            double yImaginary,
            double cReal,
            double cImaginary) {
        return conjugate(ComplexTangents.multiply(real, imaginary, factor, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * By a complex and a real number.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param divisor the other argument
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄ and the gradient by the other
     */
    public static MixedGradients divide(
            double real,
            double imaginary,
            double divisor,
            double yReal,
            double yImaginary,
            double cReal,
            double cImaginary) {
        Parts z = ComplexTangents.divide(real, imaginary, divisor, yReal, yImaginary, cReal, -cImaginary, 0);
        Parts slope = ComplexTangents.divide(real, imaginary, divisor, yReal, yImaginary, 0, 0, 1);
        return new MixedGradients(conjugate(z), cReal * slope.real() + cImaginary * slope.imaginary());
    }

    /**
     * By a complex and a real number.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param exponent the other argument
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄ and the gradient by the other
     */
    public static MixedGradients pow(
            double real,
            double imaginary,
            double exponent,
            double yReal,
            double yImaginary,
            double cReal,
            double cImaginary) {
        Parts z = ComplexTangents.pow(real, imaginary, exponent, yReal, yImaginary, cReal, -cImaginary, 0);
        Parts slope = ComplexTangents.pow(real, imaginary, exponent, yReal, yImaginary, 0, 0, 1);
        return new MixedGradients(conjugate(z), cReal * slope.real() + cImaginary * slope.imaginary());
    }

    /**
     * By a complex number.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param exponent the other argument
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts pow(
            double real,
            double imaginary,
            int exponent,
            double yReal,
            double yImaginary,
            double cReal,
            double cImaginary) {
        return conjugate(ComplexTangents.pow(real, imaginary, exponent, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * By a complex number.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param n the other argument
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param cReal real part of ȳ
     * @param cImaginary imaginary part of ȳ
     * @return z̄
     */
    public static Parts rootN(
            double real, double imaginary, int n, double yReal, double yImaginary, double cReal, double cImaginary) {
        return conjugate(ComplexTangents.rootN(real, imaginary, n, yReal, yImaginary, cReal, -cImaginary));
    }

    private static Parts conjugate(Parts z) {
        return new Parts(z.real(), -z.imaginary());
    }
}
