package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.problems.BlackScholesGrad;
import dev.leibniz.benchmarks.results.Greeks;

/** The partial derivatives of {@link dev.leibniz.benchmarks.problems.BlackScholes}. */
public final class GeneratedBlackScholes {
    private GeneratedBlackScholes() {}

    /** Returns all six. */
    public static Greeks greeks(
            double spot, double strike, double rate, double dividend, double volatility, double time) {
        BlackScholesGrad.CallGrad grad = BlackScholesGrad.callGrad(spot, strike, rate, dividend, volatility, time);
        return new Greeks(grad.spot(), grad.strike(), grad.rate(), grad.dividend(), grad.volatility(), grad.time());
    }
}
