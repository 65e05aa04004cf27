package dev.leibniz.processor.frontend.library;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The methods that only print for a person: their arguments go nowhere from where they could be read again. */
public final class Printing {
    private Printing() {}

    public static boolean prints(ExecutableElement callee) {
        TypeMirror result = callee.getReturnType();
        boolean isNothing = result.getKind() == TypeKind.VOID;
        return LibraryTable.says(callee, Fact.PRINTS) && (isNothing || isPrinter(result))
                || LibraryTable.says(callee, Fact.LOGS) && isNothing;
    }

    private static boolean isPrinter(TypeMirror type) {
        return type instanceof DeclaredType declared
                && LibraryTable.saysOfClass((TypeElement) declared.asElement(), Fact.PRINTS);
    }
}
