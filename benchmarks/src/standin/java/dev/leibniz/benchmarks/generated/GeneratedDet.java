package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.handwritten.HandWrittenDet;

/** Stands in for the class of the same name that calls generated code. */
public final class GeneratedDet {
    private GeneratedDet() {}

    /** Stands in for generated code. */
    public static double[] gradient(double[] a, int ell) {
        return HandWrittenDet.gradient(a, ell);
    }
}
