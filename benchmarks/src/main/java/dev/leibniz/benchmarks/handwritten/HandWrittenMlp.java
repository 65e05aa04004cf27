package dev.leibniz.benchmarks.handwritten;

import dev.leibniz.benchmarks.results.MlpGradient;

/** The gradient of {@link dev.leibniz.benchmarks.problems.Mlp}: each input's forward and backward part in one iteration. */
public final class HandWrittenMlp {
    private HandWrittenMlp() {}

    /** Returns the gradient by weights and biases. */
    public static MlpGradient gradient(
            double[][] hidden,
            double[] hiddenBias,
            double[][] output,
            double[] outputBias,
            double[][] inputs,
            int[] labels) {
        double[][] hiddenBar = new double[hidden.length][hiddenBias.length];
        double[] hiddenBiasBar = new double[hiddenBias.length];
        double[][] outputBar = new double[output.length][outputBias.length];
        double[] outputBiasBar = new double[outputBias.length];
        double[] units = new double[hiddenBias.length];
        double[] unitsBar = new double[hiddenBias.length];
        double[] logits = new double[outputBias.length];
        double scale = 1.0 / inputs.length;
        for (int i = 0; i < inputs.length; i++) {
            affine(hidden, hiddenBias, inputs[i], units);
            for (int j = 0; j < units.length; j++) {
                units[j] = Math.max(0, units[j]);
            }
            affine(output, outputBias, units, logits);
            double[] logitsBar = logits;
            softmax(logits, scale);
            logitsBar[labels[i]] -= scale;

            reverseAffine(output, units, logitsBar, unitsBar, outputBar, outputBiasBar);
            for (int j = 0; j < units.length; j++) {
                double bar = units[j] > 0 ? unitsBar[j] : 0;
                unitsBar[j] = bar;
                hiddenBiasBar[j] += bar;
            }
            double[] input = inputs[i];
            for (int k = 0; k < input.length; k++) {
                double[] rowBar = hiddenBar[k];
                double factor = input[k];
                for (int j = 0; j < unitsBar.length; j++) {
                    rowBar[j] += unitsBar[j] * factor;
                }
            }
        }
        return new MlpGradient(hiddenBar, hiddenBiasBar, outputBar, outputBiasBar);
    }

    private static void affine(double[][] weights, double[] bias, double[] in, double[] out) {
        System.arraycopy(bias, 0, out, 0, out.length);
        for (int i = 0; i < in.length; i++) {
            double[] row = weights[i];
            double factor = in[i];
            for (int j = 0; j < out.length; j++) {
                out[j] += row[j] * factor;
            }
        }
    }

    private static void reverseAffine(
            double[][] weights, double[] in, double[] outBar, double[] inBar, double[][] weightsBar, double[] biasBar) {
        for (int j = 0; j < outBar.length; j++) {
            biasBar[j] += outBar[j];
        }
        for (int i = 0; i < in.length; i++) {
            double[] row = weights[i];
            double[] rowBar = weightsBar[i];
            double factor = in[i];
            double bar = 0;
            for (int j = 0; j < outBar.length; j++) {
                rowBar[j] += outBar[j] * factor;
                bar += row[j] * outBar[j];
            }
            inBar[i] = bar;
        }
    }

    private static void softmax(double[] v, double scale) {
        double max = v[0];
        for (int k = 1; k < v.length; k++) {
            max = v[k] > max ? v[k] : max;
        }
        double sum = 0;
        for (int k = 0; k < v.length; k++) {
            v[k] = Math.exp(v[k] - max);
            sum += v[k];
        }
        for (int k = 0; k < v.length; k++) {
            v[k] *= scale / sum;
        }
    }
}
