package dev.leibniz.benchmarks.problems;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** A long short-term memory with diagonal weight matrices that predicts the next character of a text. */
public final class Lstm {
    private Lstm() {}

    /**
     * The mean loss per bit.
     *
     * @param mainParams for each layer a row of weights and a row of biases, each with four blocks of b numbers: forget
     *     gate, input gate, output gate, change
     * @param extraParams the scale of the input, and the scale and bias of the output; 3 × b
     * @param state for each layer the hidden and the cell state at the start; 2L × b
     * @param sequence the characters; c × b
     */
    @Differentiable
    public static double objective(
            double[][] mainParams,
            double[][] extraParams,
            @NoDerivative double[][] state,
            @NoDerivative double[][] sequence) {
        int layers = mainParams.length / 2;
        int bits = extraParams[0].length;
        int predictions = sequence.length - 1;
        double[][] memory = new double[2 * layers][];
        for (int i = 0; i < memory.length; i++) {
            memory[i] = state[i].clone();
        }
        double[] inputScale = extraParams[0];
        double[] flow = new double[bits];
        double total = 0;
        for (int t = 0; t < predictions; t++) {
            double[] character = sequence[t];
            for (int j = 0; j < bits; j++) {
                flow[j] = character[j] * inputScale[j];
            }
            for (int i = 0; i < layers; i++) {
                layer(mainParams[2 * i], mainParams[2 * i + 1], memory[2 * i], memory[2 * i + 1], flow);
            }
            total += logLikelihood(flow, extraParams[1], extraParams[2], sequence[t + 1]);
        }
        return -total / (bits * predictions);
    }

    /** Takes one layer a step further; {@code flow} is its input before and its output after. */
    private static void layer(double[] weight, double[] bias, double[] hidden, double[] cell, double[] flow) {
        int bits = flow.length;
        for (int j = 0; j < bits; j++) {
            double in = flow[j];
            double h = hidden[j];
            double forget = sigmoid(in * weight[j] + bias[j]);
            double ingate = sigmoid(h * weight[bits + j] + bias[bits + j]);
            double outgate = sigmoid(in * weight[2 * bits + j] + bias[2 * bits + j]);
            double change = Math.tanh(h * weight[3 * bits + j] + bias[3 * bits + j]);
            cell[j] = cell[j] * forget + ingate * change;
            hidden[j] = outgate * Math.tanh(cell[j]);
            flow[j] = hidden[j];
        }
    }

    private static double logLikelihood(double[] output, double[] scale, double[] bias, double[] target) {
        double sum = 0;
        double linear = 0;
        double targets = 0;
        for (int j = 0; j < output.length; j++) {
            double y = output[j] * scale[j] + bias[j];
            sum += Math.exp(y);
            linear += target[j] * y;
            targets += target[j];
        }
        return linear - targets * Math.log(2 + sum);
    }

    private static double sigmoid(double v) {
        return 1 / (1 + Math.exp(-v));
    }
}
