package dev.leibniz.runtime.solve;

/**
 * A square matrix, factorised, so that systems with it can be solved in O(n²) operations each.
 *
 * <p>Generated code makes one where a linear system is solved, and uses it for all derivatives of the solution.
 *
 * @since 0.1.0
 */
public abstract class Factorization {
    Factorization() {}

    /**
     * A factorisation with partial pivoting (Golub and Van Loan, Matrix Computations, section 3.4).
     *
     * @param a [n][n]
     * @return the factors
     * @throws IllegalArgumentException if {@code a} is not square
     * @throws ArithmeticException if {@code a} is singular; the message says which pivot is 0
     */
    public static Factorization lu(double[][] a) {
        return new LuFactorization(a, "a");
    }

    /**
     * A factorisation with partial pivoting.
     *
     * @param a [n][n]
     * @param what the description of the matrix, for the message of the exception
     * @return the factors
     * @throws IllegalArgumentException if {@code a} is not square
     * @throws ArithmeticException if {@code a} is singular; the message says what is, and which pivot is 0
     */
    public static Factorization lu(double[][] a, String what) {
        return new LuFactorization(a, what);
    }

    /**
     * The factorisation of a symmetric positive definite matrix, A = L·Lᵀ. Only its lower triangle is read.
     *
     * @param a [n][n]
     * @param what the description of the matrix, for the message of the exception
     * @return the factor
     * @throws IllegalArgumentException if {@code a} is not square
     * @throws ArithmeticException if {@code a} is not positive definite; the message says what is not, and at which pivot
     */
    public static Factorization cholesky(double[][] a, String what) {
        return new CholeskyFactorization(a, what);
    }

    /**
     * The factor L of {@link #cholesky}.
     *
     * @param a [n][n]
     * @param what the description of the matrix, for the message of the exception
     * @return [n][n], a new array with zeros above the diagonal
     * @throws IllegalArgumentException if {@code a} is not square
     * @throws ArithmeticException if {@code a} is not positive definite; the message says what is not, and at which pivot
     */
    public static double[][] choleskyFactor(double[][] a, String what) {
        return CholeskyFactorization.lower(a, what);
    }

    /**
     * The solution of A·x = b.
     *
     * @param b [n], not modified
     * @return x [n], a new array
     */
    public abstract double[] solve(double[] b);

    /**
     * The solution of Aᵀ·x = b.
     *
     * @param b [n], not modified
     * @return x [n], a new array
     */
    public abstract double[] solveTransposed(double[] b);

    /**
     * The logarithm of the absolute value of the determinant.
     *
     * @return log |det A|
     */
    public abstract double logAbsDeterminant();

    /**
     * Whether a residual F(x) is small: whether Newton's step from x, with A = ∂F/∂x, would hardly move it.
     *
     * @param residual [n]
     * @param x [n]
     * @return whether no number of the step is larger than 10⁻⁵·max(1, ‖x‖)
     */
    public final boolean isSolved(double[] residual, double[] x) {
        double size = 1;
        for (double xi : x) {
            size = Math.max(size, Math.abs(xi));
        }
        double largest = 0;
        for (double step : solve(residual)) {
            largest = Double.isNaN(step) ? Double.POSITIVE_INFINITY : Math.max(largest, Math.abs(step));
        }
        return largest <= 1e-5 * size;
    }

    /**
     * The order of a square matrix.
     *
     * @param a [n][n]
     * @param what the description of the matrix, for the message of the exception
     * @return n
     * @throws IllegalArgumentException if {@code a} is not square
     */
    public static int order(double[][] a, String what) {
        for (int i = 0; i < a.length; i++) {
            if (a[i].length != a.length) {
                throw new IllegalArgumentException(what + " is not square: it has " + a.length + " rows, and row " + i
                        + " has length " + a[i].length);
            }
        }
        return a.length;
    }
}
