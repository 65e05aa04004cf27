package dev.leibniz.benchmarks.problems;

import dev.leibniz.annotations.Differentiable;

/** An American put by finite differences: implicit steps, each solved by elimination, with early exercise in the back substitution. */
public final class AmericanOption {
    private AmericanOption() {}

    /**
     * The price.
     *
     * @param n the number of intervals of the price of the stock, up to three times the strike
     * @param steps the number of steps in time
     */
    @Differentiable(order = 2)
    public static double price(
            double spot, double strike, double volatility, double rate, double maturity, int n, int steps) {
        double dt = maturity / steps;
        double width = 3 * strike / n;
        double[] value = new double[n + 1];
        double[] below = new double[n + 1];
        double[] diagonal = new double[n + 1];
        double[] above = new double[n + 1];
        double[] right = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            value[i] = Math.max(strike - i * width, 0);
        }
        for (int t = 0; t < steps; t++) {
            for (int i = 1; i < n; i++) {
                double diffusion = volatility * volatility * i * i;
                below[i] = -0.5 * dt * (diffusion - rate * i);
                diagonal[i] = 1 + dt * (diffusion + rate);
                above[i] = -0.5 * dt * (diffusion + rate * i);
                right[i] = value[i];
            }
            right[1] -= below[1] * strike;
            for (int i = 2; i < n; i++) {
                double factor = below[i] / diagonal[i - 1];
                diagonal[i] -= factor * above[i - 1];
                right[i] -= factor * right[i - 1];
            }
            value[n - 1] = Math.max(right[n - 1] / diagonal[n - 1], strike - (n - 1) * width);
            for (int i = n - 2; i >= 1; i--) {
                value[i] = Math.max((right[i] - above[i] * value[i + 1]) / diagonal[i], strike - i * width);
            }
            value[0] = strike;
        }
        int k = (int) (spot / width);
        double weight = spot / width - k;
        return (1 - weight) * value[k] + weight * value[k + 1];
    }
}
