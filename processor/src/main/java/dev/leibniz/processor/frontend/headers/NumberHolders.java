package dev.leibniz.processor.frontend.headers;

import dev.leibniz.processor.frontend.library.ConstantObjects;
import dev.leibniz.processor.frontend.library.Fact;
import dev.leibniz.processor.frontend.library.LibraryTable;
import dev.leibniz.processor.frontend.types.Annotations;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Boxes and collections in the types of parameters: their numbers cannot be differentiated, though it may look like it. */
public final class NumberHolders {
    private static final Set<String> FLOATING_BOXES = Set.of("java.lang.Double", "java.lang.Float", "java.lang.Number");

    private NumberHolders() {}

    /** The type that is found, and the problem code under which it is refused. */
    public record Found(ProblemCode code, String subject) {}

    /** The first box or collection in the type, in the order of components; empty if there is none. */
    public static Optional<Found> in(TypeMirror type) {
        return in(type, List.of());
    }

    private static Optional<Found> in(TypeMirror type, List<Element> around) {
        if (type instanceof ArrayType array) {
            return in(array.getComponentType(), around);
        }
        if (!(type instanceof DeclaredType declared) || around.contains(declared.asElement())) {
            return Optional.empty();
        }
        TypeElement element = (TypeElement) declared.asElement();
        if (FLOATING_BOXES.contains(element.getQualifiedName().toString())) {
            return Optional.of(
                    new Found(ProblemCode.BOXED, element.getSimpleName().toString()));
        } else if (ConstantObjects.isCollection(element)) {
            if (holdsNoNumbers(declared)) {
                return Optional.empty();
            }
            return Optional.of(
                    new Found(ProblemCode.COLLECTION, element.getSimpleName().toString()));
        } else if (!Layouts.isRecord(type)) {
            return Optional.empty();
        }
        List<Element> inside = new ArrayList<>(around);
        inside.add(element);
        for (RecordComponentElement component : element.getRecordComponents()) {
            if (!Annotations.has(component, Annotations.NO_DERIVATIVE)) {
                Optional<Found> found = in(component.asType(), inside);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether it holds only objects that are constants wherever they are, such as strings. */
    private static boolean holdsNoNumbers(DeclaredType collection) {
        return !collection.getTypeArguments().isEmpty()
                && collection.getTypeArguments().stream()
                        .allMatch(argument -> argument instanceof DeclaredType type && isNoNumber(type));
    }

    private static boolean isNoNumber(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        return element.getKind() == ElementKind.ENUM
                || LibraryTable.saysOfClass(element, Fact.NO_NUMBERS)
                || ConstantObjects.isCollection(element) && holdsNoNumbers(type);
    }
}
