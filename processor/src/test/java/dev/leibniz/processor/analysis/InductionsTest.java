package dev.leibniz.processor.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leibniz.processor.analysis.memory.Places;
import dev.leibniz.processor.frontend.ReadPrograms;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which whole numbers follow from the number of an iteration, and how. */
class InductionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for (int i = 0; i < n; i++) { s += x[p]; p++; }                          | [+1]",
                "for (int i = n; i > 2; i--) { p -= n; s += x[p]; p++; }                  | [-n +1]",
                "while (p < x.length && x[p] > 0) { s += x[p]; p += n; }                  | [+n]",
                "for (int i = 0; i < n; i++) for (int j = 0; j < 3; j++) s += x[p++];     | [+1 in each inner iteration, +1]",
                "for (int i = 0; i < n; i++) for (int j = 0; j < i; j++) s += x[p++];     | [+1]",
                "for (int i = 0; i < n; i += 2) { s += x[p]; p++; }                       | []",
                "for (int i = 0; i < n; i++) { if (s > 0) p++; s += x[p]; }               | []",
                "while (p < n) { s += x[p]; p *= 2; }                                     | []",
                "while (p < n) { s += x[p]; p += n / (p + 1); }                           | []",
            })
    void isFound(String loop, String expected) {
        String members = "@Differentiable static double f(double[] x, int n) { double s = 1; int p = 1; " + loop
                + " return s * x[p]; }";
        Function function = ReadPrograms.function(members);
        Inductions inductions = new Inductions(Places.of(function));
        List<String> found = new ArrayList<>();
        Walk.forEach(
                function.body(),
                stmt -> Walk.blockParams(stmt).stream()
                        .flatMap(variable -> inductions.of(variable).stream())
                        .forEach(induction -> found.add(induction.change().stream()
                                .map(InductionsTest::text)
                                .collect(Collectors.joining(" ")))));
        assertEquals(expected, found.toString());
    }

    private static String text(Induction.Term term) {
        String step = term.step() instanceof Var variable
                ? variable.name()
                : term.step().toString();
        return (term.isNegative() ? "-" : "+") + step + (term.loops().isEmpty() ? "" : " in each inner iteration");
    }
}
