package dev.leibniz.processor.ir;

import java.util.List;

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
    GRAD("GRAD", "Grad", "Grad"),
    GRAD_INTO("GRAD", "GradInto", "Grad"),
    VJP("VJP", "Vjp", "Grad"),
    VJP_INTO("VJP", "VjpInto", "Grad"),
    VJPS("VJP", "Vjp", "Grads"),
    JVP("JVP", "Jvp", "Jvp"),
    JVPS("JVP", "Jvp", "Jvps"),
    JACOBIAN("JACOBIAN", "Jacobian", "Jacobian"),
    HVP("HVP", "Hvp", "Hvp"),
    HESSIAN("HESSIAN", "Hessian", "Hessian");

    private final String form;
    private final String suffix;
    private final String recordSuffix;

    Derivative(String form, String suffix, String recordSuffix) {
        this.form = form;
        this.suffix = suffix;
        this.recordSuffix = recordSuffix;
    }

    /** The constant of {@code dev.leibniz.annotations.Form} that asks for it. */
    public String form() {
        return form;
    }

    /** Whether it is a second derivative. */
    public boolean isSecond() {
        return this == HVP || this == HESSIAN;
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

    /**
     * The name of the record it returns. A class can hold no class of its own name: for a method {@code loss} of {@code Loss}
     * the record {@code LossGrad} in the class {@code LossGrad} is called {@code LossGradient}.
     *
     * @param method what the derivatives are called after
     * @param companion the simple name of the class that they are in
     */
    public String recordName(String method, String companion) {
        String stem = Character.toUpperCase(method.charAt(0)) + method.substring(1);
        String name = stem + recordSuffix;
        return name.equals(companion) ? stem + "Gradient" : name;
    }

    /** Whether a method of this shape has the form, if it is asked for. */
    public boolean suits(List<Signature.Parameter> params, Layout result) {
        boolean isBuffered = params.stream().anyMatch(Signature.Parameter::isBuffered);
        boolean isScalar = result instanceof Layout.Leaf leaf && leaf.type().isFloating();
        return switch (this) {
            case VJP, VJPS, JVP, JVPS -> true;
            case VJP_INTO -> isBuffered;
            case GRAD, HVP, HESSIAN -> isScalar;
            case GRAD_INTO -> isScalar && isBuffered;
            case JACOBIAN ->
                result instanceof Layout.Leaf leaf
                        && leaf.type().rank() == 1
                        && leaf.type().isDifferentiable();
        };
    }
}
