package dev.leibniz.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.frontend.Compiled;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.transform.Differentiation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when we fail ourselves: the user is told of which method, and the build does not pass. */
class InternalFailureTest {
    private static final String MODEL = """
        import dev.leibniz.annotations.Differentiable;
        class Model {
            @Differentiable static double good(double x) { return x * x; }
            @Differentiable static double bad(double x) { return x; }
            @Differentiable static double refused(double x) { return x * System.nanoTime(); }
        }
        """;

    private static BiFunction<Program, PassRunner, Differentiation.Outcome> failingFor(
            String method, Runnable failure) {
        return (program, passes) -> {
            if (program.methods().stream()
                    .anyMatch(signature -> signature.method().equals(method))) {
                failure.run();
            }
            return Pipeline.differentiate(program, passes);
        };
    }

    @Test
    void isReportedAtTheMethodAndCostsTheOthersNothing() {
        Compiled compiled =
                Compiled.of(Map.of("Model.java", MODEL), new DifferentiableProcessor(failingFor("bad", () -> {
                    throw new IllegalStateException("a value is missing\nand more");
                })));
        assertFalse(compiled.success());
        assertEquals(2, compiled.errors().size(), () -> compiled.messages().toString());
        Diagnostic<?> error = compiled.errors().stream()
                .filter(e -> e.getMessage(null).startsWith("[leibniz:internal]"))
                .findFirst()
                .orElseThrow();
        assertEquals(4, error.getLineNumber());
        assertEquals(MODEL.lines().toList().get(3).indexOf("bad") + 1, error.getColumnNumber());
        String message = error.getMessage(null);
        assertTrue(message.contains("`bad`: IllegalStateException: a value is missing."), message);
        assertTrue(message.contains("please report it"), message);
        String generated = compiled.generated().getOrDefault("ModelGrad.java", "");
        assertTrue(generated.contains("goodGrad(") && !generated.contains("badGrad("), generated);
    }

    @Test
    void soIsAStackThatOverflows() {
        Compiled compiled =
                Compiled.of(Map.of("Model.java", MODEL), new DifferentiableProcessor(failingFor("bad", () -> {
                    throw new StackOverflowError();
                })));
        assertTrue(
                compiled.errors().stream()
                        .anyMatch(e -> e.getMessage(null).startsWith("[leibniz:internal]") && e.getLineNumber() == 4),
                () -> compiled.messages().toString());
    }

    @Test
    void isWrittenToAReportOnDemand(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.md");
        Compiled.of(
                Map.of("Model.java", MODEL),
                List.of("-Aleibniz.report=" + file, "-Aleibniz.off=fusion", "-Aother.secret=mine"),
                new DifferentiableProcessor(failingFor("bad", () -> {
                    throw new IllegalStateException("a value is missing\nand more");
                })));
        String report = Files.readString(file);
        assertEquals(
                """
                # Failure of Leibniz

                - Leibniz (unpackaged)
                - Java %s, %s
                - source level RELEASE_%s
                - options: leibniz.off=fusion

                ## `bad`: IllegalStateException: a value is missing

                ```java
                @Differentiable static double bad(double x) { return x; }
                ```

                What was read:

                ```text
                fn bad(x: double) -> (double)
                  return x
                ```
                """.formatted(
                                System.getProperty("java.version"),
                                System.getProperty("java.vendor"),
                                Runtime.version().feature()),
                report);
    }

    @Test
    void withoutAFailureThereIsNoReport(@TempDir Path folder) {
        Path file = folder.resolve("report.md");
        Compiled.of(Map.of("Model.java", MODEL), List.of("-Aleibniz.report=" + file), new DifferentiableProcessor());
        assertFalse(Files.exists(file));
    }

    @Test
    void aReportThatCannotBeWrittenIsAWarning(@TempDir Path folder) {
        Compiled compiled = Compiled.of(
                Map.of("Model.java", MODEL),
                List.of("-Aleibniz.report=" + folder.resolve("missing/report.md")),
                new DifferentiableProcessor(failingFor("bad", () -> {
                    throw new IllegalStateException();
                })));
        assertTrue(
                compiled.messages().stream()
                        .anyMatch(message -> message.getMessage(null).contains("-Aleibniz.report cannot be written")),
                () -> compiled.messages().toString());
    }
}
