package dev.leibniz.runtime.complex;

/**
 * Reverse derivatives of complex arithmetic, made of {@link ComplexArithmeticTangents}; see {@linkplain dev.leibniz.runtime.complex the
 * package}.
 *
 * @since 0.1.0
 */
public final class ComplexArithmeticCotangents {
    private ComplexArithmeticCotangents() {}

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
        return Parts.conjugate(
                ComplexArithmeticTangents.negate(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(
                ComplexArithmeticTangents.square(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(
                ComplexArithmeticTangents.reciprocal(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(
                ComplexArithmeticTangents.multiplyPlusI(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(
                ComplexArithmeticTangents.multiplyMinusI(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        Parts a = ComplexArithmeticTangents.add(
                aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, cReal, -cImaginary, 0, 0);
        Parts b = ComplexArithmeticTangents.add(
                aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, 0, 0, cReal, -cImaginary);
        return new Gradients(Parts.conjugate(a), Parts.conjugate(b));
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
        Parts a = ComplexArithmeticTangents.subtract(
                aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, cReal, -cImaginary, 0, 0);
        Parts b = ComplexArithmeticTangents.subtract(
                aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, 0, 0, cReal, -cImaginary);
        return new Gradients(Parts.conjugate(a), Parts.conjugate(b));
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
        Parts a = ComplexArithmeticTangents.multiply(
                aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, cReal, -cImaginary, 0, 0);
        Parts b = ComplexArithmeticTangents.multiply(
                aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, 0, 0, cReal, -cImaginary);
        return new Gradients(Parts.conjugate(a), Parts.conjugate(b));
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
        Parts a = ComplexArithmeticTangents.divide(
                aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, cReal, -cImaginary, 0, 0);
        Parts b = ComplexArithmeticTangents.divide(
                aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, 0, 0, cReal, -cImaginary);
        return new Gradients(Parts.conjugate(a), Parts.conjugate(b));
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
        Parts z = ComplexArithmeticTangents.add(real, imaginary, addend, yReal, yImaginary, cReal, -cImaginary, 0);
        Parts slope = ComplexArithmeticTangents.add(real, imaginary, addend, yReal, yImaginary, 0, 0, 1);
        return new MixedGradients(Parts.conjugate(z), cReal * slope.real() + cImaginary * slope.imaginary());
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
        Parts z = ComplexArithmeticTangents.subtract(
                real, imaginary, subtrahend, yReal, yImaginary, cReal, -cImaginary, 0);
        Parts slope = ComplexArithmeticTangents.subtract(real, imaginary, subtrahend, yReal, yImaginary, 0, 0, 1);
        return new MixedGradients(Parts.conjugate(z), cReal * slope.real() + cImaginary * slope.imaginary());
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
        Parts z = ComplexArithmeticTangents.multiply(real, imaginary, factor, yReal, yImaginary, cReal, -cImaginary, 0);
        Parts slope = ComplexArithmeticTangents.multiply(real, imaginary, factor, yReal, yImaginary, 0, 0, 1);
        return new MixedGradients(Parts.conjugate(z), cReal * slope.real() + cImaginary * slope.imaginary());
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
        return Parts.conjugate(
                ComplexArithmeticTangents.multiply(real, imaginary, factor, yReal, yImaginary, cReal, -cImaginary));
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
        Parts z = ComplexArithmeticTangents.divide(real, imaginary, divisor, yReal, yImaginary, cReal, -cImaginary, 0);
        Parts slope = ComplexArithmeticTangents.divide(real, imaginary, divisor, yReal, yImaginary, 0, 0, 1);
        return new MixedGradients(Parts.conjugate(z), cReal * slope.real() + cImaginary * slope.imaginary());
    }
}
