package dev.leibniz.runtime.complex;

/**
 * Forward derivatives of complex arithmetic; see {@linkplain dev.leibniz.runtime.complex the package}.
 *
 * @since 0.1.0
 */
public final class ComplexArithmeticTangents {
    private ComplexArithmeticTangents() {}

    /**
     * ẏ = −ż.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts negate(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        return new Parts(-dReal, -dImaginary);
    }

    /**
     * ẏ is the conjugate of ż.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts conjugate(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        return new Parts(dReal, -dImaginary);
    }

    /**
     * ẏ = 2z·ż.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts square(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        return Parts.product(2 * real, 2 * imaginary, dReal, dImaginary);
    }

    /**
     * ẏ = −y²·ż.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts reciprocal(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        Parts first = Parts.product(yReal, yImaginary, dReal, dImaginary);
        return Parts.product(-yReal, -yImaginary, first.real(), first.imaginary());
    }

    /**
     * ẏ = i·ż.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts multiplyPlusI(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        return new Parts(-dImaginary, dReal);
    }

    /**
     * ẏ = −i·ż.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts multiplyMinusI(
            double real, double imaginary, double yReal, double yImaginary, double dReal, double dImaginary) {
        return new Parts(dImaginary, -dReal);
    }

    /**
     * ẏ = ȧ + ḃ.
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
    public static Parts add(
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
        return new Parts(daReal + dbReal, daImaginary + dbImaginary);
    }

    /**
     * ẏ = ȧ − ḃ.
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
    public static Parts subtract(
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
        return new Parts(daReal - dbReal, daImaginary - dbImaginary);
    }

    /**
     * ẏ = ȧ·b + a·ḃ.
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
    public static Parts multiply(
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
        Parts first = Parts.product(bReal, bImaginary, daReal, daImaginary);
        Parts second = Parts.product(aReal, aImaginary, dbReal, dbImaginary);
        return new Parts(first.real() + second.real(), first.imaginary() + second.imaginary());
    }

    /**
     * ẏ = (ȧ − y·ḃ)/b.
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
    public static Parts divide(
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
        Parts change = Parts.product(yReal, yImaginary, dbReal, dbImaginary);
        return Parts.quotient(daReal - change.real(), daImaginary - change.imaginary(), bReal, bImaginary);
    }

    /**
     * The forward derivative of a sum with a real number: ẏ = ż + ȧ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param addend the number, a
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @param dAddend its tangent
     * @return ẏ
     */
    public static Parts add(
            double real,
            double imaginary,
            double addend,
            double yReal,
            double yImaginary,
            double dReal,
            double dImaginary,
            double dAddend) {
        return new Parts(dReal + dAddend, dImaginary);
    }

    /**
     * The forward derivative of a difference from a real number: ẏ = ż − ȧ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param subtrahend the number, a
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @param dSubtrahend its tangent
     * @return ẏ
     */
    public static Parts subtract(
            double real,
            double imaginary,
            double subtrahend,
            double yReal,
            double yImaginary,
            double dReal,
            double dImaginary,
            double dSubtrahend) {
        return new Parts(dReal - dSubtrahend, dImaginary);
    }

    /**
     * The forward derivative of a product with a real number: ẏ = ż·a + z·ȧ.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param factor the number, a
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @param dFactor its tangent
     * @return ẏ
     */
    public static Parts multiply(
            double real,
            double imaginary,
            double factor,
            double yReal,
            double yImaginary,
            double dReal,
            double dImaginary,
            double dFactor) {
        return new Parts(dReal * factor + real * dFactor, dImaginary * factor + imaginary * dFactor);
    }

    /**
     * The forward derivative of a product with an integer: ẏ = ż·a.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param factor the number, a
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts multiply(
            double real,
            double imaginary,
            int factor,
            double yReal,
            double yImaginary,
            double dReal,
            double dImaginary) {
        return new Parts(dReal * factor, dImaginary * factor);
    }

    /**
     * The forward derivative of a quotient by a real number: ẏ = (ż − y·ȧ)/a.
     *
     * @param real part of z
     * @param imaginary part of z
     * @param divisor the number, a
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @param dDivisor its tangent
     * @return ẏ
     */
    public static Parts divide(
            double real,
            double imaginary,
            double divisor,
            double yReal,
            double yImaginary,
            double dReal,
            double dImaginary,
            double dDivisor) {
        return new Parts((dReal - yReal * dDivisor) / divisor, (dImaginary - yImaginary * dDivisor) / divisor);
    }
}
