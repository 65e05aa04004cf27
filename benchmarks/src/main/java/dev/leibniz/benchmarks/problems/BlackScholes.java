package dev.leibniz.benchmarks.problems;

import dev.leibniz.annotations.DerivativeOf;
import dev.leibniz.annotations.Differentiable;

/** The price of a European call option: a small function of six numbers, all of whose partial derivatives are wanted. */
public final class BlackScholes {
    private static final double INVERSE_SQRT_TWO_PI = 0.3989422804014327;

    private BlackScholes() {}

    /** The price by Black and Scholes, with a continuous dividend yield as Merton has it. */
    @Differentiable
    public static double call(
            double spot, double strike, double rate, double dividend, double volatility, double time) {
        double deviation = volatility * Math.sqrt(time);
        double drift = rate - dividend + 0.5 * volatility * volatility;
        double d1 = (Math.log(spot / strike) + drift * time) / deviation;
        double d2 = d1 - deviation;
        return spot * Math.exp(-dividend * time) * normalCdf(d1) - strike * Math.exp(-rate * time) * normalCdf(d2);
    }

    /** The standard normal distribution function, to fifteen digits (Hart's rational approximation, as West gives it). */
    public static double normalCdf(double x) {
        double z = Math.abs(x);
        double tail = 0;
        if (z < 7.07106781186547) {
            double above = 3.52624965998911e-2 * z + 0.700383064443688;
            above = above * z + 6.37396220353165;
            above = above * z + 33.912866078383;
            above = above * z + 112.079291497871;
            above = above * z + 221.213596169931;
            above = above * z + 220.206867912376;
            double below = 8.83883476483184e-2 * z + 1.75566716318264;
            below = below * z + 16.064177579207;
            below = below * z + 86.7807322029461;
            below = below * z + 296.564248779674;
            below = below * z + 637.333633378831;
            below = below * z + 793.826512519948;
            below = below * z + 440.413735824752;
            tail = Math.exp(-0.5 * z * z) * above / below;
        } else if (z <= 37) {
            double fraction = z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))));
            tail = Math.exp(-0.5 * z * z) * INVERSE_SQRT_TWO_PI / fraction;
        }
        return x > 0 ? 1 - tail : tail;
    }

    /** The derivative of the distribution function is the density, whatever the approximation. */
    @DerivativeOf("normalCdf")
    static double normalCdfPullback(double x, double cotangent) {
        return cotangent * normalDensity(x);
    }

    /** The standard normal density. */
    public static double normalDensity(double x) {
        return INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * x * x);
    }
}
