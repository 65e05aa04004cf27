package dev.leibniz.benchmarks.problems;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/**
 * The log posterior of a Gaussian mixture model with full covariances and a Wishart prior.
 *
 * <p>The inverse covariance of component k is Q<sub>k</sub>ᵀ Q<sub>k</sub>, with Q<sub>k</sub> lower triangular: {@code
 * exp(q[k])} on its diagonal and {@code l[k]} below, column by column.
 */
public final class Gmm {
    private Gmm() {}

    /**
     * The log posterior.
     *
     * @param alpha logarithms of the component weights, up to a constant; K
     * @param mu means; K × D
     * @param q logarithms of the diagonals; K × D
     * @param l strict lower triangles; K × D(D−1)/2
     * @param x points; N × D
     * @param gamma the prior's scale
     * @param m the prior's degrees of freedom beyond D + 1
     */
    @Differentiable(order = 2)
    public static double objective(
            double[] alpha,
            double[][] mu,
            double[][] q,
            double[][] l,
            @NoDerivative double[][] x,
            @NoDerivative double gamma,
            int m) {
        int components = alpha.length;
        int dimension = mu[0].length;
        double[] offset = new double[components];
        double[][] diagonal = new double[components][dimension];
        double[][][] below = new double[components][][];
        double prior = 0;
        for (int k = 0; k < components; k++) {
            double[] logDiagonal = q[k];
            double[] scale = diagonal[k];
            double logDeterminant = 0;
            double squares = 0;
            for (int j = 0; j < dimension; j++) {
                logDeterminant += logDiagonal[j];
                scale[j] = Math.exp(logDiagonal[j]);
                squares += scale[j] * scale[j];
            }
            double[] triangle = l[k];
            for (int j = 0; j < triangle.length; j++) {
                squares += triangle[j] * triangle[j];
            }
            below[k] = columns(triangle, dimension);
            offset[k] = alpha[k] + logDeterminant;
            prior += m * logDeterminant - 0.5 * gamma * gamma * squares;
        }

        double logLikelihood = 0;
        double[] beta = new double[components];
        double[] centred = new double[dimension];
        double[] whitened = new double[dimension];
        for (int i = 0; i < x.length; i++) {
            double[] point = x[i];
            for (int k = 0; k < components; k++) {
                whiten(point, mu[k], diagonal[k], below[k], centred, whitened);
                beta[k] = offset[k] - 0.5 * squaredNorm(whitened);
            }
            logLikelihood += logSumExp(beta);
        }
        double constant = -x.length * 0.5 * dimension * Math.log(2 * Math.PI)
                + components * logWishartNormalizer(dimension, gamma, m);
        return constant + logLikelihood - x.length * logSumExp(alpha) + prior;
    }

    /** The strict lower triangle as one array per column, indexed by the row. */
    private static double[][] columns(double[] triangle, int dimension) {
        double[][] columns = new double[dimension][dimension];
        int start = 0;
        for (int j = 0; j < dimension; j++) {
            double[] column = columns[j];
            for (int row = j + 1; row < dimension; row++) {
                column[row] = triangle[start + row - j - 1];
            }
            start += dimension - j - 1;
        }
        return columns;
    }

    /** Writes x − μ to {@code centred} and Q (x − μ) to {@code whitened}. */
    private static void whiten(
            double[] point, double[] mean, double[] diagonal, double[][] below, double[] centred, double[] whitened) {
        int dimension = centred.length;
        for (int j = 0; j < dimension; j++) {
            centred[j] = point[j] - mean[j];
            whitened[j] = diagonal[j] * centred[j];
        }
        for (int j = 0; j < dimension; j++) {
            double[] column = below[j];
            double c = centred[j];
            for (int row = j + 1; row < dimension; row++) {
                whitened[row] += column[row] * c;
            }
        }
    }

    private static double squaredNorm(double[] v) {
        double sum = 0;
        for (int j = 0; j < v.length; j++) {
            sum += v[j] * v[j];
        }
        return sum;
    }

    private static double logSumExp(double[] v) {
        int largest = 0;
        for (int k = 1; k < v.length; k++) {
            if (v[k] > v[largest]) {
                largest = k;
            }
        }
        double max = v[largest];
        double sum = 0;
        for (int k = 0; k < v.length; k++) {
            sum += Math.exp(v[k] - max);
        }
        return max + Math.log(sum);
    }

    private static double logWishartNormalizer(int dimension, double gamma, int m) {
        int nu = dimension + m + 1;
        double logMultivariateGamma = dimension * (dimension - 1) / 4.0 * Math.log(Math.PI);
        for (int j = 1; j <= dimension; j++) {
            logMultivariateGamma += LogGamma.of(0.5 * (nu + 1 - j));
        }
        return nu * dimension * (Math.log(gamma) - 0.5 * Math.log(2)) - logMultivariateGamma;
    }
}
