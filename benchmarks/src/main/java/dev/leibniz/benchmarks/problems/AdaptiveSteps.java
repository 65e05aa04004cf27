package dev.leibniz.benchmarks.problems;

import dev.leibniz.annotations.Differentiable;

/** The Lorenz equations by a Runge–Kutta method that chooses its steps (Bogacki and Shampine's). */
public final class AdaptiveSteps {
    private AdaptiveSteps() {}

    /** The state at a time, of the state at 0 and the three parameters. */
    @Differentiable
    public static double[] state(double[] start, double[] parameters, double end, double tolerance) {
        double[] y = start.clone();
        double[] k1 = new double[3];
        double[] k2 = new double[3];
        double[] k3 = new double[3];
        double[] k4 = new double[3];
        double[] z = new double[3];
        double t = 0;
        double h = 0.01;
        while (t < end) {
            if (t + h > end) {
                h = end - t;
            }
            slopes(y, parameters, k1);
            for (int i = 0; i < 3; i++) {
                z[i] = y[i] + 0.5 * h * k1[i];
            }
            slopes(z, parameters, k2);
            for (int i = 0; i < 3; i++) {
                z[i] = y[i] + 0.75 * h * k2[i];
            }
            slopes(z, parameters, k3);
            for (int i = 0; i < 3; i++) {
                z[i] = y[i] + h * (2.0 / 9 * k1[i] + 1.0 / 3 * k2[i] + 4.0 / 9 * k3[i]);
            }
            slopes(z, parameters, k4);
            double error = 0;
            for (int i = 0; i < 3; i++) {
                double e = h * (-5.0 / 72 * k1[i] + 1.0 / 12 * k2[i] + 1.0 / 9 * k3[i] - 0.125 * k4[i]);
                error = Math.max(error, Math.abs(e));
            }
            if (error < tolerance) {
                t += h;
                for (int i = 0; i < 3; i++) {
                    y[i] = z[i];
                }
            }
            h *= Math.min(2, Math.max(0.2, 0.9 * Math.cbrt(tolerance / (error + 1e-30))));
        }
        return y;
    }

    private static void slopes(double[] y, double[] p, double[] k) {
        k[0] = p[0] * (y[1] - y[0]);
        k[1] = y[0] * (p[1] - y[2]) - y[1];
        k[2] = y[0] * y[1] - p[2] * y[2];
    }
}
