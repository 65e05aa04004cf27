package dev.leibniz.processor.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.leibniz.processor.PassRunner;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A short run of the machine that looks for wrong gradients. {@code -Pfuzz -Dfuzz.count=5000 -Dfuzz.seed=7} runs it
 * longer and elsewhere. A failure shows the seed (in the class name), the program made small, and the numbers.
 */
class FuzzTest {

    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int COUNT = Integer.getInteger("fuzz.count", 60);

    /** Without splitting there are methods that javac rejects as too large. */
    private static final String ALL_BUT_SPLITTING = PassRunner.switches().stream()
            .filter(name -> !name.equals("splitting"))
            .collect(Collectors.joining(","));

    @Test
    void derivativesOfRandomPrograms() {
        assertNothingFails(new FuzzSession(FuzzMain.processor(), List.of(), 1), COUNT);
    }

    @Test
    void derivativesWithoutAnalysesAndSimplifications() {
        assertNothingFails(
                new FuzzSession(FuzzMain.processor(), List.of("-Aleibniz.off=" + ALL_BUT_SPLITTING), 1),
                (COUNT + 2) / 3);
    }

    @Test
    void secondDerivativesOfRandomPrograms() {
        assertNothingFails(new FuzzSession(FuzzMain.processor(), List.of(), 2), (COUNT + 3) / 4);
    }

    @Test
    void derivativesOfRandomProgramsWithCheckpoints() {
        System.setProperty("fuzz.checkpointed", "true");
        try {
            assertNothingFails(new FuzzSession(FuzzMain.processor(), List.of(), 1), (COUNT + 1) / 2);
        } finally {
            System.clearProperty("fuzz.checkpointed");
        }
    }

    private static void assertNothingFails(FuzzSession session, int count) {
        assumeTrue(FuzzMain.hasProcessor(), "the processor is not on the class path");
        FuzzHarness.Report report = session.run(SEED, count, Optional.empty());
        System.out.println(report);
        String failures = report.failures.stream()
                .limit(2)
                .map(f -> FuzzSession.describe(session.shrink(f, 20)))
                .collect(Collectors.joining("\n"));
        assertTrue(report.failures.isEmpty(), () -> report + "\n" + failures);
        assertTrue(report.refused * 10 < count, () -> "too much is refused: " + report);
    }
}
