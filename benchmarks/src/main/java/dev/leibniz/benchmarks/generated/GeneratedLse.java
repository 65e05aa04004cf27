package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.problems.LseGrad;

/** The gradient of {@link dev.leibniz.benchmarks.problems.Lse}. */
public final class GeneratedLse {
    private GeneratedLse() {}

    /** Returns the gradient by {@code x}. */
    public static double[] gradient(double[] x) {
        return LseGrad.primalGrad(x).x();
    }
}
