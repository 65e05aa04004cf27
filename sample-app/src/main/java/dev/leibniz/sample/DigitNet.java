package dev.leibniz.sample;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** A network with one hidden layer that says which digit a picture shows: plain Java, differentiated at compile time. */
final class DigitNet {
    private DigitNet() {}

    /**
     * The cross-entropy of the softmax of the {@link #logits} for one picture.
     *
     * @param w1 [hidden][pixels]
     * @param b1 [hidden]
     * @param w2 [digits][hidden]
     * @param b2 [digits]
     * @param pixels the picture, row by row, from 0 (paper) to 1 (ink)
     * @param digit the one it shows
     */
    @Differentiable
    static double loss(
            double[][] w1,
            double[] b1,
            double[][] w2,
            double[] b2,
            @NoDerivative double[] pixels,
            @NoDerivative int digit) {
        double[] logits = logits(w1, b1, w2, b2, pixels);
        double max = logits[0];
        for (int k = 1; k < logits.length; k++) {
            max = Math.max(max, logits[k]);
        }
        double total = 0;
        for (int k = 0; k < logits.length; k++) {
            total += Math.exp(logits[k] - max);
        }
        return max + Math.log(total) - logits[digit];
    }

    /** How much speaks for each digit. */
    static double[] logits(double[][] w1, double[] b1, double[][] w2, double[] b2, double[] pixels) {
        double[] hidden = layer(w1, b1, pixels);
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = Math.max(hidden[i], 0);
        }
        return layer(w2, b2, hidden);
    }

    private static double[] layer(double[][] w, double[] b, double[] x) {
        double[] z = new double[b.length];
        for (int i = 0; i < z.length; i++) {
            double[] row = w[i];
            double sum = b[i];
            for (int j = 0; j < x.length; j++) {
                sum += row[j] * x[j];
            }
            z[i] = sum;
        }
        return z;
    }
}
