package dev.leibniz.sample;

import java.util.Random;

/**
 * The parameters of a {@link DigitNet}, or a gradient with respect to them, or a velocity: anything of their shape.
 *
 * @param w1 [hidden][pixels]
 * @param b1 [hidden]
 * @param w2 [digits][hidden]
 * @param b2 [digits]
 */
record Weights(double[][] w1, double[] b1, double[][] w2, double[] b2) {

    static Weights zero(int inputs, int hidden, int outputs) {
        return new Weights(
                new double[hidden][inputs], new double[hidden], new double[outputs][hidden], new double[outputs]);
    }

    /** Normally distributed, with the variance that keeps a ReLU network's signals level (He and others, 2015). */
    static Weights random(int inputs, int hidden, int outputs, Random random) {
        Weights weights = zero(inputs, hidden, outputs);
        for (double[][] w : new double[][][] {weights.w1, weights.w2}) {
            for (double[] row : w) {
                double deviation = Math.sqrt(2.0 / row.length);
                for (int j = 0; j < row.length; j++) {
                    row[j] = deviation * random.nextGaussian();
                }
            }
        }
        return weights;
    }

    int count() {
        return w1.length * w1[0].length + b1.length + w2.length * w2[0].length + b2.length;
    }

    double[] logits(Digit digit) {
        return DigitNet.logits(w1, b1, w2, b2, digit.pixels());
    }

    /** Adds the gradient of the loss for {@code digit} to {@code gradient}, and returns the loss. */
    double addLossGradient(Digit digit, Weights gradient) {
        return DigitNetGrad.lossGradInto(
                        w1,
                        b1,
                        w2,
                        b2,
                        digit.pixels(),
                        digit.label(),
                        gradient.w1,
                        gradient.b1,
                        gradient.w2,
                        gradient.b2)
                .value();
    }

    /** {@code this = factor · this + step · other}. */
    void scaleAndAdd(double factor, double step, Weights other) {
        scaleAndAdd(w1, factor, step, other.w1);
        scaleAndAdd(b1, factor, step, other.b1);
        scaleAndAdd(w2, factor, step, other.w2);
        scaleAndAdd(b2, factor, step, other.b2);
    }

    private static void scaleAndAdd(double[][] to, double factor, double step, double[][] from) {
        for (int i = 0; i < to.length; i++) {
            scaleAndAdd(to[i], factor, step, from[i]);
        }
    }

    private static void scaleAndAdd(double[] to, double factor, double step, double[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] = factor * to[i] + step * from[i];
        }
    }
}
