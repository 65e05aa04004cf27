package dev.leibniz.processor.ir;

import java.util.List;

/**
 * How many of the parameter slots of the JVM a method or a constructor needs. There are {@link #MOST}; a {@code long} or a
 * {@code double} takes two, and so many are left to a constructor that the object takes one.
 */
public final class ParameterSlots {
    /** <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.3.3">JVMS 4.3.3</a>. */
    public static final int MOST = 255;

    private static final int OBJECT = 1;
    private static final int REFERENCE = 1;

    private ParameterSlots() {}

    private static int of(Type type) {
        return type == Type.DOUBLE || type == Type.LONG ? 2 : 1;
    }

    private static int of(Layout layout) {
        return layout instanceof Layout.Leaf leaf ? of(leaf.type()) : REFERENCE;
    }

    /** Of a function that is printed as it is. */
    public static int of(Function function) {
        int parameters = sum(function.params());
        return Math.max(parameters, OBJECT + sum(function.results()));
    }

    private static int sum(List<Var> variables) {
        return variables.stream().mapToInt(variable -> of(variable.type())).sum();
    }

    /** Of a generated method, of the constructor of the record it returns, or of what it calls, whichever needs most. */
    public static int of(Derivative form, List<Signature.Parameter> params, Layout result) {
        int own = Math.max(ofMethod(form, params, result), ofRecord(form, params, result));
        return form == Derivative.HESSIAN ? Math.max(own, ofGradientTangents(params)) : own;
    }

    /** A Hessian calls a function of the numbers one by one, of an array of tangents for each, and of how many there are. */
    private static int ofGradientTangents(List<Signature.Parameter> params) {
        int slots = 1;
        for (Signature.Parameter param : params) {
            for (Layout.Leaf leaf : param.layout().leaves()) {
                slots += of(leaf) + (leaf.differentiated() ? REFERENCE : 0);
            }
        }
        return slots;
    }

    private static int ofMethod(Derivative form, List<Signature.Parameter> params, Layout result) {
        int slots = form.takesCotangent() ? (form.isSeveral() ? REFERENCE : of(result)) : 0;
        for (Signature.Parameter param : params) {
            slots += of(param.layout());
            if (form.takesTangents() && param.differentiated()) {
                slots += form.isSeveral() ? REFERENCE : of(param.layout());
            } else if (form.isInto() && param.isBuffered()) {
                slots += REFERENCE;
            }
        }
        return slots;
    }

    private static int ofRecord(Derivative form, List<Signature.Parameter> params, Layout result) {
        int gradients = 0;
        int rows = 0;
        for (Signature.Parameter param : params) {
            gradients += param.differentiated() ? of(param.layout()) : 0;
            rows += param.differentiated() ? REFERENCE : 0;
        }
        return OBJECT
                + switch (form) {
                    case GRAD, GRAD_INTO, VJP, VJP_INTO, HESSIAN -> of(result) + gradients;
                    case VJPS, JACOBIAN -> of(result) + rows;
                    case JVP, JVPS -> 2 * of(result);
                    case HVP -> Math.max(REFERENCE, of(result)) + gradients;
                };
    }
}
