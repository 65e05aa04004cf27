package dev.leibniz.sample;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.Form;
import dev.leibniz.annotations.NoDerivative;

/** Two functions whose derivatives can be checked with pencil and paper. */
final class Textbook {
    private Textbook() {}

    /** sin((2x + 1)²). */
    @Differentiable(forms = {Form.GRAD, Form.TRACE})
    static double wave(double x) {
        double u = 2 * x + 1;
        double v = u * u;
        return Math.sin(v);
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
    @Differentiable(forms = {Form.GRAD, Form.TRACE})
    static double loss(
            double[][] w1, double[] b1, double[] w2, double b2, @NoDerivative double[] x, @NoDerivative double y) {
        double yHat = predict(w1, b1, w2, b2, x);
        return -y * Math.log(yHat) - (1 - y) * Math.log(1 - yHat);
    }

    /** The network itself: a hidden layer with ReLU, and one output with the sigmoid. */
    static double predict(double[][] w1, double[] b1, double[] w2, double b2, double[] x) {
        double[] z1 = new double[w1.length];
        double[] a1 = new double[w1.length];
        double z2 = b2;
        for (int i = 0; i < w1.length; i++) {
            z1[i] = b1[i];
            for (int j = 0; j < x.length; j++) {
                z1[i] += w1[i][j] * x[j];
            }
            a1[i] = Math.max(z1[i], 0);
            z2 += w2[i] * a1[i];
        }
        return 1 / (1 + Math.exp(-z2));
    }
}
