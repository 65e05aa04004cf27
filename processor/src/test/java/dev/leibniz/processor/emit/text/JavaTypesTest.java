package dev.leibniz.processor.emit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javapoet.ClassName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types are read as the front end writes them, and printed alike in declarations and in bodies. */
class JavaTypesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double",
                "boolean[][]",
                "java.lang.String",
                "com.acme.Model.Layer[]",
                "java.util.List<java.lang.String>",
                "java.util.Map<java.lang.String, double[][]>[]",
                "java.util.function.Function<? super com.acme.A, ? extends java.util.List<?>>",
                "com.acme.Outer<java.lang.String>.Inner<com.acme.B[]>",
                "com.acme.Outer<java.lang.String>.Inner",
                "model",
                "com.acme.model"
            })
    void readsWhatItPrints(String type) {
        assertEquals(type, JavaTypes.named(type).toString());
        assertEquals(type, Code.of("$T", JavaTypes.named(type)).plain());
    }

    @Test
    void variableArgumentsAreAnArray() {
        assertEquals("double[][]", JavaTypes.named("double[]...").toString());
    }

    @Test
    void aPackageEndsBeforeTheFirstCapitalLetter() {
        ClassName layer = JavaTypes.className("com.acme.Model.Layer");
        assertEquals("com.acme", layer.packageName());
        assertEquals("Model", layer.topLevelClassName().simpleName());
        assertEquals("Layer", layer.simpleName());
    }
}
