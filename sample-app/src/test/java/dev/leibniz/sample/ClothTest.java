package dev.leibniz.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClothTest {
    private static final double[] WIND = {0.3, 0, 1.5};
    private static final double[] TARGET = {1, 1, 0.5};

    @Test
    void allThreeHaveTheSameGradient() {
        Cloth.Sheet flat = Cloth.flat(6);
        ClothGrad.PlainGrad plain = ClothGrad.plainGrad(WIND, flat, 6, TARGET, 400, 1e-3);
        ClothGrad.CheckpointedGrad checkpointed = ClothGrad.checkpointedGrad(WIND, flat, 6, TARGET, 400, 1e-3);
        ClothGrad.ReversibleGrad reversible = ClothGrad.reversibleGrad(WIND, flat, 6, TARGET, 400, 1e-3);
        assertEquals(plain.value(), checkpointed.value());
        assertEquals(plain.value(), reversible.value());
        assertArrayEquals(plain.wind(), checkpointed.wind(), 1e-9);
        assertArrayEquals(plain.wind(), reversible.wind(), 1e-9);
    }

    @Test
    void theGradientIsThatOfDifferences() {
        Cloth.Sheet flat = Cloth.flat(6);
        double[] wind =
                ClothGrad.checkpointedGrad(WIND, flat, 6, TARGET, 300, 1e-3).wind();
        for (int k = 0; k < 3; k++) {
            double[] more = WIND.clone();
            double[] less = WIND.clone();
            more[k] += 1e-5;
            less[k] -= 1e-5;
            double slope =
                    (Cloth.plain(more, flat, 6, TARGET, 300, 1e-3) - Cloth.plain(less, flat, 6, TARGET, 300, 1e-3))
                            / 2e-5;
            assertEquals(slope, wind[k], 1e-6 * (1 + Math.abs(slope)));
        }
    }

    @Test
    void tenThousandStepsNeed64Megabytes() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-ea",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        InLittleMemory.class.getName()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    /** Run in a machine of its own. */
    static final class InLittleMemory {
        public static void main(String[] args) {
            Cloth.Sheet flat = Cloth.flat(20);
            double[] kept = ClothGrad.checkpointedGrad(WIND, flat, 20, TARGET, 10_000, 1e-4)
                    .wind();
            double[] undone = ClothGrad.reversibleGrad(WIND, flat, 20, TARGET, 10_000, 1e-4)
                    .wind();
            assertArrayEquals(kept, undone, 1e-6);
        }
    }
}
