package dev.leibniz.processor.frontend.library;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The known facts about objects that are constants to the chain rule: which calls only read them. */
public final class ConstantObjects {
    private ConstantObjects() {}

    /** Whether a method belongs to an object that never changes. */
    public static boolean isImmutable(ExecutableElement callee, TypeMirror receiver) {
        return LibraryTable.says(callee, Fact.IMMUTABLE)
                || receiver instanceof DeclaredType type && type.asElement().getKind() == ElementKind.ENUM;
    }

    /** Whether a method of a collection only reads it. */
    public static boolean isReader(ExecutableElement callee) {
        return LibraryTable.says(callee, Fact.LOOKS);
    }

    /** Whether a static method makes an object that never changes from its arguments alone, whenever it is called. */
    public static boolean makesConstant(ExecutableElement callee) {
        return LibraryTable.says(callee, Fact.MAKES_CONSTANT)
                || LibraryTable.says(callee, Fact.IMMUTABLE) && !LibraryTable.says(callee, Fact.WORLD);
    }

    /** Whether the class holds other objects, as a list or a stream does. */
    public static boolean isCollection(TypeElement owner) {
        return LibraryTable.saysOfClass(owner, Fact.COLLECTION);
    }

    /** Whether an object would be another one each time it is made, as a generator of random numbers without a seed. */
    public static boolean isUnrepeatable(ExecutableElement constructor) {
        return LibraryTable.says(constructor, Fact.UNREPEATABLE);
    }
}
