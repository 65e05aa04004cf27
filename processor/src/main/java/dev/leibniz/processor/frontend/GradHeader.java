package dev.leibniz.processor.frontend;

import dev.leibniz.processor.ir.Derivative;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * The header of a class that is going to be generated, for the sources that already call it. Says the same as what the
 * emitter will print, from the annotated methods alone.
 */
final class GradHeader {
    /** What the name of a class with derivatives ends in. */
    static final String SUFFIX = "Grad";

    private final StringBuilder out = new StringBuilder();

    private GradHeader() {}

    /** The binary name of the class with the derivatives of {@code type}. */
    static String nameOf(TypeElement type, String packageName) {
        String qualified = type.getQualifiedName().toString();
        String local = packageName.isEmpty() ? qualified : qualified.substring(packageName.length() + 1);
        return (packageName.isEmpty() ? "" : packageName + ".") + local.replace('.', '_') + SUFFIX;
    }

    static String print(TypeElement type, String packageName) {
        GradHeader header = new GradHeader();
        String name = nameOf(type, packageName);
        if (!packageName.isEmpty()) {
            header.out.append("package ").append(packageName).append(";\n");
        }
        header.out
                .append(Visibility.fromEverywhere(type) ? "public " : "")
                .append("final class ")
                .append(name.substring(name.lastIndexOf('.') + 1))
                .append(" {\n");
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (Annotations.has(method, Annotations.DIFFERENTIABLE)) {
                header.method(method);
            }
        }
        return header.out.append("}\n").toString();
    }

    /** The forms that a method with this result and these parameters gets. */
    private void method(ExecutableElement method) {
        List<Parameter> parameters = new ArrayList<>();
        Layout result;
        try {
            for (VariableElement parameter : method.getParameters()) {
                boolean differentiated = !Annotations.has(parameter, Annotations.NO_DERIVATIVE);
                parameters.add(new Parameter(
                        parameter.getSimpleName().toString(),
                        TypePrinter.print(parameter.asType()),
                        Layouts.of(parameter.asType(), differentiated)));
            }
            result = Layouts.of(method.getReturnType(), true);
        } catch (Layouts.Refused e) {
            return; // there will be a problem instead of derivatives
        }
        new Forms(method, parameters, result).print();
    }

    private record Parameter(String name, String type, Layout layout) {
        boolean differentiated() {
            return layout.hasDifferentiatedLeaf();
        }

        boolean buffered() {
            return differentiated() && !(layout instanceof Layout.Leaf leaf && leaf.type() instanceof Type.Scalar);
        }
    }

    private final class Forms {
        private final ExecutableElement method;
        private final List<Parameter> parameters;
        private final Layout result;
        private final String name;
        private final String resultType;

        Forms(ExecutableElement method, List<Parameter> parameters, Layout result) {
            this.method = method;
            this.parameters = parameters;
            this.result = result;
            this.name = Annotations.nameOf(method);
            this.resultType = TypePrinter.print(method.getReturnType());
        }

        void print() {
            boolean scalar = result instanceof Layout.Leaf leaf && leaf.type().isFloating();
            boolean vector = result instanceof Layout.Leaf leaf
                    && leaf.type().rank() == 1
                    && leaf.type().isDifferentiable();
            boolean buffered = parameters.stream().anyMatch(Parameter::buffered);
            List<String> tangents = tangents("");
            List<String> buffers = parameters.stream()
                    .filter(Parameter::buffered)
                    .map(p -> p.type() + " " + p.name() + "Buffer__")
                    .toList();
            List<String> cotangent = List.of(resultType + " cotangent__");
            record(Derivative.GRAD, resultType + " " + component("value", "primal"), grads(""));
            record(
                    Derivative.JVP,
                    resultType + " " + component("value", "primal"),
                    List.of(resultType + " " + component("tangent", "tangentOut")));
            record(Derivative.VJPS, resultType + " " + component("value", "primal"), grads("[]"));
            record(
                    Derivative.JVPS,
                    resultType + " " + component("value", "primal"),
                    List.of(resultType + "[] " + component("tangents", "tangentsOut")));
            form(Derivative.VJP, cotangent);
            form(Derivative.VJPS, List.of(resultType + "[] cotangents__"));
            form(Derivative.JVP, tangents);
            form(Derivative.JVPS, tangents("[]"));
            if (buffered) {
                form(Derivative.VJP_INTO, concat(cotangent, buffers));
            }
            if (scalar) {
                form(Derivative.GRAD, List.of());
                if (buffered) {
                    form(Derivative.GRAD_INTO, buffers);
                }
                if (Annotations.orderOf(method) >= 2) {
                    String grad = recordName(Derivative.GRAD) + " " + component("grad", "gradient");
                    record(Derivative.HVP, grad, grads(""));
                    record(Derivative.HESSIAN, grad, List.of("double[][] " + component("matrix", "hessian")));
                    form(Derivative.HVP, tangents);
                    form(Derivative.HESSIAN, List.of());
                }
            }
            if (vector) {
                record(Derivative.JACOBIAN, resultType + " " + component("value", "primal"), grads("[]"));
                form(Derivative.JACOBIAN, List.of());
            }
        }

        private List<String> tangents(String suffix) {
            return parameters.stream()
                    .filter(Parameter::differentiated)
                    .map(p -> p.type() + suffix + " " + p.name() + "Tangent__")
                    .toList();
        }

        private List<String> grads(String suffix) {
            return parameters.stream()
                    .filter(Parameter::differentiated)
                    .map(p -> p.type() + suffix + " " + p.name())
                    .toList();
        }

        private String component(String component, String otherwise) {
            String free = isParameter(component) ? otherwise : component;
            while (isParameter(free)) {
                free += "Out";
            }
            return free;
        }

        private boolean isParameter(String component) {
            return parameters.stream().anyMatch(p -> p.name().equals(component));
        }

        private String recordName(Derivative derivative) {
            return GradHeader.recordName(name, derivative);
        }

        private void record(Derivative derivative, String first, List<String> others) {
            out.append("public record ")
                    .append(recordName(derivative))
                    .append('(')
                    .append(String.join(", ", concat(List.of(first), others)))
                    .append(") {}\n");
        }

        private void form(Derivative derivative, List<String> more) {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < parameters.size(); i++) {
                Parameter parameter = parameters.get(i);
                boolean varargs = method.isVarArgs() && i == parameters.size() - 1 && more.isEmpty();
                String type = parameter.type();
                all.add((varargs ? type.substring(0, type.length() - 2) + "..." : type) + " " + parameter.name());
            }
            all.addAll(more);
            out.append("public static ")
                    .append(recordName(derivative))
                    .append(' ')
                    .append(name)
                    .append(derivative.suffix())
                    .append('(')
                    .append(String.join(", ", all))
                    .append(") { throw null; }\n");
        }

        private static List<String> concat(List<String> first, List<String> second) {
            List<String> all = new ArrayList<>(first);
            all.addAll(second);
            return all;
        }
    }

    /** What the record that a form returns is called. */
    static String recordName(String method, Derivative derivative) {
        return Character.toUpperCase(method.charAt(0)) + method.substring(1) + derivative.recordSuffix();
    }
}
