package corpus;

import dev.leibniz.annotations.Checkpointed;
import dev.leibniz.annotations.Differentiable;

/** Whole numbers that loops count on: what follows from the number of an iteration, and what only looks like it. */
public final class Inductions {
    private Inductions() {}

    private static double[] spread(double[] x, int n) {
        double[] a = new double[n];
        for (int i = 0; i < n; i++) {
            a[i] = x[i % x.length] * (1 + 0.1 * i);
        }
        return a;
    }

    private static double weighted(double[] a) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * a[i] * (i + 1);
        }
        return s / a.length;
    }

    /** The parameters of a network in one array, read one after the other. */
    @Differentiable(order = 2)
    static double unpacked(double[] x, double[] y) {
        double[] w = spread(x, 31);
        double[] layer = y.clone();
        int p = 0;
        for (int l = 0; l < 2; l++) {
            double[] next = new double[3];
            for (int i = 0; i < 3; i++) {
                double s = w[p++];
                for (int j = 0; j < 3; j++) {
                    s += w[p++] * layer[j];
                }
                next[i] = Math.tanh(s);
            }
            layer = next;
            p++;
        }
        return weighted(layer) + w[p] * layer[1];
    }

    /** The length of the inner loop is another one each time. */
    @Differentiable(order = 2)
    static double triangle(double[] x) {
        double[] w = spread(x, 15);
        double s = 1;
        int p = 0;
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j <= i; j++) {
                s += s * w[p] * 0.1;
                p++;
            }
            s *= w[p - 1];
        }
        return s;
    }

    @Differentiable(order = 2)
    static double insertion(double[] x) {
        double[] a = spread(x, 7);
        for (int i = 1; i < a.length; i++) {
            double v = a[i];
            int j = i - 1;
            while (j >= 0 && a[j] > v) {
                a[j + 1] = a[j] * 1.01;
                j--;
            }
            a[j + 1] = v * v;
        }
        return weighted(a);
    }

    /** The step of the inner loop is found within it, and is another one in each outer iteration. */
    @Differentiable(order = 2)
    static double strides(double[] x) {
        double[] a = spread(x, 16);
        for (int d = 1; d < a.length; d *= 2) {
            for (int i = 0; i + 2 * d - 1 < a.length; i += 2 * d) {
                a[i + 2 * d - 1] = a[i + d - 1] * 0.9 + a[i + 2 * d - 1] * (1 + 0.1 * a[i + d - 1]);
            }
        }
        return weighted(a);
    }

    /** Two that meet, one of them by more than one. */
    @Differentiable
    static double meeting(double[] x) {
        double[] a = spread(x, 14);
        int i = 0;
        int j = a.length - 1;
        while (i < j) {
            a[i] = a[i] * a[j] + 0.3;
            a[j] -= 0.2 * a[i] * a[i];
            i++;
            j -= 2;
        }
        return weighted(a) + a[i] * a[Math.max(j, 0)];
    }

    /**
     * Some loops are not run at all, so that nothing is counted there.
     *
     * @range n 0 5
     */
    @Differentiable(order = 2)
    static double notAlwaysRun(double[] x, int n) {
        double[] w = spread(x, 40);
        double s = 1;
        int p = 3;
        for (int i = 0; i < 4; i++) {
            for (int j = 2; j < n - 1; j++) {
                s = s * w[p++] + 0.1;
            }
            for (int j = n; j >= 1; j--) {
                s += w[p] * s * 0.1;
                p += 2;
            }
            s -= w[p];
        }
        return s;
    }

    /**
     * Downwards, in steps that the method is given.
     *
     * @range step 1 3
     */
    @Differentiable(order = 2)
    static double backwards(double[] x, int step) {
        double[] a = spread(x, 19);
        int p = a.length - 1;
        for (int i = 5; i > 0; i--) {
            a[p] = a[p] * a[p - 1] + Math.sin(a[p]);
            p -= step;
            a[p] += a[p + 1] * 0.3;
        }
        return weighted(a) + a[p];
    }

    /** A count that some iterations leave alone. */
    @Differentiable(order = 2)
    static double onlyThePositive(double[] x) {
        double[] kept = new double[x.length];
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                kept[count++] = x[i] * x[i];
            }
        }
        double s = 0;
        for (int i = 0; i < count; i++) {
            s += kept[i] * kept[i] * (i + 1);
        }
        return s;
    }

    /** It leaves in the middle of an iteration. */
    @Differentiable(order = 2)
    static double untilSmall(double[] x) {
        double[] a = spread(x, 12);
        double s = 0.5;
        int p = 1;
        while (true) {
            s += a[p] * a[p] * 0.1;
            p += 3;
            if (p >= a.length || s > 4) {
                break;
            }
            a[p - 1] *= s;
            s *= 1 + 0.1 * a[p - 1];
        }
        return s + a[p - 3];
    }

    /** What is added is what another variable was in the iteration before. */
    @Differentiable
    static double growing(double[] x) {
        double[] a = spread(x, 30);
        int p = 0;
        int step = 1;
        while (p < a.length) {
            a[p] = a[p] * a[p] + 0.1 * a[p / 2];
            p += step;
            step += 2;
        }
        return weighted(a);
    }

    /** Whole numbers that are too large start again from the smallest. */
    @Differentiable(order = 2)
    static double wrapping(double[] x) {
        double[] a = spread(x, 8);
        int p = Integer.MAX_VALUE - 9;
        for (int i = 0; i < 12; i++) {
            int k = p & 7;
            a[k] = a[k] * a[(k + 3) & 7] + 0.2;
            p += 5;
        }
        return weighted(a);
    }

    @Differentiable(order = 2)
    static double kept(double[] x) {
        double s = 1;
        int p = 0;
        for (@Checkpointed(snapshots = 2) int i = 0; i < 6; i++) {
            s = s * x[p % x.length] + Math.sin(s);
            p += 3;
        }
        return s + x[p % x.length];
    }

    /** Rows of a ragged matrix in one array, each from where the one before ended. */
    @Differentiable(order = 2)
    static double ragged(double[] x, int[] lengths) {
        double[] w = spread(x, 20);
        double product = 1;
        int p = 0;
        for (int row = 0; row < lengths.length; row++) {
            double s = 0.1;
            for (int j = 0; j < lengths[row]; j++) {
                s += w[p] * w[p];
                w[p] = s;
                p++;
            }
            product *= 1 + 0.1 * s;
        }
        return product + weighted(w);
    }

    private static double merged(double[] a, double[] b) {
        int i = 0;
        int j = 0;
        double s = 0;
        for (int k = 0; k < a.length + b.length; k++) {
            boolean fromA = j >= b.length || i < a.length && a[i] < b[j];
            s += (k + 1) * (fromA ? a[i] * a[i] : b[j] * b[j]);
            if (fromA) {
                i++;
            } else {
                j++;
            }
        }
        return s;
    }

    @Differentiable(order = 2)
    static double merging(double[] x, double[] y) {
        return merged(x, y) * merged(spread(y, 3), x);
    }

    /** A loop in a helper counts on from where the last call ended. */
    @Differentiable(order = 2)
    static double windows(double[] x) {
        double[] a = spread(x, 18);
        double s = 0;
        for (int at = 0; at + 4 <= a.length; at += 4) {
            double product = 1;
            int back = at + 3;
            for (int i = at; i < at + 4; i++) {
                product *= a[i] + a[back];
                a[back] = 0.5 * product;
                back--;
            }
            s += product;
        }
        return s + weighted(a);
    }
}
