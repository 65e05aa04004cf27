package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.handwritten.HandWrittenLse;

/** Stands in for the class of the same name that calls generated code. */
public final class GeneratedLse {
    private GeneratedLse() {}

    /** Stands in for generated code. */
    public static double[] gradient(double[] x) {
        return HandWrittenLse.gradient(x);
    }
}
