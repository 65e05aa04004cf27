package dev.leibniz.sample;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.annotations.Reversible;
import dev.leibniz.runtime.Losses;

/**
 * A residual network whose layers can be undone: each half of the state gets something added that depends on the other half only. Its
 * gradient makes the states of the layers again, last to first, so that a hundred layers need the memory of one.
 */
final class ReversibleNet {
    private ReversibleNet() {}

    /** The state between two layers: for each image two halves. */
    record Halves(double[][] a, double[][] b) {}

    /**
     * The mean cross-entropy of a batch of images.
     *
     * @param layers for each layer two matrices, one below the other: the first adds to the first half, the second to the second
     * @param readout a row for each class
     */
    @Differentiable
    static double reversible(
            double[][][] layers, double[][] readout, @NoDerivative double[][] images, @NoDerivative int[] labels) {
        Halves state = split(images);
        for (int i = 0; i < layers.length; i++) {
            couple(state, layers[i]);
        }
        return loss(state, readout, labels);
    }

    /** The same, where the gradient remembers what each layer had. */
    @Differentiable
    static double ordinary(
            double[][][] layers, double[][] readout, @NoDerivative double[][] images, @NoDerivative int[] labels) {
        Halves state = split(images);
        for (int i = 0; i < layers.length; i++) {
            add(state.a(), state.b(), layers[i], 0, 1);
            add(state.b(), state.a(), layers[i], state.a()[0].length, 1);
        }
        return loss(state, readout, labels);
    }

    @Reversible(inverse = "uncouple")
    static void couple(Halves state, double[][] weights) {
        add(state.a(), state.b(), weights, 0, 1);
        add(state.b(), state.a(), weights, state.a()[0].length, 1);
    }

    static void uncouple(Halves state, double[][] weights) {
        add(state.b(), state.a(), weights, state.a()[0].length, -1);
        add(state.a(), state.b(), weights, 0, -1);
    }

    /** Adds to one half what a layer of {@code tanh} makes of the other. */
    private static void add(double[][] to, double[][] from, double[][] weights, int firstRow, int sign) {
        for (int n = 0; n < to.length; n++) {
            for (int i = 0; i < to[n].length; i++) {
                double sum = 0;
                for (int j = 0; j < from[n].length; j++) {
                    sum += weights[firstRow + i][j] * from[n][j];
                }
                to[n][i] += sign * Math.tanh(sum);
            }
        }
    }

    private static Halves split(double[][] images) {
        int half = images[0].length / 2;
        double[][] a = new double[images.length][half];
        double[][] b = new double[images.length][half];
        for (int n = 0; n < images.length; n++) {
            for (int i = 0; i < half; i++) {
                a[n][i] = images[n][2 * i];
                b[n][i] = images[n][2 * i + 1];
            }
        }
        return new Halves(a, b);
    }

    private static double loss(Halves state, double[][] readout, int[] labels) {
        double sum = 0;
        for (int n = 0; n < labels.length; n++) {
            double[] scores = new double[readout.length];
            for (int c = 0; c < scores.length; c++) {
                for (int i = 0; i < state.a()[n].length; i++) {
                    scores[c] += readout[c][2 * i] * state.a()[n][i] + readout[c][2 * i + 1] * state.b()[n][i];
                }
            }
            sum += Losses.crossEntropyWithLogits(scores, labels[n]);
        }
        return sum / labels.length;
    }
}
