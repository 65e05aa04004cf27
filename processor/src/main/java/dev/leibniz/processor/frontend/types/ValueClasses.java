package dev.leibniz.processor.frontend.types;

import dev.leibniz.processor.ir.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Classes that are as good as records where generated code takes their objects apart and builds gradients of them: final, with final
 * fields that can be read, and a constructor that takes just these. Their declarations show this; whether the constructor
 * does nothing else is in their source (see {@link dev.leibniz.processor.frontend.scan.ObjectParameters}).
 */
public final class ValueClasses {
    private ValueClasses() {}

    /** A parameter or result of a method, as generated code has it. */
    public static Layout layout(ExecutableElement method, TypeMirror type, boolean differentiated)
            throws Layouts.NoLayout {
        return Layouts.of(type, differentiated, differentiated ? around(method) : Layouts.RECORDS);
    }

    /** Records, and such classes that are declared inside of the same class as {@code member}. */
    public static Layouts.Followed around(Element member) {
        return around(member, type -> constructor(type).isPresent());
    }

    private static Layouts.Followed around(Element member, Predicate<TypeElement> hasConstructor) {
        Element outermost = outermost(member);
        return type -> {
            Optional<List<ObjectPart>> record = Layouts.RECORDS.parts(type);
            return record.isEmpty() && outermost(type).equals(outermost) && isValue(type) && hasConstructor.test(type)
                    ? Optional.of(parts(type))
                    : record;
        };
    }

    /**
     * An object of such a class among the differentiated parameters and the result of an annotated method, which may be compiled: the
     * names of a constructor's parameters are not always in class files, so their types must do.
     */
    public static Optional<String> objectIn(ExecutableElement method) {
        List<TypeMirror> types = new ArrayList<>(List.of(method.getReturnType()));
        method.getParameters().stream()
                .filter(parameter -> Annotations.isDifferentiated(method, parameter))
                .forEach(parameter -> types.add(parameter.asType()));
        Layouts.Followed followed = around(method, ValueClasses::hasConstructorOfTypes);
        try {
            for (TypeMirror type : types) {
                if (!Layouts.of(type, true, followed).equals(Layouts.of(type, true))) {
                    return Optional.of(TypePrinter.print(type));
                }
            }
            return Optional.empty();
        } catch (Layouts.NoLayout e) {
            return Optional.empty(); // reported in the file of the method
        }
    }

    private static Element outermost(Element element) {
        Element outermost = element;
        for (Element e = element; e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
            outermost = e;
        }
        return outermost;
    }

    private static List<ObjectPart> parts(TypeElement type) {
        return fields(type).stream()
                .map(field -> new ObjectPart(
                        field.getSimpleName().toString(),
                        access(field).orElseThrow(),
                        field.asType(),
                        ObjectPart.Kind.VALUE,
                        true))
                .toList();
    }

    private static boolean isValue(TypeElement type) {
        List<VariableElement> fields = fields(type);
        return type.getKind() == ElementKind.CLASS
                && type.getModifiers().contains(Modifier.FINAL)
                && (type.getNestingKind() == NestingKind.TOP_LEVEL
                        || type.getModifiers().contains(Modifier.STATIC))
                && type.getTypeParameters().isEmpty()
                && type.getSuperclass() instanceof DeclaredType above
                && ((TypeElement) above.asElement()).getQualifiedName().contentEquals("java.lang.Object")
                && !Visibility.isPrivate(type)
                && !fields.isEmpty()
                && fields.stream()
                        .allMatch(field -> field.getModifiers().contains(Modifier.FINAL)
                                && access(field).isPresent());
    }

    private static boolean hasConstructorOfTypes(TypeElement type) {
        List<String> fields = types(fields(type));
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(one -> types(one.getParameters()).equals(fields));
    }

    private static List<String> types(List<? extends VariableElement> variables) {
        return variables.stream().map(one -> TypePrinter.print(one.asType())).toList();
    }

    private static List<VariableElement> fields(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(ObjectClass::isOfObject)
                .toList();
    }

    /** The constructor that takes the fields in their order, under their names. */
    public static Optional<ExecutableElement> constructor(TypeElement type) {
        List<String> fields = texts(fields(type));
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(one -> !one.getModifiers().contains(Modifier.PRIVATE)
                        && texts(one.getParameters()).equals(fields))
                .findFirst();
    }

    public static List<String> texts(List<? extends VariableElement> variables) {
        return variables.stream()
                .map(one -> TypePrinter.print(one.asType()) + " " + one.getSimpleName())
                .toList();
    }

    /** The code written behind an object of the package to read a field, without the dot; empty if the field cannot be read. */
    public static Optional<String> access(VariableElement field) {
        String name = field.getSimpleName().toString();
        return field.getModifiers().contains(Modifier.PRIVATE)
                ? getter(field).map(method -> method.getSimpleName() + "()")
                : Optional.of(name);
    }

    /** A method that is named like one that returns the field. */
    public static Optional<ExecutableElement> getter(VariableElement field) {
        String name = field.getSimpleName().toString();
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        List<String> names = List.of(name, "get" + capital, "is" + capital);
        return ElementFilter.methodsIn(field.getEnclosingElement().getEnclosedElements()).stream()
                .filter(method -> names.contains(method.getSimpleName().toString())
                        && method.getParameters().isEmpty()
                        && !method.getModifiers().contains(Modifier.STATIC)
                        && !method.getModifiers().contains(Modifier.PRIVATE)
                        && TypePrinter.print(method.getReturnType()).equals(TypePrinter.print(field.asType())))
                .findFirst();
    }
}
