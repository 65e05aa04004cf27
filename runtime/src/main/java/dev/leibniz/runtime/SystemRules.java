package dev.leibniz.runtime;

import dev.leibniz.annotations.DerivativeOf;
import dev.leibniz.annotations.TangentOf;
import dev.leibniz.annotations.UseDerivatives;
import dev.leibniz.runtime.solve.Factorization;

/**
 * The derivatives of {@link Systems} in both directions, made of the same operations: so there are those of any order, in O(n²) memory.
 *
 * <p>The formulas of inverse, determinant and systems are those of Giles, "An extended collection of matrix derivative results for
 * forward and reverse mode algorithmic differentiation" (2008), sections 2.2.3 to 2.3.1; those of the Cholesky factor are of Murray,
 * "Differentiation of the Cholesky decomposition" (2016), equations 8 and 10.
 *
 * @since 0.1.0
 */
@UseDerivatives(SystemRules.class)
public final class SystemRules {
    private SystemRules() {}

    /**
     * The gradient of a solution.
     *
     * @param a [n][n], with respect to the matrix
     * @param b [n], with respect to the right-hand side
     */
    public record SolveGrad(double[][] a, double[] b) {}

    /**
     * The reverse derivative of {@link Systems#solve}: b̄ = A⁻ᵀ·x̄, Ā = −b̄·xᵀ.
     *
     * @param a [n][n]
     * @param b [n]
     * @param factors of {@code a}
     * @param cotangent [n], x̄
     * @return Ā and b̄
     */
    @DerivativeOf(value = "solve", owner = Systems.class)
    public static SolveGrad solve(double[][] a, double[] b, Factorization factors, double[] cotangent) {
        double[] bGradient = Systems.solveTransposed(a, cotangent, factors);
        return new SolveGrad(minusOuter(bGradient, Systems.solve(a, b, factors)), bGradient);
    }

    /**
     * The forward derivative of {@link Systems#solve}: ẋ = A⁻¹·(ḃ − Ȧ·x).
     *
     * @param a [n][n]
     * @param b [n]
     * @param factors of {@code a}
     * @param aTangent [n][n], Ȧ
     * @param bTangent [n], ḃ
     * @return ẋ
     */
    @TangentOf(value = "solve", owner = Systems.class)
    public static double[] solveTangent(
            double[][] a, double[] b, Factorization factors, double[][] aTangent, double[] bTangent) {
        double[] x = Systems.solve(a, b, factors);
        return Systems.solve(a, minus(bTangent, Linear.matVec(aTangent, x)), factors);
    }

    /**
     * The reverse derivative of {@link Systems#solveTransposed}: b̄ = A⁻¹·x̄, Ā = −x·b̄ᵀ.
     *
     * @param a [n][n]
     * @param b [n]
     * @param factors of {@code a}
     * @param cotangent [n], x̄
     * @return Ā and b̄
     */
    @DerivativeOf(value = "solveTransposed", owner = Systems.class)
    public static SolveGrad solveTransposed(double[][] a, double[] b, Factorization factors, double[] cotangent) {
        double[] bGradient = Systems.solve(a, cotangent, factors);
        return new SolveGrad(minusOuter(Systems.solveTransposed(a, b, factors), bGradient), bGradient);
    }

    /**
     * The forward derivative of {@link Systems#solveTransposed}: ẋ = A⁻ᵀ·(ḃ − Ȧᵀ·x).
     *
     * @param a [n][n]
     * @param b [n]
     * @param factors of {@code a}
     * @param aTangent [n][n], Ȧ
     * @param bTangent [n], ḃ
     * @return ẋ
     */
    @TangentOf(value = "solveTransposed", owner = Systems.class)
    public static double[] solveTransposedTangent(
            double[][] a, double[] b, Factorization factors, double[][] aTangent, double[] bTangent) {
        double[] x = Systems.solveTransposed(a, b, factors);
        return Systems.solveTransposed(a, minus(bTangent, Linear.matTVec(aTangent, x)), factors);
    }

