package dev.leibniz.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.PassRunner;
import dev.leibniz.processor.fuzz.SpecialSession.Extent;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random programs at zeros, ones, ties, huge and tiny numbers, up to the third order. {@code ./mvnw -B -Pspecial
 * -Dspecial.count=5000 -Dspecial.seed=7} runs more of them, and elsewhere. A failure shows the seed (in the class name), the
 * program made small, the point, and the numbers.
 */
class SpecialTest {

    private static final long SEED = Long.getLong("special.seed", 1);
    private static final int COUNT = Integer.getInteger("special.count", 40);

    /** Without splitting there are methods that javac rejects as too large. */
    private static final String ALL_BUT_SPLITTING = PassRunner.switches().stream()
            .filter(name -> !name.equals("splitting"))
            .collect(Collectors.joining(","));

    @Test
    void derivativesOfAllOrders() {
        assertNothingFails(List.of(), COUNT);
    }

    @Test
    void derivativesWithoutAnalysesAndSimplifications() {
        assertNothingFails(List.of("-Aleibniz.off=" + ALL_BUT_SPLITTING), (COUNT + 1) / 2);
    }

    private static void assertNothingFails(List<String> options, int count) {
        SpecialSession session = new SpecialSession(FuzzMain.processor(), options, Extent.ALL);
        SpecialHarness.Report report = session.run(SEED, count);
        System.out.println(report);
        String failures = report.failures.stream()
                .limit(2)
                .map(f -> SpecialSession.describe(session.shrink(f, 20)))
                .collect(Collectors.joining("\n"));
        assertTrue(report.failures.isEmpty(), () -> report + "\n" + failures);
        assertTrue(report.refused * 10 < count, () -> "too much is refused: " + report);
        assertTrue(report.singular * 2 < report.points, () -> "too much is singular: " + report);
    }
}
