package dev.leibniz.spark;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.Form;
import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.runtime.Activations;
import dev.leibniz.runtime.Linear;
import dev.leibniz.runtime.Losses;
import java.io.Serializable;
import java.util.Random;

/** A network with one hidden layer that says which digit a picture shows. */
final class DigitNet {
    private DigitNet() {}

    /** The parameters, or a gradient with respect to them. */
    record Weights(double[][] w1, double[] b1, double[][] w2, double[] b2) implements Serializable {

        static Weights zero() {
            return new Weights(new double[24][64], new double[24], new double[10][24], new double[10]);
        }

        static Weights random(long seed) {
            Random random = new Random(seed);
            Weights weights = zero();
            for (double[][] w : new double[][][] {weights.w1, weights.w2}) {
                for (double[] row : w) {
                    for (int j = 0; j < row.length; j++) {
                        row[j] = Math.sqrt(2.0 / row.length) * random.nextGaussian();
                    }
                }
            }
            return weights;
        }

        /** {@code this += step · other}. */
        void add(double step, Weights other) {
            double[][] from = other.rows();
            double[][] to = rows();
            for (int i = 0; i < to.length; i++) {
                for (int j = 0; j < to[i].length; j++) {
                    to[i][j] += step * from[i][j];
                }
            }
        }

        void add(Weights other) {
            add(1, other);
        }

        /** All numbers, in arrays that are those of this object. */
        double[][] rows() {
            double[][] rows = new double[w1.length + w2.length + 2][];
            System.arraycopy(w1, 0, rows, 0, w1.length);
            System.arraycopy(w2, 0, rows, w1.length, w2.length);
            rows[rows.length - 2] = b1;
            rows[rows.length - 1] = b2;
            return rows;
        }
    }

    @Differentiable(forms = Form.GRAD)
    static double loss(Weights w, @NoDerivative double[] pixels, @NoDerivative int label) {
        return Losses.crossEntropyWithLogits(logits(w, pixels), label);
    }

    static double[] logits(Weights w, double[] pixels) {
        double[] hidden = layer(w.w1(), w.b1(), pixels);
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = Activations.relu(hidden[i]);
        }
        return layer(w.w2(), w.b2(), hidden);
    }

    private static double[] layer(double[][] w, double[] b, double[] x) {
        double[] z = Linear.matVec(w, x);
        for (int i = 0; i < z.length; i++) {
            z[i] += b[i];
        }
        return z;
    }
}
