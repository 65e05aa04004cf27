package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** Copies that each iteration makes and changes: one array may do for all of them, but its elements must be new each time. */
public final class CopiesInLoops {
    private CopiesInLoops() {}

    /** The copy is changed, and what it is a copy of is not. */
    @Differentiable(order = 2)
    static double ofParameter(double[] b, double[] x) {
        double total = 0;
        int n = b.length;
        for (int i = 0; i < x.length; i++) {
            double[] copy = b.clone();
            for (int j = 0; j < n; j++) {
                copy[j] = copy[j] * x[i] + copy[(j + 1) % n];
            }
            for (int j = 0; j < n; j++) {
                total += copy[j] * copy[j];
            }
        }
        return total;
    }

    /** What is copied changes from iteration to iteration. */
    @Differentiable
    static double ofState(double[] b, double[] x) {
        double[] state = b.clone();
        int n = state.length;
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            double[] before = state.clone();
            for (int j = 0; j < n; j++) {
                state[j] = before[n - 1 - j] * x[i] + before[j];
            }
            before[0] *= x[0];
            total += before[0] * state[n - 1];
        }
        return total + state[0];
    }

    /** The copy is handed on to the next iteration, and is a new one there. */
    @Differentiable
    static double handedOn(double[] b, double[] x) {
        double[] last = b;
        int n = b.length;
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            double[] copy = b.clone();
            for (int j = 0; j < n; j++) {
                copy[j] += last[j] * x[i];
            }
            total += copy[0] * last[n - 1];
            last = copy;
        }
        return total;
    }

    /** One of the copies is kept. */
    @Differentiable
    static double kept(double[] b, double[] x) {
        double[][] all = new double[x.length][];
        int n = b.length;
        for (int i = 0; i < x.length; i++) {
            double[] copy = b.clone();
            copy[i % n] = x[i] * copy[0];
            all[i] = copy;
        }
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            total += all[i][0] * all[x.length - 1 - i][n - 1];
        }
        return total;
    }

    /** Copies of copies, and results that are copies. */
    @Differentiable
    static double[] several(double[] b, double[] x) {
        double[] result = new double[b.length];
        int n = b.length;
        for (int i = 0; i < x.length; i++) {
            double[] first = b.clone();
            double[] second = first.clone();
            for (int j = 0; j < n; j++) {
                first[j] *= second[n - 1 - j] + x[i];
                second[j] += first[j] * first[j];
            }
            for (int j = 0; j < n; j++) {
                result[j] += first[j] * second[0];
            }
        }
        return result;
    }

    /** Rows of one matrix are read once for each element of the other's, and written in the next step. */
    @Differentiable
    static double halves(double[][] start, double[][] w) {
        double[][] a = new double[start.length][];
        double[][] b = new double[start.length][];
        for (int n = 0; n < start.length; n++) {
            a[n] = start[n].clone();
            b[n] = start[start.length - 1 - n].clone();
        }
        double sum = 0;
        for (int step = 0; step < 3; step++) {
            couple(a, b, w, 1);
            couple(b, a, w, -1);
            sum += a[0][0] * b[b.length - 1][1];
        }
        return sum;
    }

    private static void couple(double[][] to, double[][] from, double[][] w, int sign) {
        for (int n = 0; n < to.length; n++) {
            for (int i = 0; i < to[n].length; i++) {
                double s = 0;
                for (int j = 0; j < from[n].length; j++) {
                    s += w[i % w.length][j % w[0].length] * from[n][j] * from[n][j];
                }
                to[n][i] += sign * Math.tanh(s);
            }
        }
    }

    /** The same with both the same, and with rows that are empty or short. */
    @Differentiable
    static double coupledWithItself(double[][] start, double[][] w, @NoDerivative int[] sizes) {
        double[][] a = new double[start.length][];
        double[][] short1 = new double[start.length][];
        for (int n = 0; n < start.length; n++) {
            a[n] = start[n].clone();
            short1[n] = new double[Math.floorMod(sizes[n % sizes.length], 3)];
        }
        couple(a, a, w, 1);
        couple(short1, a, w, 1);
        couple(a, short1, w, -1);
        double sum = 0;
        for (double[] row : a) {
            for (int i = 0; i < row.length; i++) {
                sum += row[i] * (i + 1);
            }
        }
        return sum;
    }

    /** A copy is made by some iterations only, and its rows are others'. */
    @Differentiable
    static double sometimes(double[][] m, double[] x) {
        double total = 0;
        int n = m[0].length;
        for (int i = 0; i < x.length; i++) {
            double[][] rows = m.clone();
            double[] row = m[0].clone();
            if (x[i] > 0) {
                rows[0] = row;
                row[0] = x[i] * m[1 % m.length][0];
            }
            total += rows[0][0] * x[i] + row[n - 1] * rows[rows.length - 1][0];
        }
        return total;
    }
}
