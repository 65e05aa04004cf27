package dev.leibniz.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeSpec;
import dev.leibniz.processor.emit.text.JavaTypes;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.program.Companion;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The classes of frames, the objects in which values travel between the parts of a method that was cut. */
final class FrameTypes {
    /**
     * A field is written before it is read, but not by a constructor, which checkers of nullness would rather see. Eclipse
     * complains of names for warnings that it does not know, but for "all".
     */
    private static final AnnotationSpec WRITTEN_IN_TIME = AnnotationSpec.builder(SuppressWarnings.class)
            .addMember("value", "{$S, $S, $S}", "all", "nullness", "NullAway.Init")
            .build();

    private FrameTypes() {}

    /** One type for each class of frames that a function of the companion makes. */
    static List<TypeSpec> of(Companion companion) {
        Set<Type.Frame> made = new LinkedHashSet<>();
        companion.forms().forEach(form -> collect(form.function(), made));
        companion.functions().forEach(function -> collect(function, made));
        return made.stream().map(FrameTypes::type).toList();
    }

    private static void collect(Function function, Set<Type.Frame> made) {
        Walk.forEach(function.body(), stmt -> {
            if (stmt instanceof Stmt.Let let && let.expr() instanceof Expr.NewFrame frame) {
                made.add(frame.type());
            }
        });
    }

    private static TypeSpec type(Type.Frame frame) {
        TypeSpec.Builder type = TypeSpec.classBuilder(frame.name())
                .addJavadoc("Values that the parts of a long method have in common.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
        if (frame.fields().values().stream().anyMatch(field -> !(field instanceof Type.Scalar))) {
            type.addAnnotation(WRITTEN_IN_TIME);
        }
        frame.fields().forEach((name, field) -> type.addField(JavaTypes.of(field), name));
        return type.build();
    }
}
