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

    @Differentiable(order = 2)
    static double shiftedReads(double[] x) {
        double s = 0;
        for (int t = 0; t < 3; t++) {
            double[] w = new double[x.length + 1];
            for (int i = 0; i < x.length; i++) {
                w[i + 1] = x[i] * x[t];
            }
            w[0] = w[1] * x[0];
            for (int i = 0; i < x.length; i++) {
                s += w[i + 1] * w[i] * (t + 1);
            }
        }
        return s;
    }

    @Differentiable
    static double descending(double[] x) {
        double s = 0;
        for (int t = 0; t < 3; t++) {
            double[] w = new double[x.length];
            for (int i = x.length - 1; i >= 0; i--) {
                w[i] = x[i] * x[t];
            }
            for (int i = x.length - 1; i >= 1; i--) {
                s += w[i] * w[i - 1];
            }
            for (int i = x.length - 1; i > 0; i--) {
                w[i] = w[i - 1] * x[i];
            }
            for (int i = x.length - 2; i >= 0; i--) {
                s += w[i] * w[i + 1];
            }
        }
        return s;
    }

    /** Substitution in a triangular system, in a work array used again for each right hand side. */
    @Differentiable
    static double triangular(double[][] a, double[] b) {
        int n = b.length;
        double[] y = new double[n];
        double s = 0;
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < n; i++) {
                double sum = b[i] + k * b[(i + k) % n];
                for (int j = 0; j < i; j++) {
                    sum -= a[i][j] * y[j];
                }
                y[i] = sum / (3 + a[i][i] * a[i][i]);
            }
            for (int i = n - 1; i >= 0; i--) {
                double sum = y[i];
                for (int j = i + 1; j < n; j++) {
                    sum -= a[j][i] * y[j];
                }
                y[i] = sum / (3 + a[i][i]);
            }
            for (int i = 0; i < n; i++) {
                s += y[i] * y[i] * (i + 1);
            }
        }
        return s;
    }

    /** Maybe the same array. */
    @Differentiable
    static double maybeTheSame(double[] x, boolean same) {
        double s = 0;
        for (int t = 0; t < 3; t++) {
            double[] w = new double[x.length];
            double[] v = same ? w : new double[x.length];
            for (int i = 0; i < x.length; i++) {
                w[i] = x[i] * x[t];
                v[i] += x[i];
            }
            for (int i = 0; i < x.length; i++) {
                s += v[i] * w[x.length - 1 - i];
            }
        }
        return s;
    }

    /** Loops that may not run. */
    @Differentiable
    static double mayNotRun(double[] x, int n) {
        double s = 0;
        for (int t = 0; t < 3; t++) {
            double[] w = new double[x.length];
            w[0] = x[t];
            for (int i = 0; i < n; i++) {
                w[i] = x[i] * x[t] + w[0];
            }
            for (int i = n; i < x.length; i++) {
                s += w[i] + w[0] * w[i];
            }
            for (int i = 0; i < n; i++) {
                s += w[i] * w[0];
            }
        }
        return s;
    }

    /** What one iteration leaves is zero but for one element. */
    @Differentiable
    static double allButOneCleared(double[] x) {
        double s = 0;
        double[] w = new double[x.length];
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < x.length; i++) {
                w[i] += x[i] * x[t];
                s += w[i] * w[0];
            }
            for (int i = 1; i < x.length; i++) {
                w[i] = 0;
            }
        }
        return s;
    }

    /** Scatter: several iterations contribute to one element. */
    @Differentiable
    static double scattered(double[] x, int[] to) {
        double s = 0;
        for (int t = 0; t < 2; t++) {
            double[] w = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                w[to[i]] += x[i] * x[t];
            }
            for (int i = 0; i < x.length; i++) {
                s += w[to[i]] * w[i];
            }
        }
        return s;
    }

    /** A loop whose index runs over the array more than once. */
    @Differentiable
    static double twiceOver(double[] x) {
        double s = 0;
        for (int t = 0; t < 2; t++) {
            double[] w = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                w[i] = x[i] * x[t];
            }
            for (int r = 0; r < 2; r++) {
                for (int i = 0; i < x.length; i++) {
                    s += w[i] * x[r];
                    if (r == 0) {
                        w[i] = 0;
                    }
                }
                for (int i = 0; i < x.length; i++) {
                    w[i] += x[i];
                }
            }
        }
        return s;
    }

    /** Written and read in one loop, before and behind. */
    @Differentiable
    static double prefix(double[] x) {
        double s = 0;
        for (int t = 0; t < 2; t++) {
            double[] w = new double[x.length + 1];
            for (int i = 0; i < x.length; i++) {
                w[i + 1] = w[i] + x[i] * x[t];
            }
            for (int i = x.length - 1; i >= 0; i--) {
                w[i] = w[i + 1] * w[i] + x[i];
            }
            s += w[0] * w[x.length];
        }
        return s;
    }

    /** All rows become one row at the end of each iteration. */
    @Differentiable
    static double filledWithRow(double[] x) {
        double s = 0;
        for (int t = 0; t < 3; t++) {
            double[][] w = new double[2][x.length];
            for (int r = 0; r < 2; r++) {
                for (int i = 0; i < x.length; i++) {
                    w[r][i] = x[i] * x[t] + r;
                }
            }
            s += w[0][1] * w[1][2];
            Arrays.fill(w, w[1]);
            w[0][0] *= x[2];
            s += w[1][0] * w[0][1];
        }
        return s;
    }

    @Differentiable
    static double rowsCopied(double[] x) {
        double s = 0;
        double[][] w = new double[3][x.length];
        for (int t = 0; t < 3; t++) {
            for (int r = 0; r < 3; r++) {
                for (int i = 0; i < x.length; i++) {
                    w[r][i] = x[i] * x[t] + r;
                }
            }
            System.arraycopy(w, 0, w, 1, 2);
            w[0][0] *= x[2];
            s += w[1][0] * w[2][1];
        }
        return s;
    }

    /** Rows of different lengths. */
    @Differentiable
    static double jagged(double[] x) {
        double s = 0;
        for (int t = 0; t < 3; t++) {
            double[][] w = new double[x.length][];
            for (int r = 0; r < x.length; r++) {
                w[r] = new double[r + 1];
                for (int i = 0; i <= r; i++) {
                    w[r][i] = x[i] * x[t] + r;
                }
            }
            for (int r = 1; r < x.length; r++) {
                for (int i = 0; i < r; i++) {
                    w[r][i] += w[r - 1][i] * w[r][i + 1];
                }
            }
            s += w[3][0] + w[2][1];
        }
        return s;
    }
}
