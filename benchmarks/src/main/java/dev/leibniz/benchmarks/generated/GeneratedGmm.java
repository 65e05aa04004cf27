package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.problems.GmmGrad;
import dev.leibniz.benchmarks.results.GmmGradient;

/** The gradient of {@link dev.leibniz.benchmarks.problems.Gmm}. */
public final class GeneratedGmm {
    private GeneratedGmm() {}

    /** Returns the gradient by the mixture's parameters. */
    public static GmmGradient gradient(
            double[] alpha, double[][] mu, double[][] q, double[][] l, double[][] x, double gamma, int m) {
        GmmGrad.ObjectiveGrad grad = GmmGrad.objectiveGrad(alpha, mu, q, l, x, gamma, m);
        return new GmmGradient(grad.alpha(), grad.mu(), grad.q(), grad.l());
    }
}
