package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** Methods with so many loops that some of them get a method of their own. */
public final class ManyLoops {
    private ManyLoops() {}

    record Shape(double[] widths, float scale) {}

    /** All kinds of values go into the nests. */
    @Differentiable(order = 2)
    static double kindsOfValues(double[] x, double[] y, int n, boolean flip, @NoDerivative long seed, byte small) {
        double[][] m = new double[3][x.length];
        int[] counts = new int[x.length];
        boolean[] marks = new boolean[x.length];
        double s = 0;
        for (int t = 0; t < 3; t++) {
            double base = x[t] * y[t];
            for (int r = 0; r < 3; r++) {
                for (int i = 0; i < x.length; i++) {
                    m[r][i] += base * x[i] + (flip ? y[i] : n * x[i]);
                }
            }
            for (int r = 0; r < 3; r++) {
                for (int i = 0; i < x.length; i++) {
                    counts[i] += r + small;
                    marks[i] ^= (counts[i] + seed) % 2 == 0;
                    if (marks[i]) {
                        m[r][i] *= 0.5 * counts[i] * y[r];
                    }
                }
            }
            for (int r = 2; r >= 0; r--) {
                for (int i = r; i < x.length; i += 2) {
                    m[r][i] -= m[(r + 1) % 3][i] * base * 0.1;
                }
            }
            for (int r = 0; r < 3; r++) {
                for (int i = 0; i < x.length; i++) {
                    s += m[r][i] * 0.1;
                }
            }
        }
        for (int r = 0; r < 3; r++) {
            for (int i = 0; i < x.length; i++) {
                s += m[r][i] * m[r][i] * 0.01;
            }
        }
        return s;
    }

    /** Nests that throw, hand back a number, leave early or make arrays. */
    @Differentiable
    static double otherNests(double[] x, Shape shape) {
        int n = x.length;
        double[] w = shape.widths().clone();
        double s = 0;
        for (int t = 0; t < 2; t++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (w[j] > 1e9) {
                        throw new IllegalStateException("too wide in " + t + ": " + w[j]);
                    }
                    w[j] += x[i] * w[i] * 0.1;
                }
            }
            for (int i = 0; i < n; i++) {
                double[] row = new double[n];
                for (int j = 0; j < n; j++) {
                    row[j] = w[j] * x[i] * shape.scale();
                }
                for (int j = 0; j < n; j++) {
                    w[j] += row[n - 1 - j] * 0.1;
                }
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (w[j] > 1) {
                        break;
                    }
                    w[i] += 0.1 * w[j] * w[j];
                }
            }
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int j = 0; j <= i; j++) {
                    sum += w[j] * x[j];
                }
                w[i] = sum * 0.3;
                s += sum;
            }
            for (int i = 0; i < n; i++) {
                int k = i;
                while (k > 0) {
                    w[k] *= 0.9 + 0.1 * w[k - 1];
                    k--;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            s += w[i] * w[(i + 1) % n];
        }
        return s;
    }

    /** A method whose nests have the names that the generated ones could have. */
    @Differentiable(order = 2)
    static double nests(double[] x, double[] nestsLoops1, double loops) {
        double[] a = x.clone();
        double[] b = nestsLoops1.clone();
        double s = 0;
        for (int nests = 0; nests < 2; nests++) {
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < b.length; j++) {
                    a[i] += b[j] * loops * 0.1;
                }
            }
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < b.length; j++) {
                    b[j] += a[i] * a[j] * 0.1;
                }
            }
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < b.length; j++) {
                    s += a[i] * b[j];
                }
            }
        }
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                s -= a[i] * b[j] * loops;
            }
        }
        return s;
    }

    static double nestsGradIntoLoops1(double[] x) {
        return x[0];
    }
}
