package dev.leibniz.processor.contract;

/** The contents of a component of a returned record. */
public enum Part {
    /** The value that the method returns. */
    VALUE("value", "primal"),

    /** The record with the value and the gradient. */
    GRADIENT_RECORD("grad", "gradient"),

    /** The change of the value along a tangent. */
    TANGENT("tangent", "tangentOut"),

    /** The same for several tangents, as an array. */
    TANGENTS("tangents", "tangentsOut"),

    /** A component of its type for each differentiated parameter, under its name. */
    GRADIENTS("", ""),

    /** An array of its type for each differentiated parameter, under its name. */
    ROWS("", ""),

    /** The Hessian. */
    MATRIX("matrix", "hessian"),

    /** The Jacobian as a sparse matrix. */
    SPARSE_JACOBIAN("jacobian", "matrix"),

    /** The Hessian as a sparse matrix. */
    SPARSE_HESSIAN("hessian", "matrix");

    private final String component;
    private final String otherwise;

    Part(String component, String otherwise) {
        this.component = component;
        this.otherwise = otherwise;
    }

    /** A component with this. @param words its description, with {@code %s} for the parameter that it belongs to */
    ReturnedRecord.Component as(String words) {
        return new ReturnedRecord.Component(this, words);
    }

    /** Whether there is one component for each differentiated parameter. */
    public boolean isPerParameter() {
        return component.isEmpty();
    }

    /** The name of the component. */
    public String component() {
        return component;
    }

    /** The name of the component if a parameter has the other name. */
    public String otherwise() {
        return otherwise;
    }
}
