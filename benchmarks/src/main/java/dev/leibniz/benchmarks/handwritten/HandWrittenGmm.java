package dev.leibniz.benchmarks.handwritten;

import dev.leibniz.benchmarks.results.GmmGradient;

/**
 * The gradient of {@link dev.leibniz.benchmarks.problems.Gmm}: each point's forward and backward part in one iteration, so
 * that nothing grows with the number of points. The triangles are kept by columns, each indexed by the row as the vectors
 * are that it is combined with.
 */
public final class HandWrittenGmm {
    private HandWrittenGmm() {}

    /** Returns the gradient by the mixture's parameters. */
    public static GmmGradient gradient(
            double[] alpha, double[][] mu, double[][] q, double[][] l, double[][] x, double gamma, int m) {
        int components = alpha.length;
        int dimension = mu[0].length;
        double[] offset = new double[components];
        double[][] diagonal = new double[components][dimension];
        double[][][] columns = new double[components][dimension][dimension];
        for (int k = 0; k < components; k++) {
            double logDeterminant = 0;
            for (int j = 0; j < dimension; j++) {
                logDeterminant += q[k][j];
                diagonal[k][j] = Math.exp(q[k][j]);
            }
            offset[k] = alpha[k] + logDeterminant;
            fillColumns(l[k], columns[k]);
        }

        double[] offsetBar = new double[components];
        double[][] muBar = new double[components][dimension];
        double[][] diagonalBar = new double[components][dimension];
        double[][][] columnsBar = new double[components][dimension][dimension];
        double[][] centred = new double[components][dimension];
        double[][] whitened = new double[components][dimension];
        double[] beta = new double[components];
        for (double[] point : x) {
            for (int k = 0; k < components; k++) {
                beta[k] = offset[k] - 0.5 * whiten(point, mu[k], diagonal[k], columns[k], centred[k], whitened[k]);
            }
            softmax(beta, beta);
            for (int k = 0; k < components; k++) {
                offsetBar[k] += beta[k];
                reverseWhiten(
                        -beta[k],
                        centred[k],
                        whitened[k],
                        diagonal[k],
                        columns[k],
                        muBar[k],
                        diagonalBar[k],
                        columnsBar[k]);
            }
        }

        double[] alphaBar = new double[components];
        softmax(alpha, alphaBar);
        double[][] triangleBar = new double[components][];
        for (int k = 0; k < components; k++) {
            alphaBar[k] = offsetBar[k] - x.length * alphaBar[k];
            for (int j = 0; j < dimension; j++) {
                double scale = diagonal[k][j];
                diagonalBar[k][j] = scale * (diagonalBar[k][j] - gamma * gamma * scale) + offsetBar[k] + m;
            }
            triangleBar[k] = triangle(columnsBar[k], l[k], -gamma * gamma);
        }
        return new GmmGradient(alphaBar, muBar, diagonalBar, triangleBar);
    }

    private static void fillColumns(double[] triangle, double[][] columns) {
        int at = 0;
        for (int j = 0; j < columns.length; j++) {
            for (int row = j + 1; row < columns.length; row++) {
                columns[j][row] = triangle[at++];
            }
        }
    }

    /** The columns as one array, plus {@code factor} times what is in {@code triangle}. */
    private static double[] triangle(double[][] columns, double[] triangle, double factor) {
        double[] result = new double[triangle.length];
        int at = 0;
        for (int j = 0; j < columns.length; j++) {
            for (int row = j + 1; row < columns.length; row++) {
                result[at] = columns[j][row] + factor * triangle[at];
                at++;
            }
        }
        return result;
    }

    /** Writes x − μ and Q (x − μ), and returns the square of the latter's norm. */
    private static double whiten(
            double[] point, double[] mean, double[] diagonal, double[][] columns, double[] centred, double[] whitened) {
        int dimension = point.length;
        for (int j = 0; j < dimension; j++) {
            centred[j] = point[j] - mean[j];
            whitened[j] = diagonal[j] * centred[j];
        }
        for (int j = 0; j < dimension; j++) {
            double[] column = columns[j];
            double c = centred[j];
            for (int row = j + 1; row < dimension; row++) {
                whitened[row] += column[row] * c;
            }
        }
        double sum = 0;
        for (int j = 0; j < dimension; j++) {
            sum += whitened[j] * whitened[j];
        }
        return sum;
    }

    /** The cotangent of {@code whitened} is {@code factor} times itself; uses up {@code whitened}. */
    private static void reverseWhiten(
            double factor,
            double[] centred,
            double[] whitened,
            double[] diagonal,
            double[][] columns,
            double[] muBar,
            double[] diagonalBar,
            double[][] columnsBar) {
        int dimension = centred.length;
        for (int j = 0; j < dimension; j++) {
            double bar = factor * whitened[j];
            whitened[j] = bar;
            diagonalBar[j] += bar * centred[j];
        }
        for (int j = 0; j < dimension; j++) {
            double[] column = columns[j];
            double[] columnBar = columnsBar[j];
            double c = centred[j];
            double bar = diagonal[j] * whitened[j];
            for (int row = j + 1; row < dimension; row++) {
                columnBar[row] += whitened[row] * c;
                bar += column[row] * whitened[row];
            }
            muBar[j] -= bar;
        }
    }

    /** Writes the softmax of {@code v} to {@code out}, which may be {@code v}. */
    private static void softmax(double[] v, double[] out) {
        double max = v[0];
        for (int k = 1; k < v.length; k++) {
            max = v[k] > max ? v[k] : max;
        }
        double sum = 0;
        for (int k = 0; k < v.length; k++) {
            out[k] = Math.exp(v[k] - max);
            sum += out[k];
        }
        double scale = 1 / sum;
        for (int k = 0; k < v.length; k++) {
            out[k] *= scale;
        }
    }
}
