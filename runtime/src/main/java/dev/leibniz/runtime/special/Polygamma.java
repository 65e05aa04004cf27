package dev.leibniz.runtime.special;

import dev.leibniz.annotations.NoDerivative;

/**
 * The derivatives of the logarithm of the gamma function.
 *
 * @since 0.1.0
 */
public final class Polygamma {
    /** B₂, B₄, …: Bernoulli's numbers. */
    private static final double[] BERNOULLI = {
        1.0 / 6,
        -1.0 / 30,
        1.0 / 42,
        -1.0 / 30,
        5.0 / 66,
        -691.0 / 2730,
        7.0 / 6,
        -3617.0 / 510,
        43867.0 / 798,
        -174611.0 / 330
    };

    private Polygamma() {}

    /**
     * ψ⁽ⁿ⁾(x), the derivative of order n + 1 of log Γ: the digamma function for n = 0, the trigamma function for n = 1. By the recurrence
     * relation up to a large argument, and the asymptotic series there (DLMF 5.15.5 and 5.15.8).
     *
     * @param n at least 0
     * @param x not 0, −1, −2, …, where the result is infinite or NaN
     * @return ψ⁽ⁿ⁾(x)
     */
    public static double value(int n, double x) {
        double sum = 0;
        double z = x;
        double large = 16 + n;
        double factorial = 1; // n!
        for (int k = 2; k <= n; k++) {
            factorial *= k;
        }
        double sign = n % 2 == 0 ? -1 : 1;
        while (z < large) {
            sum += sign * factorial / Math.pow(z, n + 1);
            z += 1;
        }
        double power = Math.pow(z, -n);
        double term = n == 0 ? -Math.log(z) : factorial / n * power;
        term += factorial * power / (2 * z);
        double coefficient = factorial; // (2k + n − 1)! / (2k)!
        double series = 0;
        for (int k = 1; k <= BERNOULLI.length; k++) {
            int m = 2 * k + n;
            coefficient = k == 1
                    ? factorial * (n + 1) / 2
                    : coefficient * (m - 1) * (m - 2) / ((double) (2 * k) * (2 * k - 1));
            power /= z * z;
            series += coefficient * BERNOULLI[k - 1] * power;
        }
        return sum + sign * (term + series);
    }

    /**
     * log Γ(x), by Stirling's series (DLMF 5.11.1).
     *
     * @param x greater than 0
     * @return log Γ(x)
     */
    @NoDerivative
    public static double logGamma(double x) {
        double product = 1;
        double z = x;
        while (z < 16) {
            product *= z;
            z += 1;
        }
        double series = 0;
        double power = z;
        for (int k = 1; k <= BERNOULLI.length; k++) {
            power /= z * z;
            series += BERNOULLI[k - 1] / (2.0 * k * (2 * k - 1)) * power;
        }
        return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
    }
}
