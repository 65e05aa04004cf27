package corpus;

import dev.leibniz.annotations.Differentiable;

/** Functions beside their derivatives: a sine with a cosine near, and not so near. */
public final class Sines {
    private Sines() {}

    @Differentiable(order = 2)
    static double cosineThenSine(double[] x) {
        double[] y = x.clone();
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < y.length; i++) {
                double c = Math.cos(y[i]);
                y[i] = y[i] * c + 0.3 * Math.sin(y[(i + 1) % y.length]);
                y[i] += Math.sin(y[i]) * c;
            }
        }
        return y[0] * y[1];
    }

    /** The one in one branch, the other in the other. */
    @Differentiable
    static double inBranches(double[] x) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            double v;
            if (x[i] > 0) {
                v = Math.sin(x[i]) * s;
            } else {
                v = Math.cos(x[i]);
            }
            s += v * v;
            if (s > 1) {
                s *= Math.sin(x[i]);
            }
        }
        return s;
    }

    /** The one outside, the other inside of a loop or a branch. */
    @Differentiable
    static double outsideAndInside(double x, double y, int n) {
        double s = Math.sin(x);
        for (int i = 0; i < n; i++) {
            s += Math.cos(x) * s * y;
        }
        if (s > y) {
            s = s * Math.sin(y);
        }
        return s * Math.cos(y);
    }

    /** An exponential function beside its own, tan and tanh, strict and not. */
    @Differentiable(order = 2)
    static double others(double[] x) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            double u = x[i] * 0.5;
            s += Math.sinh(u) * Math.cosh(u) + Math.tan(u) * Math.tanh(u);
            s += StrictMath.sin(u) * Math.cos(u) + StrictMath.cos(x[i]) * Math.sin(x[i]);
            s += StrictMath.sinh(u) * StrictMath.cosh(u);
        }
        return s;
    }

    /** The argument is overwritten between the two. */
    @Differentiable
    static double argumentChanges(double[] x) {
        double[] y = x.clone();
        double s = 0;
        for (int i = 0; i < y.length; i++) {
            s += Math.sin(y[i]) * y[i];
            y[i] = y[i] * y[(i + 1) % y.length];
            s += Math.cos(y[i]) * Math.sin(y[i]);
        }
        return s;
    }
}
