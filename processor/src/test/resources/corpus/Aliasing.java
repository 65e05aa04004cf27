package corpus;

import dev.leibniz.annotations.Differentiable;

/** Two names for one array. */
public final class Aliasing {
    private Aliasing() {}

    private static void scale(double[] to, double[] from, double f) {
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] * f + to[to.length - 1 - i];
        }
    }

    @Differentiable
    static double sourceIsTarget(double[] a, double f) {
        double[] w = a.clone();
        scale(w, w, f);
        scale(w, a, f);
        return w[0] * w[1] + w[2] * w[3];
    }

    @Differentiable
    static double selfAssignment(double[] a) {
        double[] w = a.clone();
        w = w;
        w[0] = w[0];
        w[1] = w[1] * w[0];
        return w[1] * w[0];
    }

    @Differentiable
    static double swappedInALoop(double[] a, double[] b) {
        double[] u = a.clone();
        double[] v = b.clone();
        for (int i = 0; i < 5; i++) {
            u[i % 4] += v[(i + 1) % 4] * v[i % 4];
            double[] t = u;
            u = v;
            v = t;
        }
        return u[0] * v[0] + u[1] * v[3];
    }

    @Differentiable
    static double swappedSometimes(double[] a, double[] b) {
        double[] u = a.clone();
        double[] v = b.clone();
        for (int i = 0; i < 4; i++) {
            if (u[i] > v[i]) {
                double[] t = u;
                u = v;
                v = t;
            }
            u[i] = u[i] * v[i];
            v[(i + 1) % 4] -= u[i];
        }
        return u[0] * v[1] + v[2] * u[3];
    }

    @Differentiable
    static double rowsOfOneMatrix(double[][] m) {
        double[][] w = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            w[i] = m[i].clone();
        }
        double[] first = w[0];
        double[] last = w[m.length - 1];
        for (int j = 0; j < first.length; j++) {
            first[j] *= last[j];
            last[j] += w[0][j];
        }
        return w[0][1] * w[m.length - 1][2] + w[1][1];
    }

    @Differentiable
    static double rowInTwoMatrices(double[] a, double[] b) {
        double[] row = a.clone();
        double[][] m = {row, b.clone()};
        double[][] n = {b.clone(), row};
        m[0][0] = n[0][0] * m[1][1];
        n[1][1] = m[0][0] * n[0][1];
        return m[0][1] * n[1][0] + row[2];
    }

    @Differentiable
    static double rowReplacedInALoop(double[][] m) {
        double[][] w = new double[3][4];
        double[] row = new double[4];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
                row[j] += m[i][j] * (j + 1);
            }
            w[i] = row;
            if (i == 1) {
                row = row.clone();
            }
        }
        return w[0][0] * w[1][1] + w[2][2] * w[2][0];
    }

    @Differentiable
    static double newArrayEachTime(double[] a) {
        double[] w = a;
        for (int k = 0; k < 3; k++) {
            double[] next = new double[w.length];
            for (int i = 0; i < w.length; i++) {
                next[i] = w[i] * w[(i + 1) % w.length] + 0.5;
            }
            w = next;
        }
        return w[0] + w[1] * w[2];
    }

    @Differentiable
    static double keptFromAnIteration(double[] a) {
        double[][] history = new double[4][];
        double[] w = a.clone();
        for (int k = 0; k < 4; k++) {
            history[k] = w;
            w = w.clone();
            w[k] = w[k] * w[0] + 0.1;
        }
        double s = 0;
        for (double[] h : history) {
            s += h[0] * h[1] - h[3];
        }
        return s + w[2];
    }

    @Differentiable
    static double parameterOrCopy(double[] a, boolean copy) {
        double[] w = copy ? a.clone() : a;
        double s = 0;
        for (int i = 0; i < w.length; i++) {
            s += w[i] * a[a.length - 1 - i];
        }
        return s;
    }

    record Pair(double[] left, double[] right) {}

    @Differentiable
    static double sharedThroughARecord(double[] a) {
        double[] w = a.clone();
        Pair pair = new Pair(w, w);
        pair.left()[0] = pair.right()[1] * 2;
        pair.right()[1] *= w[0];
        return pair.left()[1] * pair.left()[0];
    }

    private static double[] widest(double[][] m) {
        double[] best = m[0];
        for (double[] row : m) {
            if (row[0] > best[0]) {
                best = row;
            }
        }
        return best;
    }

    @Differentiable
    static double rowFromHelper(double[][] m) {
        double[][] w = {m[0].clone(), m[1].clone()};
        double[] row = widest(w);
        row[1] = row[1] * row[0];
        return w[0][1] * w[1][1];
    }

    @Differentiable
    static double overlappingCopy(double[] a) {
        double[] w = a.clone();
        System.arraycopy(w, 0, w, 1, 3);
        w[0] *= w[1];
        System.arraycopy(w, 1, w, 0, 3);
        return w[0] * w[1] * w[3] + w[2];
    }

    @Differentiable
    static double bothWritten(double[] a) {
        double[] w = a.clone();
        double[] v = w;
        for (int i = 1; i < w.length; i++) {
            w[i] = v[i - 1] * w[i];
            v[i - 1] = w[i] + v[i - 1];
        }
        return v[0] * w[1] + v[2] * v[3];
    }

    /** The variable of the parameter goes on as the next array: its gradient stays that of the parameter. */
    @Differentiable
    static double renamed(double[] x, int k) {
        for (int d = 0; d <= Math.abs(k) % 3; d++) {
            double[] y = new double[x.length];
            for (int i = 0; i < y.length; i++) y[i] = x[i] * x[i] * 0.5 + x[0];
            x = y;
        }
        double s = 0;
        for (double v : x) s += v * v;
        return s;
    }

    @Differentiable
    static double[] shorter(double[] x, double[] w, int k) {
        int rest = Math.abs(k) % 3;
        while (x.length > 2 && rest > 0) {
            double[] y = new double[x.length - 1];
            for (int i = 0; i < y.length; i++) y[i] = (x[i + 1] - x[i]) * w[0];
            x = y;
            w = new double[] {w[0] * x[0]};
            rest--;
        }
        return x;
    }

    @Differentiable
    static double rowsRenamed(double[][] a, boolean often) {
        do {
            double[][] b = new double[a.length][];
            for (int i = 0; i < b.length; i++) {
                b[i] = new double[] {a[i].length == 0 ? 1 : a[i][0] * 2};
            }
            if (often) a = b;
            often = !often;
        } while (!often);
        double s = 0;
        for (double[] row : a) for (double v : row) s += v * v * v;
        return s;
    }
}
