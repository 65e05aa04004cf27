package dev.leibniz.benchmarks.handwritten;

import dev.leibniz.benchmarks.problems.BlackScholes;
import dev.leibniz.benchmarks.results.Greeks;

/** The partial derivatives of {@link BlackScholes}, in the closed forms that textbooks give. */
public final class HandWrittenBlackScholes {
    private HandWrittenBlackScholes() {}

    /** Returns all six. */
    public static Greeks greeks(
            double spot, double strike, double rate, double dividend, double volatility, double time) {
        double root = Math.sqrt(time);
        double deviation = volatility * root;
        double drift = rate - dividend + 0.5 * volatility * volatility;
        double d1 = (Math.log(spot / strike) + drift * time) / deviation;
        double spotDiscount = Math.exp(-dividend * time);
        double strikeDiscount = Math.exp(-rate * time);
        double delta = spotDiscount * BlackScholes.normalCdf(d1);
        double strikeDelta = strikeDiscount * BlackScholes.normalCdf(d1 - deviation);
        double density = spot * spotDiscount * BlackScholes.normalDensity(d1);
        return new Greeks(
                delta,
                -strikeDelta,
                time * strike * strikeDelta,
                -time * spot * delta,
                density * root,
                density * volatility / (2 * root) - dividend * spot * delta + rate * strike * strikeDelta);
    }
}
