package dev.leibniz.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.leibniz.processor.emit.text.BodyText;
import dev.leibniz.processor.emit.text.BodyTexts;
import dev.leibniz.processor.emit.text.Code;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The conveniences of a generated record to look at and to send: it prints its arrays, and can be serialized where its parts can. */
final class RecordStrings {
    private static final ClassName TEXT = ClassName.get("dev.leibniz.runtime.arrays", "RecordText");

    private RecordStrings() {}

    /** Whether the text that a record prints by itself is no use. */
    static boolean areNeeded(List<ParameterSpec> components) {
        return components.stream().anyMatch(component -> !component.type().isPrimitive());
    }

    /** {@code toString} of a record. */
    static MethodSpec method(String name, List<ParameterSpec> components, BodyTexts bodies) {
        List<Code> parts = new ArrayList<>();
        for (ParameterSpec component : components) {
            String start = (parts.isEmpty() ? name + "[" : ", ") + component.name() + "=";
            parts.add(Code.of("\"$L\"", start));
            parts.add(
                    component.type().isPrimitive()
                            ? new Code(component.name())
                            : Code.of("$T.of($L)", TEXT, component.name()));
        }
        parts.add(new Code("\"]\""));
        BodyText body = new BodyText(bodies);
        body.statement(Code.of("return $L", Code.join(parts, Code.WRAP + "+ ")));
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addCode(body.code())
                .build();
    }

    /** Whether all components are numbers or arrays of numbers. */
    static boolean areSerializable(List<ParameterSpec> components) {
        return components.stream().allMatch(component -> isPlain(component.type()));
    }

    private static boolean isPlain(TypeName type) {
        return type.isPrimitive() || type instanceof ArrayTypeName array && isPlain(array.componentType());
    }
}
