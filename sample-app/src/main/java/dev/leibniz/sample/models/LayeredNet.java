package dev.leibniz.sample.models;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.ArrayList;
import java.util.List;

/** A network as a list of layers, each an object of its own class. */
public final class LayeredNet {
    private LayeredNet() {}

    interface Layer {
        double[] apply(double[] x);
    }

    record Dense(double[][] weights, double[] bias) implements Layer {
        @Override
        public double[] apply(double[] x) {
            double[] y = bias.clone();
            for (int i = 0; i < y.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    y[i] += weights[i][j] * x[j];
                }
            }
            return y;
        }
    }

    record Tanh() implements Layer {
        @Override
        public double[] apply(double[] x) {
            double[] y = new double[x.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.tanh(x[i]);
            }
            return y;
        }
    }

    private static double[] forward(List<Layer> layers, double[] x) {
        double[] y = x;
        for (Layer layer : layers) {
            y = layer.apply(y);
        }
        return y;
    }

    /**
     * The mean squared error of a network with a hidden layer.
     *
     * @param w1 [hidden][inputs]
     * @param b1 [hidden]
     * @param w2 [outputs][hidden]
     * @param b2 [outputs]
     * @param x the examples, [examples][inputs]
     * @param y what the network should give, [examples][outputs]
     */
    @Differentiable
    public static double loss(
            double[][] w1,
            double[] b1,
            double[][] w2,
            double[] b2,
            @NoDerivative double[][] x,
            @NoDerivative double[][] y) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Dense(w1, b1));
        layers.add(new Tanh());
        layers.add(new Dense(w2, b2));
        double sum = 0;
        for (int e = 0; e < x.length; e++) {
            double[] out = forward(layers, x[e]);
            for (int i = 0; i < out.length; i++) {
                sum += (out[i] - y[e][i]) * (out[i] - y[e][i]);
            }
        }
        return sum / x.length;
    }
}
