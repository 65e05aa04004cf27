package corpus;

import dev.leibniz.annotations.Differentiable;

/** Loops over steps whose state is in arrays: what a step computes is needed again when the step is gone through backwards. */
public final class TimeStepping {
    private TimeStepping() {}

    @Differentiable
    static double rungeKutta(double[] x, double[] weights) {
        int n = x.length;
        double[] y = x.clone();
        double[] k1 = new double[n];
        double[] k2 = new double[n];
        double[] stage = new double[n];
        for (int step = 0; step < 5; step++) {
            rate(y, weights, k1);
            for (int i = 0; i < n; i++) {
                stage[i] = y[i] + 0.05 * k1[i];
            }
            rate(stage, weights, k2);
            for (int i = 0; i < n; i++) {
                y[i] += 0.1 * k2[i];
            }
        }
        double s = 0;
        for (double v : y) {
            s += v * v;
        }
        return s;
    }

    private static void rate(double[] y, double[] weights, double[] out) {
        out[0] = weights[0] * y[0];
        for (int i = 1; i < y.length; i++) {
            out[i] = weights[i] * y[i - 1] * y[i];
        }
    }

    @Differentiable
    static double[] heat(double[] u0, double[] conductivity) {
        int n = u0.length;
        double[] u = u0.clone();
        double[] flux = new double[n + 1];
        for (int t = 0; t < 4; t++) {
            for (int i = 1; i < n; i++) {
                flux[i] = conductivity[i] * u[i] * (u[i] - u[i - 1]);
            }
            for (int i = 0; i < n; i++) {
                u[i] += 0.1 * (flux[i + 1] - flux[i]);
            }
        }
        return u;
    }

