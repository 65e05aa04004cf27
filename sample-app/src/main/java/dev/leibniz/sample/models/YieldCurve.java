package dev.leibniz.sample.models;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.ImplicitFunction;
import dev.leibniz.annotations.NoDerivative;
import org.hipparchus.analysis.solvers.BrentSolver;

/** A curve of interest rates that reprices the swaps it was made from, and what payments are worth on it. */
public final class YieldCurve {
    private YieldCurve() {}

    /**
     * The value of payments at the ends of the next years.
     *
     * @param quotes the fixed rates of swaps over one year, two years …, that are worth nothing today
     * @param payments one for each year
     */
    @Differentiable(order = 2)
    public static double value(double[] quotes, @NoDerivative double[] payments) {
        double[] zeroRates = bootstrap(quotes);
        double sum = 0;
        for (int i = 0; i < payments.length; i++) {
            sum += payments[i] * discount(zeroRates, i);
        }
        return sum;
    }

    /** Continuously compounded rates, one after the other by a solver. */
    @ImplicitFunction(residual = "swapValues")
    static double[] bootstrap(double[] quotes) {
        double[] zeroRates = new double[quotes.length];
        for (int i = 0; i < quotes.length; i++) {
            int year = i;
            zeroRates[i] = new BrentSolver(1e-15)
                    .solve(
                            100,
                            rate -> {
                                zeroRates[year] = rate;
                                return swapValue(zeroRates, quotes[year], year);
                            },
                            -0.5,
                            1);
        }
        return zeroRates;
    }

    /** What the swaps are worth, which is nothing on the right curve. */
    static double[] swapValues(double[] zeroRates, double[] quotes) {
        double[] values = new double[quotes.length];
        for (int i = 0; i < quotes.length; i++) {
            values[i] = swapValue(zeroRates, quotes[i], i);
        }
        return values;
    }

    private static double swapValue(double[] zeroRates, double rate, int year) {
        double fixed = 0;
        for (int i = 0; i <= year; i++) {
            fixed += rate * discount(zeroRates, i);
        }
        return fixed + discount(zeroRates, year) - 1;
    }

    private static double discount(double[] zeroRates, int year) {
        return Math.exp(-zeroRates[year] * (year + 1));
    }
}
