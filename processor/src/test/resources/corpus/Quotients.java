package corpus;

import dev.leibniz.annotations.Differentiable;

/** Products with what the innermost loop does not change, divided by a constant. */
public final class Quotients {
    private Quotients() {}

    /** Divided by constants of all kinds. */
    @Differentiable
    static double divisors(double[] x, double h) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += h * x[i] / 0.3;
            s += h * x[i] / -6;
            s += h * x[i] / 1e300;
            s += (h * x[i] / 3) * (x[i] * h / 7);
            s += h * Math.sin(x[i]) / Double.POSITIVE_INFINITY;
            s += 5 * x[i] / 6;
            s += x[i] * x[i] / 6;
            s += h * h / 6 * x[i];
        }
        return s;
    }

    /** The factor belongs to the outer loop, or to the same one. */
    @Differentiable(order = 2)
    static double nested(double[] x, double[] y) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            double f = x[i] * y[i];
            for (int j = 0; j < y.length; j++) {
                double g = y[j] * f;
                s += f * g / 6 + g * y[i] / 3 + f * f / 2;
                if (g > 0) {
                    s -= f * y[j] / 5 * g;
                }
            }
        }
        return s;
    }

    @Differentiable
    static double whileLoop(double x, double h) {
        double y = x;
        int n = 0;
        while (Math.abs(y) > 0.05 && n < 30) {
            y -= h * y / 6;
            y = y * h / 1.5 + y * 0.1;
            n++;
        }
        return y + n;
    }

    /** @range h 0.05 0.2 */
    @Differentiable(order = 2)
    static double rungeKutta(double[] y0, double h) {
        int n = y0.length;
        double[] y = y0.clone();
        double[] k1 = new double[n];
        double[] k2 = new double[n];
        double[] k3 = new double[n];
        double[] k4 = new double[n];
        double[] w = new double[n];
        for (int t = 0; t < 3; t++) {
            rate(y, k1);
            for (int i = 0; i < n; i++) w[i] = y[i] + h * k1[i] / 2;
            rate(w, k2);
            for (int i = 0; i < n; i++) w[i] = y[i] + h * k2[i] / 2;
            rate(w, k3);
            for (int i = 0; i < n; i++) w[i] = y[i] + h * k3[i];
            rate(w, k4);
            for (int i = 0; i < n; i++) y[i] += h * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) / 6;
        }
        double s = 0;
        for (double v : y) s += v * v;
        return s;
    }

    private static void rate(double[] y, double[] out) {
        for (int i = 0; i < y.length; i++) {
            out[i] = y[i] * (1 - y[(i + 1) % y.length]);
        }
    }
}
