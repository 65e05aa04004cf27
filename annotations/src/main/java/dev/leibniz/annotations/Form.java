package dev.leibniz.annotations;

/**
 * A form in which derivatives are generated, for {@link Differentiable#forms()}. Each comes with its variants: those that add
 * into buffers of the caller, and those for several cotangents or tangents at once.
 */
public enum Form {
    /** The gradient of a scalar result: {@code lossGrad}, {@code lossGradInto}. */
    GRAD,

    /** A cotangent times the Jacobian, in reverse mode: {@code lossVjp}, {@code lossVjpInto}. */
    VJP,

    /** The Jacobian times a tangent, in forward mode: {@code lossJvp}. */
    JVP,

    /** The Jacobian of a result that is an array of rank one: {@code lossJacobian}. */
    JACOBIAN,

    /** The Hessian of a scalar result times a tangent: {@code lossHvp}. */
    HVP,

    /** The Hessian of a scalar result: {@code lossHessian}. */
    HESSIAN,

    /**
     * A trace of a scalar result, {@code lossTrace}: each step forward and backward, to be looked at. Made only if it is named.
     */
    TRACE,

    /**
     * The Jacobian of a result that is an array of rank one as a sparse matrix: {@code lossSparsity}, {@code lossSparseJacobian}; with
     * {@link Differentiable#order()} 2 the Hessian of a scalar result: {@code lossHessianSparsity}, {@code lossSparseHessian}; with
     * {@code Into} at the end into a matrix of the caller. Made only if it is named.
     */
    SPARSE,

    /**
     * The method as a function of one array of numbers, as optimisers take it: {@code lossFlat}. Made only if it is named. With
     * {@link Differentiable#order()} 2 it has Hessian-vector products.
     */
    FLAT
}
