package dev.leibniz.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import dev.leibniz.processor.ir.program.Companion;
import java.util.ArrayList;
import java.util.List;

/**
 * The annotations by which a generated class says that it is one.
 *
 * @param derivatives whether it has the annotation of Leibniz
 * @param generated whether it has that of Java
 * @param hasRuntime whether it may use the runtime for what is not needed, such as readable records
 * @param isExported whether its module exports it: an annotation from a module that is not exported with it is worth a warning
 */
public record Marks(boolean derivatives, boolean generated, boolean isExported, boolean hasRuntime) {
    /** The marks of a class whose annotations can all be read. */
    public static final Marks ALL = new Marks(true, true, false, true);

    private static final ClassName DERIVATIVES = ClassName.get("dev.leibniz.annotations", "GeneratedDerivatives");
    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");

    List<AnnotationSpec> annotations() {
        List<AnnotationSpec> annotations = new ArrayList<>();
        if (derivatives) {
            annotations.add(AnnotationSpec.builder(DERIVATIVES).build());
        }
        if (generated) {
            annotations.add(AnnotationSpec.builder(GENERATED)
                    .addMember("value", "$S", Companion.GENERATOR)
                    .build());
        }
        return annotations;
    }

    /** The warnings that javac would give because of the annotations. */
    List<String> warnings() {
        return generated && isExported ? List.of("exports") : List.of();
    }
}
