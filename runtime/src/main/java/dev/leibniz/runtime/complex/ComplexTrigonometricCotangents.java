package dev.leibniz.runtime.complex;

/**
 * Reverse derivatives of complex trigonometric and hyperbolic functions and their inverses, made of {@link ComplexTrigonometricTangents}; see {@linkplain dev.leibniz.runtime.complex the
 * package}.
 *
 * @since 0.1.0
 */
public final class ComplexTrigonometricCotangents {
    private ComplexTrigonometricCotangents() {}

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
        return Parts.conjugate(
                ComplexTrigonometricTangents.sin(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(
                ComplexTrigonometricTangents.cos(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(
                ComplexTrigonometricTangents.tan(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(
                ComplexTrigonometricTangents.sinh(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(
                ComplexTrigonometricTangents.cosh(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(
                ComplexTrigonometricTangents.tanh(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(
                ComplexTrigonometricTangents.asin(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(
                ComplexTrigonometricTangents.acos(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(
                ComplexTrigonometricTangents.atan(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(
                ComplexTrigonometricTangents.asinh(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(
                ComplexTrigonometricTangents.acosh(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
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
        return Parts.conjugate(
                ComplexTrigonometricTangents.atanh(real, imaginary, yReal, yImaginary, cReal, -cImaginary));
    }
}
