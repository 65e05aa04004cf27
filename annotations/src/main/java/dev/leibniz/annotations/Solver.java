package dev.leibniz.annotations;

/**
 * How the linear systems are solved that the derivative of an {@link ImplicitFunction} or of a {@link FixedPoint} needs.
 *
 * @since 0.1.0
 */
public enum Solver {
    /** By a factorisation of the matrix with partial pivoting. */
    LU,
    /** By the Cholesky factorisation of a symmetric positive definite matrix, in half the time. */
    CHOLESKY,
    /**
     * By the generalised minimal residual method, without the matrix: by products of it with vectors, each of which is a derivative of the
     * residual (Saad and Schultz, 1986).
     */
    GMRES,
    /** By repeating the step of a {@link FixedPoint}, without the matrix. Not for an {@link ImplicitFunction}. */
    ITERATION
}
