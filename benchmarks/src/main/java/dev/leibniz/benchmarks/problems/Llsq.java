package dev.leibniz.benchmarks.problems;

import dev.leibniz.annotations.Differentiable;

/** Linear least squares: a polynomial fitted to the sign function on [−1, 1]. */
public final class Llsq {
    private Llsq() {}

    /**
     * Half the sum of squared residuals of the polynomial with coefficients {@code x} at {@code n ≥ 2} equidistant
     * points.
     */
    @Differentiable(order = 2)
    public static double primal(double[] x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double t = -1 + 2.0 * i / (n - 1);
            double residual = Math.signum(t);
            double power = 1;
            for (int j = 0; j < x.length; j++) {
                residual -= x[j] * power;
                power *= t;
            }
            sum += residual * residual;
        }
        return 0.5 * sum;
    }
}
