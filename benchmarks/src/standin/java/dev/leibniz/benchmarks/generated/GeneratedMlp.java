package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.handwritten.HandWrittenMlp;
import dev.leibniz.benchmarks.results.MlpGradient;

/** Stands in for the class of the same name that calls generated code. */
public final class GeneratedMlp {
    private GeneratedMlp() {}

    /** Stands in for generated code. */
    public static MlpGradient gradient(double[][] hidden, double[] hiddenBias, double[][] output, double[] outputBias, double[][] inputs, int[] labels) {
        return HandWrittenMlp.gradient(hidden, hiddenBias, output, outputBias, inputs, labels);
    }
}