    @Differentiable
    static double power(double[] a, double[] start) {
        int n = start.length;
        double[] y = start.clone();
        double[] next = new double[n];
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < n; i++) {
                next[i] = 0;
                for (int j = 0; j < n; j++) {
                    next[i] += a[(i * 3 + j) % a.length] * y[j] * y[j];
                }
            }
            for (int i = 0; i < n; i++) {
                y[i] = 0.3 * next[i];
            }
        }
        return y[0] + 2 * y[n - 1];
    }

    /** The array that steps read is changed after them, so a step cannot be run again then. */
    @Differentiable
    static double readThenOverwritten(double[] x, double[] c) {
        double[] rate = c.clone();
        double[] y = x.clone();
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < y.length; i++) {
                y[i] = y[i] * rate[i] * y[(i + 1) % y.length];
            }
        }
        double s = 0;
        for (int i = 0; i < rate.length; i++) {
            rate[i] = y[i] * rate[i];
            s += rate[i] * rate[i];
        }
        return s;
    }

    /** What the loop carries besides its arrays, and a bound that changes. */
    @Differentiable
    static double carried(double[] x, double dt) {
        double[] y = x.clone();
        double time = 0.2;
        int m = 1;
        for (int t = 0; t < 5; t++) {
            double total = 0;
            for (int i = 0; i < m; i++) {
                y[i] = y[i] * time + y[(i + 1) % y.length] * y[i];
                total += y[i];
            }
            time = time * 0.9 + dt * total;
            m = Math.min(m + 1, y.length);
        }
        return time * y[0];
    }

    @Differentiable
    static double untilSmall(double[] x, double tolerance) {
        double[] y = x.clone();
        double change = 1;
        int steps = 0;
        while (change > 0.01 + 0.01 * tolerance && steps < 12) {
            change = 0;
            for (int i = 0; i < y.length; i++) {
                double old = y[i];
                y[i] = 0.5 * Math.cos(old) * x[i] + 0.1 * y[(i + 1) % y.length] * old;
                change += Math.abs(y[i] - old);
            }
            steps++;
        }
        return change * 3 + y[1] * y[2];
    }

    /** Two loops over the same state. */
    @Differentiable
    static double twice(double[] x) {
        double[] y = x.clone();
        for (int t = 0; t < 3; t++) {
            for (int i = 1; i < y.length; i++) {
                y[i] += 0.3 * y[i - 1] * y[i] * y[i];
            }
        }
        y[0] *= y[1];
        for (int t = 0; t < 2; t++) {
            for (int i = y.length - 1; i > 0; i--) {
                y[i - 1] -= 0.2 * y[i] * y[i - 1] * y[i];
            }
        }
        return y[0] - y[y.length - 1] * y[1];
    }

    /** For each sample the same steps from another start. */
    @Differentiable
    static double samples(double[] x, double[] c) {
        double loss = 0;
        for (int s = 0; s < x.length; s++) {
            double[] y = new double[3];
            y[0] = x[s];
            y[1] = 0.5;
            for (int t = 0; t < 4; t++) {
                for (int i = 0; i < 3; i++) {
                    y[i] = y[i] * c[i] + 0.1 * y[(i + 1) % 3] * y[(i + 2) % 3] * y[i];
                }
            }
            loss += y[0] * y[2] + y[1];
        }
        return loss;
    }

    /** A step that leaves, and one that is left out. */
    @Differentiable
    static double leaves(double[] x, int skipped) {
        double[] y = x.clone();
        for (int t = 0; t < 6; t++) {
            if (t == skipped) {
                continue;
            }
            for (int i = 0; i < y.length; i++) {
                y[i] *= 0.5 + 0.2 * y[(i + 1) % y.length] * y[i];
            }
            if (y[0] > 2) {
                break;
            }
        }
        return y[0] * y[3];
    }

    private static double sumOfSquares(double[] y, int from) {
        return from >= y.length ? 0 : y[from] * y[from] + sumOfSquares(y, from + 1);
    }

    /** A call that is not inlined reads the state. */
    @Differentiable
    static double normalised(double[] x) {
        double[] y = x.clone();
        for (int t = 0; t < 3; t++) {
            double norm = Math.sqrt(sumOfSquares(y, 0) + 1);
            for (int i = 0; i < y.length; i++) {
                y[i] = y[i] / norm + 0.1 * y[(i + 1) % y.length] * y[i] * norm;
            }
        }
        return y[0] * y[1] - y[2];
    }

    private static void sweep(double[] y, int from, double c) {
        if (from < y.length) {
            y[from] = y[from] * c + y[from] * y[(from + 1) % y.length];
            sweep(y, from + 1, c * y[from]);
        }
    }

    /** A call that is not inlined changes the state. */
    @Differentiable
    static double recursiveSweeps(double[] x, double c) {
        double[] y = x.clone();
        for (int t = 0; t < 3; t++) {
            sweep(y, 0, c);
            for (int i = 0; i < y.length; i++) {
                y[i] = 0.4 * y[i] * y[(i + 2) % y.length] + y[i];
            }
        }
        return y[0] * y[1];
    }

    /** Steps of steps: the inner loop, too, may be run again. */
    @Differentiable
    static double substeps(double[] x, double k) {
        double[] y = x.clone();
        double[] v = new double[x.length];
        for (int t = 0; t < 3; t++) {
            for (int s = 0; s < 2; s++) {
                for (int i = 0; i < y.length; i++) {
                    v[i] += -k * y[i] * y[i] * y[(i + 1) % y.length] * 0.1;
                }
                for (int i = 0; i < y.length; i++) {
                    y[i] += 0.1 * v[i] * y[i];
                }
            }
            v[0] = v[0] * v[1] + y[0] * y[3];
        }
        return y[0] + v[0] * y[1];
    }

    @Differentiable
    static float floats(float[] x, float c) {
        float[] y = x.clone();
        for (int t = 0; t < 4; t++) {
            for (int i = 0; i < y.length; i++) {
                y[i] = y[i] * c + 0.1f * y[(i + 1) % y.length] * y[i];
            }
        }
        return y[0] - y[1] * y[2];
    }

    /** The state has two names before the steps, and a row of a matrix is changed in them. */
    @Differentiable
    static double rowsAndNames(double[] x, double c) {
        double[][] m = new double[2][x.length];
        double[] y = m[1];
        double[] same = y;
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i];
        }
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < x.length; i++) {
                same[i] = same[i] * c + y[(i + 1) % x.length] * m[1][i];
            }
        }
        return y[0] * m[1][2] + same[3];
    }

    /** The order in which a step reads and writes: an element is read before and after it changes. */
    @Differentiable
    static double shifted(double[] x) {
        double[] y = x.clone();
        double[] seen = new double[x.length];
        double s = 0;
        for (int t = 0; t < 4; t++) {
            for (int i = 0; i < y.length; i++) {
                seen[i] = y[i] * y[i];
            }
            for (int i = 1; i < y.length; i++) {
                y[i] = y[i - 1] * seen[i] * 0.5 + y[i];
            }
            y[0] = y[y.length - 1] * seen[0];
            for (int i = 0; i < y.length; i++) {
                s += y[i] * seen[i];
            }
        }
        return s;
    }
}
