package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.handwritten.HandWrittenBundleAdjustment;
import dev.leibniz.benchmarks.problems.Observations;
import dev.leibniz.benchmarks.results.SparseJacobian;

/** Stands in for the class of the same name that calls generated code. */
public final class GeneratedBundleAdjustment {
    private GeneratedBundleAdjustment() {}

    /** Stands in for generated code. */
    public static SparseJacobian jacobian(Observations data) {
        return HandWrittenBundleAdjustment.jacobian(data);
    }
}
