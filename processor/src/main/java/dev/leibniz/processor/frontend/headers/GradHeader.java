package dev.leibniz.processor.frontend.headers;

import dev.leibniz.processor.contract.Derivative;
import dev.leibniz.processor.contract.ReturnedRecord;
import dev.leibniz.processor.contract.Role;
import dev.leibniz.processor.contract.RuntimeClass;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.Visibility;
import dev.leibniz.processor.ir.Signature;
import dev.leibniz.processor.ir.program.FormHead;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The header of a class that is going to be generated, for the sources that already call it. Says the same as the text that the
 * emitter will print, from the annotated methods alone.
 */
public final class GradHeader {
    /** The end of the name of a class with derivatives. */
    public static final String SUFFIX = "Grad";

    /** The names of classes that may stand in generated code without an import. */
    public static final Set<String> PLATFORM_NAMES = Set.of(
            "ArithmeticException",
            "ArrayIndexOutOfBoundsException",
            "AssertionError",
            "Boolean",
            "Character",
            "Double",
            "Float",
            "IllegalArgumentException",
            "IllegalStateException",
            "IndexOutOfBoundsException",
            "Integer",
            "Long",
            "Math",
            "Override",
            "Short",
            "StrictMath",
            "String",
            "System",
            "UnsupportedOperationException");

    private final StringBuilder out = new StringBuilder();
    private final Set<String> records = new HashSet<>();
    private final String simpleName;

    private GradHeader(String simpleName) {
        this.simpleName = simpleName;
    }

    /** The binary name of the class with the derivatives of {@code type}. */
    public static String nameOf(TypeElement type, String packageName) {
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        return prefix + MethodHead.companionOf(type);
    }

    public static String print(TypeElement type, String packageName) {
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

    /** Adds the forms of a method; none if there will be a problem instead of derivatives. */
    private void method(ExecutableElement method) {
        MethodHead head = new MethodHead(method);
        if (head.objection().isPresent()) {
            return;
        }
        try {
            Signature signature = head.signature("", 0);
            if (records.add(recordName(signature, ReturnedRecord.GRAD))) {
                head.results().declaration().ifPresent(out::append);
                new Forms(signature, head.resultType()).print();
            }
        } catch (Layouts.NoLayout e) {
            return;
        }
    }

    private String recordName(Signature signature, ReturnedRecord record) {
        return record.name(signature.name(), simpleName);
    }

    private final class Forms {
        private final Signature signature;
        private final String resultType;

        Forms(Signature signature, String resultType) {
            this.signature = signature;
            this.resultType = resultType;
        }

        void print() {
            Set<ReturnedRecord> printed = new HashSet<>();
            for (Derivative form : Derivative.values()) {
                if (signature.has(form)) {
                    FormHead head = FormHead.of(signature, form);
                    form.returned().withNested().stream().filter(printed::add).forEach(record -> record(record, head));
                    form(head);
                }
            }
        }

        private void record(ReturnedRecord record, FormHead head) {
            if (record.isClass()) {
                flatFunction(record);
                return;
            }
            out.append("public record ")
                    .append(recordName(signature, record))
                    .append(head.components(record).stream()
                            .map(component -> type(component) + " " + component.name())
                            .collect(Collectors.joining(", ", "(", ") {}\n")));
        }

        private void flatFunction(ReturnedRecord record) {
            String name = recordName(signature, record);
            String parameters = recordName(signature, ReturnedRecord.PARAMETERS);
            out.append(String.format(
                    "public abstract static class %s extends %s {"
                            + " private %s() { super(null); }"
                            + " @Override public abstract %s unflatten(double[] x__);"
                            + " @Override public abstract %s copy(); }\n",
                    name, record.runtimeClass(), name, parameters, name));
        }

        private String type(FormHead.Component component) {
            String own = component.owner().map(Signature.Parameter::javaType).orElse(resultType);
            return switch (component.part()) {
                case VALUE, TANGENT, GRADIENTS -> own;
                case TANGENTS, ROWS -> own + "[]";
                case GRADIENT_RECORD -> recordName(signature, ReturnedRecord.GRAD);
                case MATRIX -> "double[][]";
                case SPARSE_JACOBIAN, SPARSE_HESSIAN -> RuntimeClass.SPARSE_MATRIX;
            };
        }

        private void form(FormHead head) {
            List<String> all = new ArrayList<>();
            List<FormHead.Argument> arguments = head.arguments();
            for (Signature.Parameter param : signature.params()) {
                String type = param.javaType();
                boolean varargs = param.varargs() && arguments.isEmpty();
                all.add((varargs ? type.substring(0, type.length() - 2) + "..." : type) + " " + param.name());
            }
            for (FormHead.Argument argument : arguments) {
                Role role = argument.role();
                String type = argument.owner()
                        .map(Signature.Parameter::javaType)
                        .orElse(role.runtimeClass().orElse(resultType));
                String owner = argument.owner().map(Signature.Parameter::name).orElse("");
                all.add(type + (role.isSeveral() ? "[]" : "") + " " + owner + role.suffix() + "__");
            }
            ReturnedRecord returned = head.form().returned();
            out.append("public static ")
                    .append(recordName(signature, returned))
                    .append(' ')
                    .append(signature.name())
                    .append(head.form().suffix())
                    .append('(')
                    .append(String.join(", ", all))
                    .append(") { throw null; }\n");
        }
    }
}
