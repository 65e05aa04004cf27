package dev.leibniz.sample.models;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.Form;
import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.runtime.FlatFunction;
import dev.leibniz.runtime.Reductions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A generalised linear model of counts, fitted by the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno (L-BFGS). */
public final class PoissonRegression {
    private PoissonRegression() {}

    /** A step, and by how much the gradient changed in it; both have one number for each number that is optimised. */
    private record Step(double[] x, double[] gradient) {}

    /**
     * The negative logarithm of the likelihood, without what does not depend on the coefficients.
     *
     * @param coefficients of the covariates, for the logarithm of the expected count
     * @param covariates [cases][coefficients]
     * @param counts [cases]
     */
    @Differentiable(forms = {Form.GRAD, Form.FLAT})
    public static double loss(double[] coefficients, @NoDerivative double[][] covariates, int[] counts) {
        double loss = 0;
        for (int i = 0; i < counts.length; i++) {
            double eta = Reductions.dot(coefficients, covariates[i]);
            loss += Math.exp(eta) - counts[i] * eta;
        }
        return loss;
    }

    /**
     * Where a convex function is least.
     *
     * @param f the function, which knows where to start
     * @param tolerance the norm of a gradient that is small enough
     */
    public static double[] minimize(FlatFunction f, double tolerance) {
        List<Step> steps = new ArrayList<>();
        double[] x = f.start();
        double[] gradient = new double[x.length];
        double value = f.gradient(x, gradient);
        for (int i = 0; i < 200 && Reductions.norm2(gradient) > tolerance; i++) {
            double[] direction = newton(steps, steps.size() - 1, gradient);
            double rate = -1;
            double[] next = sum(x, rate, direction);
            while (f.value(next) > value + 1e-4 * rate * Reductions.dot(gradient, direction)) {
                rate /= 2;
                next = sum(x, rate, direction);
            }
            double[] nextGradient = new double[x.length];
            value = f.gradient(next, nextGradient);
            Step step = new Step(sum(next, -1, x), sum(nextGradient, -1, gradient));
            if (Reductions.dot(step.x(), step.gradient()) > 0) { // not where rounding is all that is left
                steps.add(step);
            }
            x = next;
            gradient = nextGradient;
        }
        return x;
    }

    /** An inverse Hessian times {@code q}, by what is known from step {@code k} and up to seven before it: Nocedal's two loops. */
    private static double[] newton(List<Step> steps, int k, double[] q) {
        if (k < 0 || k < steps.size() - 8) {
            Step last = steps.isEmpty() ? new Step(q, q) : steps.get(steps.size() - 1);
            double scale = Reductions.dot(last.x(), last.gradient()) / Reductions.dot(last.gradient(), last.gradient());
            return sum(new double[q.length], scale, q);
        }
        Step step = steps.get(k);
        double curvature = Reductions.dot(step.x(), step.gradient());
        double before = Reductions.dot(step.x(), q) / curvature;
        double[] product = newton(steps, k - 1, sum(q, -before, step.gradient()));
        return sum(product, before - Reductions.dot(step.gradient(), product) / curvature, step.x());
    }

    private static double[] sum(double[] a, double factor, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, j -> a[j] + factor * b[j]);
        return sum;
    }
}
