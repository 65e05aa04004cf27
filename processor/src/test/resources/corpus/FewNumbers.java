package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** Functions of a few numbers that work in arrays: their Hessians are made of Hessian-vector products. */
public final class FewNumbers {
    private FewNumbers() {}

    @Differentiable(order = 2)
    static double explicitSteps(double start, double rate, double width) {
        double[] u = new double[6];
        double[] next = new double[6];
        for (int i = 0; i < u.length; i++) {
            u[i] = Math.max(start - width * i, 0.1 * i);
        }
        for (int t = 0; t < 4; t++) {
            for (int i = 1; i < u.length - 1; i++) {
                next[i] = u[i] + 0.1 * rate * (u[i - 1] - 2 * u[i] + u[i + 1]);
            }
            next[0] = u[0] * rate;
            double[] swap = u;
            u = next;
            next = swap;
        }
        return u[1] * u[2] + u[0];
    }

    @Differentiable(order = 2)
    static double oneNumber(double x) {
        double[] powers = new double[5];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * Math.sin(x + i);
            if (powers[i] > 10) {
                return powers[i];
            }
        }
        return powers[4] + powers[2] * x;
    }

    @Differentiable(order = 2)
    static double notByAll(double a, @NoDerivative double b, double c, int n) {
        double[] w = {a, b, c};
        for (int i = 0; i < 3; i++) {
            w[i % 3] *= w[(i + 1) % 3] + n % 2;
        }
        return w[0] * w[1] + w[2];
    }

    @Differentiable(order = 2)
    static float floats(float a, float b) {
        float[] w = {a, b, a * b};
        for (int i = 1; i < 3; i++) {
            w[i] += w[i - 1] * w[i];
        }
        return w[2];
    }

    @Differentiable(order = 2)
    static double oneArray(double[] x) {
        double[] w = x.clone();
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < w.length; i++) {
                w[i] = w[i] * 0.5 + x[(i + 1) % x.length] * w[(i + t) % w.length];
            }
        }
        double s = 0;
        for (double v : w) {
            s += v * v;
        }
        return s;
    }

    @Differentiable(order = 2)
    static float oneArrayOfFloats(float[] x, int n) {
        float[] w = x.clone();
        for (int i = 1; i < w.length; i++) {
            w[i] *= w[i - 1] + n % 3;
        }
        return w[w.length - 1];
    }
}
