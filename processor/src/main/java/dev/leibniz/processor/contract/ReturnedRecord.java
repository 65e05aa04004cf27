package dev.leibniz.processor.contract;

import static dev.leibniz.processor.contract.Part.GRADIENTS;
import static dev.leibniz.processor.contract.Part.GRADIENT_RECORD;
import static dev.leibniz.processor.contract.Part.MATRIX;
import static dev.leibniz.processor.contract.Part.ROWS;
import static dev.leibniz.processor.contract.Part.TANGENT;
import static dev.leibniz.processor.contract.Part.TANGENTS;
import static dev.leibniz.processor.contract.Part.VALUE;

import java.util.List;

/** The return types of generated methods, with the words of their Javadoc: records, mostly. */
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
    SPARSE_JACOBIAN(
            "SparseJacobian",
            "The value of %s and its Jacobian as a sparse matrix.",
            VALUE.as("the value"),
            Part.SPARSE_JACOBIAN.as(
                    "the Jacobian: a row for each element of the value, a column for each differentiated number")),
    SPARSE_HESSIAN(
            "SparseHessian",
            "The gradient of %s and its Hessian as a sparse matrix.",
            GRADIENT_RECORD.as("the value and the gradient"),
            Part.SPARSE_HESSIAN.as(
                    "the second derivatives by all differentiated numbers: the parameters in order, arrays"
                            + " row by row")),

    /** A class of the runtime. */
    SPARSITY("Sparsity", RuntimeClass.SPARSITY_PATTERN, false),
    TRACE("Trace", "dev.leibniz.runtime.Trace", false),

    /** The differentiated parameters, as a flat function gives them back. */
    PARAMETERS("Parameters", "The differentiated parameters of %s.", GRADIENTS.as("{@code %s}")),

    /** A class of its own, which extends one of the runtime. */
    FLAT("Flat", "dev.leibniz.runtime.FlatFunction", true),
    FLAT_VECTOR("Flat", "dev.leibniz.runtime.FlatVectorFunction", true);

    private final String suffix;
    private final String runtimeClass;
    private final boolean isExtended;
    private final String summary;
    private final List<Component> components;

    ReturnedRecord(String suffix, String summary, Component... components) {
        this.suffix = suffix;
        this.runtimeClass = "";
        this.isExtended = false;
        this.summary = summary;
        this.components = List.of(components);
    }

    ReturnedRecord(String suffix, String runtimeClass, boolean isExtended) {
        this.suffix = suffix;
        this.isExtended = isExtended;
        this.runtimeClass = runtimeClass;
        this.summary = "%s as a function of one array of numbers.";
        this.components = List.of();
    }

    /** Whether it is no record but a class, which extends one of the runtime. */
    public boolean isClass() {
        return isExtended;
    }

    /** Whether it is a class of the runtime itself. */
    public boolean isOfRuntime() {
        return !runtimeClass.isEmpty() && !isExtended;
    }

    /** The canonical name of the class of the runtime that it is, or extends. */
    public String runtimeClass() {
        return runtimeClass;
    }

    /** @param words its description, with {@code %s} for the parameter that it belongs to */
    public record Component(Part part, String words) {
        public String words(String parameter) {
            return words.replace("%s", parameter);
        }
    }

    /** The end of its name, after the name of the differentiated method with a capital. */
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

    /** This record, and the one in it: what is generated. */
    public List<ReturnedRecord> withNested() {
        if (isOfRuntime()) {
            return List.of();
        }
        if (isClass()) {
            return List.of(PARAMETERS, this);
        }
        return has(GRADIENT_RECORD) ? List.of(GRAD, this) : List.of(this);
    }

    /**
     * Its name, canonical if it is of the runtime. A class can hold no class of its own name: for a method {@code loss} of {@code Loss} the record {@code LossGrad} in
     * the class {@code LossGrad} is called {@code LossGradient}.
     *
     * @param method the base of the names of the derivatives
     * @param companion the simple name of the class that they are in
     */
    public String name(String method, String companion) {
        if (isOfRuntime()) {
            return runtimeClass;
        }
        String stem = CamelCase.capitalized(method);
        String name = stem + suffix;
        return name.equals(companion) ? stem + "Gradient" : name;
    }
}
