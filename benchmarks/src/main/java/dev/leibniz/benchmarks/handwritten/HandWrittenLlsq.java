package dev.leibniz.benchmarks.handwritten;

/**
 * The gradient of {@link dev.leibniz.benchmarks.problems.Llsq}: each point's forward and backward part in one iteration.
 * The powers are kept, for they depend on one another and would be as dear the second time.
 */
public final class HandWrittenLlsq {
    private HandWrittenLlsq() {}

    /** Returns the gradient by {@code x}. */
    public static double[] gradient(double[] x, int n) {
        int m = x.length;
        double[] gradient = new double[m];
        double[] powers = new double[m];
        for (int i = 0; i < n; i++) {
            double t = -1 + 2.0 * i / (n - 1);
            double residual = Math.signum(t);
            double power = 1;
            for (int j = 0; j < m; j++) {
                powers[j] = power;
                residual -= x[j] * power;
                power *= t;
            }
            for (int j = 0; j < m; j++) {
                gradient[j] -= residual * powers[j];
            }
        }
        return gradient;
    }
}
