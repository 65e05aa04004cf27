package dev.leibniz.benchmarks.algorithms;

import dev.leibniz.annotations.Differentiable;

/** Dynamic programming. */
public final class Tables {
    private Tables() {}

    /** The alignment of two signals with a soft minimum (soft dynamic time warping); the halves of {@code x}. */
    @Differentiable
    public static double warping(double[] x) {
        int n = x.length / 2;
        double[][] cost = new double[n + 1][n + 1];
        for (int i = 1; i <= n; i++) {
            cost[i][0] = 1e6;
            cost[0][i] = 1e6;
        }
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= n; j++) {
                double d = x[i - 1] - x[n + j - 1];
                cost[i][j] = d * d + soft(soft(cost[i - 1][j], cost[i][j - 1]), cost[i - 1][j - 1]);
            }
        }
        return cost[n][n];
    }

    /** The same, with two rows. */
    @Differentiable
    public static double warpingInTwoRows(double[] x) {
        int n = x.length / 2;
        double[] previous = new double[n + 1];
        double[] current = new double[n + 1];
        for (int j = 1; j <= n; j++) {
            previous[j] = 1e6;
        }
        for (int i = 1; i <= n; i++) {
            current[0] = 1e6;
            for (int j = 1; j <= n; j++) {
                double d = x[i - 1] - x[n + j - 1];
                current[j] = d * d + soft(soft(previous[j], current[j - 1]), previous[j - 1]);
            }
            double[] t = previous;
            previous = current;
            current = t;
        }
        return previous[n];
    }

    private static double soft(double a, double b) {
        double d = a - b;
        return 0.5 * (a + b - Math.sqrt(d * d + 0.01));
    }

    /** An option on a binomial tree, early exercise allowed; one row, overwritten. */
    @Differentiable
    public static double binomial(double spot, double strike, double volatility, double rate, int steps) {
        double dt = 1.0 / steps;
        double up = Math.exp(volatility * Math.sqrt(dt));
        double discount = Math.exp(-rate * dt);
        double p = (1 / discount - 1 / up) / (up - 1 / up);
        double[] value = new double[steps + 1];
        double[] price = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            price[i] = spot * Math.exp(volatility * Math.sqrt(dt) * (2 * i - steps));
            value[i] = Math.max(0, strike - price[i]);
        }
        for (int t = steps - 1; t >= 0; t--) {
            for (int i = 0; i <= t; i++) {
                price[i] = price[i] * up;
                value[i] = Math.max(strike - price[i], discount * (p * value[i + 1] + (1 - p) * value[i]));
            }
        }
        return value[0];
    }
}
