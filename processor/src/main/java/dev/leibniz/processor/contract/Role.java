package dev.leibniz.processor.contract;

import java.util.Optional;

/** The purpose of a parameter of a generated method. */
public enum Role {
    /** One of the method's own parameters. */
    PRIMAL("", false, false),

    /** The weights of the result. */
    COTANGENT("cotangent", false, false),
    COTANGENTS("cotangents", false, true),

    /** The direction in which a differentiated parameter moves. */
    TANGENT("Tangent", true, false),
    TANGENTS("Tangents", true, true),

    /** An array, or a record, that the gradient with respect to a parameter is added to. */
    BUFFER("Buffer", true, false),

    /** For each differentiated parameter an array of its type, which the rows of the Jacobian are written into. */
    ROWS("Rows", true, true),

    /** A sparsity pattern that was found before. */
    PATTERN("pattern", RuntimeClass.SPARSITY_PATTERN),

    /** A sparse matrix that is filled. */
    MATRIX("matrix", RuntimeClass.SPARSE_MATRIX);

    private final String suffix;
    private final boolean isPerParameter;
    private final boolean isSeveral;
    private final Optional<String> runtimeClass;

    Role(String suffix, boolean isPerParameter, boolean isSeveral) {
        this.suffix = suffix;
        this.isPerParameter = isPerParameter;
        this.isSeveral = isSeveral;
        this.runtimeClass = Optional.empty();
    }

    Role(String suffix, String runtimeClass) {
        this.suffix = suffix;
        this.isPerParameter = false;
        this.isSeveral = false;
        this.runtimeClass = Optional.of(runtimeClass);
    }

    /** The suffix of its name, after the name of the parameter that it belongs to. */
    public String suffix() {
        return suffix;
    }

    /** Whether there is one for each of the method's own parameters that need one. */
    public boolean isPerParameter() {
        return isPerParameter;
    }

    /** Its type, if it is a class of the runtime, whatever the method. */
    public Optional<String> runtimeClass() {
        return runtimeClass;
    }

    /** Whether it is an array of values, one for each direction. */
    public boolean isSeveral() {
        return isSeveral;
    }
}
