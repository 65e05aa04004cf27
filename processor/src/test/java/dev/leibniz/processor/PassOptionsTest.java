package dev.leibniz.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.frontend.Compiled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code -Aleibniz.print} prints, and what is said of names that mean nothing. */
class PassOptionsTest {
    private static final String MODEL = """
        import dev.leibniz.annotations.Differentiable;
        class Model {
            @Differentiable static double half(double x) { return x * (0.25 + 0.25); }
            @Differentiable static double other(double x) { return x * x; }
        }
        """;

    private static Compiled compile(String... options) {
        return Compiled.of(
                Map.of("Model.java", MODEL, "Plain.java", "class Plain {}"),
                List.of(options),
                new DifferentiableProcessor());
    }

    /** Without the margin that javac gives to all lines but the first. */
    private static List<String> notes(Compiled compiled) {
        return compiled.messages().stream()
                .filter(message -> message.getKind() == Diagnostic.Kind.NOTE)
                .map(message -> message.getMessage(null).replace("\n  ", "\n"))
                .toList();
    }

    private static List<String> errors(Compiled compiled) {
        return compiled.errors().stream().map(error -> error.getMessage(null)).toList();
    }

    private static List<String> functions(Compiled compiled) {
        return notes(compiled).stream()
                .map(note -> note.replaceAll("(?s).*\\nfn (\\w+).*", "$1"))
                .toList();
    }

    @Test
    void aFunctionIsPrintedAfterAPass() {
        assertEquals(
                List.of(
                        "after reading:\nfn half(x: double) -> (double)\n  %1 = 0.25 + 0.25\n  %2 = x * %1\n  return %2"),
                notes(compile("-Aleibniz.print=reading,half")));
        assertEquals(List.of("""
                    after adjoint:
                    fn halfVjp(x: double, cotangent: double) -> (double, dx: double)
                      %1 = x * 0.5
                      // backward
                      dx = cotangent * 0.5
                      return %1, dx"""), notes(compile("-Aleibniz.print=adjoint, half")));
    }

    @Test
    void allFunctionsArePrintedWhereNoMethodIsNamed() {
        List<String> all = functions(compile("-Aleibniz.print=reading"));
        assertEquals(List.of("half", "other"), all);
    }

    @Test
    void whatIsToBePrintedIsPrintedOnceInEachForm() {
        List<String> printed = new ArrayList<>(functions(compile("-Aleibniz.print=conversions,half")));
        assertTrue(printed.contains("halfGrad") && printed.contains("halfJvp"), printed::toString);
        assertEquals(printed.size(), new TreeSet<>(printed).size(), printed::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-Aleibniz.print=", "-Aleibniz.print", "-Aleibniz.off=", "-Aleibniz.off=,", "-Aleibniz.off"})
    void nothingIsPrintedUnasked(String option) {
        Compiled compiled = option.isEmpty() ? compile() : compile(option);
        assertEquals(List.of(), notes(compiled));
        assertTrue(compiled.success(), () -> compiled.messages().toString());
    }

    @Test
    void printingChangesNothing() {
        assertEquals(compile().generated(), compile("-Aleibniz.print=adjoint").generated());
    }

    @Test
    void anUnknownSwitchIsAnError() {
        Compiled compiled = compile("-Aleibniz.off=fusion, fusoin ,ranges");
        assertEquals(
                List.of(
                        "[leibniz:unknown-pass] `fusoin`, which -Aleibniz.off names, is nothing that can be switched off."
                                + " Hint: write one of these names: all, "
                                + String.join(", ", PassRunner.switches()) + "."),
                errors(compiled));
        assertTrue(compiled.generated().containsKey("ModelGrad.java"), "no error follows from it");
    }

    @Test
    void eachUnknownSwitchIsAnError() {
        List<String> errors = errors(compile("-Aleibniz.off=recording,adjoint,Fusion"));
        assertEquals(
                List.of("`Fusion`", "`adjoint`", "`recording`"),
                errors.stream().map(error -> error.split("[ ,]")[1]).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fusion", "all", "simplification", "half"})
    void anUnknownPassIsAnError(String name) {
        String known = Arrays.stream(Passes.values()).map(Passes::label).collect(Collectors.joining(", "));
        assertEquals(
                List.of("[leibniz:unknown-pass] `" + name
                        + "`, which -Aleibniz.print names, is no pass. Hint: write one of" + " these names: " + known
                        + "."),
                errors(compile("-Aleibniz.print=" + name)));
    }

    @Test
    void knownNamesAreNoErrors() {
        String switches = String.join(",", PassRunner.switches());
        assertEquals(List.of(), errors(compile("-Aleibniz.off=" + switches)));
        assertEquals(List.of(), errors(compile("-Aleibniz.off=all")));
        for (Passes pass : Passes.values()) {
            assertEquals(
                    List.of(),
                    PassOptions.of(Map.of("leibniz.print", pass.label())).unknown());
        }
    }

    @Test
    void theOptionsAreSupported() {
        assertTrue(new DifferentiableProcessor()
                .getSupportedOptions()
                .containsAll(
                        List.of("leibniz.off", "leibniz.print", "leibniz.debug", "leibniz.report", "leibniz.explain")));
    }
}
