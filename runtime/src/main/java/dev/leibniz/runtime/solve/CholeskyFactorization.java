package dev.leibniz.runtime.solve;

/** A = L·Lᵀ, of a symmetric positive definite matrix. */
final class CholeskyFactorization extends Factorization {
    private final double[][] lower;

    CholeskyFactorization(double[][] a, String what) {
        this.lower = lower(a, what);
    }

    /** The factor L, a full matrix with zeros above the diagonal. */
    static double[][] lower(double[][] a, String what) {
        int n = order(a, what);
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] li = l[i];
            for (int j = 0; j <= i; j++) {
                double[] lj = l[j];
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= li[k] * lj[k];
                }
                if (j < i) {
                    li[j] = sum / lj[j];
                } else if (sum > 0) {
                    li[i] = Math.sqrt(sum);
                } else {
                    throw new ArithmeticException(what + " is not positive definite: pivot " + i + " is " + sum);
                }
            }
        }
        return l;
    }

    @Override
    public double[] solve(double[] b) {
        int n = lower.length;
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double[] row = lower[i];
            double sum = b[i];
            for (int j = 0; j < i; j++) {
                sum -= row[j] * x[j];
            }
            x[i] = sum / row[i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double[] row = lower[i];
            double xi = x[i] / row[i];
            x[i] = xi;
            for (int j = 0; j < i; j++) {
                x[j] -= row[j] * xi;
            }
        }
        return x;
    }

    @Override
    public double[] solveTransposed(double[] b) {
        return solve(b);
    }

    @Override
    public double logAbsDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += 2 * Math.log(lower[i][i]);
        }
        return sum;
    }
}
