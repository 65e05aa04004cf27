package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.handwritten.HandWrittenLstm;
import dev.leibniz.benchmarks.results.LstmGradient;

/** Stands in for the class of the same name that calls generated code. */
public final class GeneratedLstm {
    private GeneratedLstm() {}

    /** Stands in for generated code. */
    public static LstmGradient gradient(double[][] mainParams, double[][] extraParams, double[][] state, double[][] sequence) {
        return HandWrittenLstm.gradient(mainParams, extraParams, state, sequence);
    }
}
