package dev.leibniz.sample.docs;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.Form;
import dev.leibniz.annotations.NoDerivative;

/** The functions of docs/chain-rule.md. */
final class Chains {
    private Chains() {}

    @Differentiable(forms = {Form.GRAD, Form.TRACE})
    static double wave(double x) {
        double u = 2 * x + 1;
        double v = u * u;
        return Math.sin(v);
    }

    @Differentiable(forms = {Form.GRAD, Form.TRACE})
    static double twoWays(double x, double y) {
        double p = x * y;
        double q = x + y;
        return p * q;
    }

    @Differentiable(forms = {Form.GRAD, Form.TRACE})
    static double sigmoid(double z) {
        double p = 1 / (1 + Math.exp(-z));
        return p;
    }

    @Differentiable(forms = {Form.GRAD, Form.TRACE})
    static double tanh(double z) {
        double t = Math.tanh(z);
        return t;
    }

    @Differentiable(forms = {Form.GRAD, Form.TRACE})
    static double relu(double z) {
        double r = Math.max(z, 0);
        return r;
    }

    @Differentiable(forms = {Form.GRAD, Form.TRACE})
    static double squaredError(double prediction, @NoDerivative double target) {
        double e = prediction - target;
        return e * e;
    }

    @Differentiable(forms = {Form.GRAD, Form.TRACE})
    static double crossEntropy(double z, @NoDerivative double y) {
        double p = 1 / (1 + Math.exp(-z));
        return -y * Math.log(p) - (1 - y) * Math.log(1 - p);
    }

    @Differentiable(forms = {Form.GRAD, Form.TRACE})
    static double deep(double[] w, double x, @NoDerivative boolean isRelu) {
        double a = x;
        for (int layer = 0; layer < w.length; layer++) {
            double z = w[layer] * a;
            a = isRelu ? Math.max(z, 0) : 1 / (1 + Math.exp(-z));
        }
        return a;
    }

    @Differentiable(order = 2)
    static double cube(double x) {
        return x * x * x;
    }
}
