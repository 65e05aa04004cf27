package corpus;

import dev.leibniz.annotations.Differentiable;

/** Loops in which each iteration sweeps arrays that others read at places that the data say. */
public final class Sweeps {
    private Sweeps() {}

    private static double[] spread(double[] x, int n) {
        double[] a = new double[n];
        for (int i = 0; i < n; i++) {
            a[i] = x[i % x.length] * (1 + 0.1 * i);
        }
        return a;
    }

    /** Each iteration reads what the last one left. */
    @Differentiable(order = 2)
    static double readsBefore(double[] x) {
        int n = 17;
        double[] a = spread(x, n);
        double[] b = new double[n];
        for (int t = 0; t < 4; t++) {
            for (int i = 0; i < n; i++) {
                b[i] = 0.1 * x[t % x.length];
            }
            for (int e = 0; e < 2 * n; e++) {
                b[e * 5 % n] += 0.2 * x[e % x.length] * a[e * 7 % n];
            }
            for (int i = 0; i < n; i++) {
                a[i] = b[i];
            }
        }
        double s = 0;
        for (int i = 0; i < n; i++) {
            s += a[i] * a[i];
        }
        return s;
    }

    /** Each iteration fills an array, and then reads it. */
    @Differentiable(order = 2)
    static double readsAfter(double[] x, int steps) {
        int n = 18;
        double[] a = new double[n];
        double s = 0;
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < n; i++) {
                a[i] = Math.sin(x[i % x.length] + s + i);
            }
            for (int e = 0; e < 2 * n; e++) {
                s += 0.1 * a[e * 5 % n] * a[e * 7 % n];
            }
        }
        return s;
    }

    /** Before it is written to, and after. */
    @Differentiable
    static double readsBeforeAndAfter(double[] x) {
        int n = 17;
        double[] a = spread(x, n);
        double s = 0;
        for (int t = 0; t < 4; t++) {
            for (int e = 0; e < n; e++) {
                s += 0.1 * a[e * 5 % n] * a[e * 7 % n];
            }
            for (int i = 0; i < n; i++) {
                a[i] = Math.cos(a[i] * s + i);
            }
            for (int e = 0; e < n; e++) {
                s += 0.1 * a[e * 3 % n] * a[e * 2 % n];
            }
            a[t] *= s;
        }
        return s + a[1];
    }

    @Differentiable
    static double unknownLength(double[] x) {
        int n = 17;
        double[] a = spread(x, n);
        double change = 1;
        int steps = 0;
        while (change > 0.001 && steps < 9) {
            double s = 0;
            for (int e = 0; e < 2 * n; e++) {
                s += a[e * 5 % n] * a[e * 7 % n];
            }
            if (steps % 3 == 2) {
                steps++;
                continue;
            }
            change = 0;
            for (int i = 0; i < n; i++) {
                double next = a[i] / (2 + s * s);
                change += (next - a[i]) * (next - a[i]);
                a[i] = next + 0.1 * x[0];
            }
            steps++;
        }
        return a[0] * a[3] + a[5] + change;
    }

    @Differentiable
    static double swapped(double[] x) {
        int n = 17;
        double[] a = spread(x, n);
        double[] b = new double[n];
        for (int t = 0; t < 5; t++) {
            for (int i = 0; i < a.length; i++) {
                b[i] = 0.1 * a[i] + a[i * 5 % n] * a[i * 7 % n] * 0.2;
            }
            double[] c = a;
            a = b;
            b = c;
        }
        return a[0] * a[3] + a[5] + b[2];
    }

    @Differentiable
    static double madeInside(double[] x) {
        int n = 17;
        double s = 1;
        for (int t = 0; t < 5; t++) {
            double[] a = new double[n];
            for (int e = 0; e < n; e++) {
                s += a[e * 5 % n] * s;
            }
            for (int i = 0; i < n; i++) {
                a[i] = Math.sin(x[i % x.length] * s);
            }
            for (int e = 0; e < n; e++) {
                s += 0.1 * a[e * 5 % n] * a[e * 7 % n];
            }
            a[2] = s;
            s += a[2] * a[3];
        }
        return s;
    }

    /** The copy is of one of the middle loops. */
    @Differentiable
    static double deeper(double[] x) {
        int n = 17;
        double[] a = spread(x, n);
        double s = 0;
        for (int p = 0; p < 3; p++) {
            for (int t = 0; t < 3; t++) {
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < i; j++) {
                        s += 0.01 * a[j * 5 % n] * a[i];
                    }
                }
                for (int i = 0; i < n; i++) {
                    a[i] = Math.tanh(a[i] + s);
                }
            }
            a[p] += x[p] * s;
        }
        return s + a[4];
    }

    /** A pivot is searched for, rows are swapped; then the rows below change. */
    @Differentiable(order = 2)
    static double eliminated(double[] x) {
        int n = 4;
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i * n + j] = Math.cos(x[i] + j * x[j]) + (i + j == n - 1 ? 3 : 0);
            }
        }
        double det = 1;
        for (int k = 0; k < n; k++) {
            int p = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(a[i * n + k]) > Math.abs(a[p * n + k])) {
                    p = i;
                }
            }
            if (p != k) {
                det = -det;
                for (int j = 0; j < n; j++) {
                    double t = a[k * n + j];
                    a[k * n + j] = a[p * n + j];
                    a[p * n + j] = t;
                }
            }
            det *= a[k * n + k];
            for (int i = k + 1; i < n; i++) {
                a[i * n + k] /= a[k * n + k];
                for (int j = k + 1; j < n; j++) {
                    a[i * n + j] -= a[i * n + k] * a[k * n + j];
                }
            }
        }
        return det;
    }

    /** The rows overlap: the width is less than what a row holds. */
    @Differentiable
    static double overlappingRows(double[] x) {
        int n = 3;
        double[] a = spread(x, 16);
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                for (int j = k + 1; j < n + 2; j++) {
                    a[i * n + j] -= a[i * n + k] * a[k * n + j] * 0.1;
                }
            }
        }
        double s = 0;
        for (int i = 0; i < 16; i++) {
            s += a[i] * a[i];
        }
        return s;
    }
}
