package dev.leibniz.processor.frontend;

import dev.leibniz.processor.ir.Derivative;
import dev.leibniz.processor.ir.Signature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The header of a class that is going to be generated, for the sources that already call it. Says the same as what the
 * emitter will print, from the annotated methods alone.
 */
final class GradHeader {
    /** What the name of a class with derivatives ends in. */
    static final String SUFFIX = "Grad";

    private final StringBuilder out = new StringBuilder();
    private final Set<String> records = new HashSet<>();
    private final String simpleName;

    private GradHeader(String simpleName) {
        this.simpleName = simpleName;
    }

    /** The binary name of the class with the derivatives of {@code type}. */
    static String nameOf(TypeElement type, String packageName) {
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        return prefix + MethodHead.companionOf(type);
    }

    static String print(TypeElement type, String packageName) {
        GradHeader header = new GradHeader(MethodHead.companionOf(type));
        if (!packageName.isEmpty()) {
            header.out.append("package ").append(packageName).append(";\n");
        }
        header.out
                .append(Visibility.fromEverywhere(type) ? "public " : "")
                .append("final class ")
                .append(header.simpleName)
                .append(" {\n");
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (Annotations.has(method, Annotations.DIFFERENTIABLE)) {
                header.method(method);
            }
        }
        return header.out.append("}\n").toString();
    }

    /** The forms of a method; nothing if there will be a problem instead of derivatives. */
    private void method(ExecutableElement method) {
        MethodHead head = new MethodHead(method);
        if (head.objection().isPresent()) {
            return;
        }
        try {
            Signature signature = head.signature("", 0);
            if (records.add(recordName(signature, Derivative.GRAD))) {
                new Forms(signature, TypePrinter.print(method.getReturnType())).print();
            }
        } catch (Layouts.Refused e) {
            return;
        }
    }

    private String recordName(Signature signature, Derivative derivative) {
        return derivative.recordName(signature.name(), simpleName);
    }

    private final class Forms {
        private final Signature signature;
        private final String resultType;

        Forms(Signature signature, String resultType) {
            this.signature = signature;
            this.resultType = resultType;
        }

        void print() {
            Set<Derivative> forms = signature.forms();
            String value = resultType + " " + component("value", "primal");
            if (forms.stream().anyMatch(form -> form.isSecond() || recordOf(form) == Derivative.GRAD)) {
                record(Derivative.GRAD, value, grads(""));
            }
            for (Derivative form : Derivative.values()) {
                if (forms.contains(form)) {
                    recordOf(form, value);
                    form(form);
                }
            }
        }

        /** The form that the record is called after which this one returns. */
        private Derivative recordOf(Derivative form) {
            return switch (form) {
                case GRAD, GRAD_INTO, VJP, VJP_INTO -> Derivative.GRAD;
                default -> form;
            };
        }

        private void recordOf(Derivative form, String value) {
            String grad = recordName(signature, Derivative.GRAD) + " " + component("grad", "gradient");
            switch (form) {
                case GRAD, GRAD_INTO, VJP, VJP_INTO -> {}
                case VJPS, JACOBIAN -> record(form, value, grads("[]"));
                case JVP -> record(form, value, List.of(resultType + " " + component("tangent", "tangentOut")));
                case JVPS -> record(form, value, List.of(resultType + "[] " + component("tangents", "tangentsOut")));
                case HVP -> record(form, grad, grads(""));
                case HESSIAN -> record(form, grad, List.of("double[][] " + component("matrix", "hessian")));
            }
        }

        private List<String> grads(String suffix) {
            return signature.params().stream()
                    .filter(Signature.Parameter::differentiated)
                    .map(p -> p.javaType() + suffix + " " + p.name())
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
            return signature.params().stream().anyMatch(p -> p.name().equals(component));
        }

        private void record(Derivative derivative, String first, List<String> others) {
            List<String> components = new ArrayList<>(List.of(first));
            components.addAll(others);
            out.append("public record ")
                    .append(recordName(signature, derivative))
                    .append('(')
                    .append(String.join(", ", components))
                    .append(") {}\n");
        }

        private void form(Derivative form) {
            List<String> more = new ArrayList<>();
            String brackets = form.isSeveral() ? "[]" : "";
            if (form.takesCotangent()) {
                more.add(resultType + brackets + " cotangent__");
            }
            for (Signature.Parameter param : signature.params()) {
                if (form.takesTangents() && param.differentiated()) {
                    more.add(param.javaType() + brackets + " " + param.name() + "Tangent__");
                } else if (form.isInto() && param.isBuffered()) {
                    more.add(param.javaType() + " " + param.name() + "Buffer__");
                }
            }
            List<String> all = new ArrayList<>();
            for (Signature.Parameter param : signature.params()) {
                String type = param.javaType();
                boolean varargs = param.varargs() && more.isEmpty();
                all.add((varargs ? type.substring(0, type.length() - 2) + "..." : type) + " " + param.name());
            }
            all.addAll(more);
            out.append("public static ")
                    .append(recordName(signature, form))
                    .append(' ')
                    .append(signature.name())
                    .append(form.suffix())
                    .append('(')
                    .append(String.join(", ", all))
                    .append(") { throw null; }\n");
        }
    }
}
