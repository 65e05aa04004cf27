package dev.leibniz.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.DifferentiableProcessor;
import java.util.Map;

/** Compiles a source with the processor, and loads a class of it. */
final class Loaded {
    private Loaded() {}

    static Class<?> of(String file, String source, String className) throws ReflectiveOperationException {
        Compiled compiled = Compiled.of(Map.of(file + ".java", source), new DifferentiableProcessor());
        assertTrue(compiled.success(), () -> compiled.messages().toString());
        ClassLoader loader = compiled.loader();
        loader.setDefaultAssertionStatus(true);
        return loader.loadClass(className);
    }
}
