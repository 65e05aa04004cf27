package dev.leibniz.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients by implicit functions are those by differences. */
class SolverCasesTest {
    static Stream<String> cases() {
        return SolverCases.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSameNumbers(String name) {
        SolverCases.Case problem = SolverCases.all().get(name).get();
        double[] expected = problem.differences().get();
        double[] actual = problem.gradient().get();
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertTrue(largest > 0);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-5 * Math.abs(expected[i]) + 1e-9 * largest);
        }
    }
}
