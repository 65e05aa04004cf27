package corpus;

import dev.leibniz.annotations.Differentiable;

/** Arrays of arrays, and rows as variables. */
public final class Matrices {
    private Matrices() {}

    @Differentiable
    static double frobenius(double[][] m) {
        double s = 0;
        for (double[] row : m) {
            for (double x : row) {
                s += x * x;
            }
        }
        return Math.sqrt(s);
    }

    @Differentiable
    static double bilinear(double[][] m, double[] x, double[] y) {
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            double[] row = m[i];
            double t = 0;
            for (int j = 0; j < row.length; j++) {
                t += row[j] * y[j];
            }
            s += x[i] * t * t;
        }
        return s;
    }

    /**
     * @length a 3
     * @length b 3
     */
    @Differentiable
    static double matMul(double[][] a, double[][] b) {
        double[][] c = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                for (int j = 0; j < 3; j++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c[0][0] * c[1][1] - c[0][1] * c[1][0] + c[2][2];
    }

    /** @length m 3 */
    @Differentiable
    static double determinant(double[][] m) {
        int n = m.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = m[i].clone();
        }
        double det = 1;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) {
                    pivot = i;
                }
            }
            if (pivot != k) {
                double[] t = a[k];
                a[k] = a[pivot];
                a[pivot] = t;
                det = -det;
            }
            det *= a[k][k];
            for (int i = k + 1; i < n; i++) {
                double f = a[i][k] / a[k][k];
                for (int j = k; j < n; j++) {
                    a[i][j] -= f * a[k][j];
                }
            }
        }
        return det;
    }

    @Differentiable
    static double triangle(double[][] m) {
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < i; j++) {
                s += m[i][j] * m[j][i];
            }
        }
        return s;
    }

    @Differentiable
    static double jagged(double x, double y) {
        double[][] rows = {{x}, {x * y, y}, {}, {y * y, x, 1}};
        double s = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                s += rows[i][j] * (i + 1) * x;
            }
        }
        return s;
    }

    @Differentiable
    static double sharedRows(double[] a) {
        double[][] m = new double[3][];
        double[] row = a.clone();
        m[0] = row;
        m[1] = row;
        m[2] = a.clone();
        m[0][0] *= 2;
        m[1][0] *= m[2][1];
        return m[0][0] * row[1] + m[2][0];
    }

    @Differentiable
    static double swappedRows(double[][] m) {
        double[][] w = m.clone();
        double[] t = w[0];
        w[0] = w[1];
        w[1] = t;
        return w[0][0] * w[1][1] - w[0][1] * w[1][0];
    }

    @Differentiable
    static double tensor(double[][][] t) {
        double s = 0;
        for (int i = 0; i < t.length; i++) {
            for (int j = 0; j < t[i].length; j++) {
                for (int k = 0; k < t[i][j].length; k++) {
                    s += t[i][j][k] * t[k][j][i];
                }
            }
        }
        return s;
    }

    @Differentiable
    static double cholesky(double[][] m) {
        int n = m.length;
        double[][] l = new double[n][n];
        double logDet = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double s = 0.5 * (m[i][j] + m[j][i]) + (i == j ? 8 : 0);
                for (int k = 0; k < j; k++) {
                    s -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? Math.sqrt(s) : s / l[j][j];
            }
            logDet += 2 * Math.log(l[i][i]);
        }
        return logDet;
    }

    @Differentiable
    static double network(double[][] w1, double[] b1, double[] w2, double b2, double[] x, double target) {
        double z = b2;
        for (int i = 0; i < w1.length; i++) {
            double h = b1[i];
            for (int j = 0; j < x.length; j++) {
                h += w1[i][j] * x[j];
            }
            z += w2[i] * Math.max(0, h);
        }
        double p = 1 / (1 + Math.exp(-z));
        return (p - target) * (p - target);
    }
}
