package dev.leibniz.runtime;

import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.runtime.solve.Factorization;

/**
 * The operations behind {@link Linear}: generated code calls them with a factorisation that was made before, and their derivatives
 * are {@link SystemRules}. In each of them the factorisation is that of the matrix; it only saves time, and is a constant to the
 * chain rule.
 *
 * @since 0.1.0
 */
public final class Systems {
    private static final int MOST_STEPS = 100_000;

    private Systems() {}

    /**
     * The factorisation of a square matrix.
     *
     * @param a [n][n]
     * @return the factors
     * @throws IllegalArgumentException if {@code a} is not square
     * @throws ArithmeticException if {@code a} is singular
     */
    @NoDerivative
    public static Factorization lu(double[][] a) {
        return Factorization.lu(a);
    }

    /**
     * The solution of A·x = b.
     *
     * @param a [n][n]
     * @param b [n]
     * @param factors of {@code a}
     * @return x [n], a new array
     * @throws IllegalArgumentException if {@code b} is not as long as {@code a}
     */
    public static double[] solve(double[][] a, double[] b, Factorization factors) {
        requireLength(a, b);
        return factors.solve(b);
    }

    /**
     * The solution of Aᵀ·x = b.
     *
     * @param a [n][n]
     * @param b [n]
     * @param factors of {@code a}
     * @return x [n], a new array
     * @throws IllegalArgumentException if {@code b} is not as long as {@code a}
     */
    public static double[] solveTransposed(double[][] a, double[] b, Factorization factors) {
        requireLength(a, b);
        return factors.solveTransposed(b);
    }

    /**
     * The logarithm of the absolute value of the determinant.
     *
     * @param a [n][n]
     * @param factors of {@code a}
     * @return log |det A|
     */
    public static double logAbsDet(double[][] a, Factorization factors) {
        return factors.logAbsDeterminant();
    }

