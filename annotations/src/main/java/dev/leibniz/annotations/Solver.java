package dev.leibniz.annotations;

/**
 * A method of solving the linear systems in the derivative of an {@link ImplicitFunction} or a {@link FixedPoint}.
 *
 * @since 0.1.0
 */
public enum Solver {
    /** An LU factorisation of the matrix with partial pivoting. */
    LU,
    /** The Cholesky factorisation of a symmetric positive definite matrix, in half the time. */
    CHOLESKY,
    /**
     * The generalised minimal residual method (Saad and Schultz, 1986), which needs no matrix: each of its steps
     * computes one product of the matrix with a vector, a derivative of the residual.
     */
    GMRES,
    /**
     * The iteration of the derivative of the map of a {@link FixedPoint}, which needs no matrix. Not for an {@link
     * ImplicitFunction}.
     */
    ITERATION
}