    /**
     * The reverse derivative of {@link Systems#logAbsDet}: Ā = c·A⁻ᵀ.
     *
     * @param a [n][n]
     * @param factors of {@code a}
     * @param cotangent c
     * @return Ā
     */
    @DerivativeOf(value = "logAbsDet", owner = Systems.class)
    public static double[][] logAbsDet(double[][] a, Factorization factors, double cotangent) {
        int n = a.length;
        double[][] inverse = Systems.inverse(a, factors);
        double[][] gradient = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                gradient[i][j] = cotangent * inverse[j][i];
            }
        }
        return gradient;
    }

    /**
     * The reverse derivative of {@link Systems#inverse}: Ā = −A⁻ᵀ·C·A⁻ᵀ.
     *
     * @param a [n][n]
     * @param factors of {@code a}
     * @param cotangent [n][n], C
     * @return Ā
     */
    @DerivativeOf(value = "inverse", owner = Systems.class)
    public static double[][] inverse(double[][] a, Factorization factors, double[][] cotangent) {
        double[][] transposed = transposed(Systems.inverse(a, factors));
        return negated(Linear.matMul(Linear.matMul(transposed, cotangent), transposed));
    }

    /**
     * The forward derivative of {@link Systems#inverse}: −A⁻¹·Ȧ·A⁻¹.
     *
     * @param a [n][n]
     * @param factors of {@code a}
     * @param tangent [n][n], Ȧ
     * @return the tangent of the inverse
     */
    @TangentOf(value = "inverse", owner = Systems.class)
    public static double[][] inverseTangent(double[][] a, Factorization factors, double[][] tangent) {
        double[][] inverse = Systems.inverse(a, factors);
        return negated(Linear.matMul(Linear.matMul(inverse, tangent), inverse));
    }

    /**
     * The reverse derivative of {@link Systems#triangular}: b̄ = A⁻ᵀ·x̄, Ā = −b̄·xᵀ within the triangle, and the transpose of that.
     *
     * @param a [n][n]
     * @param b [n]
     * @param isLower whether that is the lower triangle
     * @param isTransposed whether Aᵀ·x = b is solved
     * @param cotangent [n], x̄
     * @return Ā and b̄
     */
    @DerivativeOf(value = "triangular", owner = Systems.class)
    public static SolveGrad triangular(
            double[][] a, double[] b, boolean isLower, boolean isTransposed, double[] cotangent) {
        int n = a.length;
        double[] bGradient = Systems.triangular(a, cotangent, isLower, !isTransposed);
        double[] x = Systems.triangular(a, b, isLower, isTransposed);
        double[][] gradient = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] row = gradient[i];
            int from = isLower ? 0 : i;
            int to = isLower ? i + 1 : n;
            for (int j = from; j < to; j++) {
                row[j] = isTransposed ? -x[i] * bGradient[j] : -bGradient[i] * x[j];
            }
        }
        return new SolveGrad(gradient, bGradient);
    }

    /**
     * The forward derivative of {@link Systems#triangular}: ẋ = A⁻¹·(ḃ − Ȧ·x) with only the triangle of Ȧ, and the same transposed.
     *
     * @param a [n][n]
     * @param b [n]
     * @param isLower whether that is the lower triangle
     * @param isTransposed whether Aᵀ·x = b is solved
     * @param aTangent [n][n], Ȧ
     * @param bTangent [n], ḃ
     * @return ẋ
     */
    @TangentOf(value = "triangular", owner = Systems.class)
    public static double[] triangularTangent(
            double[][] a, double[] b, boolean isLower, boolean isTransposed, double[][] aTangent, double[] bTangent) {
        int n = a.length;
        double[] x = Systems.triangular(a, b, isLower, isTransposed);
        double[] right = bTangent.clone();
        for (int i = 0; i < n; i++) {
            double[] row = aTangent[i];
            int from = isLower ? 0 : i;
            int to = isLower ? i + 1 : n;
            for (int j = from; j < to; j++) {
                if (isTransposed) {
                    right[j] -= row[j] * x[i];
                } else {
                    right[i] -= row[j] * x[j];
                }
            }
        }
        return Systems.triangular(a, right, isLower, isTransposed);
    }

    /**
     * The gradient of the solution of a tridiagonal system.
     *
     * @param lower [n − 1], with respect to the elements below the diagonal
     * @param diagonal [n], with respect to the diagonal
     * @param upper [n − 1], with respect to the elements above the diagonal
     * @param b [n], with respect to the right-hand side
     */
    public record TridiagonalGrad(double[] lower, double[] diagonal, double[] upper, double[] b) {}

    /**
     * The reverse derivative of {@link Systems#tridiagonal}: b̄ = A⁻ᵀ·x̄, Ā = −b̄·xᵀ within the three diagonals.
     *
     * @param lower [n − 1]
     * @param diagonal [n]
     * @param upper [n − 1]
     * @param b [n]
     * @param cotangent [n], x̄
     * @return the gradients
     */
    @DerivativeOf(value = "tridiagonal", owner = Systems.class)
    public static TridiagonalGrad tridiagonal(
            double[] lower, double[] diagonal, double[] upper, double[] b, double[] cotangent) {
        int n = diagonal.length;
        double[] bGradient = Systems.tridiagonal(upper, diagonal, lower, cotangent);
        double[] x = Systems.tridiagonal(lower, diagonal, upper, b);
        double[] lowerGradient = new double[lower.length];
        double[] diagonalGradient = new double[n];
        double[] upperGradient = new double[upper.length];
        for (int i = 0; i < n; i++) {
            diagonalGradient[i] = -bGradient[i] * x[i];
        }
        for (int i = 0; i < lower.length; i++) {
            lowerGradient[i] = -bGradient[i + 1] * x[i];
            upperGradient[i] = -bGradient[i] * x[i + 1];
        }
        return new TridiagonalGrad(lowerGradient, diagonalGradient, upperGradient, bGradient);
    }

    /**
     * The forward derivative of {@link Systems#tridiagonal}: ẋ = A⁻¹·(ḃ − Ȧ·x).
     *
     * @param lower [n − 1]
     * @param diagonal [n]
     * @param upper [n − 1]
     * @param b [n]
     * @param lowerTangent [n − 1]
     * @param diagonalTangent [n]
     * @param upperTangent [n − 1]
     * @param bTangent [n]
     * @return ẋ
     */
    @TangentOf(value = "tridiagonal", owner = Systems.class)
    public static double[] tridiagonalTangent(
            double[] lower,
            double[] diagonal,
            double[] upper,
            double[] b,
            double[] lowerTangent,
            double[] diagonalTangent,
            double[] upperTangent,
            double[] bTangent) {
        double[] x = Systems.tridiagonal(lower, diagonal, upper, b);
        double[] right = bTangent.clone();
        for (int i = 0; i < diagonal.length; i++) {
            right[i] -= diagonalTangent[i] * x[i];
        }
        for (int i = 0; i < lower.length; i++) {
            right[i + 1] -= lowerTangent[i] * x[i];
            right[i] -= upperTangent[i] * x[i + 1];
        }
        return Systems.tridiagonal(lower, diagonal, upper, right);
    }

    /**
     * The reverse derivative of {@link Systems#cholesky}: Ā is the lower triangle of P + Pᵀ with half the diagonal, where
     * P = L⁻ᵀ·Φ(Lᵀ·L̄)·L⁻¹, and Φ takes the lower triangle with half the diagonal (Murray 2016, equation 10).
     *
     * @param a [n][n]
     * @param cotangent [n][n], L̄; the elements above the diagonal are not read
     * @return Ā, zero above the diagonal
     */
    @DerivativeOf(value = "cholesky", owner = Systems.class)
    public static double[][] cholesky(double[][] a, double[][] cotangent) {
        int n = a.length;
        double[][] l = Systems.cholesky(a);
        double[][] phi = new double[n][n];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i <= k; i++) {
                for (int j = 0; j <= i; j++) {
                    phi[i][j] += l[k][i] * cotangent[k][j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            phi[i][i] *= 0.5;
        }
        double[][] p = betweenInverses(l, phi);
        double[][] gradient = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                gradient[i][j] = p[i][j] + p[j][i];
            }
            gradient[i][i] = p[i][i];
        }
        return gradient;
    }

    /** L⁻ᵀ·M·L⁻¹. */
    private static double[][] betweenInverses(double[][] l, double[][] m) {
        int n = l.length;
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = Systems.triangular(l, m[i], true, true); // row i of M·L⁻¹
        }
        double[][] columns = transposed(rows);
        for (int j = 0; j < n; j++) {
            columns[j] = Systems.triangular(l, columns[j], true, true); // column j of L⁻ᵀ·(M·L⁻¹)
        }
        return transposed(columns);
    }

    /**
     * The forward derivative of {@link Systems#cholesky}: L·Φ(L⁻¹·Ȧ·L⁻ᵀ) (Murray 2016, equation 8).
     *
     * @param a [n][n]
     * @param tangent [n][n], Ȧ, of which only the lower triangle is read
     * @return the tangent of L
     */
    @TangentOf(value = "cholesky", owner = Systems.class)
    public static double[][] choleskyTangent(double[][] a, double[][] tangent) {
        int n = a.length;
        double[][] l = Systems.cholesky(a);
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] row = new double[n];
            for (int j = 0; j < n; j++) {
                row[j] = j <= i ? tangent[i][j] : tangent[j][i];
            }
            rows[i] = Systems.triangular(l, row, true, false); // row i of Ȧ·L⁻ᵀ
        }
        double[][] columns = transposed(rows);
        for (int j = 0; j < n; j++) {
            columns[j] = Systems.triangular(l, columns[j], true, false);
        }
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = j; k <= i; k++) {
                    sum += l[i][k] * (k == j ? 0.5 * columns[j][k] : columns[j][k]);
                }
                product[i][j] = sum;
            }
        }
        return product;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double[][] minusOuter(double[] x, double[] y) {
        double[][] product = new double[x.length][y.length];
        for (int i = 0; i < x.length; i++) {
            double[] row = product[i];
            double xi = x[i];
            for (int j = 0; j < y.length; j++) {
                row[j] = -xi * y[j];
            }
        }
        return product;
    }

    private static double[][] transposed(double[][] a) {
        int n = a.length;
        double[][] transposed = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                transposed[j][i] = a[i][j];
            }
        }
        return transposed;
    }

    private static double[][] negated(double[][] a) {
        double[][] negated = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                negated[i][j] = -a[i][j];
            }
        }
        return negated;
    }
}
