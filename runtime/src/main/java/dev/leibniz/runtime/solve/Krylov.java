package dev.leibniz.runtime.solve;

/**
 * The generalised minimal residual method for A·x = b, without A: whoever solves is asked for products of A with vectors, one after the
 * other (Saad and Schultz, 1986; modified Gram-Schmidt, not restarted).
 *
 * @since 0.1.0
 */
public final class Krylov {
    private final double tolerance;
    private final String what;
    private final double norm;
    private final int n;
    private final double[][] basis;
    private final double[][] hessenberg;
    private final double[] cosines;
    private final double[] sines;
    private final double[] right;
    private int steps;
    private boolean isSolved;

    private Krylov(double[] b, double tolerance, String what) {
        this.tolerance = tolerance;
        this.what = what;
        this.norm = norm(b);
        this.n = b.length;
        this.basis = new double[n + 1][];
        this.hessenberg = new double[n][];
        this.cosines = new double[n];
        this.sines = new double[n];
        this.right = new double[n + 1];
        this.isSolved = n == 0 || norm == 0;
        if (!isSolved) {
            basis[0] = scaled(b, 1 / norm);
            right[0] = norm;
        }
    }

    /**
     * Begins to solve a system.
     *
     * @param b [n], the right-hand side
     * @param tolerance of the residual, relative to b
     * @param what the description of the matrix, for the message of an exception
     * @return the state of the solution
     */
    public static Krylov start(double[] b, double tolerance, String what) {
        return new Krylov(b, tolerance, what);
    }

    /**
     * Whether a product is needed.
     *
     * @param state of the solution
     * @return whether {@link #direction} is to be multiplied
     */
    public static boolean isOpen(Krylov state) {
        return !state.isSolved;
    }

    /**
     * The vector that is to be multiplied with the matrix.
     *
     * @param state of the solution
     * @return [n], a new array
     */
    public static double[] direction(Krylov state) {
        return state.basis[state.steps].clone();
    }

    /**
     * Goes on with a product.
     *
     * @param state of the solution
     * @param product [n], of the matrix and {@link #direction}
     * @return whether another product is needed
     * @throws ArithmeticException if the matrix is singular
     */
    public static boolean take(Krylov state, double[] product) {
        state.take(product);
        return !state.isSolved;
    }

    private void take(double[] product) {
        int k = steps;
        double[] w = product.clone();
        double[] column = new double[k + 2];
        double size = norm(w);
        for (int pass = 0; pass < 2; pass++) { // the second pass makes up for the rounding of the first
            for (int i = 0; i <= k; i++) {
                double[] v = basis[i];
                double dot = 0;
                for (int j = 0; j < n; j++) {
                    dot += v[j] * w[j];
                }
                column[i] += dot;
                for (int j = 0; j < n; j++) {
                    w[j] -= dot * v[j];
                }
            }
        }
        double rest = norm(w);
        boolean isLast = !(rest > 1e-14 * size) || k + 1 == n;
        column[k + 1] = isLast ? 0 : rest;
        for (int i = 0; i < k; i++) {
            double upper = cosines[i] * column[i] + sines[i] * column[i + 1];
            column[i + 1] = cosines[i] * column[i + 1] - sines[i] * column[i];
            column[i] = upper;
        }
        double length = Math.hypot(column[k], column[k + 1]);
        if (!(length > 1e-14 * size) || Double.isInfinite(length)) {
            throw new ArithmeticException(what + " is singular, or not finite");
        }
        cosines[k] = column[k] / length;
        sines[k] = column[k + 1] / length;
        column[k] = length;
        right[k + 1] = -sines[k] * right[k];
        right[k] *= cosines[k];
        hessenberg[k] = column;
        steps = k + 1;
        isSolved = isLast || Math.abs(right[k + 1]) <= tolerance * norm;
        if (!isSolved) {
            basis[k + 1] = scaled(w, 1 / rest);
        }
    }

    /**
     * The solution.
     *
     * @param state of the solution
     * @return x [n], a new array
     */
    public static double[] solution(Krylov state) {
        return state.solution();
    }

    private double[] solution() {
        double[] y = new double[steps];
        for (int i = steps - 1; i >= 0; i--) {
            double sum = right[i];
            for (int j = i + 1; j < steps; j++) {
                sum -= hessenberg[j][i] * y[j];
            }
            y[i] = sum / hessenberg[i][i];
        }
        double[] x = new double[n];
        for (int i = 0; i < steps; i++) {
            double[] v = basis[i];
            for (int j = 0; j < n; j++) {
                x[j] += y[i] * v[j];
            }
        }
        return x;
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double xi : x) {
            sum += xi * xi;
        }
        return Math.sqrt(sum);
    }

    private static double[] scaled(double[] x, double factor) {
        double[] scaled = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            scaled[i] = x[i] * factor;
        }
        return scaled;
    }
}
