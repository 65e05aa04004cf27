package dev.leibniz.benchmarks.algorithms;

import dev.leibniz.annotations.Differentiable;

/** What runs for many steps. */
public final class Simulations {
    private Simulations() {}

    /** A place and a velocity. */
    public record Body(double x, double y, double vx, double vy) {
        Body step(double dt, double drag) {
            double r2 = x * x + y * y + 0.01;
            double f = -1 / (r2 * Math.sqrt(r2));
            double nvx = vx + dt * (f * x - drag * vx);
            double nvy = vy + dt * (f * y - drag * vy);
            return new Body(x + dt * nvx, y + dt * nvy, nvx, nvy);
        }
    }

    /** The last distance of a body on its orbit. */
    @Differentiable
    public static double orbit(double[] start, int steps) {
        Body body = new Body(start[0], start[1], start[2], start[3]);
        for (int t = 0; t < steps; t++) {
            body = body.step(0.01, start[4]);
        }
        return Math.sqrt(body.x() * body.x() + body.y() * body.y());
    }

    /** Bodies on springs, in a chain; arrays of places and velocities. */
    @Differentiable
    public static double chain(double[] start, int steps) {
        int n = start.length;
        double[] x = start.clone();
        double[] v = new double[n];
        double[] f = new double[n];
        for (int t = 0; t < steps; t++) {
            for (int i = 1; i < n - 1; i++) {
                double left = x[i] - x[i - 1];
                double right = x[i + 1] - x[i];
                f[i] = right - left + 0.1 * (right * right - left * left);
            }
            for (int i = 1; i < n - 1; i++) {
                v[i] += 0.05 * f[i];
                x[i] += 0.05 * v[i];
            }
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += v[i] * v[i] + x[i] * x[i];
        }
        return sum;
    }

    /** Power iteration with a sparse matrix, four entries in each row, as for ranks of pages. */
    @Differentiable
    public static double powerIteration(double[] weights, int[] columns, int steps) {
        int n = weights.length / 4;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 1.0 / n;
        }
        for (int t = 0; t < steps; t++) {
            double norm = 0;
            for (int i = 0; i < n; i++) {
                double s = 0;
                for (int k = 4 * i; k < 4 * i + 4; k++) {
                    s += weights[k] * weights[k] * x[columns[k]];
                }
                y[i] = 0.15 / n + 0.85 * s;
                norm += y[i];
            }
            for (int i = 0; i < n; i++) {
                x[i] = y[i] / norm;
            }
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[i] * x[i] * n;
        }
        return sum;
    }

    /** A page's rank goes to the pages it links to, edge by edge. */
    @Differentiable
    public static double pageRank(double[] weights, int[] from, int[] to, int n) {
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 1.0 / n;
        }
        for (int t = 0; t < 20; t++) {
            for (int i = 0; i < n; i++) {
                y[i] = 0.15 / n;
            }
            for (int e = 0; e < weights.length; e++) {
                y[to[e]] += 0.2 * weights[e] * x[from[e]];
            }
            for (int i = 0; i < n; i++) {
                x[i] = y[i];
            }
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[i] * x[i] * n;
        }
        return sum;
    }

    /** The mean payoff of paths of a price; {@code noise} has 16 numbers for each. */
    @Differentiable
    public static double paths(double spot, double volatility, double rate, double[] noise) {
        int paths = noise.length / 16;
        double sum = 0;
        for (int p = 0; p < paths; p++) {
            double s = spot;
            double mean = 0;
            for (int t = 0; t < 16; t++) {
                s *= Math.exp((rate - 0.5 * volatility * volatility) / 16 + volatility * 0.25 * noise[16 * p + t]);
                mean += s / 16;
            }
            sum += Math.max(0, mean - 1);
        }
        return sum / paths;
    }
}
