package dev.leibniz.sample;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** Two functions whose derivatives can be checked with pencil and paper. */
final class Textbook {
    private Textbook() {}

    /** sin((2x + 1)²). */
    @Differentiable
    static double wave(double x) {
        double u = 2 * x + 1;
        return Math.sin(u * u);
    }

    /**
     * The binary cross-entropy of a network with one hidden layer.
     *
     * @param w1 [hidden][inputs]
     * @param b1 [hidden]
     * @param w2 [hidden]
     * @param b2 of the output
     * @param x [inputs]
     * @param y 0 or 1, what {@link #predict} should say
     */
    @Differentiable
    static double loss(
            double[][] w1, double[] b1, double[] w2, double b2, @NoDerivative double[] x, @NoDerivative double y) {
        double prediction = predict(w1, b1, w2, b2, x);
        return -y * Math.log(prediction) - (1 - y) * Math.log(1 - prediction);
    }

    /** The network itself: a hidden layer with ReLU, and one output with the sigmoid. */
    static double predict(double[][] w1, double[] b1, double[] w2, double b2, double[] x) {
        double z2 = b2;
        for (int i = 0; i < w1.length; i++) {
            double z1 = b1[i];
            for (int j = 0; j < x.length; j++) {
                z1 += w1[i][j] * x[j];
            }
            z2 += w2[i] * Math.max(z1, 0);
        }
        return 1 / (1 + Math.exp(-z2));
    }
}
