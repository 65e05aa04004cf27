package dev.leibniz.processor.frontend.types;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Functional interfaces, and the methods of classes that implement them. */
public final class FunctionalTypes {
    private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString");

    private final Elements elements;
    private final Types types;

    public FunctionalTypes(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    public static boolean isInterface(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.INTERFACE;
    }

    /** The only abstract method of an interface. */
    public Optional<ExecutableElement> methodOf(TypeMirror type) {
        if (!isInterface(type)) {
            return Optional.empty();
        }
        TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
        List<ExecutableElement> found = ElementFilter.methodsIn(elements.getAllMembers(element)).stream()
                .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
                .filter(method -> !OF_OBJECT.contains(method.getSimpleName().toString()))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The parameter types and the return type of that method. */
    public Optional<ExecutableType> descriptor(TypeMirror type) {
        return methodOf(type).map(method -> (ExecutableType) types.asMemberOf((DeclaredType) type, method));
    }

    /** The type of the number that an object of the type holds; other types as they are. */
    public TypeMirror unboxed(TypeMirror type) {
        boolean isBox = type instanceof DeclaredType declared
                && Layouts.isBox(
                        ((TypeElement) declared.asElement()).getQualifiedName().toString())
                && !((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.lang.Number");
        return isBox ? types.unboxedType(type) : type;
    }

    /** Whether a method takes a function. */
    public boolean takesFunction(ExecutableElement method) {
        return method.getParameters().stream()
                .anyMatch(parameter -> methodOf(parameter.asType()).isPresent());
    }

    /** Whether a method is the only abstract one of its interface. */
    public boolean isFunction(ExecutableElement method) {
        Element owner = method.getEnclosingElement();
        return method.getModifiers().contains(Modifier.ABSTRACT)
                && methodOf(owner.asType()).filter(method::equals).isPresent();
    }
}
