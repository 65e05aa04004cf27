package dev.leibniz.sample.models;

import dev.leibniz.annotations.Differentiable;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** The price of a call on the average of a stock, by simulation; its gradient are the Greeks, path by path. */
public final class AsianOption {
    private AsianOption() {}

    /**
     * The price today of a call on the average over one year.
     *
     * @param spot the price of the stock today
     * @param volatility of its logarithm, per square root of a year
     * @param rate the interest rate, per year
     * @param strike what is paid for the average
     * @param paths how many paths are simulated
     * @param steps how many prices the average is of
     */
    @Differentiable(order = 2)
    public static double price(double spot, double volatility, double rate, double strike, int paths, int steps) {
        Random random = new Random(42);
        double dt = 1.0 / steps;
        DoubleUnaryOperator payoff = average -> Math.max(average - strike, 0);
        double sum = 0;
        for (int path = 0; path < paths; path++) {
            double price = spot;
            double average = 0;
            for (int i = 0; i < steps; i++) {
                double shock = volatility * Math.sqrt(dt) * random.nextGaussian();
                price *= Math.exp((rate - 0.5 * volatility * volatility) * dt + shock);
                average += price / steps;
            }
            sum += payoff.applyAsDouble(average);
        }
        return Math.exp(-rate) * sum / paths;
    }
}
