package dev.leibniz.processor.frontend.headers;

import dev.leibniz.processor.frontend.types.LibraryValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The methods of {@linkplain LibraryValues values of libraries} whose derivatives are known by name: for each the rules in classes of the
 * runtime. A rule takes the numbers of the object and of the arguments, those of the result, and then the tangents of the former, or
 * the cotangents of the latter.
 */
public final class LibraryObjects {
    private static final Classes COMPLEX =
            Classes.of("dev.leibniz.runtime.complex.Complex", "Arithmetic", "Power", "Trigonometric");

    private LibraryObjects() {}

    /** The classes with the rules for one class, each for some of its methods. */
    public record Classes(List<String> tangents, List<String> cotangents) {
        private static Classes of(String prefix, String... kinds) {
            return new Classes(
                    Stream.of(kinds).map(kind -> prefix + kind + "Tangents").toList(),
                    Stream.of(kinds).map(kind -> prefix + kind + "Cotangents").toList());
        }
    }

    /** The classes with the rules for the methods of a class. */
    public static Optional<Classes> rulesOf(TypeElement owner) {
        return LibraryValues.areOf(owner) ? Optional.of(COMPLEX) : Optional.empty();
    }

    /** The forward rule for a method among those in some classes. */
    public static Optional<ExecutableElement> forward(ExecutableElement callee, Stream<TypeElement> tangents) {
        List<TypeKind> taken = taken(callee);
        List<TypeKind> all = new ArrayList<>(taken);
        all.addAll(numbers(callee.getReturnType()));
        taken.stream().filter(kind -> kind == TypeKind.DOUBLE).forEach(all::add);
        return find(callee, all, tangents);
    }

    /** The reverse rule for a method among those in some classes. */
    public static Optional<ExecutableElement> reverse(ExecutableElement callee, Stream<TypeElement> cotangents) {
        List<TypeKind> all = taken(callee);
        List<TypeKind> result = numbers(callee.getReturnType());
        all.addAll(result);
        all.addAll(result);
        return find(callee, all, cotangents);
    }

    private static List<TypeKind> taken(ExecutableElement callee) {
        List<TypeKind> kinds =
                new ArrayList<>(numbers(callee.getEnclosingElement().asType()));
        callee.getParameters().forEach(parameter -> kinds.addAll(numbers(parameter.asType())));
        return kinds;
    }

    private static Optional<ExecutableElement> find(
            ExecutableElement callee, List<TypeKind> taken, Stream<TypeElement> rules) {
        return rules.flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .filter(rule -> rule.getSimpleName().equals(callee.getSimpleName())
                        && rule.getParameters().stream()
                                .map(parameter -> parameter.asType().getKind())
                                .toList()
                                .equals(taken))
                .findFirst();
    }

    /** The kinds of the numbers that make up a value. */
    private static List<TypeKind> numbers(TypeMirror type) {
        return LibraryValues.parts(type)
                .map(parts -> parts.stream().map(part -> part.type().getKind()).toList())
                .orElse(List.of(type.getKind()));
    }
}
