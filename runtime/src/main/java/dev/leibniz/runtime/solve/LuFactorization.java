package dev.leibniz.runtime.solve;

/** P·A = L·U, where P exchanges rows so that each pivot is the largest of its column. */
final class LuFactorization extends Factorization {
    private final double[][] factors;
    private final int[] rows;

    LuFactorization(double[][] a, String what) {
        int n = order(a, what);
        double[][] lu = new double[n][];
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            lu[i] = a[i].clone();
            order[i] = i;
        }
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(lu[i][k]) > Math.abs(lu[pivot][k])) {
                    pivot = i;
                }
            }
            double[] row = lu[pivot];
            lu[pivot] = lu[k];
            lu[k] = row;
            int number = order[pivot];
            order[pivot] = order[k];
            order[k] = number;
            if (!(Math.abs(row[k]) > 0)) {
                throw new ArithmeticException(what + " is singular: pivot " + k + " is " + row[k]);
            }
            for (int i = k + 1; i < n; i++) {
                double[] below = lu[i];
                double factor = below[k] / row[k];
                below[k] = factor;
                if (factor != 0) {
                    for (int j = k + 1; j < n; j++) {
                        below[j] -= factor * row[j];
                    }
                }
            }
        }
        this.factors = lu;
        this.rows = order;
    }

    @Override
    public double[] solve(double[] b) {
        int n = factors.length;
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double[] row = factors[i];
            double sum = b[rows[i]];
            for (int j = 0; j < i; j++) {
                sum -= row[j] * x[j];
            }
            x[i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            double[] row = factors[i];
            double sum = x[i];
            for (int j = i + 1; j < n; j++) {
                sum -= row[j] * x[j];
            }
            x[i] = sum / row[i];
        }
        return x;
    }

    @Override
    public double[] solveTransposed(double[] b) {
        int n = factors.length;
        double[] y = b.clone();
        for (int i = 0; i < n; i++) {
            double[] row = factors[i];
            double yi = y[i] / row[i];
            y[i] = yi;
            for (int j = i + 1; j < n; j++) {
                y[j] -= row[j] * yi;
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            double[] row = factors[i];
            double yi = y[i];
            for (int j = 0; j < i; j++) {
                y[j] -= row[j] * yi;
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[rows[i]] = y[i];
        }
        return x;
    }

    @Override
    public double logAbsDeterminant() {
        double sum = 0;
        for (int i = 0; i < factors.length; i++) {
            sum += Math.log(Math.abs(factors[i][i]));
        }
        return sum;
    }
}
