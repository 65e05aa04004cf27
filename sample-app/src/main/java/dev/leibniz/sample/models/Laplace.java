package dev.leibniz.sample.models;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.ImplicitFunction;
import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.annotations.Solver;
import dev.leibniz.runtime.Linear;

/**
 * Counts in groups that differ: each group has an effect of its own on the logarithm of its rate, normally distributed. The effects are
 * integrated out by Laplace's approximation: a Gaussian around the point where the integrand is largest. That point is found by
 * Newton's method with a generated Hessian, and the whole is differentiated by the parameters again.
 */
public final class Laplace {
    private Laplace() {}

    /**
     * The logarithm of the approximated likelihood, without constants.
     *
     * @param mean of the logarithms of the rates
     * @param logScale the logarithm of the standard deviation of the effects
     * @param counts one for each group
     */
    @Differentiable
    public static double logLikelihood(double mean, double logScale, @NoDerivative double[] counts) {
        double[] effects = mode(mean, logScale, counts);
        double[][] curvature =
                LaplaceGrad.jointHessian(effects, mean, logScale, counts).matrix();
        return -joint(effects, mean, logScale, counts) - 0.5 * Linear.logDet(curvature);
    }

    /** The most probable effects. */
    @ImplicitFunction(residual = "slope", solver = Solver.CHOLESKY)
    static double[] mode(double mean, double logScale, @NoDerivative double[] counts) {
        double[] effects = new double[counts.length];
        for (int step = 0; step < 50; step++) {
            LaplaceGrad.JointHessian at = LaplaceGrad.jointHessian(effects, mean, logScale, counts);
            double[] direction = Linear.solve(at.matrix(), at.grad().effects());
            for (int i = 0; i < effects.length; i++) {
                effects[i] -= direction[i];
            }
        }
        return effects;
    }

    static double[] slope(double[] effects, double mean, double logScale, @NoDerivative double[] counts) {
        return LaplaceGrad.jointGrad(effects, mean, logScale, counts).effects();
    }

    /** The negative logarithm of the density of counts and effects, of which the latter are differentiated. */
    @Differentiable(order = 2, wrt = "effects")
    static double joint(double[] effects, double mean, double logScale, @NoDerivative double[] counts) {
        double scale = Math.exp(logScale);
        double sum = 0;
        for (int i = 0; i < effects.length; i++) {
            double logRate = mean + effects[i];
            double z = effects[i] / scale;
            sum += Math.exp(logRate) - counts[i] * logRate + 0.5 * z * z + logScale;
        }
        return sum;
    }
}
