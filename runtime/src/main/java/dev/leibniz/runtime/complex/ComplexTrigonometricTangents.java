package dev.leibniz.runtime.complex;

/**
 * Forward derivatives of complex trigonometric and hyperbolic functions and their inverses; see {@linkplain dev.leibniz.runtime.complex the package}.
 *
 * <p>Most of these functions are holomorphic: ẏ = f′(z)·ż. The formulas are those of the
 * <a href="https://dlmf.nist.gov/4">Digital Library of Mathematical Functions</a>, chapter 4.
 *
 * @since 0.1.0
 */
public final class ComplexTrigonometricTangents {
    private ComplexTrigonometricTangents() {}

    /**
     * ẏ = cos(z)·ż.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts sin(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        return Parts.product(
                Math.cos(real) * Math.cosh(imaginary), -Math.sin(real) * Math.sinh(imaginary), dReal, dImaginary);
    }

    /**
     * ẏ = −sin(z)·ż.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts cos(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        return Parts.product(
                -Math.sin(real) * Math.cosh(imaginary), -Math.cos(real) * Math.sinh(imaginary), dReal, dImaginary);
    }

    /**
     * ẏ = (1 + y²)·ż.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts tan(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        Parts square = Parts.product(yReal, yImaginary, yReal, yImaginary);
        return Parts.product(1 + square.real(), square.imaginary(), dReal, dImaginary);
    }

    /**
     * ẏ = cosh(z)·ż.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts sinh(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        return Parts.product(
                Math.cosh(real) * Math.cos(imaginary), Math.sinh(real) * Math.sin(imaginary), dReal, dImaginary);
    }

    /**
     * ẏ = sinh(z)·ż.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts cosh(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        return Parts.product(
                Math.sinh(real) * Math.cos(imaginary), Math.cosh(real) * Math.sin(imaginary), dReal, dImaginary);
    }

    /**
     * ẏ = (1 − y²)·ż.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts tanh(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        Parts square = Parts.product(yReal, yImaginary, yReal, yImaginary);
        return Parts.product(1 - square.real(), -square.imaginary(), dReal, dImaginary);
    }

    /**
     * ẏ = ż/cos(y).
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts asin(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        return Parts.quotient(
                dReal, dImaginary, Math.cos(yReal) * Math.cosh(yImaginary), -Math.sin(yReal) * Math.sinh(yImaginary));
    }

    /**
     * ẏ = −ż/sin(y).
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts acos(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        return Parts.quotient(
                -dReal, -dImaginary, Math.sin(yReal) * Math.cosh(yImaginary), Math.cos(yReal) * Math.sinh(yImaginary));
    }

    /**
     * ẏ = ż/((z − i)·(z + i)).
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts atan(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        Parts first = Parts.quotient(dReal, dImaginary, real, imaginary - 1);
        return Parts.quotient(first.real(), first.imaginary(), real, imaginary + 1);
    }

    /**
     * ẏ = ż/cosh(y).
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts asinh(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        return Parts.quotient(
                dReal, dImaginary, Math.cosh(yReal) * Math.cos(yImaginary), Math.sinh(yReal) * Math.sin(yImaginary));
    }

    /**
     * ẏ = ż/sinh(y).
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts acosh(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        return Parts.quotient(
                dReal, dImaginary, Math.sinh(yReal) * Math.cos(yImaginary), Math.cosh(yReal) * Math.sin(yImaginary));
    }

    /**
     * ẏ = ż/((1 − z)·(1 + z)).
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts atanh(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        Parts first = Parts.quotient(dReal, dImaginary, 1 - real, -imaginary);
        return Parts.quotient(first.real(), first.imaginary(), 1 + real, imaginary);
    }
}
