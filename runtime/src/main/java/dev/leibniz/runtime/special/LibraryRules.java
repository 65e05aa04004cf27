package dev.leibniz.runtime.special;

import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.annotations.UseDerivatives;

/**
 * Reverse derivatives of special functions, for those of Hipparchus, Commons Math and Commons Numbers, which need no rules of the user's.
 * Each method takes the parameters of the function that it is named after, then the value of that, then a cotangent, and returns the
 * cotangent times the derivative.
 *
 * <p>The formulas are those of the <a href="https://dlmf.nist.gov">Digital Library of Mathematical Functions</a>, chapters 4, 5, 7 and 8.
 *
 * @since 0.1.0
 */
@UseDerivatives(PolygammaRules.class)
public final class LibraryRules {
    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

    private LibraryRules() {}

    /**
     * 2/√π·exp(−x²).
     *
     * @param x the argument
     * @param y the value
     * @param cotangent of it
     * @return the gradient
     */
    public static double erf(double x, double y, double cotangent) {
        return cotangent * (TWO_OVER_ROOT_PI * Math.exp(-x * x));
    }

    /**
     * −2/√π·exp(−x²).
     *
     * @param x the argument
     * @param y the value
     * @param cotangent of it
     * @return the gradient
     */
    public static double erfc(double x, double y, double cotangent) {
        return -cotangent * (TWO_OVER_ROOT_PI * Math.exp(-x * x));
    }

    /**
     * √π/2·exp(y²).
     *
     * @param x the argument
     * @param y the value
     * @param cotangent of it
     * @return the gradient
     */
    public static double erfInv(double x, double y, double cotangent) {
        return cotangent * (Math.exp(y * y) / TWO_OVER_ROOT_PI);
    }

    /**
     * −√π/2·exp(y²).
     *
     * @param x the argument
     * @param y the value
     * @param cotangent of it
     * @return the gradient
     */
    public static double erfcInv(double x, double y, double cotangent) {
        return -cotangent * (Math.exp(y * y) / TWO_OVER_ROOT_PI);
    }

    /**
     * ψ(x).
     *
     * @param x the argument
     * @param y the value
     * @param cotangent of it
     * @return the gradient
     */
    public static double logGamma(double x, double y, double cotangent) {
        return cotangent * Polygamma.value(0, x);
    }

    /**
     * Γ(x)·ψ(x).
     *
     * @param x the argument
     * @param y the value
     * @param cotangent of it
     * @return the gradient
     */
    public static double gamma(double x, double y, double cotangent) {
        return cotangent * (y * Polygamma.value(0, x));
    }

    /**
     * ψ′(x).
     *
     * @param x the argument
     * @param y the value
     * @param cotangent of it
     * @return the gradient
     */
    public static double digamma(double x, double y, double cotangent) {
        return cotangent * Polygamma.value(1, x);
    }

    /**
     * ψ″(x).
     *
     * @param x the argument
     * @param y the value
     * @param cotangent of it
     * @return the gradient
     */
    public static double trigamma(double x, double y, double cotangent) {
        return cotangent * Polygamma.value(2, x);
    }

    /**
     * xᵃ⁻¹·exp(−x)/Γ(a).
     *
     * @param a the parameter
     * @param x the argument
     * @param y the value
     * @param cotangent of it
     * @return the gradient by x
     */
    public static double regularizedGammaP(@NoDerivative double a, double x, double y, double cotangent) {
        return cotangent * Math.exp((a - 1) * Math.log(x) - x - Polygamma.logGamma(a));
    }

    /**
     * −xᵃ⁻¹·exp(−x)/Γ(a).
     *
     * @param a the parameter
     * @param x the argument
     * @param y the value
     * @param cotangent of it
     * @return the gradient by x
     */
    public static double regularizedGammaQ(@NoDerivative double a, double x, double y, double cotangent) {
        return -cotangent * Math.exp((a - 1) * Math.log(x) - x - Polygamma.logGamma(a));
    }

    /**
     * 1/√(x² + 1).
     *
     * @param x the argument
     * @param y the value
     * @param cotangent of it
     * @return the gradient
     */
    public static double asinh(double x, double y, double cotangent) {
        return cotangent / Math.hypot(x, 1);
    }

    /**
     * 1/√(x² − 1).
     *
     * @param x the argument
     * @param y the value
     * @param cotangent of it
     * @return the gradient
     */
    public static double acosh(double x, double y, double cotangent) {
        return cotangent / Math.sqrt((x - 1) * (x + 1));
    }

    /**
     * 1/(1 − x²).
     *
     * @param x the argument
     * @param y the value
     * @param cotangent of it
     * @return the gradient
     */
    public static double atanh(double x, double y, double cotangent) {
        return cotangent / ((1 - x) * (1 + x));
    }

    /**
     * n·xⁿ⁻¹.
     *
     * @param x the base
     * @param n the exponent
     * @param y the value
     * @param cotangent of it
     * @return the gradient by x
     */
    public static double pow(double x, int n, double y, double cotangent) {
        return n == 0 ? 0 : cotangent * (n * Math.pow(x, n - 1));
    }

    /**
     * The gradient of the logarithm of the beta function.
     *
     * @param a with respect to the first argument
     * @param b with respect to the second argument
     */
    public record LogBetaGrad(double a, double b) {}

    /**
     * ψ(a) − ψ(a + b) and ψ(b) − ψ(a + b).
     *
     * @param a the first argument
     * @param b the second argument
     * @param y the value
     * @param cotangent of it
     * @return the gradient
     */
    public static LogBetaGrad logBeta(double a, double b, double y, double cotangent) {
        double sum = Polygamma.value(0, a + b);
        return new LogBetaGrad(cotangent * (Polygamma.value(0, a) - sum), cotangent * (Polygamma.value(0, b) - sum));
    }
}
