package dev.leibniz.runtime;

/**
 * Forward derivatives of complex functions, for the classes {@code Complex} of Hipparchus and Commons Math, which need no rules of the
 * user's. Each method is named after the one of {@code Complex} that it differentiates. It takes the real and imaginary parts of the
 * object and of the argument, then those of the result <i>y</i>, then those of the tangents, and returns the tangent of the result.
 *
 * <p>Most of these functions are holomorphic: ẏ = f′(z)·ż. The formulas are those of the
 * <a href="https://dlmf.nist.gov/4">Digital Library of Mathematical Functions</a>, chapter 4.
 *
 * @since 0.1.0
 */
public final class ComplexTangents {
    private static final double LOG_10 = Math.log(10);

    private ComplexTangents() {}

    /**
     * The parts of a complex number, such as a tangent.
     *
     * @param real the real part
     * @param imaginary the imaginary part
     */
    public record Parts(double real, double imaginary) {}

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
        return product(2 * real, 2 * imaginary, dReal, dImaginary);
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
        Parts first = product(yReal, yImaginary, dReal, dImaginary);
        return product(-yReal, -yImaginary, first.real(), first.imaginary());
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
        return product(yReal, yImaginary, dReal, dImaginary);
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
        return quotient(dReal, dImaginary, real, imaginary);
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
        return quotient(dReal, dImaginary, 1 + real, imaginary);
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
        return quotient(dReal / LOG_10, dImaginary / LOG_10, real, imaginary);
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
        return quotient(dReal, dImaginary, 2 * yReal, 2 * yImaginary);
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
        Parts first = quotient(dReal, dImaginary, 3 * yReal, 3 * yImaginary);
        return quotient(first.real(), first.imaginary(), yReal, yImaginary);
    }

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
        return product(
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
        return product(
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
        Parts square = product(yReal, yImaginary, yReal, yImaginary);
        return product(1 + square.real(), square.imaginary(), dReal, dImaginary);
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
        return product(Math.cosh(real) * Math.cos(imaginary), Math.sinh(real) * Math.sin(imaginary), dReal, dImaginary);
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
        return product(Math.sinh(real) * Math.cos(imaginary), Math.cosh(real) * Math.sin(imaginary), dReal, dImaginary);
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
        Parts square = product(yReal, yImaginary, yReal, yImaginary);
        return product(1 - square.real(), -square.imaginary(), dReal, dImaginary);
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
        return quotient(
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
        return quotient(
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
        Parts first = quotient(dReal, dImaginary, real, imaginary - 1);
        return quotient(first.real(), first.imaginary(), real, imaginary + 1);
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
        return quotient(
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
        return quotient(
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
        Parts first = quotient(dReal, dImaginary, 1 - real, -imaginary);
        return quotient(first.real(), first.imaginary(), 1 + real, imaginary);
    }

    /**
     * Of the modulus, as a complex number without an imaginary part: ẏ = Re(z̄·ż)/|z|, and 0 at z = 0.
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
     * Of the modulus: ẏ = Re(z̄·ż)/|z|, and 0 at z = 0.
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
     * Of the modulus: ẏ = Re(z̄·ż)/|z|, and 0 at z = 0.
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
     * Of the angle: ẏ = Im(ż/z).
     *
     * @param real part of z
     * @param imaginary part of z
     * @param y the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static double getArgument(double real, double imaginary, double y, double dReal, double dImaginary) {
        return quotient(dReal, dImaginary, real, imaginary).imaginary();
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
        Parts first = product(bReal, bImaginary, daReal, daImaginary);
        Parts second = product(aReal, aImaginary, dbReal, dbImaginary);
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
        Parts change = product(yReal, yImaginary, dbReal, dbImaginary);
        return quotient(daReal - change.real(), daImaginary - change.imaginary(), bReal, bImaginary);
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
        Parts ofExponent =
                product(Math.log(Math.hypot(aReal, aImaginary)), Math.atan2(aImaginary, aReal), dbReal, dbImaginary);
        Parts relative = quotient(daReal, daImaginary, aReal, aImaginary);
        Parts ofBase = product(bReal, bImaginary, relative.real(), relative.imaginary());
        return product(
                yReal, yImaginary, ofExponent.real() + ofBase.real(), ofExponent.imaginary() + ofBase.imaginary());
    }

    /**
     * Of a sum with a real number: ẏ = ż + ȧ.
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
     * Of a difference from a real number: ẏ = ż − ȧ.
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
     * Of a product with a real number: ẏ = ż·a + z·ȧ.
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
     * Of a product with an integer: ẏ = ż·a.
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
     * Of a quotient by a real number: ẏ = (ż − y·ȧ)/a.
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

    /**
     * Of a power with a real exponent: ẏ = y·(ȧ·log z + a·ż/z); at z = 0 that of a power, 0 if a > 1.
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
     * Of a power with an integer exponent: ẏ = a·y·ż/z; at z = 0 that of a power, 0 if a > 1.
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
     * Of the n-th root: ẏ = y·ż/(n·z).
     *
     * @param real part of z
     * @param imaginary part of z
     * @param n which root
     * @param yReal real part of the result
     * @param yImaginary imaginary part of the result
     * @param dReal real part of ż
     * @param dImaginary imaginary part of ż
     * @return ẏ
     */
    public static Parts rootN(
            double real, double imaginary, int n, double yReal, double yImaginary, double dReal, double dImaginary) {
        Parts relative = quotient(dReal / n, dImaginary / n, real, imaginary);
        return product(yReal, yImaginary, relative.real(), relative.imaginary());
    }

    private static Parts ofZero(double exponent, double imaginaryExponent, double dReal, double dImaginary) {
        boolean isIdentity = exponent == 1 && imaginaryExponent == 0;
        boolean isFlat = exponent > 1 || exponent == 0 && imaginaryExponent == 0;
        double slope = isIdentity ? 1 : isFlat ? 0 : Double.NaN;
        return new Parts(slope * dReal, slope * dImaginary);
    }

    private static Parts product(double aReal, double aImaginary, double bReal, double bImaginary) {
        return new Parts(aReal * bReal - aImaginary * bImaginary, aReal * bImaginary + aImaginary * bReal);
    }

    /** By Smith's method, which squares nothing that may overflow. */
    private static Parts quotient(double aReal, double aImaginary, double bReal, double bImaginary) {
        if (Math.abs(bReal) >= Math.abs(bImaginary)) {
            double ratio = bImaginary / bReal;
            double divisor = bReal + bImaginary * ratio;
            return new Parts((aReal + aImaginary * ratio) / divisor, (aImaginary - aReal * ratio) / divisor);
        }
        double ratio = bReal / bImaginary;
        double divisor = bReal * ratio + bImaginary;
        return new Parts((aReal * ratio + aImaginary) / divisor, (aImaginary * ratio - aReal) / divisor);
    }
}
