package dev.leibniz.processor.ir;

import dev.leibniz.processor.contract.CamelCase;
import dev.leibniz.processor.contract.Derivative;
import java.util.List;
import java.util.Set;

/**
 * A method to be differentiated, as its users see it.
 *
 * @param name the name the derivatives are called after
 * @param method the method's own name
 * @param function name of the IR function with its body; its parameters are the leaves of {@code params} in order, its
 *     results the leaves of {@code result}
 * @param forms the derivatives that are generated for it
 * @param helpers further derivatives that are made for the sake of these, and hidden
 * @param position of the method in its source file
 * @param fills whether the result is in arrays that the method is given, and not what it returns
 */
public record Signature(
        String name,
        String method,
        String function,
        List<Parameter> params,
        Layout result,
        Set<Derivative> forms,
        Set<Derivative> helpers,
        int position,
        boolean fills) {
    public Signature {
        params = List.copyOf(params);
        forms = Set.copyOf(forms);
        helpers = Set.copyOf(helpers);
    }

    public Signature(
            String name,
            String method,
            String function,
            List<Parameter> params,
            Layout result,
            Set<Derivative> forms,
            int position) {
        this(name, method, function, params, result, forms, Set.of(), position, false);
    }

    /** A parameter with its layout; {@code javaType} is its type as it is to be printed. */
    public record Parameter(String name, Layout layout, String javaType, boolean varargs) {
        public boolean differentiated() {
            return layout.hasDifferentiatedLeaf();
        }

        /** Whether the {@code Into} forms have a buffer for the parameter. */
        public boolean isBuffered() {
            return differentiated() && !(layout instanceof Layout.Leaf leaf && leaf.type() instanceof Type.Scalar);
        }
    }

    /** The hash of the parts that tell two methods of a class apart. */
    @Override
    public int hashCode() {
        return 31 * name.hashCode() + position;
    }

    /**
     * The simple name of the record of the arrays that a method fills, if there are several.
     *
     * @param name the base of the names of its derivatives
     */
    public static String resultRecord(String name) {
        return CamelCase.capitalized(name) + "Result";
    }

    public boolean has(Derivative form) {
        return forms.contains(form);
    }

    /** Whether a derivative is made, be it hidden. */
    public boolean makes(Derivative form) {
        return forms.contains(form) || helpers.contains(form);
    }

    public boolean hasScalarResult() {
        return result instanceof Layout.Leaf leaf && leaf.type() instanceof Type.Scalar;
    }
}
