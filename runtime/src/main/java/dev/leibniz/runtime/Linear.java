package dev.leibniz.runtime;

import dev.leibniz.annotations.UseDerivatives;

/**
 * Products of matrices and vectors, linear systems, and what else is made of them.
 *
 * <p>A matrix is an array of rows of one length, {@code a[row][column]}. The loops run along rows, in the order in which the
 * JVM vectorises them; sums are taken from left to right.
 *
 * @since 0.1.0
 */
@UseDerivatives({LinearRules.class, SystemRules.class})
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

    /**
     * The solution of a linear system, A·x = b, by a factorisation with partial pivoting. Its derivatives use the same factorisation and
     * O(n²) memory.
     *
     * <p>Reverse derivatives for a cotangent c [n]: with respect to b, g = A⁻ᵀ·c; with respect to a, −g·xᵀ.
     *
     * @param a [n][n]
     * @param b [n]
     * @return x [n], a new array
     * @throws IllegalArgumentException if {@code a} is not square, or {@code b} is not as long as {@code a}
     * @throws ArithmeticException if {@code a} is singular; the message says which pivot is 0
     */
    public static double[] solve(double[][] a, double[] b) {
        return Systems.solve(a, b, Systems.lu(a));
    }

    /**
     * The solution of a triangular system, A·x = b.
     *
     * <p>Reverse derivatives for a cotangent c [n]: with respect to b, g = A⁻ᵀ·c; with respect to a, −g·xᵀ within the triangle.
     *
     * @param a [n][n], of which only the triangle is read
     * @param b [n]
     * @param isLower whether that is the lower triangle, not the upper one
     * @return x [n], a new array
     * @throws IllegalArgumentException if {@code a} is not square, or {@code b} is not as long as {@code a}
     * @throws ArithmeticException if there is a 0 on the diagonal; the message says where
     */
    public static double[] solveTriangular(double[][] a, double[] b, boolean isLower) {
        return Systems.triangular(a, b, isLower, false);
    }

    /**
     * The solution of a tridiagonal system, by elimination with partial pivoting: O(n) operations, and as many for a gradient.
     *
     * @param lower [n − 1], below the diagonal; {@code lower[i]} is in row i + 1
     * @param diagonal [n]
     * @param upper [n − 1], above the diagonal; {@code upper[i]} is in row i
     * @param b [n]
     * @return x [n], a new array
     * @throws IllegalArgumentException if the lengths do not fit
     * @throws ArithmeticException if the matrix is singular; the message says which pivot is 0
     */
    public static double[] solveTridiagonal(double[] lower, double[] diagonal, double[] upper, double[] b) {
        return Systems.tridiagonal(lower, diagonal, upper, b);
    }

    /**
     * The Cholesky factor of a symmetric positive definite matrix, A = L·Lᵀ.
     *
     * <p>Only the lower triangle of {@code a} is read, and only there are its gradients other than zero: an element stands for itself and
     * for the one that mirrors it.
     *
     * @param a [n][n]
     * @return L [n][n], with zeros above the diagonal, a new array
     * @throws IllegalArgumentException if {@code a} is not square
     * @throws ArithmeticException if {@code a} is not positive definite; the message says at which pivot
     */
    public static double[][] cholesky(double[][] a) {
        return Systems.cholesky(a);
    }

    /**
     * The logarithm of the absolute value of the determinant.
     *
     * <p>Reverse derivative for a cotangent c: c·A⁻ᵀ.
     *
     * @param a [n][n]
     * @return log |det A|
     * @throws IllegalArgumentException if {@code a} is not square
     * @throws ArithmeticException if {@code a} is singular; the message says which pivot is 0
     */
    public static double logDet(double[][] a) {
        return Systems.logAbsDet(a, Systems.lu(a));
    }

    /**
     * The inverse of a matrix. To solve a system, {@link #solve} takes a third of the time and is more accurate.
     *
     * <p>Reverse derivative for a cotangent C [n][n]: −A⁻ᵀ·C·A⁻ᵀ.
     *
     * @param a [n][n]
     * @return A⁻¹ [n][n], a new array
     * @throws IllegalArgumentException if {@code a} is not square
     * @throws ArithmeticException if {@code a} is singular; the message says which pivot is 0
     */
    public static double[][] inverse(double[][] a) {
        return Systems.inverse(a, Systems.lu(a));
    }
}
