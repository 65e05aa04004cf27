package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.problems.MlpGrad;
import dev.leibniz.benchmarks.results.MlpGradient;

/** The gradient of {@link dev.leibniz.benchmarks.problems.Mlp}. */
public final class GeneratedMlp {
    private GeneratedMlp() {}

    /** Returns the gradient by weights and biases. */
    public static MlpGradient gradient(
            double[][] hidden,
            double[] hiddenBias,
            double[][] output,
            double[] outputBias,
            double[][] inputs,
            int[] labels) {
        MlpGrad.LossGrad grad = MlpGrad.lossGrad(hidden, hiddenBias, output, outputBias, inputs, labels);
        return new MlpGradient(grad.hidden(), grad.hiddenBias(), grad.output(), grad.outputBias());
    }
}
