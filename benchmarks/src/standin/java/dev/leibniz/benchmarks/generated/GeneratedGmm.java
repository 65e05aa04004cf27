package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.handwritten.HandWrittenGmm;
import dev.leibniz.benchmarks.results.GmmGradient;

/** Stands in for the class of the same name that calls generated code. */
public final class GeneratedGmm {
    private GeneratedGmm() {}

    /** Stands in for generated code. */
    public static GmmGradient gradient(double[] alpha, double[][] mu, double[][] q, double[][] l, double[][] x, double gamma, int m) {
        return HandWrittenGmm.gradient(alpha, mu, q, l, x, gamma, m);
    }
}
