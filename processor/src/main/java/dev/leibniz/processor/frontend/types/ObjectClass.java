package dev.leibniz.processor.frontend.types;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * A class of this file whose objects are followed as the values of their fields; those of its superclasses come first.
 *
 * @param superclass the abstract class of this file that it extends; null if there is none
 */
public record ObjectClass(TypeElement type, @Nullable ObjectClass superclass, List<Field> own) {
    public ObjectClass {
        own = List.copyOf(own);
    }

    /** @param isAssigned whether it is assigned outside of constructors, too */
    public record Field(VariableElement element, String name, boolean isAssigned) {}

    /** All fields, in the order in which they stand for the object. */
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>(superclass == null ? List.of() : superclass.fields());
        fields.addAll(own);
        return fields;
    }

    /** The names of the fields, each one only once. */
    public static List<Field> named(List<VariableElement> elements, Set<Element> assigned, List<Field> inherited) {
        Set<String> taken = new HashSet<>();
        inherited.forEach(field -> taken.add(field.name()));
        List<Field> fields = new ArrayList<>();
        for (VariableElement element : elements) {
            String name = element.getSimpleName().toString();
            String own = name;
            for (int i = 2; !taken.add(own); i++) {
                own = name + i;
            }
            fields.add(new Field(element, own, assigned.contains(element)));
        }
        return fields;
    }

    /** Whether a field is one of objects, and not of the class. */
    public static boolean isOfObject(VariableElement field) {
        return !field.getModifiers().contains(Modifier.STATIC);
    }

    /** Whether it is a field of an object, and not of a class. */
    public static boolean isField(Element element) {
        return element instanceof VariableElement field && field.getKind() == ElementKind.FIELD && isOfObject(field);
    }

    /** Whether its objects are values, as those of a record are: all fields are final. */
    public boolean isValue() {
        return fields().stream()
                .allMatch(field -> field.element().getModifiers().contains(Modifier.FINAL));
    }

    boolean changes() {
        return fields().stream().anyMatch(Field::isAssigned);
    }
}
