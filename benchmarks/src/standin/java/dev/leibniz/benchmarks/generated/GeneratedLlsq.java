package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.handwritten.HandWrittenLlsq;

/** Stands in for the class of the same name that calls generated code. */
public final class GeneratedLlsq {
    private GeneratedLlsq() {}

    /** Stands in for generated code. */
    public static double[] gradient(double[] x, int n) {
        return HandWrittenLlsq.gradient(x, n);
    }
}
