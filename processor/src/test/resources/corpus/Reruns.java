package corpus;

import dev.leibniz.annotations.Differentiable;

/** Steps that are run again, and what makes it hard to say what they start from: swapped arrays, counters, jumps. */
public final class Reruns {
    private Reruns() {}

    /** Double buffering: the arrays change roles in each step. */
    @Differentiable(order = 2)
    static double swapped(double[] x, double c) {
        double[] y = x.clone();
        double[] next = new double[x.length];
        for (int t = 0; t < 5; t++) {
            for (int i = 0; i < y.length; i++) {
                next[i] = y[i] * c + 0.2 * y[(i + 1) % y.length] * y[i];
            }
            double[] old = y;
            y = next;
            next = old;
        }
        return y[0] * y[1] + next[2];
    }

    /** As above, with arrays of different lengths. */
    @Differentiable
    static double swappedLengths(double[] x, double c) {
        double[] y = x.clone();
        double[] next = new double[x.length + 2];
        for (int t = 0; t < 5; t++) {
            for (int i = 0; i < next.length; i++) {
                next[i] = y[i % y.length] * c + 0.2 * y[(i + 1) % y.length] * y[i % y.length];
            }
            double[] old = y;
            y = next;
            next = old;
        }
        return y[0] * y[1] + next[2] * y[y.length - 1];
    }

    /** The array that a step changes is chosen in the step. */
    @Differentiable
    static double chosen(double[] x, double c) {
        double[] a = x.clone();
        double[] b = x.clone();
        for (int t = 0; t < 5; t++) {
            double[] y = t % 2 == 0 ? a : b;
            double[] z = t % 3 == 0 ? a : b;
            for (int i = 0; i < y.length; i++) {
                y[i] = y[i] * c + 0.2 * z[(i + 1) % z.length] * y[i];
            }
        }
        return a[0] * b[1] + b[2];
    }

    /** The condition reads the state. */
    @Differentiable
    static double conditionReadsState(double[] x) {
        double[] y = x.clone();
        y[0] = 2 + 0.1 * x[0];
        while (y[0] > 0.2) {
            for (int i = 0; i < y.length; i++) {
                y[i] = y[i] * 0.7 - 0.01 * y[(i + 1) % y.length] * y[i];
            }
        }
        return y[0] + y[1] * y[2];
    }

    /** Maybe no step at all. */
    @Differentiable
    static double maybeNone(double[] x, int n) {
        double[] y = x.clone();
        double[] w = new double[x.length];
        for (int t = 1; t < n; t++) {
            for (int i = 0; i < y.length; i++) {
                w[i] = y[i] * y[i];
            }
            for (int i = 0; i < y.length; i++) {
                y[i] = w[i] * 0.7 - 0.1 * y[(i + 1) % y.length] * w[i];
            }
        }
        return y[0] + y[1] * y[2] + w[0];
    }

    /** Rows of the state change places. */
    @Differentiable
    static double rowsSwapped(double[] x, double c) {
        double[][] s = new double[3][x.length];
        for (int i = 0; i < x.length; i++) {
            s[0][i] = x[i];
            s[1][i] = 0.5 * x[i];
            s[2][i] = x[i] * x[i];
        }
        for (int t = 0; t < 4; t++) {
            for (int i = 0; i < x.length; i++) {
                s[0][i] = s[0][i] * c + 0.2 * s[1][(i + 1) % x.length] * s[2][i];
            }
            double[] first = s[0];
            s[0] = s[1];
            s[1] = s[2];
            s[2] = first;
        }
        return s[0][0] * s[1][1] + s[2][2];
    }

    /** Leap-frog: the array of the step before the last one is used. */
    @Differentiable
    static double leapFrog(double[] x, double dt) {
        int n = x.length;
        double[] before = x.clone();
        double[] now = x.clone();
        for (int t = 0; t < 5; t++) {
            double[] next = new double[n];
            for (int i = 0; i < n; i++) {
                next[i] = 2 * now[i] - before[i] + dt * dt * now[i] * now[(i + 1) % n];
            }
            before = now;
            now = next;
        }
        return now[0] * before[1] + now[3];
    }

    /** As above with library calls. */
    @Differentiable
    static double adamsBashforth(double[] x, double dt) {
        int n = x.length;
        double[] y = x.clone();
        double[] f0 = new double[n];
        double[] f1 = new double[n];
        for (int t = 0; t < 5; t++) {
            System.arraycopy(f1, 0, f0, 0, n);
            for (int i = 0; i < n; i++) {
                f1[i] = y[i] * (1 - y[(i + 1) % n]);
            }
            if (t == 0) {
                System.arraycopy(f1, 0, f0, 0, n);
            }
            for (int i = 0; i < n; i++) {
                y[i] += dt * (1.5 * f1[i] - 0.5 * f0[i]);
            }
        }
        return y[0] * y[1] + f0[2] * f1[3];
    }

    /** A step keeps an array that it makes, for the next one. */
    @Differentiable
    static double keptArray(double[] x, double c) {
        double[] y = x.clone();
        double[] last = new double[x.length];
        for (int t = 0; t < 4; t++) {
            double[] made = new double[x.length];
            for (int i = 0; i < y.length; i++) {
                made[i] = y[i] * c + last[i] * y[(i + 1) % y.length];
            }
            for (int i = 0; i < y.length; i++) {
                y[i] = made[i] * made[i] * 0.4;
            }
            last = made;
        }
        return y[0] * y[1] * last[0];
    }

