package corpus;

import dev.leibniz.annotations.Differentiable;

/** A multiple of a row is added to another; the adjoint of the factor is a dot product. */
public final class RowUpdates {
    private RowUpdates() {}

    private static double norm(double[] a) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += (i + 1) * a[i] * a[i];
        }
        return s;
    }

    private static double[] repeated(double[] x, int n) {
        double[] a = new double[n];
        for (int i = 0; i < n; i++) {
            a[i] = x[i % x.length] + 0.1 * i;
        }
        return a;
    }

    @Differentiable(order = 2)
    static double addedRow(double[] x, double f) {
        double[] a = repeated(x, 21);
        double[] b = repeated(x, 21);
        for (int j = 0; j < a.length; j++) {
            a[j] -= f * b[j];
        }
        return norm(a);
    }

    @Differentiable(order = 2)
    static double partsOfRows(double[] x, double f) {
        double[] a = repeated(x, 22);
        double[] b = repeated(x, 22);
        for (int t = 1; t < 3; t++) {
            for (int j = t; j <= a.length - 2 * t; j++) {
                a[j] += f * b[j] * t;
            }
            for (int j = a.length - 1; j > t; j--) {
                b[j] -= f * a[j];
            }
            for (int j = a.length - 3; j >= t; j--) {
                b[j] = b[j] * f - a[j];
            }
        }
        return norm(a) + norm(b);
    }

    /** The rows are one array, or parts of one that overlap. */
    @Differentiable(order = 2)
    static double ofItself(double[] x, double f) {
        double[] a = repeated(x, 20);
        double[] b = f > -100 ? a : repeated(x, 20);
        for (int j = 0; j < a.length; j++) {
            a[j] += f * b[j];
        }
        for (int j = 1; j < a.length; j++) {
            a[j] += f * a[j - 1];
        }
        for (int j = 0; j < a.length - 1; j++) {
            a[j] += f * a[j + 1];
        }
        return norm(a) / 1e4;
    }

    @Differentiable(order = 2)
    static double twoFactors(double[] x, double f, double g) {
        double[] a = repeated(x, 19);
        double[] b = repeated(x, 19);
        double[] c = new double[19];
        double alpha = f * g;
        for (int step = 0; step < 2; step++) {
            double next = 0;
            for (int j = 0; j < c.length; j++) {
                c[j] = alpha * a[j] + g * b[j];
                a[j] -= f * c[j];
                next += c[j] * c[j];
            }
            alpha = next / (1 + alpha * alpha);
        }
        return norm(a) + norm(c);
    }

    @Differentiable(order = 2)
    static double elimination(double[] x) {
        int n = 5;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = x[(i * j) % x.length] / (1 + i + j);
            }
            a[i][i] += 3;
        }
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += Math.log(a[k][k]);
            for (int i = k + 1; i < n; i++) {
                double f = a[i][k] / a[k][k];
                for (int j = k; j < n; j++) {
                    a[i][j] -= f * a[k][j];
                }
                if (f > 0.5) {
                    break;
                }
            }
        }
        return sum + a[n - 1][n - 1];
    }

    /** A factor that is infinite at zero does nothing to an element whose derivative is 0. */
    @Differentiable
    static double infiniteFactor(double[] x, double f) {
        double[] a = repeated(x, 18);
        double[] b = repeated(x, 18);
        double g = 1 / Math.sqrt(Math.abs(f));
        for (int j = 0; j < a.length; j++) {
            a[j] = b[j] * g * 0.1;
        }
        double s = 0;
        for (int j = 0; j < 9; j++) {
            s += a[j] * b[j];
        }
        return Math.exp(-s * s);
    }

    @Differentiable
    static double quotient(double[] x, double f) {
        double[] a = repeated(x, 18);
        double[] b = repeated(x, 18);
        double g = a[0] / f;
        for (int j = 0; j < a.length; j++) {
            a[j] -= b[j] * g;
        }
        return norm(a) * f;
    }

    @Differentiable(order = 2)
    static float floats(float[] x, float f) {
        float[] a = new float[20];
        float[] b = new float[20];
        for (int i = 0; i < a.length; i++) {
            a[i] = x[i % x.length];
            b[i] = a[i] * a[i];
        }
        for (int j = 0; j < a.length; j++) {
            a[j] -= f * b[j];
        }
        float s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * a[i];
        }
        return s;
    }

    @Differentiable(order = 2)
    static double productOfMatrices(double[] x) {
        int n = 4;
        double[][] a = new double[n][n];
        double[][] c = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = x[(i + 2 * j) % x.length] * (1 + i) - j;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double v = a[i][k];
                for (int j = 0; j < n; j++) {
                    c[i][j] += v * a[k][j];
                }
            }
        }
        double s = 0;
        for (int i = 0; i < n; i++) {
            s += norm(c[i]);
        }
        return s / 100;
    }

    /** The sums of the function are not dot products of contributions: their order stays. */
    @Differentiable(order = 2)
    static double ownSums(double[] x, double f) {
        double[] a = repeated(x, 30);
        double s = f;
        for (int j = 0; j < a.length; j++) {
            s += a[j] * a[j];
        }
        return Math.log(1 + s * s);
    }
}
