package dev.leibniz.processor.frontend.types;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Types as Java source with qualified names and without annotations. */
public final class TypePrinter {
    private TypePrinter() {}

    public static String print(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return print(array.getComponentType()) + "[]";
        } else if (type instanceof DeclaredType declared) {
            return declared(declared);
        } else if (type instanceof WildcardType wildcard) {
            if (wildcard.getExtendsBound() != null) {
                return "? extends " + print(wildcard.getExtendsBound());
            }
            return wildcard.getSuperBound() == null ? "?" : "? super " + print(wildcard.getSuperBound());
        } else if (type instanceof IntersectionType intersection) {
            return intersection.getBounds().stream().map(TypePrinter::print).collect(Collectors.joining(" & "));
        } else if (type.getKind().isPrimitive()) {
            return type.getKind().name().toLowerCase(java.util.Locale.ROOT);
        } else if (type.getKind() == TypeKind.TYPEVAR) {
            return ((javax.lang.model.type.TypeVariable) type)
                    .asElement()
                    .getSimpleName()
                    .toString();
        }
        return type.toString();
    }

    private static String declared(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        String args = type.getTypeArguments().isEmpty()
                ? ""
                : type.getTypeArguments().stream().map(TypePrinter::print).collect(Collectors.joining(", ", "<", ">"));
        if (type.getEnclosingType() instanceof DeclaredType outer
                && !outer.getTypeArguments().isEmpty()) {
            return declared(outer) + "." + element.getSimpleName() + args;
        }
        return element.getQualifiedName() + args;
    }

    public static String parameters(List<? extends TypeParameterElement> parameters) {
        if (parameters.isEmpty()) {
            return "";
        }
        return parameters.stream()
                .map(p -> p.getSimpleName()
                        + p.getBounds().stream()
                                .map(TypePrinter::print)
                                .collect(Collectors.joining(" & ", " extends ", "")))
                .collect(Collectors.joining(", ", "<", "> "));
    }
}
