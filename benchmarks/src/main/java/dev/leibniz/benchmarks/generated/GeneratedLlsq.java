package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.problems.LlsqGrad;

/** The gradient of {@link dev.leibniz.benchmarks.problems.Llsq}. */
public final class GeneratedLlsq {
    private GeneratedLlsq() {}

    /** Returns the gradient by {@code x}. */
    public static double[] gradient(double[] x, int n) {
        return LlsqGrad.primalGrad(x, n).x();
    }
}
