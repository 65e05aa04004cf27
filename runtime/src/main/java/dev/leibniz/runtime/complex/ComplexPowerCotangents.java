package dev.leibniz.runtime.complex;

/**
 * Reverse derivatives of complex powers, roots, exponential functions and logarithms, and of the modulus and the argument, made of {@link ComplexPowerTangents}; see {@linkplain dev.leibniz.runtime.complex the
 * package}.
 *
 * @since 0.1.0
 */
public final class ComplexPowerCotangents {
    private ComplexPowerCotangents() {}

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
        return Parts.conjugate(ComplexPowerTangents.exp(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(ComplexPowerTangents.log(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(ComplexPowerTangents.log1p(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(ComplexPowerTangents.log10(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(ComplexPowerTangents.sqrt(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(ComplexPowerTangents.cbrt(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }

    /**
     * The reverse derivative of the modulus, as a complex number without an imaginary part: z̄ = ȳ·z/|z|, and 0 at z = 0.
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
     * The reverse derivative of the modulus: z̄ = ȳ·z/|z|, and 0 at z = 0.
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
     * The reverse derivative of the modulus: z̄ = ȳ·z/|z|, and 0 at z = 0.
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
     * The reverse derivative of the angle, which is the imaginary part of log z.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param y the result
     * @param c its cotangent
     * @return z̄
     */
    public static Parts getArgument(double real, double imaginary, double y, double c) {
        return Parts.conjugate(ComplexPowerTangents.log(real, imaginary, 0, y, 0, -c));
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
        Parts a = ComplexPowerTangents.pow(
                aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, cReal, -cImaginary, 0, 0);
        Parts b = ComplexPowerTangents.pow(
                aReal, aImaginary, bReal, bImaginary, yReal, yImaginary, 0, 0, cReal, -cImaginary);
        return new Gradients(Parts.conjugate(a), Parts.conjugate(b));
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
        Parts z = ComplexPowerTangents.pow(real, imaginary, exponent, yReal, yImaginary, cReal, -cImaginary, 0);
        Parts slope = ComplexPowerTangents.pow(real, imaginary, exponent, yReal, yImaginary, 0, 0, 1);
        return new MixedGradients(Parts.conjugate(z), cReal * slope.real() + cImaginary * slope.imaginary());
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
        return Parts.conjugate(
                ComplexPowerTangents.pow(real, imaginary, exponent, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(ComplexPowerTangents.rootN(real, imaginary, n, yReal, yImaginary, cReal, -cImaginary));
    }
}
