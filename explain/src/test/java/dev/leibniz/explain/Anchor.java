package dev.leibniz.explain;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.Form;
import dev.leibniz.annotations.NoDerivative;

/** The network of the textbook, and a deep one. */
final class Anchor {
    private Anchor() {}

    @Differentiable(forms = {Form.GRAD, Form.TRACE})
    static double loss(
            double[][] w1, double[] b1, double[] w2, double b2, @NoDerivative double[] x, @NoDerivative double y) {
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
        double yHat = 1 / (1 + Math.exp(-z2));
        return -y * Math.log(yHat) - (1 - y) * Math.log(1 - yHat);
    }

    /** One unit in each layer. */
    @Differentiable(forms = {Form.GRAD, Form.TRACE})
    static double deep(double[] w, double x, @NoDerivative boolean isRelu) {
        double a = x;
        for (int layer = 0; layer < w.length; layer++) {
            double z = w[layer] * a;
            a = isRelu ? Math.max(z, 0) : 1 / (1 + Math.exp(-z));
        }
        return a;
    }
}
