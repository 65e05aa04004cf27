package corpus;

import dev.leibniz.annotations.Differentiable;

/** Methods that call themselves, and what they do with the arrays they are given. */
public final class Recursions {
    private Recursions() {}

    private static double[] rec(double[] a, int t) {
        return t == 0 ? a : rec(a, t - 1);
    }

    @Differentiable
    static double readOnly(double[] x) {
        double[] w = x.clone();
        double[] r = rec(w, 2);
        return r[0] * w[1] + r[1] * r[1];
    }

    private static double[] fill(double[] a, double c, int i) {
        a[i] *= c;
        return i == 0 ? a : fill(a, c * a[i], i - 1);
    }

    /** The array it is given, changed, is returned: as fluent methods do. */
    @Differentiable
    static double fluent(double[] x) {
        double[] w = x.clone();
        double[] r = fill(w, x[0], 3);
        return r[0] * w[1] + r[1] * r[1];
    }

    @Differentiable
    static double fluentInLoop(double[] x) {
        double[] w = x.clone();
        double s = 0;
        for (int t = 0; t < 3; t++) {
            double[] r = fill(w, x[t], 3);
            s += r[0] * w[1] + r[1] * r[1];
        }
        return s;
    }

    private static void scale(double[][] m, double c, int k) {
        m[k][0] *= c * m[(k + 1) % m.length][0];
        if (k > 0) {
            scale(m, c, k - 1);
        }
    }

    private static double sumAll(double[][] m, int k) {
        return k < 0 ? 0 : m[k][0] * m[k][1] + sumAll(m, k - 1);
    }

    @Differentiable(order = 2)
    static double rowsAreOneRead(double[] x) {
        double[] w = x.clone();
        double[][] m = {w, x.clone(), w};
        double s = sumAll(m, 2);
        m[0][0] *= s;
        return sumAll(m, 2) * s;
    }

    private static double[] sorted(double[] a, int lo, int hi) {
        if (hi - lo < 2) {
            return a;
        }
        int mid = (lo + hi) / 2;
        sorted(a, lo, mid);
        sorted(a, mid, hi);
        double[] w = new double[hi - lo];
        int i = lo;
        int j = mid;
        for (int k = 0; k < w.length; k++) {
            if (j >= hi || i < mid && a[i] <= a[j]) {
                w[k] = a[i++];
            } else {
                w[k] = a[j++];
            }
        }
        System.arraycopy(w, 0, a, lo, w.length);
        return a;
    }

    @Differentiable(order = 2)
    static double mergeSort(double[] x) {
        double[] s = sorted(x.clone(), 0, x.length);
        double r = 0;
        for (int i = 0; i < s.length; i++) {
            r += s[i] * s[i] * (i + 1);
        }
        return r;
    }

    private static double ack(double[] y, int depth) {
        if (depth == 0) {
            return y[0];
        }
        y[depth] += y[0] * y[depth - 1];
        double a = ack(y, depth - 1);
        y[0] += a * y[depth];
        return a + ack(y, depth - 1);
    }

    @Differentiable
    static double twiceInside(double[] x) {
        return ack(x.clone(), 3);
    }

    private static double odd(double[] y, int n) {
        return n == 0 ? y[0] : even(y, n - 1) * y[n];
    }

    private static double even(double[] y, int n) {
        return n == 0 ? y[1] * y[1] : odd(y, n - 1) + y[n];
    }

    @Differentiable(order = 2)
    static double mutual(double[] x) {
        return odd(x, 3) * even(x, 2);
    }

    /** Rows cloned one by one, changed by a call. */
    @Differentiable(order = 2)
    static double clonedRows(double[][] x) {
        double[][] m = x.clone();
        for (int i = 0; i < m.length; i++) {
            m[i] = x[i].clone();
        }
        scale(m, x[0][1], 3);
        scale(m, m[0][0], 2);
        return m[0][0] * m[1][0] + m[2][0];
    }

    private static double[][] grown(double[][] m, int k) {
        double[][] next = new double[m.length + 1][];
        for (int i = 0; i < m.length; i++) {
            next[i] = m[i].clone();
        }
        next[m.length] = new double[] {m[0][0] * m[k][1], m[k][0]};
        return k == 0 ? next : grown(next, k - 1);
    }

    /** New rows all the way. */
    @Differentiable
    static double grownMatrix(double[][] x) {
        double[][] m = grown(x, 2);
        m[5][0] *= m[4][1];
        scale(m, x[0][1], 3);
        return m[0][0] * m[5][1] * m[6][0] + m[5][0];
    }
}
