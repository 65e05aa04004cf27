package dev.leibniz.processor.ir;

/**
 * The forms in which derivatives are offered, with their calling convention on flat values. For a method with flat
 * parameters <i>p…</i> and flat results <i>r…</i> ("differentiated" leaves as {@link Layout.Leaf#differentiated}
 * says):
 *
 * <table>
 * <caption>parameters and results of the IR function of each form</caption>
 * <tr><td>{@link #GRAD}</td><td>p…</td><td>r, gradient of every differentiated leaf of p…</td></tr>
 * <tr><td>{@link #GRAD_INTO}</td><td>p…, a buffer for every differentiated array leaf</td>
 *     <td>r, gradient of every differentiated scalar leaf</td></tr>
 * <tr><td>{@link #VJP}</td><td>p…, a cotangent for every differentiated leaf of r…</td>
 *     <td>r…, gradient of every differentiated leaf of p…</td></tr>
 * <tr><td>{@link #VJP_INTO}</td><td>p…, cotangents as above, buffers as above</td>
 *     <td>r…, gradient of every differentiated scalar leaf of p…</td></tr>
 * <tr><td>{@link #JVP}</td><td>p…, a tangent for every differentiated leaf of p…</td>
 *     <td>r…, a tangent for every differentiated leaf of r…</td></tr>
 * <tr><td>{@link #VJPS}</td><td>p…, an array of cotangents for every differentiated leaf of r…</td>
 *     <td>r…, an array of gradients for every differentiated leaf of p…</td></tr>
 * <tr><td>{@link #JVPS}</td><td>p…, an array of tangents for every differentiated leaf of p…</td>
 *     <td>r…, an array of tangents for every differentiated leaf of r…</td></tr>
 * <tr><td>{@link #JACOBIAN}</td><td>p…</td>
 *     <td>r, for every differentiated leaf of p… an array of its type: one gradient per output</td></tr>
 * <tr><td>{@link #HVP}</td><td>p…, a tangent for every differentiated leaf of p…</td>
 *     <td>r, gradients of all differentiated leaves, Hessian · tangent for all of them</td></tr>
 * <tr><td>{@link #HESSIAN}</td><td>p…</td><td>r, gradients of all differentiated leaves, the matrix</td></tr>
 * </table>
 */
public enum Derivative {
    GRAD("Grad", "Grad"),
    GRAD_INTO("GradInto", "Grad"),
    VJP("Vjp", "Grad"),
    VJP_INTO("VjpInto", "Grad"),
    VJPS("Vjp", "Grads"),
    JVP("Jvp", "Jvp"),
    JVPS("Jvp", "Jvps"),
    JACOBIAN("Jacobian", "Jacobian"),
    HVP("Hvp", "Hvp"),
    HESSIAN("Hessian", "Hessian");

    private final String suffix;
    private final String recordSuffix;

    Derivative(String suffix, String recordSuffix) {
        this.suffix = suffix;
        this.recordSuffix = recordSuffix;
    }

    /** The generated method is called as the differentiated one, followed by this. */
    public String suffix() {
        return suffix;
    }

    /** Whether it takes several tangents or cotangents at once, and so overloads the form that takes one. */
    public boolean isSeveral() {
        return this == VJPS || this == JVPS;
    }

    /** Whether it returns for each parameter several gradients. */
    public boolean hasRows() {
        return this == JACOBIAN || this == VJPS;
    }

    /** Whether it takes a cotangent, or several. */
    public boolean takesCotangent() {
        return this == VJP || this == VJP_INTO || this == VJPS;
    }

    /** Whether it takes a tangent for each differentiated parameter, or several. */
    public boolean takesTangents() {
        return this == JVP || this == JVPS || this == HVP;
    }

    /** Whether it adds gradients to buffers that are passed. */
    public boolean isInto() {
        return this == GRAD_INTO || this == VJP_INTO;
    }

    /** The record it returns is called as the differentiated method with a capital, followed by this. */
    public String recordSuffix() {
        return recordSuffix;
    }
}
