package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.handwritten.HandWrittenBlackScholes;
import dev.leibniz.benchmarks.results.Greeks;

/** Stands in for the class of the same name that calls generated code. */
public final class GeneratedBlackScholes {
    private GeneratedBlackScholes() {}

    /** Stands in for generated code. */
    public static Greeks greeks(double spot, double strike, double rate, double dividend, double volatility, double time) {
        return HandWrittenBlackScholes.greeks(spot, strike, rate, dividend, volatility, time);
    }
}
