package dev.leibniz.benchmarks.problems;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** A network with one hidden layer, as one trains it: the loss of a batch of labelled inputs. */
public final class Mlp {
    private Mlp() {}

    /**
     * The mean cross-entropy of the batch.
     *
     * @param hidden weights from inputs to hidden units; inputs × units
     * @param hiddenBias units
     * @param output weights from hidden units to classes; units × classes
     * @param outputBias classes
     * @param inputs batch × inputs
     * @param labels the class of each input; batch
     */
    @Differentiable(order = 2)
    public static double loss(
            double[][] hidden,
            double[] hiddenBias,
            double[][] output,
            double[] outputBias,
            @NoDerivative double[][] inputs,
            int[] labels) {
        double total = 0;
        for (int i = 0; i < inputs.length; i++) {
            double[] units = affine(hidden, hiddenBias, inputs[i]);
            for (int j = 0; j < units.length; j++) {
                units[j] = Math.max(0, units[j]);
            }
            double[] logits = affine(output, outputBias, units);
            total += logSumExp(logits) - logits[labels[i]];
        }
        return total / inputs.length;
    }

    private static double[] affine(double[][] weights, double[] bias, double[] in) {
        double[] out = bias.clone();
        for (int i = 0; i < in.length; i++) {
            double[] row = weights[i];
            double factor = in[i];
            for (int j = 0; j < out.length; j++) {
                out[j] += row[j] * factor;
            }
        }
        return out;
    }

    private static double logSumExp(double[] v) {
        int largest = 0;
        for (int k = 1; k < v.length; k++) {
            if (v[k] > v[largest]) {
                largest = k;
            }
        }
        double max = v[largest];
        double sum = 0;
        for (int k = 0; k < v.length; k++) {
            sum += Math.exp(v[k] - max);
        }
        return max + Math.log(sum);
    }
}
