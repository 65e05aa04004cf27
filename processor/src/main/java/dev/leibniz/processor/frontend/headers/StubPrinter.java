package dev.leibniz.processor.frontend.headers;

import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.ImplicitMembers;
import dev.leibniz.processor.frontend.types.TypePrinter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Prints the header of a class of the host compilation: the parts that other source files need to be attributed, with the
 * annotations of ours that readers ask for, and says which other classes it mentions. Bodies are left out; nobody looks into
 * them.
 */
final class StubPrinter {
    private static final Set<Modifier> PRINTED = EnumSet.of(
            Modifier.PUBLIC,
            Modifier.PROTECTED,
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL,
            Modifier.ABSTRACT,
            Modifier.SEALED,
            Modifier.NON_SEALED);

    private final Elements elements;
    private final Stubs stubs;
    private final boolean whole;
    private final StringBuilder out = new StringBuilder();

    private StubPrinter(Elements elements, Stubs stubs, boolean whole) {
        this.elements = elements;
        this.stubs = stubs;
        this.whole = whole;
    }

    /** Prints {@code type} with those of its members that {@code stubs} contains, to which all classes that they mention go. */
    static String print(TypeElement type, Elements elements, Stubs stubs) {
        StubPrinter printer = new StubPrinter(elements, stubs, false);
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        if (!packageName.isEmpty()) {
            printer.out.append("package ").append(packageName).append(";\n");
        }
        printer.type(type);
        return printer.out.toString();
    }

    /** Prints a member of {@code owner} that is not in its source, with all that is in it. */
    static String printAdded(Element member, TypeElement owner, Elements elements, Stubs stubs) {
        StubPrinter printer = new StubPrinter(elements, stubs, true);
        printer.member(member, owner);
        return printer.out.toString();
    }

