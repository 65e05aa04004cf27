package dev.leibniz.sample.docs;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.Form;
import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.annotations.Result;

/** The methods that docs/derivatives.md differentiates. */
final class Line {
    private Line() {}

    @Differentiable
    static double loss(double[] w, double bias, @NoDerivative double[] x, @NoDerivative double y) {
        double z = bias;
        for (int j = 0; j < w.length; j++) {
            z += w[j] * x[j];
        }
        return (z - y) * (z - y);
    }

    @Differentiable
    static double[] rotate(double[] p, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new double[] {cos * p[0] - sin * p[1], sin * p[0] + cos * p[1]};
    }

    @Differentiable(order = 2)
    static double valley(double[] x) {
        double a = 1 - x[0];
        double b = x[1] - x[0] * x[0];
        return a * a + 100 * b * b;
    }

    record Circle(
            double[] centre, double radius, @NoDerivative double weight) {}

    @Differentiable
    static double misfit(Circle circle, @NoDerivative double[] point) {
        double dx = point[0] - circle.centre()[0];
        double dy = point[1] - circle.centre()[1];
        double gap = Math.sqrt(dx * dx + dy * dy) - circle.radius();
        return circle.weight() * gap * gap;
    }

    record Dense(double[][] w, double[] b) {}

    @Differentiable
    static double output(Dense[] layers, double[] x) {
        double[] a = x;
        for (Dense layer : layers) {
            double[] z = layer.b().clone();
            for (int i = 0; i < z.length; i++) {
                for (int j = 0; j < a.length; j++) {
                    z[i] += layer.w()[i][j] * a[j];
                }
                z[i] = Math.tanh(z[i]);
            }
            a = z;
        }
        return a[0];
    }

    @Differentiable
    static void spread(double[] x, double width, @Result double[] y) {
        double mean = 0;
        for (int i = 0; i < x.length; i++) {
            mean += x[i] / x.length;
        }
        for (int i = 0; i < x.length; i++) {
            y[i] = width * (x[i] - mean);
        }
    }

    @Differentiable
    static double afterOneStep(double rate, @NoDerivative double[] start) {
        double[] slope = LineGrad.valleyGrad(start).x();
        double[] next = {start[0] - rate * slope[0], start[1] - rate * slope[1]};
        return valley(next);
    }

    @NoDerivative
    static double detached(double x) {
        return x;
    }

    @Differentiable
    static double surprise(double x) {
        return x * detached(x);
    }

    @Differentiable(
            order = 2,
            forms = {Form.GRAD, Form.FLAT})
    static double squares(double[] w, double bias, @NoDerivative double[][] xs) {
        double sum = 0;
        for (double[] x : xs) {
            double z = bias;
            for (int j = 0; j < w.length; j++) {
                z += w[j] * x[j];
            }
            sum += z * z;
        }
        return sum;
    }

    @Differentiable(forms = Form.SPARSE)
    static double[] differences(double[] x) {
        double[] r = new double[x.length - 1];
        for (int i = 0; i < r.length; i++) {
            r[i] = x[i + 1] * x[i + 1] - x[i];
        }
        return r;
    }
}
