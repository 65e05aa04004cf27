package corpus;

import dev.leibniz.annotations.*;

/** Null where arrays are optional. */
public final class Nulls {
    private Nulls() {}

    @Differentiable
    static double optionalWeights(double[] x, double[] w, boolean weighted) {
        double[] u = weighted ? w : null;
        double s = 0;
        for (int i = 0; i < x.length; i++) s += u == null ? x[i] : u[i] * x[i];
        if (u != null) for (double v : u) s += v * v;
        return s;
    }

    @Differentiable
    static double lazily(double[] x) {
        double[] cache = null;
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                if (cache == null) {
                    cache = new double[x.length];
                    for (int j = 0; j < cache.length; j++) cache[j] = x[j] * x[j];
                }
                s += cache[i] * x[i];
            }
        }
        return cache == null ? s : s + cache[0];
    }

    @Differentiable
    static double passed(double[] x, double y) {
        double[] grad = new double[x.length];
        return eval(x, y, null) + eval(x, 2 * y, grad) * grad[1] + (find(x, 9) == null ? y : 1) + sum(find(x, -9));
    }

    private static double eval(double[] x, double y, double[] grad) {
        double f = 0;
        for (int i = 0; i < x.length; i++) {
            f += x[i] * x[i] * y;
            if (grad != null) grad[i] = 2 * x[i] * y;
        }
        return f;
    }

    private static double[] find(double[] x, double t) {
        for (int i = 0; i < x.length; i++) if (x[i] > t) return new double[] {x[i], i * t};
        return null;
    }

    private static double sum(double[] a) {
        if (a == null || a.length == 0) return 0;
        double s = 0;
        for (double v : a) s += v * v;
        return s;
    }

    @Differentiable
    static double previous(double[][] rows) {
        double[] last = null;
        double s = 0;
        for (double[] row : rows) {
            if (last != null) for (int i = 0; i < row.length; i++) s += (row[i] - last[i]) * (row[i] - last[i]);
            last = row;
        }
        return s;
    }

    @Differentiable
    static double buffers(double[] x) {
        double[][] a = new double[x.length][];
        for (int i = 0; i < x.length; i++) if (x[i] > 0) a[i] = new double[] {x[i], x[i] * x[0]};
        double s = 0;
        for (double[] row : a) {
            if (row == null) {
                s += 1;
                continue;
            }
            s += row[0] * row[1];
        }
        a[0] = null;
        for (int i = 0; i < a.length; i++) if (a[i] != null) s += a[i][1];
        return s;
    }

    @Differentiable
    static double recursive(double[] x, int n) {
        return down(x, n, null);
    }

    private static double down(double[] x, int n, double[] work) {
        if (n == 0) return work == null ? x[0] : work[0] * x[1];
        double[] w = work == null ? new double[] {x[2], x[3]} : work.clone();
        w[0] *= x[n];
        return down(x, n - 1, n == 2 ? null : w) + w[0];
    }

    @Differentiable
    static double named(double x, String mode) {
        String m = null;
        if (x > 0) m = mode;
        if (m == null) return x * x;
        return m.equals("up") ? x : 2 * x;
    }

    @Differentiable
    static double[] whileLoop(double[] x) {
        double[] best = null;
        double value = Double.POSITIVE_INFINITY;
        int k = 0;
        while (k < 5) {
            double[] c = new double[x.length];
            double v = 0;
            for (int i = 0; i < c.length; i++) {
                c[i] = x[i] * (k - 2) + k;
                v += c[i] * c[i];
            }
            if (v < value) {
                value = v;
                best = c;
            }
            k++;
        }
        if (best == null) throw new IllegalStateException();
        return best;
    }
    /** lazily made state in a swap */
    @Differentiable
    static double swap(double[] x, int steps) {
        double[] cur = x.clone(), next = null;
        for (int s = 0; s < steps; s++) {
            if (next == null) next = new double[x.length];
            for (int i = 0; i < x.length; i++) next[i] = 0.5 * cur[i] + cur[(i + 1) % x.length] * cur[i];
            double[] t = cur;
            cur = next;
            next = t;
        }
        return cur[0] * cur[2];
    }

    /** The array for a second result is optional, and the helper calls itself. */
    @Differentiable
    static double parts(double x, double y) {
        double[] both = new double[2];
        return split(x, null) + split(y, both) * both[1] - both[0];
    }

    private static double split(double x, double[] parts) {
        if (x < 0) {
            double r = 2 * split(-x, parts);
            if (parts != null) parts[0] *= x;
            return r;
        }
        if (parts != null) {
            parts[0] = x * x;
            parts[1] = x;
        }
        return Math.exp(x);
    }

    /** Whether there is an array is said by a flag. */
    @Differentiable
    static double flagged(double x, double[] y, int n) {
        int steps = 1 + Math.abs(n) % 3;
        return trace(x, steps, null, false) + trace(y[0], steps, new double[4], true);
    }

    private static double trace(double x, int n, double[] trace, boolean traced) {
        if (traced) trace[n] = x * x;
        double rest = n == 0 ? x : trace(x * 0.5, n - 1, trace, traced);
        return rest * (traced ? trace[n] : x);
    }

    /** The array that a recursive helper returns may be null. */
    @Differentiable
    static double found(double[] x) {
        double[] first = above(x, 0, 0.25);
        double[] none = above(x, 0, 99);
        return (first == null ? x[0] : first[0] * x[1]) + (none == null ? x[2] : none[0]);
    }

    private static double[] above(double[] x, int i, double limit) {
        if (i == x.length) return null;
        return x[i] > limit ? new double[] {x[i] * x[i], limit} : above(x, i + 1, limit);
    }

    /** Some rows are missing. */
    @Differentiable
    static double rows(double[] x) {
        double[][] rows = new double[3][];
        rows[1] = new double[] {x[0], x[1]};
        return fill(rows, x[2], 2) + rows[1][0] * x[0];
    }

    private static double fill(double[][] rows, double x, int n) {
        if (n == 0) return x;
        double s = 0;
        for (double[] row : rows) {
            if (row != null) {
                row[0] *= x;
                s += row[0] * row[1];
            }
        }
        return s + fill(rows, x * x, n - 1);
    }

    /** A variable that is always null, though that is not to be seen, where an array could stand that derivatives flow to. */
    @Differentiable
    static double alwaysNull(double[] a) {
        double[] none = null;
        for (int i = 0; i < a.length; i++) {
            none = a[i] > 0.5 ? none : null;
        }
        double[] w = a[0] > 0 ? a.clone() : none;
        double s = a[1];
        for (int i = 0; i < 2; i++) {
            if (w != null) {
                w[1] *= a[0];
                s += w[1] * w[0];
            }
            w = a[1] > 0 ? w : none;
        }
        return s;
    }

    private static double total(double[][] rows, int i) {
        return i == rows.length ? 0 : (rows[i] == null ? 0 : rows[i][0] * rows[i][0]) + total(rows, i + 1);
    }

    /** Rows that are not there, or not yet, are handed to a helper that calls itself. */
    @Differentiable(order = 2)
    static double rowsOfAHelper(double[] x) {
        double[][] rows = new double[3][];
        rows[1] = x;
        double s = total(rows, 0);
        rows[2] = new double[] {x[0] * x[1]};
        return s * total(rows, 0);
    }

    /** The same in a loop that is run again. */
    @Differentiable
    static double rowsOfALoop(double x) {
        double[][] rows = new double[2][];
        rows[1] = new double[] {x};
        double s = x;
        for (@Checkpointed(snapshots = 2) int i = 0; i < 4; i++) {
            rows[1][0] *= s;
            s += rows[0] == null ? rows[1][0] * x : 0;
        }
        return s;
    }
}
