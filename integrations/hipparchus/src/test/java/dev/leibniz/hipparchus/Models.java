package dev.leibniz.hipparchus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.Form;
import dev.leibniz.annotations.NoDerivative;

/** What is optimised in the tests. */
final class Models {
    private Models() {}

    record Decay(double amplitude, double rate, double offset) {}

    /** Rosenbrock's valley, in any number of dimensions. */
    @Differentiable(
            order = 2,
            forms = {Form.FLAT, Form.GRAD, Form.HVP})
    static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            sum += 100 * a * a + b * b;
        }
        return sum;
    }

    @Differentiable(forms = {Form.FLAT, Form.JACOBIAN})
    static double[] residuals(Decay decay, @NoDerivative double[] t, @NoDerivative double[] y) {
        double[] r = new double[t.length];
        for (int i = 0; i < t.length; i++) {
            r[i] = decay.amplitude() * Math.exp(-decay.rate() * t[i]) + decay.offset() - y[i];
        }
        return r;
    }
}
