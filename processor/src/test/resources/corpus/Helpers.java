package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** Methods that call others. */
public final class Helpers {
    private Helpers() {}

    private static double square(double x) {
        return x * x;
    }

    @Differentiable
    static double simple(double x, double y) {
        return square(x) + square(square(y)) * square(x + y);
    }

    private static double norm(double[] a, int from) {
        double s = 0;
        for (int i = from; i < a.length; i++) {
            s += square(a[i]);
        }
        return Math.sqrt(s);
    }

    @Differentiable
    static double inALoop(double[] a) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += norm(a, i) * a[i];
        }
        return s;
    }

    private static void normalise(double[] a) {
        double n = norm(a, 0);
        for (int i = 0; i < a.length; i++) {
            a[i] /= n;
        }
    }

    @Differentiable
    static double overwritesItsArgument(double[] a) {
        double[] w = a.clone();
        normalise(w);
        double s = w[0] * w[1];
        normalise(w);
        return s + w[2];
    }

    private static void step(double[] u, double[] v, double h) {
        for (int i = 0; i < u.length; i++) {
            double t = u[i];
            u[i] += h * v[i];
            v[i] -= h * Math.sin(t);
        }
    }

    @Differentiable
    static double twoArrays(double[] a, double[] b, double h) {
        double[] u = a.clone();
        double[] v = b.clone();
        for (int k = 0; k < 3; k++) {
            step(u, v, h);
        }
        return u[0] * v[1] + u[1];
    }

    @Differentiable
    static double sameArrayTwice(double[] a) {
        double[] w = a.clone();
        step(w, w, 0.3);
        return w[0] * w[1];
    }

    private static double recursivePower(double x, int n) {
        if (n == 0) {
            return 1;
        }
        double half = recursivePower(x, n / 2);
        return n % 2 == 0 ? half * half : half * half * x;
    }

    /** @range n 0 9 */
    @Differentiable
    static double recursive(double x, int n) {
        return recursivePower(x, n) + x;
    }

    private static double even(double x, int n) {
        return n <= 0 ? x : Math.sin(odd(x, n - 1));
    }

    private static double odd(double x, int n) {
        return n <= 0 ? 1 : x * even(x, n - 1);
    }

    @Differentiable
    static double mutual(double x, int n) {
        return even(x, n + 2);
    }

    @Differentiable
    static double selfRecursive(double x, int n) {
        return n <= 0 ? x : x * selfRecursive(x * 0.9, n - 1);
    }

    private static double branching(double x) {
        if (x > 0) {
            return Math.log(1 + x);
        }
        for (int i = 0; i < 3; i++) {
            x += 0.4;
            if (x > 0) {
                return x * x;
            }
        }
        return -x;
    }

    @Differentiable
    static double earlyReturnInHelper(double x, double y) {
        return branching(x) * branching(y) + branching(x * y);
    }

    @NoDerivative
    static double stopped(double x) {
        return x * x;
    }

    /** @nodifferences */
    @Differentiable
    static double stopGradient(double x) {
        return stopped(x) * x;
    }

    private static double weigh(double... parts) {
        double s = 0;
        for (int i = 0; i < parts.length; i++) {
            s += parts[i] * (i + 1);
        }
        return s;
    }

    @Differentiable
    static double varargs(double x, double y) {
        return weigh(x, y, x * y) * weigh() + weigh(x) * weigh(y, y);
    }

    private static double[] rotated(double[] a, double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new double[] {c * a[0] - s * a[1], s * a[0] + c * a[1]};
    }

    @Differentiable
    static double arrayFromHelper(double[] a, double angle) {
        double[] r = rotated(rotated(a, angle), angle * a[2]);
        return r[0] * r[0] * r[1];
    }

    private static double[] pickFirst(double[] a, double[] b) {
        return a[0] > b[0] ? a : b;
    }

    @Differentiable
    static double helperReturnsItsArgument(double[] a, double[] b) {
        double[] u = a.clone();
        double[] v = b.clone();
        double[] w = pickFirst(u, v);
        w[0] *= w[1];
        return u[0] + v[0] * v[0];
    }

    @Differentiable
    static double inner(double x) {
        return Math.exp(-x * x);
    }

    @Differentiable
    static double callsDifferentiable(double x, double y) {
        return inner(x) * inner(y) + Other.shifted(x * y);
    }

    /** What the loop has filled is there when the derivative of the call runs. */
    @Differentiable
    static double squaredDown(double[] x, int k) {
        if (k <= 0) return x[0] * x[1] + x[2];
        double[] z = new double[x.length];
        for (int i = 0; i < z.length; i++) z[i] = x[i] * x[i] * 0.5;
        return squaredDown(z, Math.min(k, 3) - 1) * x[0];
    }

    /** The helper overwrites what it is given, and its derivative does so again for each cotangent. */
    @Differentiable
    static double[] wavelet(double[] x) {
        double[] y = x.clone();
        halve(y, y.length);
        return y;
    }

    private static void halve(double[] y, int n) {
        if (n < 2) return;
        double[] t = y.clone();
        int h = n / 2;
        for (int i = 0; i < h; i++) {
            y[i] = t[2 * i] * t[2 * i + 1];
            y[h + i] = t[2 * i] - t[2 * i + 1];
        }
        halve(y, h);
    }

    @Differentiable
    static double rowsDown(double[][] a, int k) {
        if (k <= 0) return a[0][0] * a[0][0];
        double[][] b = new double[a.length][];
        for (int r = 0; r < a.length; r++) {
            b[r] = new double[Math.max(1, a[r].length)];
            for (int i = 0; i < a[r].length; i++) b[r][i] = a[r][i] * a[r][0];
        }
        return rowsDown(b, Math.min(k, 3) - 1) + b[0][0];
    }
}

/** Another class of the same file. */
final class Other {
    private Other() {}

    @Differentiable
    static double shifted(double x) {
        return Math.atan(x + 1);
    }
}
