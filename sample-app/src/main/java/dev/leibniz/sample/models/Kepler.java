package dev.leibniz.sample.models;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.FixedPoint;
import dev.leibniz.annotations.ImplicitFunction;

/** Kepler's equation <i>E − e·sin E = M</i>, solved in two ways: its derivatives are the same, and take no step of the solvers. */
public final class Kepler {
    private Kepler() {}

    /**
     * The eccentric anomaly by Newton's method.
     *
     * @param mean the mean anomaly, in radians
     * @param eccentricity at least 0 and less than 1
     */
    @Differentiable(order = 2)
    @ImplicitFunction(residual = "equation")
    public static double byNewton(double mean, double eccentricity) {
        double x = mean;
        for (int i = 0; i < 50; i++) {
            x -= equation(x, mean, eccentricity) / (1 - eccentricity * Math.cos(x));
        }
        return x;
    }

    static double equation(double x, double mean, double eccentricity) {
        return x - eccentricity * Math.sin(x) - mean;
    }

    /**
     * The eccentric anomaly by Kepler's own iteration.
     *
     * @param mean the mean anomaly, in radians
     * @param eccentricity at least 0 and less than 1
     */
    @Differentiable(order = 2)
    @FixedPoint(map = "next")
    public static double byIteration(double mean, double eccentricity) {
        double x = mean;
        double before;
        do {
            before = x;
            x = next(x, mean, eccentricity);
        } while (Math.abs(x - before) > 1e-15 * Math.max(1, Math.abs(x)));
        return x;
    }

    static double next(double x, double mean, double eccentricity) {
        return mean + eccentricity * Math.sin(x);
    }

    /** The distance from the sun, in semi-major axes. */
    @Differentiable(order = 2)
    public static double distance(double mean, double eccentricity) {
        return 1 - eccentricity * Math.cos(byNewton(mean, eccentricity));
    }
}
