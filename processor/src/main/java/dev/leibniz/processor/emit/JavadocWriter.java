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
        CodeBlock.Builder doc = CodeBlock.builder();
        head(doc, summary(form));
        for (Item item : parameters.items()) {
            param(doc, item.name(), form.isSeveral() ? describeSeveral(item) : describe(item));
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
            case VJPS -> "Computes " + method + " and several cotangents times its Jacobian (reverse mode).";
            case JVPS -> "Computes " + method + " and its Jacobian times several tangents (forward mode).";
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

    private String describeSeveral(Item item) {
        return switch (item.role()) {
            case COTANGENT ->
                isScalar(item.layout())
                        ? "for each of the gradients asked for the weight of the result"
                        : "for each of the gradients asked for the weights of the parts of the result, of its shape";
            case TANGENT ->
                "for each of the directions how {@code " + item.of()
                        + "} moves, of its shape; as many for each parameter";
            default -> describe(item);
        };
    }

    private static boolean isScalar(Layout layout) {
        return layout instanceof Layout.Leaf leaf && !leaf.type().isArray();
    }

    private static String returned(Derivative form) {
        return switch (form) {
            case GRAD, VJP -> "the value and the gradient, under the names of the parameters";
            case GRAD_INTO, VJP_INTO -> "the value and the gradient, which holds the buffers themselves";
            case VJPS -> "the value and for each cotangent the gradient, under the names of the parameters";
            case JVP -> "the value and its tangent";
            case JVPS -> "the value and for each direction its tangent";
            case JACOBIAN -> "the value and the rows of the Jacobian, under the names of the parameters";
            case HVP -> "the gradient and, under the names of the parameters, the Hessian times the tangent";
            case HESSIAN -> "the gradient and the Hessian";
        };
    }

    /** What is over the record that a form returns. */
    CodeBlock record(Derivative form) {
        String method = "{@code " + names.primal() + "}";
        CodeBlock.Builder doc = CodeBlock.builder();
        switch (form) {
            case GRAD, GRAD_INTO, VJP, VJP_INTO -> {
                head(doc, "The value of " + method + " and its gradient.");
                param(doc, names.value(), "the value");
                perParameter(doc, "the gradient with respect to {@code %s}, of its shape");
            }
            case JVP -> {
                head(doc, "The value of " + method + " and how it changes along a tangent.");
                param(doc, names.value(), "the value");
                param(doc, names.tangent(), "the derivative of the value along the tangent");
            }
            case VJPS -> {
                head(doc, "The value of " + method + " and its gradients for several cotangents.");
                param(doc, names.value(), "the value");
                perParameter(doc, "for each cotangent the gradient with respect to {@code %s}");
            }
            case JVPS -> {
                head(doc, "The value of " + method + " and how it changes along several tangents.");
                param(doc, names.value(), "the value");
                param(doc, names.tangents(), "for each direction the derivative of the value along it");
            }
            case JACOBIAN -> {
                head(doc, "The value of " + method + " and its Jacobian.");
                param(doc, names.value(), "the value");
                perParameter(doc, "for each element of the value its gradient with respect to {@code %s}");
            }
            case HVP -> {
                head(doc, "The gradient of " + method + " and the product of its Hessian with a tangent.");
                param(doc, names.gradient(), "the value and the gradient");
                perParameter(doc, "the block of Hessian times tangent that belongs to {@code %s}");
            }
            case HESSIAN -> {
                head(doc, "The gradient and the Hessian of " + method + ".");
                param(doc, names.gradient(), "the value and the gradient");
                param(
                        doc,
                        names.matrix(),
                        "the second derivatives by all differentiated numbers: the parameters in order, arrays row by"
                                + " row");
            }
        }
        return doc.build();
    }

    private static void head(CodeBlock.Builder doc, String summary) {
        doc.add("$L\n\n", summary);
    }

    private static void param(CodeBlock.Builder doc, String name, String description) {
        doc.add("@param $L $L\n", name, description);
    }

    private void perParameter(CodeBlock.Builder doc, String description) {
        for (Parameter p : names.differentiated()) {
            param(doc, p.name(), description.replace("%s", p.name()));
        }
    }
}
