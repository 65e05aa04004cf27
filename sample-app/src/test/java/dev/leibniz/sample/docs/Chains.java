package dev.leibniz.sample.docs;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.FixedPoint;
import dev.leibniz.annotations.Form;
import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.annotations.Reversible;

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

    /** The loss after five steps down the hill. */
    @Differentiable
    static double tuned(double rate) {
        double z = 0;
        for (int step = 0; step < 5; step++) {
            z -= rate * ChainsGrad.crossEntropyGrad(z, 1).z();
        }
        return crossEntropy(z, 1);
    }

    /** What the layer leaves as it is. */
    @Differentiable
    @FixedPoint(map = "layer")
    static double settled(double a) {
        double x = 0;
        for (int i = 0; i < 200; i++) {
            x = layer(x, a);
        }
        return x;
    }

    static double layer(double x, double a) {
        return Math.tanh(a * x + 1);
    }

    record State(double x, double v) {}

    /** Where a pendulum is after so many steps. */
    @Differentiable
    static double swing(double v, int steps) {
        State s = new State(0, v);
        for (int i = 0; i < steps; i++) {
            s = leapfrog(s);
        }
        return s.x();
    }

    @Reversible(inverse = "back")
    static State leapfrog(State s) {
        double v = s.v() - 0.01 * Math.sin(s.x());
        return new State(s.x() + 0.01 * v, v);
    }

    static State back(State s) {
        double x = s.x() - 0.01 * s.v();
        return new State(x, s.v() + 0.01 * Math.sin(x));
    }
}
