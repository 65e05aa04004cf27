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
     * A trace of a scalar result, for inspection: {@code lossTrace} records each step, forward and backward.
     * Generated only if it is named.
     */
    TRACE,

    /**
     * The Jacobian of a result that is an array of rank one, as a sparse matrix: {@code lossSparsity}, {@code
     * lossSparseJacobian}. With {@link Differentiable#order()} 2, the Hessian of a scalar result: {@code
     * lossHessianSparsity}, {@code lossSparseHessian}. Variants that end in {@code Into} write into a matrix of the
     * caller. Generated only if it is named.
     */
    SPARSE,

    /**
     * The method as a function of one array of numbers, for optimisers: {@code lossFlat}. With {@link
     * Differentiable#order()} 2 it has Hessian-vector products. Generated only if it is named.
     */
    FLAT
}