    /**
     * The inverse.
     *
     * @param a [n][n]
     * @param factors of {@code a}
     * @return A⁻¹ [n][n]
     */
    public static double[][] inverse(double[][] a, Factorization factors) {
        int n = a.length;
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            inverse[i] = factors.solveTransposed(unit);
        }
        return inverse;
    }

    /**
     * The solution of a triangular system.
     *
     * @param a [n][n], of which only the triangle is read
     * @param b [n]
     * @param isLower whether that is the lower triangle
     * @param isTransposed whether Aᵀ·x = b is solved
     * @return x [n], a new array
     */
    public static double[] triangular(double[][] a, double[] b, boolean isLower, boolean isTransposed) {
        int n = Factorization.order(a, "a");
        requireLength(a, b);
        double[] x = b.clone();
        boolean isForward = isLower != isTransposed;
        for (int step = 0; step < n; step++) {
            int i = isForward ? step : n - 1 - step;
            double[] row = a[i];
            if (row[i] == 0) {
                throw new ArithmeticException("a is singular: a[" + i + "][" + i + "] is 0");
            }
            int from = isLower ? 0 : i + 1;
            int to = isLower ? i : n;
            if (isTransposed) {
                double xi = x[i] / row[i];
                x[i] = xi;
                for (int j = from; j < to; j++) {
                    x[j] -= row[j] * xi;
                }
            } else {
                double sum = x[i];
                for (int j = from; j < to; j++) {
                    sum -= row[j] * x[j];
                }
                x[i] = sum / row[i];
            }
        }
        return x;
    }

    /**
     * The solution of a tridiagonal system, by elimination with partial pivoting.
     *
     * @param lower [n − 1], below the diagonal
     * @param diagonal [n]
     * @param upper [n − 1], above the diagonal
     * @param b [n]
     * @return x [n], a new array
     */
    public static double[] tridiagonal(double[] lower, double[] diagonal, double[] upper, double[] b) {
        int n = diagonal.length;
        if (lower.length != Math.max(n - 1, 0) || upper.length != lower.length || b.length != n) {
            throw new IllegalArgumentException("the diagonal has length " + n + ", those beside it have " + lower.length
                    + " and " + upper.length + ", b has " + b.length);
        }
        double[] d = diagonal.clone();
        double[] u = upper.clone();
        double[] second = new double[Math.max(n - 2, 0)];
        double[] x = b.clone();
        for (int k = 0; k + 1 < n; k++) {
            double below = lower[k];
            if (Math.abs(below) > Math.abs(d[k])) {
                double pivot = d[k];
                d[k] = below;
                below = pivot;
                double above = u[k];
                u[k] = d[k + 1];
                d[k + 1] = above;
                double xk = x[k];
                x[k] = x[k + 1];
                x[k + 1] = xk;
                if (k + 2 < n) {
                    second[k] = u[k + 1];
                    u[k + 1] = 0;
                }
            }
            requirePivot(d[k], k);
            double factor = below / d[k];
            d[k + 1] -= factor * u[k];
            x[k + 1] -= factor * x[k];
            if (k + 2 < n) {
                u[k + 1] -= factor * second[k];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            requirePivot(d[i], i);
            double sum = x[i];
            sum -= i + 1 < n ? u[i] * x[i + 1] : 0;
            sum -= i + 2 < n ? second[i] * x[i + 2] : 0;
            x[i] = sum / d[i];
        }
        return x;
    }

    private static void requirePivot(double pivot, int k) {
        if (!(Math.abs(pivot) > 0)) {
            throw new ArithmeticException("the tridiagonal matrix is singular: pivot " + k + " is " + pivot);
        }
    }

    /**
     * The factor of a symmetric positive definite matrix, A = L·Lᵀ.
     *
     * @param a [n][n], of which only the lower triangle is read
     * @return L [n][n], with zeros above the diagonal
     */
    public static double[][] cholesky(double[][] a) {
        return Factorization.choleskyFactor(a, "a");
    }

    /**
     * Whether the residual of an equation for one number is small: whether Newton's step from x would hardly move it.
     *
     * @param slope the derivative of the residual
     * @param residual at x
     * @param x the solution
     * @return whether the step is at most 10⁻⁵·max(1, |x|)
     */
    public static boolean isSolved(double slope, double residual, double x) {
        return Math.abs(residual / slope) <= 1e-5 * Math.max(1, Math.abs(x));
    }

    /**
     * Whether the residual of a solution is small.
     *
     * @param residual [n]
     * @param x [n], the solution
     * @return whether no number of the residual is larger than 10⁻⁵·max(1, ‖x‖)
     */
    public static boolean isSmall(double[] residual, double[] x) {
        double size = 1;
        for (double xi : x) {
            size = Math.max(size, Math.abs(xi));
        }
        boolean isSmall = residual.length == x.length;
        for (double r : residual) {
            isSmall &= Math.abs(r) <= 1e-5 * size;
        }
        return isSmall;
    }

    /**
     * Whether an iteration goes on.
     *
     * @param next [n]
     * @param last [n], the step before
     * @param tolerance of a change, relative to the largest number
     * @param steps the number of steps done
     * @param what the description of the matrix, for the message of an exception
     * @return whether a number changed by more than the tolerance
     * @throws ArithmeticException if a number is not finite, or there were 100,000 steps
     */
    public static boolean isMoving(double[] next, double[] last, double tolerance, int steps, String what) {
        double size = 0;
        double change = 0;
        for (int i = 0; i < next.length; i++) {
            size = Math.max(size, Math.abs(next[i]));
            change = Math.max(change, Math.abs(next[i] - last[i]));
        }
        if (!Double.isFinite(size) || steps >= MOST_STEPS) {
            throw new ArithmeticException(
                    what + " has no inverse that an iteration finds: it does not converge; use Solver.LU");
        }
        return change > tolerance * size;
    }

    private static void requireLength(double[][] a, double[] b) {
        if (b.length != a.length) {
            throw new IllegalArgumentException("a has " + a.length + " rows, b has length " + b.length);
        }
    }
}
