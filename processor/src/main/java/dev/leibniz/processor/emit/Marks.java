package dev.leibniz.processor.emit;

import dev.leibniz.processor.ir.Companion;
import java.util.ArrayList;
import java.util.List;

/**
 * How a generated class says that it is one.
 *
 * @param derivatives whether it has our own annotation
 * @param generated whether it has that of Java
 * @param isExported whether its module exports it: an annotation from a module that is not exported with it is worth a warning
 */
public record Marks(boolean derivatives, boolean generated, boolean isExported) {
    /** Where all annotations can be read. */
    public static final Marks ALL = new Marks(true, true, false);

    private static final Code DERIVATIVES =
            ClassName.of("dev.leibniz.annotations.GeneratedDerivatives").code();
    private static final Code GENERATED =
            ClassName.of("javax.annotation.processing.Generated").code();

    List<Code> annotations() {
        List<Code> annotations = new ArrayList<>();
        if (derivatives) {
            annotations.add(Code.of("@$L", DERIVATIVES));
        }
        if (generated) {
            annotations.add(Code.of("@$L(\"$L\")", GENERATED, Companion.GENERATOR));
        }
        return annotations;
    }

    /** What javac would warn of because of the annotations. */
    List<String> warnings() {
        return generated && isExported ? List.of("exports") : List.of();
    }
}
