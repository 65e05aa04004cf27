package dev.leibniz.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.leibniz.processor.emit.FormParameters.Item;
import dev.leibniz.processor.ir.Derivative;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Signature.Parameter;

/** The Javadoc of what is generated, complete enough for doclint: every parameter, component and result. */
final class JavadocWriter {
    private final FormNames names;

    JavadocWriter(FormNames names) {
        this.names = names;
    }

    CodeBlock method(Derivative form, FormParameters parameters) {
        CodeBlock.Builder doc = CodeBlock.builder().add("$L\n\n", summary(form));
        for (Item item : parameters.items()) {
            doc.add("@param $L $L\n", item.name(), describe(item));
        }
        return doc.add("@return $L\n", returned(form)).build();
    }

    private String summary(Derivative form) {
        String method = "{@code " + names.primal() + "}";
        return switch (form) {
            case GRAD -> "Computes " + method + " and its gradient.";
            case GRAD_INTO -> "Computes " + method + ", and adds its gradient to the buffers.";
            case VJP -> "Computes " + method + " and a cotangent times its Jacobian (reverse mode).";
            case VJP_INTO -> "Computes " + method + ", and adds a cotangent times its Jacobian to the buffers.";
            case JVP -> "Computes " + method + " and its Jacobian times a tangent (forward mode).";
            case JACOBIAN -> "Computes " + method + " and its Jacobian, one row for each element of the result.";
            case HVP -> "Computes " + method + ", its gradient, and its Hessian times a tangent.";
            case HESSIAN -> "Computes " + method + ", its gradient and its Hessian.";
        };
    }

    private String describe(Item item) {
        return switch (item.role()) {
            case PRIMAL ->
                "as in {@code " + names.primal() + "}"
                        + (item.layout().hasDifferentiatedLeaf() ? "; it is not modified" : "; a constant");
            case COTANGENT ->
                isScalar(item.layout())
                        ? "the weight of the result"
                        : "the weights of the parts of the result, of its shape";
            case TANGENT -> "the direction in which {@code " + item.of() + "} moves, of its shape";
            case BUFFER -> "the gradient with respect to {@code " + item.of() + "} is added to it; of the same shape";
        };
    }

    private static boolean isScalar(Layout layout) {
        return layout instanceof Layout.Leaf leaf && !leaf.type().isArray();
    }

    private static String returned(Derivative form) {
        return switch (form) {
            case GRAD, VJP -> "the value and the gradient, under the names of the parameters";
            case GRAD_INTO, VJP_INTO -> "the value and the gradient, which holds the buffers themselves";
            case JVP -> "the value and its tangent";
            case JACOBIAN -> "the value and the rows of the Jacobian, under the names of the parameters";
            case HVP -> "the gradient and, under the names of the parameters, the Hessian times the tangent";
            case HESSIAN -> "the gradient and the Hessian";
        };
    }

    /** The Javadoc of the record that a form returns. */
    CodeBlock record(Derivative form) {
        String method = "{@code " + names.primal() + "}";
        CodeBlock.Builder doc = CodeBlock.builder();
        switch (form) {
            case GRAD, GRAD_INTO, VJP, VJP_INTO -> {
                doc.add("The value of $L and its gradient.\n\n", method);
                doc.add("@param $L the value\n", names.value());
                perParameter(doc, "the gradient with respect to {@code %s}, of its shape");
            }
            case JVP -> {
                doc.add("The value of $L and how it changes along a tangent.\n\n", method);
                doc.add("@param $L the value\n", names.value());
                doc.add("@param $L the derivative of the value along the tangent\n", names.tangent());
            }
            case JACOBIAN -> {
                doc.add("The value of $L and its Jacobian.\n\n", method);
                doc.add("@param $L the value\n", names.value());
                perParameter(doc, "for each element of the value its gradient with respect to {@code %s}");
            }
            case HVP -> {
                doc.add("The gradient of $L and the product of its Hessian with a tangent.\n\n", method);
                doc.add("@param $L the value and the gradient\n", names.gradient());
                perParameter(doc, "the block of Hessian times tangent that belongs to {@code %s}");
            }
            case HESSIAN -> {
                doc.add("The gradient and the Hessian of $L.\n\n", method);
                doc.add("@param $L the value and the gradient\n", names.gradient());
                doc.add(
                        "@param $L the second derivatives by all differentiated numbers: the parameters in order,"
                                + " arrays row by row\n",
                        names.matrix());
            }
        }
        return doc.build();
    }

    private void perParameter(CodeBlock.Builder doc, String description) {
        for (Parameter p : names.differentiated()) {
            doc.add("@param $L $L\n", p.name(), String.format(description, p.name()));
        }
    }
}
