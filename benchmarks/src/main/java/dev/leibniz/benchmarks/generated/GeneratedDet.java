package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.problems.DetGrad;

/** The gradient of {@link dev.leibniz.benchmarks.problems.Det}. */
public final class GeneratedDet {
    private GeneratedDet() {}

    /** Returns the gradient by {@code a}, row by row. */
    public static double[] gradient(double[] a, int ell) {
        return DetGrad.primalGrad(a, ell).a();
    }
}
