package dev.leibniz.processor.incremental;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.DifferentiableProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Gradle compiles incrementally if the processor says how, and it says so when it is asked for its options. */
class GradleDeclarationTest {

    @Test
    void theJarRefersToTheOptions() throws IOException {
        String resource = "/META-INF/gradle/incremental.annotation.processors";
        try (InputStream in = DifferentiableProcessor.class.getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(DifferentiableProcessor.class.getName() + ",dynamic", text.strip());
        }
    }

    @Test
    void eachGeneratedClassComesFromOneFile() {
        DifferentiableProcessor processor = new DifferentiableProcessor();
        JavaCompiler.CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:only"), List.of("java.lang.Object"), null);
        task.setProcessors(List.of(processor));
        task.call();
        assertTrue(processor.getSupportedOptions().contains("org.gradle.annotation.processing.isolating"));
    }
}
