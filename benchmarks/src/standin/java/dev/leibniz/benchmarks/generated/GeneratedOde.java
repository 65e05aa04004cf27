package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.handwritten.HandWrittenOde;

/** Stands in for the class of the same name that calls generated code. */
public final class GeneratedOde {
    private GeneratedOde() {}

    /** Stands in for generated code. */
    public static double[] gradient(double[] x, int s) {
        return HandWrittenOde.gradient(x, s);
    }
}
