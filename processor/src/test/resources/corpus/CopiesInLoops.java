package corpus;

import dev.leibniz.annotations.Differentiable;

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
