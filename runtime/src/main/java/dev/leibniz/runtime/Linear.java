package dev.leibniz.runtime;

import dev.leibniz.annotations.UseDerivatives;

/**
 * Products of matrices and vectors.
 *
 * <p>A matrix is an array of rows of one length, {@code a[row][column]}. The loops run along rows, in the order in which the
 * JVM vectorises them; sums are taken from left to right.
 *
 * @since 0.1.0
 */
@UseDerivatives(LinearRules.class)
public final class Linear {
    private Linear() {}

    /**
     * Matrix times vector, y[i] = Σⱼ a[i][j]·x[j].
     *
     * <p>Reverse derivatives for a cotangent c [m]: with respect to a, c·xᵀ; with respect to x, aᵀ·c.
     *
     * @param a [m][n]
     * @param x [n]
     * @return [m], a new array
     * @throws IllegalArgumentException if a row of {@code a} is not as long as {@code x}
     */
    public static double[] matVec(double[][] a, double[] x) {
        double[] y = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            double[] row = a[i];
            if (row.length != x.length) {
                throw new IllegalArgumentException(
                        "row " + i + " of a has length " + row.length + ", x has length " + x.length);
            }
            double sum = 0;
            for (int j = 0; j < row.length; j++) {
                sum += row[j] * x[j];
            }
            y[i] = sum;
        }
        return y;
    }

    /**
     * Transposed matrix times vector, y[j] = Σᵢ a[i][j]·x[i], without transposing.
     *
     * <p>Reverse derivatives for a cotangent c [n]: with respect to a, x·cᵀ; with respect to x, a·c.
     *
     * @param a [m][n]; without rows, n is 0
     * @param x [m]
     * @return [n], a new array
     * @throws IllegalArgumentException if {@code a} has not as many rows as {@code x} has entries, or rows of different length
     */
    public static double[] matTVec(double[][] a, double[] x) {
        if (a.length != x.length) {
            throw new IllegalArgumentException("a has " + a.length + " rows, x has length " + x.length);
        }
        int n = a.length == 0 ? 0 : a[0].length;
        double[] y = new double[n];
        for (int i = 0; i < a.length; i++) {
            double[] row = a[i];
            if (row.length != n) {
                throw new IllegalArgumentException("row " + i + " of a has length " + row.length + ", not " + n);
            }
            double xi = x[i];
            for (int j = 0; j < n; j++) {
                y[j] += row[j] * xi;
            }
        }
        return y;
    }

    /**
     * Matrix times matrix, c[i][j] = Σₖ a[i][k]·b[k][j].
     *
     * <p>Reverse derivatives for a cotangent c [m][n]: with respect to a, c·bᵀ; with respect to b, aᵀ·c.
     *
     * @param a [m][p]
     * @param b [p][n]; without rows, n is 0
     * @return [m][n], a new array
     * @throws IllegalArgumentException if a row of {@code a} is not as long as {@code b} has rows, or {@code b} has rows of
     *     different length
     */
    public static double[][] matMul(double[][] a, double[][] b) {
        int n = b.length == 0 ? 0 : b[0].length;
        for (int k = 0; k < b.length; k++) {
            if (b[k].length != n) {
                throw new IllegalArgumentException("row " + k + " of b has length " + b[k].length + ", not " + n);
            }
        }
        double[][] c = new double[a.length][n];
        for (int i = 0; i < a.length; i++) {
            double[] row = a[i];
            if (row.length != b.length) {
                throw new IllegalArgumentException(
                        "row " + i + " of a has length " + row.length + ", b has " + b.length + " rows");
            }
            double[] ci = c[i];
            for (int k = 0; k < row.length; k++) {
                double aik = row[k];
                double[] bk = b[k];
                for (int j = 0; j < n; j++) {
                    ci[j] += aik * bk[j];
                }
            }
        }
        return c;
    }
}
