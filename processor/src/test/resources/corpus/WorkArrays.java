package corpus;

import dev.leibniz.annotations.Differentiable;
import java.util.Arrays;

/** Work arrays that are filled again and again, and what can still be seen of them. */
public final class WorkArrays {
    private WorkArrays() {}

    /** A work array that is longer than what is cleared. */
    @Differentiable
    static double longerThanCleared(double[] x) {
        double s = 0;
        for (int t = 0; t < 3; t++) {
            double[] w = new double[Math.max(x.length, 6)];
            s += w[5] * x[0];
            w[5] = x[t] + 1;
            for (int i = 0; i < x.length; i++) {
                w[i] = x[i] * x[t];
                s += w[i] * w[5];
            }
            for (int i = 0; i < x.length; i++) {
                w[i] = 0;
            }
        }
        return s;
    }

    /** One array, filled again each time, and all rows of a matrix. */
    @Differentiable
    static double oneArrayInManyRows(double[] x) {
        double[] w = new double[x.length];
        double[][] keep = new double[3][];
        for (int t = 0; t < 3; t++) {
            Arrays.fill(w, x[t]);
            keep[t] = w;
        }
        return keep[0][0] * keep[1][1] + keep[2][2];
    }

    @Differentiable
    static double oneArrayInManyRowsByLoop(double[] x) {
        double[] w = new double[x.length];
        double[][] keep = new double[3][];
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < w.length; i++) {
                w[i] = x[t] * x[i];
            }
            keep[t] = w;
        }
        return keep[0][0] * keep[1][1] + keep[2][2];
    }

    /** Handed on under another name. */
    @Differentiable
    static double lastOrFirst(double[] x) {
        double[] w = new double[x.length];
        double[] last = x;
        double s = 0;
        for (int t = 0; t < 3; t++) {
            s += last[1] * x[t];
            for (int i = 0; i < w.length; i++) {
                w[i] = x[t] * x[i];
            }
            s += last[0] * x[t];
            double[] next = t == 0 ? w : last;
            last = next;
        }
        return s;
    }

    private static double[] id(double[] a, double[] b, int t) {
        return t < 5 ? a : b;
    }

    /** Filled up to some bound, read above it after having been given away. */
    @Differentiable
    static double resultOfHelper(double[] x) {
        double[] w = new double[3];
        double[][] all = new double[2][];
        for (int t = 0; t < 2; t++) {
            w[0] = x[t];
            w[1] = x[t + 1];
            w[2] = x[t] * x[t];
            all[t] = id(w, x, t);
        }
        return all[0][1] * all[1][0];
    }

    @Differentiable
    static double throughTheCondition(double[] x) {
        double[] w = new double[3];
        int t = 0;
        double s = 0;
        while (t < 3 && w[0] < 0.5) {
            w[0] = x[t];
            w[1] = x[t] * x[t];
            w[2] = 3;
            s += w[1] * w[2] * w[0];
            t++;
        }
        return s;
    }

    @Differentiable
    static double afterwards(double[] x, int n) {
        double[] w = new double[3];
        double s = 0;
        for (int t = 0; t < n; t++) {
            w[0] = x[t];
            w[1] = x[t] * x[t];
            w[2] = 3;
            s += w[1] * w[2] * w[0];
        }
        for (int t = 0; t < 3; t++) {
            s += w[t] * x[t];
            w[0] = x[t];
            w[1] = x[t] * x[t];
            w[2] = 3;
            s += w[1] * w[2] * w[0];
        }
        return s;
    }

    /** Two outer iterations; the inner loops fill and read. */
    @Differentiable
    static double filledInOneReadInOther(double[] x) {
        double[] w = new double[3];
        double s = 0;
        for (int t = 0; t < 3; t++) {
            if (t % 2 == 0) {
                for (int i = 0; i < 3; i++) {
                    w[i] = x[i] * x[t];
                }
            } else {
                for (int i = 0; i < 3; i++) {
                    w[i] = x[i] - x[t];
                }
                w[0] *= x[1];
            }
            for (int i = 0; i < 3; i++) {
                s += w[i] * w[2 - i];
            }
        }
        return s;
    }
}