    private void type(TypeElement type) {
        ElementKind kind = type.getKind();
        annotations(type);
        if (kind == ElementKind.ANNOTATION_TYPE) {
            metaAnnotations(type);
        }
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        modifiers.addAll(type.getModifiers());
        if (kind != ElementKind.CLASS) {
            modifiers.removeAll(EnumSet.of(Modifier.FINAL, Modifier.ABSTRACT));
        }
        if (!isSealed(type)) {
            modifiers.remove(Modifier.SEALED);
        }
        modifiers(modifiers);
        out.append(
                switch (kind) {
                    case INTERFACE -> "interface ";
                    case ANNOTATION_TYPE -> "@interface ";
                    case ENUM -> "enum ";
                    case RECORD -> "record ";
                    default -> "class ";
                });
        out.append(type.getSimpleName());
        if (kind != ElementKind.ANNOTATION_TYPE) {
            out.append(parameters(type.getTypeParameters()));
        }
        if (kind == ElementKind.RECORD) {
            out.append(type.getRecordComponents().stream()
                    .map(this::component)
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        supertypes(type, kind);
        out.append(" {\n");
        if (kind == ElementKind.ENUM) {
            out.append(ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                            .filter(field -> field.getKind() == ElementKind.ENUM_CONSTANT)
                            .map(field -> field.getSimpleName().toString())
                            .collect(Collectors.joining(", ")))
                    .append(";\n");
        }
        for (Element member : type.getEnclosedElements()) {
            if (whole || stubs.contains(member)) {
                member(member, type);
            }
        }
        out.append("}\n");
    }

    private void supertypes(TypeElement type, ElementKind kind) {
        TypeMirror superclass = type.getSuperclass();
        if (kind == ElementKind.CLASS
                && superclass.getKind() == TypeKind.DECLARED
                && !superclass.toString().equals("java.lang.Object")) {
            out.append(" extends ").append(name(superclass));
        }
        List<? extends TypeMirror> interfaces = type.getInterfaces();
        if (!interfaces.isEmpty() && kind != ElementKind.ANNOTATION_TYPE) {
            out.append(kind == ElementKind.INTERFACE ? " extends " : " implements ")
                    .append(interfaces.stream().map(this::name).collect(Collectors.joining(", ")));
        }
        if (isSealed(type)) {
            out.append(" permits ")
                    .append(type.getPermittedSubclasses().stream()
                            .map(this::name)
                            .collect(Collectors.joining(", ")));
        }
    }

    /** Whether to print {@code sealed}: a permitted class in another package of a module would be an error without that module. */
    private boolean isSealed(TypeElement type) {
        return type.getModifiers().contains(Modifier.SEALED)
                && type.getKind() != ElementKind.ENUM
                && permitted(type).stream()
                        .allMatch(other -> elements.getPackageOf(other).equals(elements.getPackageOf(type)));
    }

    private static List<TypeElement> permitted(TypeElement type) {
        return type.getPermittedSubclasses().stream()
                .map(permitted -> (TypeElement) ((DeclaredType) permitted).asElement())
                .toList();
    }

    private void member(Element member, TypeElement owner) {
        if (member instanceof TypeElement nested) {
            type(nested);
        } else if (member instanceof VariableElement field && field.getKind() == ElementKind.FIELD) {
            if (owner.getKind() != ElementKind.RECORD || field.getModifiers().contains(Modifier.STATIC)) {
                field(field, owner);
            }
        } else if (member instanceof ExecutableElement method
                && (method.getKind() == ElementKind.METHOD || method.getKind() == ElementKind.CONSTRUCTOR)) {
            method(method, owner);
        }
    }

    private void field(VariableElement field, TypeElement owner) {
        annotations(field);
        modifiers(field.getModifiers());
        out.append(name(field.asType())).append(' ').append(field.getSimpleName());
        Object constant = field.getConstantValue();
        if (constant != null) {
            out.append(" = ").append(constant(constant));
        } else if (field.getModifiers().contains(Modifier.FINAL)
                || owner.getKind().isInterface()) {
            out.append(" = ").append(anyValue(field.asType()));
        }
        out.append(";\n");
    }

    /** A constant as source; floating-point numbers that have no literal are quotients. */
    private String constant(Object value) {
        if (value instanceof Double d && !Double.isFinite(d)) {
            return Double.isNaN(d) ? "0.0 / 0.0" : d > 0 ? "1.0 / 0.0" : "-1.0 / 0.0";
        } else if (value instanceof Float f && !Float.isFinite(f)) {
            return Float.isNaN(f) ? "0f / 0f" : f > 0 ? "1f / 0f" : "-1f / 0f";
        } else if (value instanceof Byte || value instanceof Short) {
            return value.toString();
        }
        return elements.getConstantExpression(value);
    }

    /** A value that is no compile-time constant. */
    private static String anyValue(TypeMirror type) {
        String printed = TypePrinter.print(type);
        return switch (type.getKind()) {
            case BOOLEAN -> "Boolean.parseBoolean(\"\")";
            case BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE -> "(" + printed + ") Integer.parseInt(\"0\")";
            default -> "null";
        };
    }

    private void method(ExecutableElement method, TypeElement owner) {
        boolean constructor = method.getKind() == ElementKind.CONSTRUCTOR;
        if (elements.getOrigin(method) != Elements.Origin.EXPLICIT
                || owner.getKind() == ElementKind.ENUM && (constructor && !whole || isEnumMethod(method))
                || owner.getKind() == ElementKind.RECORD
                        && (constructor ? ImplicitMembers.isCanonical(method) : ImplicitMembers.isAccessor(method))) {
            return;
        }
        annotations(method);
        modifiers(method.getModifiers().stream()
                .filter(m -> !(owner.getKind() == ElementKind.ENUM && m == Modifier.ABSTRACT))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Modifier.class))));
        if (method.isDefault()) {
            out.append("default ");
        }
        out.append(parameters(method.getTypeParameters()));
        if (!constructor) {
            out.append(name(method.getReturnType())).append(' ');
        }
        out.append(constructor ? owner.getSimpleName() : method.getSimpleName());
        List<? extends VariableElement> parameters = method.getParameters();
        out.append('(');
        for (int i = 0; i < parameters.size(); i++) {
            VariableElement parameter = parameters.get(i);
            out.append(i == 0 ? "" : ", ");
            annotations(parameter);
            String type = name(parameter.asType());
            if (method.isVarArgs() && i == parameters.size() - 1) {
                type = type.substring(0, type.length() - 2) + "...";
            }
            out.append(type).append(' ').append(parameter.getSimpleName());
        }
        out.append(')');
        if (!method.getThrownTypes().isEmpty()) {
            out.append(
                    method.getThrownTypes().stream().map(this::name).collect(Collectors.joining(", ", " throws ", "")));
        }
        if (owner.getKind() == ElementKind.ANNOTATION_TYPE && method.getDefaultValue() != null) {
            out.append(" default ").append(text(method.getDefaultValue()));
        }
        boolean bodiless = method.getModifiers().contains(Modifier.ABSTRACT) && owner.getKind() != ElementKind.ENUM;
        out.append(bodiless ? ";\n" : " { throw null; }\n");
    }

    private static boolean isEnumMethod(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        return name.equals("values") && method.getParameters().isEmpty()
                || name.equals("valueOf") && method.getParameters().size() == 1;
    }

    private String component(RecordComponentElement component) {
        StringBuilder text = new StringBuilder();
        Annotations.ours(component)
                .forEach(annotation -> text.append(text(annotation)).append(' '));
        return text.append(name(component.asType()))
                .append(' ')
                .append(component.getSimpleName())
                .toString();
    }

    // Annotations

    private void annotations(Element element) {
        for (AnnotationMirror annotation : Annotations.ours(element)) {
            out.append(text(annotation)).append(' ');
            if (annotation.getAnnotationType().toString().equals(Annotations.DIFFERENTIABLE)) {
                stubs.mentionDerivativesOf((TypeElement) element.getEnclosingElement());
            }
        }
    }

    /** Prints the meta-annotations that say where an annotation may stand, and whether it may stand there twice. */
    private void metaAnnotations(TypeElement type) {
        for (AnnotationMirror annotation : type.getAnnotationMirrors()) {
            if (annotation.getAnnotationType().toString().startsWith("java.lang.annotation.")) {
                out.append(text(annotation)).append(' ');
            }
        }
    }

    private String text(AnnotationMirror annotation) {
        for (ExecutableElement member : annotation.getElementValues().keySet()) {
            stubs.mention(member);
        }
        return annotation.getElementValues().entrySet().stream()
                .map(entry -> entry.getKey().getSimpleName() + " = " + text(entry.getValue()))
                .collect(Collectors.joining(", ", "@" + name(annotation.getAnnotationType()) + "(", ")"));
    }

    private String text(AnnotationValue value) {
        Object content = value.getValue();
        if (content instanceof VariableElement constant) {
            return name(constant.getEnclosingElement().asType()) + "." + constant.getSimpleName();
        } else if (content instanceof TypeMirror type) {
            return name(type) + ".class";
        } else if (content instanceof AnnotationMirror annotation) {
            return text(annotation);
        } else if (content instanceof List<?> values) {
            return values.stream()
                    .map(element -> text((AnnotationValue) element))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return constant(content);
    }

    // Names

    private String name(TypeMirror type) {
        stubs.mention(type);
        return TypePrinter.print(type);
    }

    private String parameters(List<? extends TypeParameterElement> parameters) {
        for (TypeParameterElement parameter : parameters) {
            parameter.getBounds().forEach(stubs::mention);
        }
        return TypePrinter.parameters(parameters);
    }

    private void modifiers(Set<Modifier> modifiers) {
        modifiers.stream()
                .filter(PRINTED::contains)
                .forEach(modifier -> out.append(modifier).append(' '));
    }
}
