package dev.leibniz.processor.frontend.scan;

import dev.leibniz.processor.frontend.shadow.RecordCode;
import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.ObjectClass;
import dev.leibniz.processor.frontend.types.ObjectPart;
import dev.leibniz.processor.frontend.types.ValueClasses;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Parameters and results of annotated methods that are objects: which of them generated code can take apart and build. */
public final class ObjectParameters {
    private final ObjectClasses objects;
    private final RecordCode recordCode;
    private final Layouts.Followed values;

    /** @param method the annotated method */
    public ObjectParameters(ExecutableElement method, ObjectClasses objects, RecordCode recordCode) {
        this.objects = objects;
        this.recordCode = recordCode;
        this.values = ValueClasses.around(method);
    }

    /** The reason why generated code cannot pass an object of a type that is followed. */
    public Optional<Layouts.NoLayout> hidden(TypeMirror type) {
        try {
            Layouts.of(type, true, objects);
        } catch (Layouts.NoLayout e) {
            return Optional.empty(); // reported when the method is read
        }
        try {
            Layouts.of(type, true);
            return Optional.empty();
        } catch (Layouts.NoLayout e) {
            return Optional.of(e);
        }
    }

    /** A type in this one whose objects hold numbers to be differentiated, and of which no gradient can be built. */
    public Optional<TypeElement> withoutGradient(TypeMirror type) {
        return withoutGradient(type, new HashSet<>());
    }

    private Optional<TypeElement> withoutGradient(TypeMirror type, Set<Element> seen) {
        if (type instanceof ArrayType array) {
            return withoutGradient(array.getComponentType(), seen);
        }
        if (!(type instanceof DeclaredType declared) || !seen.add(declared.asElement())) {
            return Optional.empty();
        }
        TypeElement element = (TypeElement) declared.asElement();
        if (element.getKind() == ElementKind.RECORD || isValue(element)) {
            return values.parts(element).stream()
                    .flatMap(parts -> parts.stream().filter(ObjectPart::differentiated))
                    .flatMap(part -> withoutGradient(part.type(), seen).stream())
                    .findFirst();
        }
        boolean isObject = objects.find(element).filter(ObjectClass::isValue).isPresent()
                || objects.families().find(element).isPresent();
        return isObject && isDifferentiable(type) ? Optional.of(element) : Optional.empty();
    }

    /** Whether a class is as good as a record, which its declaration says of it and its code, too. */
    private boolean isValue(TypeElement type) {
        return values.parts(type).isPresent()
                && objects.find(type).isPresent()
                && ValueClasses.constructor(type).filter(objects::isPlain).isPresent()
                && values.parts(type).orElseThrow().stream().noneMatch(part -> hasCode(part.type()))
                && objects.find(type).orElseThrow().fields().stream().allMatch(field -> isRead(field.element()));
    }

    private boolean hasCode(TypeMirror type) {
        return recordCode.inConstructor(type).isPresent()
                || recordCode.inAccessor(type).isPresent();
    }

    private boolean isRead(VariableElement field) {
        return !field.getModifiers().contains(Modifier.PRIVATE)
                || ValueClasses.getter(field)
                        .flatMap(objects::returnedBy)
                        .filter(field::equals)
                        .isPresent();
    }

    private boolean isDifferentiable(TypeMirror type) {
        try {
            return Layouts.of(type, true, objects).hasDifferentiatedLeaf();
        } catch (Layouts.NoLayout e) {
            return false;
        }
    }
}
