package dev.leibniz.processor.frontend.library;

import dev.leibniz.processor.frontend.types.Layouts;
import dev.leibniz.processor.frontend.types.LibraryValues;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Methods of other classes that query properties of numbers: the result changes in steps, so that its derivative is zero, whatever they
 * do. That does not hold for the bits of a number, which can become a number again.
 */
public final class Predicates {
    private static final Set<TypeKind> STEPS =
            Set.of(TypeKind.VOID, TypeKind.BOOLEAN, TypeKind.INT, TypeKind.SHORT, TypeKind.BYTE, TypeKind.CHAR);

    private Predicates() {}

    /** Whether the method gets only numbers and constants, and returns nothing that could be differentiated. */
    public static boolean isOne(ExecutableElement callee) {
        return returnsSteps(callee)
                && !isOfBits(callee)
                && callee.getParameters().stream().allMatch(parameter -> isNumberOrName(parameter.asType()));
    }

    /** Whether the result of the method changes in steps. */
    public static boolean returnsSteps(ExecutableElement callee) {
        TypeMirror result = callee.getReturnType();
        return STEPS.contains(result.getKind()) || isEnum(result);
    }

    private static boolean isNumberOrName(TypeMirror type) {
        return type.getKind().isPrimitive() || isEnum(type);
    }

    private static boolean isEnum(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.ENUM;
    }

    private static boolean isOfBits(ExecutableElement callee) {
        return givesBits(callee) || LibraryTable.says(callee, Fact.TAKES_BITS);
    }

    /** Whether the method gives the bits of a number. */
    public static boolean givesBits(ExecutableElement callee) {
        return LibraryTable.says(callee, Fact.GIVES_BITS);
    }

    /** Whether the method asks an object that holds numbers, a box or a value of a library, for something that changes in steps. */
    public static boolean asksNumbers(ExecutableElement callee) {
        return returnsSteps(callee) && (isOfBox(callee) || LibraryValues.areOf(callee.getEnclosingElement()));
    }

    public static boolean isOfBox(ExecutableElement callee) {
        return callee.getEnclosingElement() instanceof TypeElement owner
                && Layouts.isBox(owner.getQualifiedName().toString());
    }
}
