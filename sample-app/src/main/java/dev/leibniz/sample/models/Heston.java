package dev.leibniz.sample.models;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.complex.Complex;

/**
 * Heston's model of stochastic volatility, fitted to the prices of calls: complex numbers of a library, an integral whose integrand is a
 * lambda, and a list of quotes. S. L. Heston, <i>A Closed-Form Solution for Options with Stochastic Volatility</i>, Review of Financial
 * Studies 6 (1993), in the form of H. Albrecher, P. Mayer, W. Schoutens and J. Tistaert, <i>The Little Heston Trap</i> (2007).
 */
public final class Heston {
    private static final double FURTHEST = 100;
    private static final int PANELS = 500;

    private Heston() {}

    /**
     * The price of a call.
     *
     * @param strike in the unit of the price
     * @param expiry in years
     * @param price that was paid
     */
    public record Quote(double strike, double expiry, double price) {}

    private static double integral(DoubleUnaryOperator f, double from, double to, int panels) {
        double h = (to - from) / panels;
        double sum = 0;
        for (int i = 0; i < panels; i++) {
            sum += f.applyAsDouble(from + (i + 0.5) * h);
        }
        return h * sum;
    }

    /** The characteristic function of the logarithm of the price over the spot. */
    private static Complex characteristic(
            Complex u, double t, double v0, double kappa, double theta, double sigma, double rho) {
        Complex iu = u.multiply(Complex.I);
        Complex b = new Complex(kappa).subtract(iu.multiply(rho * sigma));
        Complex d =
                b.multiply(b).add(iu.add(u.multiply(u)).multiply(sigma * sigma)).sqrt();
        Complex g = b.subtract(d).divide(b.add(d));
        Complex decay = d.multiply(-t).exp();
        Complex one = Complex.ONE;
        Complex c = b.subtract(d)
                .multiply(t)
                .subtract(one.subtract(g.multiply(decay))
                        .divide(one.subtract(g))
                        .log()
                        .multiply(2));
        Complex e = b.subtract(d).multiply(one.subtract(decay)).divide(one.subtract(g.multiply(decay)));
        return c.multiply(kappa * theta / (sigma * sigma))
                .add(e.multiply(v0 / (sigma * sigma)))
                .exp();
    }

    /** By Lewis's formula, which has one integral. Rates are zero. */
    private static double call(
            double spot, Quote quote, double v0, double kappa, double theta, double sigma, double rho) {
        double moneyness = Math.log(spot / quote.strike());
        DoubleUnaryOperator integrand = u -> {
            Complex phi = characteristic(new Complex(u, -0.5), quote.expiry(), v0, kappa, theta, sigma, rho);
            Complex turned = new Complex(Math.cos(u * moneyness), Math.sin(u * moneyness));
            return turned.multiply(phi).getReal() / (u * u + 0.25);
        };
        return spot - Math.sqrt(spot * quote.strike()) / Math.PI * integral(integrand, 0, FURTHEST, PANELS);
    }

    /**
     * The sum of squared errors of the prices.
     *
     * @param v0 the variance at first, per year
     * @param kappa how fast the variance returns, per year
     * @param theta the variance to which it returns, per year
     * @param sigma the volatility of the variance
     * @param rho the correlation of price and variance
     * @param spot the price of the underlying
     * @param quotes what was paid
     */
    @Differentiable
    public static double error(
            double v0,
            double kappa,
            double theta,
            double sigma,
            double rho,
            @NoDerivative double spot,
            @NoDerivative List<Quote> quotes) {
        double sum = 0;
        for (Quote quote : quotes) {
            double miss = call(spot, quote, v0, kappa, theta, sigma, rho) - quote.price();
            sum += miss * miss;
        }
        return sum;
    }
}
