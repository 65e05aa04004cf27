package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.problems.OdeGrad;

/** The gradient of the last component of {@link dev.leibniz.benchmarks.problems.Ode}. */
public final class GeneratedOde {
    private GeneratedOde() {}

    /** Returns the gradient of y<sub>n−1</sub>(2) by {@code x}. */
    public static double[] gradient(double[] x, int s) {
        double[] cotangent = new double[x.length];
        cotangent[x.length - 1] = 1;
        return OdeGrad.primalVjp(x, s, cotangent).x();
    }
}
