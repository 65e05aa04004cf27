package dev.leibniz.processor.contract;

import static dev.leibniz.processor.contract.Part.GRADIENTS;
import static dev.leibniz.processor.contract.Part.GRADIENT_RECORD;
import static dev.leibniz.processor.contract.Part.MATRIX;
import static dev.leibniz.processor.contract.Part.ROWS;
import static dev.leibniz.processor.contract.Part.TANGENT;
import static dev.leibniz.processor.contract.Part.TANGENTS;
import static dev.leibniz.processor.contract.Part.VALUE;

import java.util.List;

/** The records that generated methods return, with the words of their Javadoc. */
public enum ReturnedRecord {
    GRAD(
            "Grad",
            "The value of %s and its gradient.",
            VALUE.as("the value"),
            GRADIENTS.as("the gradient with respect to {@code %s}, of its shape")),
    GRADS(
            "Grads",
            "The value of %s and its gradients for several cotangents.",
            VALUE.as("the value"),
            ROWS.as("for each cotangent the gradient with respect to {@code %s}")),
    JVP(
            "Jvp",
            "The value of %s and how it changes along a tangent.",
            VALUE.as("the value"),
            TANGENT.as("the derivative of the value along the tangent")),
    JVPS(
            "Jvps",
            "The value of %s and how it changes along several tangents.",
            VALUE.as("the value"),
            TANGENTS.as("for each direction the derivative of the value along it")),
    JACOBIAN(
            "Jacobian",
            "The value of %s and its Jacobian.",
            VALUE.as("the value"),
            ROWS.as("for each element of the value its gradient with respect to {@code %s}")),
    HVP(
            "Hvp",
            "The gradient of %s and the product of its Hessian with a tangent.",
            GRADIENT_RECORD.as("the value and the gradient"),
            GRADIENTS.as("the block of Hessian times tangent that belongs to {@code %s}")),
    HESSIAN(
            "Hessian",
            "The gradient and the Hessian of %s.",
            GRADIENT_RECORD.as("the value and the gradient"),
            MATRIX.as(
                    "the second derivatives by all differentiated numbers: the parameters in order, arrays row by row")),

    /** No record, but a class of the runtime. */
    TRACE("Trace", "");

    private final String suffix;
    private final String summary;
    private final List<Component> components;

    ReturnedRecord(String suffix, String summary, Component... components) {
        this.suffix = suffix;
        this.summary = summary;
        this.components = List.of(components);
    }

    /** @param words what it is, with {@code %s} for the parameter that it belongs to */
    public record Component(Part part, String words) {
        public String words(String parameter) {
            return words.replace("%s", parameter);
        }
    }

    /** It is called as the differentiated method with a capital, followed by this. */
    public String suffix() {
        return suffix;
    }

    /** @param method the differentiated one */
    public String summary(String method) {
        return String.format(summary, method);
    }

    public List<Component> components() {
        return components;
    }

    public List<Part> parts() {
        return components.stream().map(Component::part).toList();
    }

    public boolean has(Part part) {
        return parts().contains(part);
    }

    /** Whether there is such a class in the runtime, so that nobody generates it. */
    public boolean isGiven() {
        return components.isEmpty();
    }

    /** The canonical name of a class that is {@linkplain #isGiven given}. */
    public String givenName() {
        return "dev.leibniz.runtime." + suffix;
    }

    /** This record, and the one in it; none if there is such a class already. */
    public List<ReturnedRecord> withNested() {
        if (isGiven()) {
            return List.of();
        }
        return has(GRADIENT_RECORD) ? List.of(GRAD, this) : List.of(this);
    }

    /**
     * Its name. A class can hold no class of its own name: for a method {@code loss} of {@code Loss} the record {@code LossGrad} in
     * the class {@code LossGrad} is called {@code LossGradient}.
     *
     * @param method what the derivatives are called after
     * @param companion the simple name of the class that they are in
     */
    public String name(String method, String companion) {
        String stem = Character.toUpperCase(method.charAt(0)) + method.substring(1);
        String name = stem + suffix;
        return name.equals(companion) ? stem + "Gradient" : name;
    }
}
