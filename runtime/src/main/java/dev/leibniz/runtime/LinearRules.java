package dev.leibniz.runtime;

import dev.leibniz.annotations.DerivativeOf;

/**
 * The reverse derivatives of {@link Linear}.
 *
 * <p>Each method takes the parameters of the function it is named after, then a cotangent of its result, and returns the
 * cotangent times the Jacobian, in new arrays.
 *
 * @since 0.1.0
 */
public final class LinearRules {

    private LinearRules() {}

    /**
     * The gradient of {@link Linear#matVec}.
     *
     * @param a [m][n], with respect to the matrix
     * @param x [n], with respect to the vector
     */
    public record MatVecGrad(double[][] a, double[] x) {}

    /**
     * The reverse derivative of {@link Linear#matVec}.
     *
     * @param a [m][n]
     * @param x [n]
     * @param cotangent [m], of the result
     * @return [m][n] and [n], cotangent·xᵀ and aᵀ·cotangent
     */
    @DerivativeOf(value = "matVec", owner = Linear.class)
    public static MatVecGrad matVec(double[][] a, double[] x, double[] cotangent) {
        double[] xGradient = new double[x.length];
        for (int i = 0; i < a.length; i++) {
            double[] row = a[i];
            double c = cotangent[i];
            for (int j = 0; j < row.length; j++) {
                xGradient[j] += row[j] * c;
            }
        }
        return new MatVecGrad(outer(cotangent, x), xGradient);
    }

    /**
     * The gradient of {@link Linear#matTVec}.
     *
     * @param a [m][n], with respect to the matrix
     * @param x [m], with respect to the vector
     */
    public record MatTVecGrad(double[][] a, double[] x) {}

    /**
     * The reverse derivative of {@link Linear#matTVec}.
     *
     * @param a [m][n]
     * @param x [m]
     * @param cotangent [n], of the result
     * @return [m][n] and [m], x·cotangentᵀ and a·cotangent
     */
    @DerivativeOf(value = "matTVec", owner = Linear.class)
    public static MatTVecGrad matTVec(double[][] a, double[] x, double[] cotangent) {
        return new MatTVecGrad(outer(x, cotangent), Linear.matVec(a, cotangent));
    }

    /** The matrix x·yᵀ. */
    private static double[][] outer(double[] x, double[] y) {
        double[][] product = new double[x.length][y.length];
        for (int i = 0; i < x.length; i++) {
            double[] row = product[i];
            double xi = x[i];
            for (int j = 0; j < y.length; j++) {
                row[j] = xi * y[j];
            }
        }
        return product;
    }

    /**
     * The gradient of {@link Linear#matMul}.
     *
     * @param a [m][p], with respect to the left factor
     * @param b [p][n], with respect to the right factor
     */
    public record MatMulGrad(double[][] a, double[][] b) {}

    /**
     * The reverse derivative of {@link Linear#matMul}.
     *
     * @param a [m][p]
     * @param b [p][n]
     * @param cotangent [m][n], of the result
     * @return [m][p] and [p][n], cotangent·bᵀ and aᵀ·cotangent
     */
    @DerivativeOf(value = "matMul", owner = Linear.class)
    public static MatMulGrad matMul(double[][] a, double[][] b, double[][] cotangent) {
        int n = b.length == 0 ? 0 : b[0].length;
        double[][] aGradient = new double[a.length][b.length];
        double[][] bGradient = new double[b.length][n];
        for (int i = 0; i < a.length; i++) {
            double[] ci = cotangent[i];
            for (int k = 0; k < b.length; k++) {
                double aik = a[i][k];
                double[] bk = b[k];
                double[] bkGradient = bGradient[k];
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    sum += ci[j] * bk[j];
                }
                for (int j = 0; j < n; j++) {
                    bkGradient[j] += aik * ci[j];
                }
                aGradient[i][k] = sum;
            }
        }
        return new MatMulGrad(aGradient, bGradient);
    }
}
