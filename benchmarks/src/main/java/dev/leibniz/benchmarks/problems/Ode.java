package dev.leibniz.benchmarks.problems;

import dev.leibniz.annotations.Differentiable;

/** A chain of linear differential equations, y₀′ = x₀ and yᵢ′ = xᵢ yᵢ₋₁, solved by the classical Runge–Kutta method. */
public final class Ode {
    private Ode() {}

    /** Returns y(2) after {@code s} equal steps from y(0) = 0; as long as {@code x}. */
    @Differentiable
    public static double[] primal(double[] x, int s) {
        int n = x.length;
        double h = 2.0 / s;
        double[] y = new double[n];
        double[] stage = new double[n];
        double[] k1 = new double[n];
        double[] k2 = new double[n];
        double[] k3 = new double[n];
        double[] k4 = new double[n];
        for (int step = 0; step < s; step++) {
            velocity(x, y, k1);
            advance(y, h / 2, k1, stage);
            velocity(x, stage, k2);
            advance(y, h / 2, k2, stage);
            velocity(x, stage, k3);
            advance(y, h, k3, stage);
            velocity(x, stage, k4);
            for (int i = 0; i < n; i++) {
                y[i] += h * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) / 6;
            }
        }
        return y;
    }

    /** Writes y′ to {@code out}. */
    private static void velocity(double[] x, double[] y, double[] out) {
        out[0] = x[0];
        for (int i = 1; i < x.length; i++) {
            out[i] = x[i] * y[i - 1];
        }
    }

    /** Writes y + h k to {@code out}. */
    private static void advance(double[] y, double h, double[] k, double[] out) {
        for (int i = 0; i < y.length; i++) {
            out[i] = y[i] + h * k[i];
        }
    }
}
