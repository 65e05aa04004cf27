package dev.leibniz.processor.frontend;

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
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Prints the header of a class of the host compilation: what another source file needs of it to be attributed, with the
 * annotations of ours that readers ask for. Bodies are left out; nobody looks into them.
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
    private static final String OUR_ANNOTATIONS = "dev.leibniz.annotations.";

    private final Elements elements;
    private final StringBuilder out = new StringBuilder();

    private StubPrinter(Elements elements) {
        this.elements = elements;
    }

    static String print(TypeElement type, Elements elements) {
        StubPrinter printer = new StubPrinter(elements);
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        if (!packageName.isEmpty()) {
            printer.out.append("package ").append(packageName).append(";\n");
        }
        printer.type(type);
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
            out.append(TypePrinter.parameters(type.getTypeParameters()));
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
        type.getEnclosedElements().forEach(member -> member(member, type));
        out.append("}\n");
    }

    private void supertypes(TypeElement type, ElementKind kind) {
        TypeMirror superclass = type.getSuperclass();
        if (kind == ElementKind.CLASS
                && superclass.getKind() == TypeKind.DECLARED
                && !superclass.toString().equals("java.lang.Object")) {
            out.append(" extends ").append(TypePrinter.print(superclass));
        }
        List<? extends TypeMirror> interfaces = type.getInterfaces();
        if (!interfaces.isEmpty() && kind != ElementKind.ANNOTATION_TYPE) {
            out.append(kind == ElementKind.INTERFACE ? " extends " : " implements ")
                    .append(interfaces.stream().map(TypePrinter::print).collect(Collectors.joining(", ")));
        }
        if (isSealed(type)) {
            out.append(" permits ")
                    .append(permitted(type).stream()
                            .map(TypeElement::getQualifiedName)
                            .collect(Collectors.joining(", ")));
        }
    }

    /** Whether to say so: what is permitted in another package of a module would be an error without that module. */
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
        out.append(TypePrinter.print(field.asType())).append(' ').append(field.getSimpleName());
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
                || owner.getKind() == ElementKind.ENUM && (constructor || isEnumMethod(method))
                || owner.getKind() == ElementKind.RECORD
                        && (constructor ? isCanonical(method, owner) : isAccessor(method, owner))) {
            return;
        }
        annotations(method);
        modifiers(method.getModifiers().stream()
                .filter(m -> !(owner.getKind() == ElementKind.ENUM && m == Modifier.ABSTRACT))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Modifier.class))));
        if (method.isDefault()) {
            out.append("default ");
        }
        out.append(TypePrinter.parameters(method.getTypeParameters()));
        if (!constructor) {
            out.append(TypePrinter.print(method.getReturnType())).append(' ');
        }
        out.append(constructor ? owner.getSimpleName() : method.getSimpleName());
        List<? extends VariableElement> parameters = method.getParameters();
        out.append('(');
        for (int i = 0; i < parameters.size(); i++) {
            VariableElement parameter = parameters.get(i);
            out.append(i == 0 ? "" : ", ");
            annotations(parameter);
            String type = TypePrinter.print(parameter.asType());
            if (method.isVarArgs() && i == parameters.size() - 1) {
                type = type.substring(0, type.length() - 2) + "...";
            }
            out.append(type).append(' ').append(parameter.getSimpleName());
        }
        out.append(')');
        if (!method.getThrownTypes().isEmpty()) {
            out.append(method.getThrownTypes().stream()
                    .map(TypePrinter::print)
                    .collect(Collectors.joining(", ", " throws ", "")));
        }
        if (owner.getKind() == ElementKind.ANNOTATION_TYPE && method.getDefaultValue() != null) {
            out.append(" default ").append(method.getDefaultValue());
        }
        boolean bodiless = method.getModifiers().contains(Modifier.ABSTRACT) && owner.getKind() != ElementKind.ENUM;
        out.append(bodiless ? ";\n" : " { throw null; }\n");
    }

    private static boolean isEnumMethod(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        return name.equals("values") && method.getParameters().isEmpty()
                || name.equals("valueOf") && method.getParameters().size() == 1;
    }

    private static boolean isCanonical(ExecutableElement constructor, TypeElement owner) {
        List<String> given = constructor.getParameters().stream()
                .map(parameter -> TypePrinter.print(parameter.asType()))
                .toList();
        return given.equals(owner.getRecordComponents().stream()
                .map(component -> TypePrinter.print(component.asType()))
                .toList());
    }

    private static boolean isAccessor(ExecutableElement method, TypeElement owner) {
        return method.getParameters().isEmpty()
                && owner.getRecordComponents().stream()
                        .anyMatch(component -> component.getSimpleName().equals(method.getSimpleName()));
    }

    private String component(RecordComponentElement component) {
        StringBuilder text = new StringBuilder();
        ours(component).forEach(annotation -> text.append(annotation).append(' '));
        return text.append(TypePrinter.print(component.asType()))
                .append(' ')
                .append(component.getSimpleName())
                .toString();
    }

    private void annotations(Element element) {
        ours(element).forEach(annotation -> out.append(annotation).append(' '));
    }

    private static List<? extends AnnotationMirror> ours(Element element) {
        return annotations(element, OUR_ANNOTATIONS);
    }

    private static List<? extends AnnotationMirror> annotations(Element element, String prefix) {
        return element.getAnnotationMirrors().stream()
                .filter(annotation -> annotation.getAnnotationType().toString().startsWith(prefix))
                .toList();
    }

    /** Where an annotation may stand, and whether it may stand there twice. */
    private void metaAnnotations(TypeElement type) {
        for (AnnotationMirror annotation : annotations(type, "java.lang.annotation.")) {
            out.append('@').append(annotation.getAnnotationType());
            out.append(annotation.getElementValues().values().stream()
                    .map(StubPrinter::annotationValue)
                    .collect(Collectors.joining(", ", "(", ") ")));
        }
    }

    private static String annotationValue(AnnotationValue value) {
        if (value.getValue() instanceof VariableElement constant) {
            return ((TypeElement) constant.getEnclosingElement()).getQualifiedName() + "." + constant.getSimpleName();
        } else if (value.getValue() instanceof List<?> values) {
            return values.stream()
                    .map(element -> annotationValue((AnnotationValue) element))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value.toString();
    }

    private void modifiers(Set<Modifier> modifiers) {
        modifiers.stream()
                .filter(PRINTED::contains)
                .forEach(modifier -> out.append(modifier).append(' '));
    }
}
