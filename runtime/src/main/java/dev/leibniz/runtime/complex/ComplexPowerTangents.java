package dev.leibniz.runtime.complex;

/**
 * Forward derivatives of complex powers, roots, exponential functions and logarithms, and of the modulus and the argument; see {@linkplain dev.leibniz.runtime.complex the package}.
 *
 * <p>Most of these functions are holomorphic: ẏ = f′(z)·ż. The formulas are those of the
 * <a href="https://dlmf.nist.gov/4">Digital Library of Mathematical Functions</a>, chapter 4.
 *
 * @since 0.1.0
 */
public final class ComplexPowerTangents {
    private static final double LOG_10 = Math.log(10);

    private ComplexPowerTangents() {}

    /**
     * ẏ = y·ż.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts exp(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        return Parts.product(yReal, yImaginary, dReal, dImaginary);
    }

    /**
     * ẏ = ż/z.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts log(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        return Parts.quotient(dReal, dImaginary, real, imaginary);
    }

    /**
     * ẏ = ż/(1 + z).
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts log1p(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        return Parts.quotient(dReal, dImaginary, 1 + real, imaginary);
    }

    /**
     * ẏ = ż/(z·log 10).
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts log10(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        return Parts.quotient(dReal / LOG_10, dImaginary / LOG_10, real, imaginary);
    }

    /**
     * ẏ = ż/(2y).
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts sqrt(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        return Parts.quotient(dReal, dImaginary, 2 * yReal, 2 * yImaginary);
    }

    /**
     * ẏ = ż/(3y²).
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts cbrt(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        Parts first = Parts.quotient(dReal, dImaginary, 3 * yReal, 3 * yImaginary);
        return Parts.quotient(first.real(), first.imaginary(), yReal, yImaginary);
    }

    /**
     * The forward derivative of the modulus, as a complex number without an imaginary part: ẏ = Re(z̄·ż)/|z|, and 0 at z = 0.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts abs(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        return new Parts(norm(real, imaginary, yReal, dReal, dImaginary), 0);
    }

    /**
     * The forward derivative of the modulus: ẏ = Re(z̄·ż)/|z|, and 0 at z = 0.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param y the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static double abs(double real, double imaginary, double y, double dReal, double dImaginary) {
        return norm(real, imaginary, y, dReal, dImaginary);
    }

    /**
     * The forward derivative of the modulus: ẏ = Re(z̄·ż)/|z|, and 0 at z = 0.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param y the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static double norm(double real, double imaginary, double y, double dReal, double dImaginary) {
        return y == 0 ? 0 : real / y * dReal + imaginary / y * dImaginary;
    }

    /**
     * The forward derivative of the angle: ẏ = Im(ż/z).
     *
     * @param real part of z
     * @param imaginary part of z
     * @param y the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static double getArgument(double real, double imaginary, double y, double dReal, double dImaginary) {
        return Parts.quotient(dReal, dImaginary, real, imaginary).imaginary();
    }

    /**
     * ẏ = y·(ḃ·log a + b·ȧ/a); at a = 0 that of a power, 0 if Re(b) > 1.
     *
     * @param aReal real part of a
     * @param aImaginary imaginary part of a
     * @param bReal real part of b
     * @param bImaginary imaginary part of b
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param daReal real part of ȧ
     * @param daImaginary imaginary part of ȧ
     * @param dbReal real part of ḃ
     * @param dbImaginary imaginary part of ḃ
     * @return ẏ
     */
    public static Parts pow(
            double aReal,
            double aImaginary,
            double bReal,
            double bImaginary,
            double yReal,
            double yImaginary,
            double daReal,
            double daImaginary,
            double dbReal,
            double dbImaginary) {
        if (aReal == 0 && aImaginary == 0) {
            return ofZero(bReal, bImaginary, daReal, daImaginary);
        }
        Parts ofExponent = Parts.product(
                Math.log(Math.hypot(aReal, aImaginary)), Math.atan2(aImaginary, aReal), dbReal, dbImaginary);
        Parts relative = Parts.quotient(daReal, daImaginary, aReal, aImaginary);
        Parts ofBase = Parts.product(bReal, bImaginary, relative.real(), relative.imaginary());
        return Parts.product(
                yReal, yImaginary, ofExponent.real() + ofBase.real(), ofExponent.imaginary() + ofBase.imaginary());
    }

    /**
     * The forward derivative of a power with a real exponent: ẏ = y·(ȧ·log z + a·ż/z); at z = 0 that of a power, 0 if a > 1.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param exponent the exponent, a
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @param dExponent its tangent
     * @return ẏ
     */
    public static Parts pow(
            double real,
            double imaginary,
            double exponent,
            double yReal,
            double yImaginary,
            double dReal,
            double dImaginary,
            double dExponent) {
        return pow(real, imaginary, exponent, 0, yReal, yImaginary, dReal, dImaginary, dExponent, 0);
    }

    /**
     * The forward derivative of a power with an integer exponent: ẏ = a·y·ż/z; at z = 0 that of a power, 0 if a > 1.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param exponent the exponent, a
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts pow(
            double real,
            double imaginary,
            int exponent,
            double yReal,
            double yImaginary,
            double dReal,
            double dImaginary) {
        return pow(real, imaginary, exponent, 0, yReal, yImaginary, dReal, dImaginary, 0, 0);
    }

    /**
     * The forward derivative of the n-th root: ẏ = y·ż/(n·z).
     *
     * @param real part of z
     * @param imaginary part of z
     * @param n the degree of the root
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts rootN(
            double real, double imaginary, int n, double yReal, double yImaginary, double dReal, double dImaginary) {
        Parts relative = Parts.quotient(dReal / n, dImaginary / n, real, imaginary);
        return Parts.product(yReal, yImaginary, relative.real(), relative.imaginary());
    }

    private static Parts ofZero(double exponent, double imaginaryExponent, double dReal, double dImaginary) {
        boolean isIdentity = exponent == 1 && imaginaryExponent == 0;
        boolean isFlat = exponent > 1 || exponent == 0 && imaginaryExponent == 0;
        double slope = isIdentity ? 1 : isFlat ? 0 : Double.NaN;
        return new Parts(slope * dReal, slope * dImaginary);
    }
}
