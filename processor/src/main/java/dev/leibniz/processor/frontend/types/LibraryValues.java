package dev.leibniz.processor.frontend.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Classes of libraries whose objects are as good as records: numbers that getters give back and a constructor takes, in their order. Nothing
 * here needs the libraries.
 */
public final class LibraryValues {
    /** The names of the numbers of each class, each with its getters, of which the class has at least one. */
    private static final Map<String, Map<String, List<String>>> TABLE = Map.of(
            "org.hipparchus.complex.Complex", complex(),
            "org.apache.commons.math3.complex.Complex", complex());

    private LibraryValues() {}

    private static Map<String, List<String>> complex() {
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        numbers.put("real", List.of("getReal", "getRealPart"));
        numbers.put("imaginary", List.of("getImaginary", "getImaginaryPart"));
        return numbers;
    }

    /** The qualified names of the classes. */
    public static Set<String> classes() {
        return TABLE.keySet();
    }

    /** Whether the objects of a class are such values. */
    public static boolean areOf(Element type) {
        return type instanceof TypeElement element
                && TABLE.containsKey(element.getQualifiedName().toString());
    }

    /** The numbers of an object; empty if its class is none of these. */
    public static Optional<List<ObjectPart>> parts(TypeElement type) {
        Map<String, List<String>> numbers = TABLE.get(type.getQualifiedName().toString());
        if (numbers == null) {
            return Optional.empty();
        }
        List<ObjectPart> parts = new ArrayList<>();
        numbers.forEach((name, getters) -> ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> getters.contains(method.getSimpleName().toString())
                        && method.getParameters().isEmpty()
                        && method.getReturnType().getKind() == TypeKind.DOUBLE)
                .findFirst()
                .ifPresent(getter -> parts.add(new ObjectPart(
                        name, getter.getSimpleName() + "()", getter.getReturnType(), ObjectPart.Kind.VALUE, true))));
        return parts.size() == numbers.size() ? Optional.of(parts) : Optional.empty();
    }

    public static Optional<List<ObjectPart>> parts(TypeMirror type) {
        return type instanceof DeclaredType declared ? parts((TypeElement) declared.asElement()) : Optional.empty();
    }

    /** The name of the number that a method gives back, if it does no more than that. */
    public static Optional<String> numberOf(ExecutableElement getter) {
        TypeElement owner = (TypeElement) getter.getEnclosingElement();
        return getter.getParameters().isEmpty()
                ? TABLE.getOrDefault(owner.getQualifiedName().toString(), Map.of()).entrySet().stream()
                        .filter(number -> number.getValue()
                                .contains(getter.getSimpleName().toString()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                : Optional.empty();
    }

    /**
     * Whether a constructor, or a static method that stands for one, makes an object of these numbers, or of the first, and zeros for the
     * others.
     */
    public static boolean isMaker(ExecutableElement member) {
        List<? extends VariableElement> parameters = member.getParameters();
        boolean isNamed = member.getSimpleName().contentEquals("<init>")
                || member.getSimpleName().contentEquals("valueOf")
                        && member.getModifiers().contains(Modifier.STATIC);
        return isNamed
                && areOf(member.getEnclosingElement())
                && !parameters.isEmpty()
                && parameters.stream().allMatch(parameter -> parameter.asType().getKind() == TypeKind.DOUBLE);
    }
}