    /** Counters that steps change, in an array, and use as indices in the next one. */
    @Differentiable
    static double countersInArray(double[] x, double c) {
        double[] y = x.clone();
        int[] at = {0, 1, 2};
        for (int t = 0; t < 6; t++) {
            for (int i = 0; i < 3; i++) {
                y[at[i]] = y[at[i]] * c + 0.3 * y[(at[i] + 1) % y.length] * y[at[i]];
                at[i] = (at[i] + t + i) % y.length;
            }
        }
        return y[0] * y[1] + y[at[2]];
    }

    /** Only some elements of the state change. */
    @Differentiable
    static double partlyOverwritten(double[] x, double c) {
        double[] y = x.clone();
        double[] w = new double[x.length + 1];
        for (int t = 0; t < 4; t++) {
            for (int i = 1; i < x.length; i++) {
                w[i] = y[i] * y[i - 1] * c;
            }
            w[0] = w[0] + y[0];
            for (int i = 0; i < x.length; i += 2) {
                y[i] += w[i] * w[i + 1] * 0.2;
            }
        }
        return y[0] * y[1] + y[2] + w[0] * w[2];
    }

    /** A step may throw, but does not. */
    @Differentiable
    static double mayThrow(double[] x, double c) {
        double[] y = x.clone();
        for (int t = 0; t < 4; t++) {
            for (int i = 0; i < y.length; i++) {
                y[i] = y[i] * c + 0.1 * y[(i + 1) % y.length] * y[i];
                if (y[i] > 1e6) {
                    throw new IllegalStateException("too large in step " + t);
                }
            }
        }
        return y[0] * y[1];
    }

    private static void advance(double[] state, double[] work, double c) {
        for (int i = 0; i < state.length; i++) {
            work[i] = state[i] * state[(i + 1) % state.length];
        }
        for (int i = 0; i < state.length; i++) {
            state[i] = state[i] * c + 0.2 * work[i];
        }
    }

    /** A helper changes the state, and is told which array is which in turn. */
    @Differentiable
    static double helperInTurn(double[] x, double c) {
        double[] a = x.clone();
        double[] b = new double[x.length];
        for (int t = 0; t < 3; t++) {
            advance(a, b, c);
            advance(b, a, 1 - c);
        }
        return a[0] * b[1] + a[2];
    }

    /** Labels. */
    @Differentiable
    static double labelled(double[] x, double c) {
        double[] y = x.clone();
        steps:
        for (int t = 0; t < 6; t++) {
            for (int i = 0; i < y.length; i++) {
                if (y[i] < -0.8) {
                    y[i] = 0.1 * y[i] * y[i];
                    continue steps;
                }
                if (t * i > 11) {
                    break steps;
                }
                y[i] = y[i] * c - 0.4 * y[(i + 1) % y.length] * y[i];
            }
            y[t % y.length] -= 0.1 * y[0];
        }
        return y[0] * y[1] - y[2];
    }

    /** Both loops change the same state, and the second reads what is changed after it. */
    @Differentiable
    static double readThenChangedLater(double[] x, double c) {
        double[] y = x.clone();
        double[] z = x.clone();
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < y.length; i++) {
                z[i] = z[i] * y[i] + 0.1 * z[(i + 1) % y.length] * y[i];
            }
        }
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < y.length; i++) {
                y[i] = y[i] * z[i] + 0.1 * y[(i + 1) % y.length] * y[i];
            }
        }
        return z[0] * z[1] + y[2];
    }

    private static double descend(double[] y, int depth, double c) {
        if (depth == 0) {
            return y[0] * y[1];
        }
        double[] z = y.clone();
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < z.length; i++) {
                z[i] = z[i] * c + 0.1 * z[(i + 1) % z.length] * y[i];
            }
        }
        return descend(z, depth - 1, c * 0.9) + z[2] * z[3];
    }

    /** Steps inside a recursion. */
    @Differentiable
    static double recursion(double[] x, double c) {
        return descend(x, 3, c);
    }

    /** Flags that steps set. */
    @Differentiable
    static double flags(double[] x, double c) {
        double[] y = x.clone();
        boolean[] frozen = new boolean[x.length];
        long[] hits = new long[x.length];
        for (int t = 0; t < 6; t++) {
            for (int i = 0; i < y.length; i++) {
                if (!frozen[i]) {
                    y[i] = y[i] * c + 0.5 * y[(i + 1) % y.length] * y[i] + 0.1 * hits[i];
                }
                hits[(i + t) % y.length]++;
                frozen[i] = Math.abs(y[i]) > 0.8 || hits[i] > 4;
            }
        }
        return y[0] * y[1] + y[2] - y[3];
    }

    /** What the test of the inner loop reads, its body writes: a step that runs again has to write it again.
     * @length a 6
     * @range a 0.6 1.4 */
    @Differentiable
    static double testReadsWhatTheBodyWrites(double[] a) {
        double[] w = a.clone();
        for (int i = 1; i < w.length; i++) {
            int j = i;
            while (j > 0 && w[j - 1] * w[j] > 0.5) {
                w[j - 1] = w[j - 1] * w[j] * 0.7;
                j--;
            }
        }
        return w[0] * w[1] + w[2] * w[3];
    }
}
