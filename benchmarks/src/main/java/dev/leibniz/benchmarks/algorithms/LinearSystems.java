package dev.leibniz.benchmarks.algorithms;

import dev.leibniz.annotations.Differentiable;

/** Factorisations and solves, written out; each makes a well-conditioned matrix of the numbers it is given. */
public final class LinearSystems {
    private LinearSystems() {}

    private static double[][] matrix(double[] x, int n) {
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double d = x[i] - x[j];
                a[i][j] = 1 / (1 + d * d) / n;
            }
            a[i][i] += 1 + x[i] * x[i];
        }
        return a;
    }

    /** The log-determinant by a Cholesky factor. */
    @Differentiable
    public static double cholesky(double[] x) {
        int n = x.length;
        double[][] a = matrix(x, n);
        double[][] l = new double[n][n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double s = a[i][j];
                for (int k = 0; k < j; k++) {
                    s -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? Math.sqrt(s) : s / l[j][j];
            }
            sum += 2 * Math.log(l[i][i]);
        }
        return sum;
    }

    /** The solution of a system by Gauss elimination in place, with partial pivoting. */
    @Differentiable
    public static double gauss(double[] x) {
        int n = x.length;
        double[][] a = matrix(x, n);
        double[] b = x.clone();
        for (int k = 0; k < n; k++) {
            int p = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(a[i][k]) > Math.abs(a[p][k])) {
                    p = i;
                }
            }
            if (p != k) {
                for (int j = 0; j < n; j++) {
                    double t = a[k][j];
                    a[k][j] = a[p][j];
                    a[p][j] = t;
                }
                double t = b[k];
                b[k] = b[p];
                b[p] = t;
            }
            for (int i = k + 1; i < n; i++) {
                double f = a[i][k] / a[k][k];
                for (int j = k; j < n; j++) {
                    a[i][j] -= f * a[k][j];
                }
                b[i] -= f * b[k];
            }
        }
        double sum = 0;
        for (int i = n - 1; i >= 0; i--) {
            double s = b[i];
            for (int j = i + 1; j < n; j++) {
                s -= a[i][j] * b[j];
            }
            b[i] = s / a[i][i];
            sum += b[i] * b[i];
        }
        return sum;
    }

    /** The log-determinant by an LU factorisation in place, in one array. */
    @Differentiable
    public static double lu(double[] x) {
        int n = x.length;
        double[][] rows = matrix(x, n);
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i * n + j] = rows[i][j];
            }
        }
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += Math.log(a[k * n + k]);
            for (int i = k + 1; i < n; i++) {
                a[i * n + k] /= a[k * n + k];
                for (int j = k + 1; j < n; j++) {
                    a[i * n + j] -= a[i * n + k] * a[k * n + j];
                }
            }
        }
        return sum;
    }

    /** A sparse triangular system, four entries in each row, solved in place. */
    @Differentiable
    public static double triangular(double[] x, int[] columns) {
        int n = x.length;
        double[] y = x.clone();
        for (int i = 4; i < n; i++) {
            double s = y[i];
            for (int k = 4 * i; k < 4 * i + 4; k++) {
                s -= 0.2 * x[columns[k]] * y[columns[k]];
            }
            y[i] = s / (2 + x[i] * x[i]);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += y[i] * y[i];
        }
        return sum;
    }
}
