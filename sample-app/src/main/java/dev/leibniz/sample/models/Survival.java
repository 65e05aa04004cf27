package dev.leibniz.sample.models;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.List;
import java.util.logging.Logger;

/** A Weibull regression of times, some of which are cut off. */
public final class Survival {
    private static final Logger LOG = Logger.getLogger(Survival.class.getName());

    private Survival() {}

    /**
     * One case.
     *
     * @param time until the event, or until nobody looked any more
     * @param isCensored whether the event had not come by then
     * @param covariates as many as there are coefficients
     */
    public record Observation(double time, boolean isCensored, double[] covariates) {}

    /**
     * The logarithm of the likelihood.
     *
     * @param logShape the logarithm of the shape of the Weibull distribution
     * @param coefficients of the covariates, for the logarithm of the scale
     * @param data the cases; those with a time that is not positive are skipped
     */
    @Differentiable(order = 2)
    public static double logLikelihood(double logShape, double[] coefficients, @NoDerivative List<Observation> data) {
        double shape = Math.exp(logShape);
        double sum = 0;
        for (Observation one : data) {
            if (one.time() <= 0) {
                LOG.warning("skipped an observation at time " + one.time());
                continue;
            }
            double eta = 0;
            for (int j = 0; j < coefficients.length; j++) {
                eta += coefficients[j] * one.covariates()[j];
            }
            double z = shape * (Math.log(one.time()) - eta);
            sum += one.isCensored() ? -Math.exp(z) : Math.log(shape) + z - Math.log(one.time()) - Math.exp(z);
        }
        return sum;
    }
}
