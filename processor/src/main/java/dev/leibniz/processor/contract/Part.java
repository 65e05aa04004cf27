package dev.leibniz.processor.contract;

/** What a component of a returned record holds. */
public enum Part {
    /** What the method returns. */
    VALUE("value", "primal"),

    /** The record with the value and the gradient. */
    GRADIENT_RECORD("grad", "gradient"),

    /** How the value changes along a tangent. */
    TANGENT("tangent", "tangentOut"),

    /** The same for several tangents, as an array. */
    TANGENTS("tangents", "tangentsOut"),

    /** For each differentiated parameter, under its name, something of its type. */
    GRADIENTS("", ""),

    /** For each differentiated parameter, under its name, an array of its type. */
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

    /** A component with this. @param words what it is, with {@code %s} for the parameter that it belongs to */
    ReturnedRecord.Component as(String words) {
        return new ReturnedRecord.Component(this, words);
    }

    /** Whether there is one component for each differentiated parameter. */
    public boolean isPerParameter() {
        return component.isEmpty();
    }

    /** What the component is called. */
    public String component() {
        return component;
    }

    /** What it is called if a parameter has that name. */
    public String otherwise() {
        return otherwise;
    }
}
