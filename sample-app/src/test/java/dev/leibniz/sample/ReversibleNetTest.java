package dev.leibniz.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReversibleNetTest {
    private static final int PIXELS = Digit.SIDE * Digit.SIDE;

    private final Random random = new Random(5);

    @Test
    void undoneLayersGiveTheSameGradient() throws DataFileException {
        List<Digit> digits = DigitsFile.readBundled().subList(0, 20);
        double[][][] layers = layers(12);
        double[][] readout = matrix(Digit.CLASSES, PIXELS, 0.1);
        ReversibleNetGrad.OrdinaryGrad kept =
                ReversibleNetGrad.ordinaryGrad(layers, readout, images(digits), labels(digits));
        ReversibleNetGrad.ReversibleGrad undone =
                ReversibleNetGrad.reversibleGrad(layers, readout, images(digits), labels(digits));
        assertEquals(kept.value(), undone.value());
        for (int i = 0; i < layers.length; i++) {
            for (int row = 0; row < PIXELS; row++) {
                assertArrayEquals(kept.layers()[i][row], undone.layers()[i][row], 1e-12);
            }
        }
    }

    @Test
    void itLearnsDigits() throws DataFileException {
        List<Digit> digits = DigitsFile.readBundled();
        List<Digit> examples = digits.subList(0, 1000);
        List<Digit> others = digits.subList(1000, digits.size());
        double[][][] layers = layers(4);
        double[][] readout = matrix(Digit.CLASSES, PIXELS, 0.1);
        for (int step = 0; step < 400; step++) {
            int from = 50 * (step % 20);
            List<Digit> batch = examples.subList(from, from + 50);
            ReversibleNetGrad.ReversibleGrad grad =
                    ReversibleNetGrad.reversibleGrad(layers, readout, images(batch), labels(batch));
            for (int i = 0; i < layers.length; i++) {
                descend(layers[i], grad.layers()[i]);
            }
            descend(readout, grad.readout());
        }
        double before = Math.log(Digit.CLASSES);
        double after = ReversibleNet.reversible(layers, readout, images(others), labels(others));
        assertTrue(after < before / 4, "cross-entropy " + after);
    }

    /** The ordinary network keeps 60 MB for its hundred layers. */
    @Test
    void aHundredLayersNeedTheMemoryOfOne() throws IOException, InterruptedException {
        assertEquals("", run("reversible"));
        assertTrue(run("ordinary").contains("OutOfMemoryError"));
    }

    private static String run(String network) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-ea",
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        InLittleMemory.class.getName(),
                        network))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** Run in a machine of its own: a gradient of a hundred layers for five hundred images. */
    static final class InLittleMemory {
        public static void main(String[] args) throws DataFileException {
            List<Digit> digits = DigitsFile.readBundled().subList(0, 500);
            ReversibleNetTest test = new ReversibleNetTest();
            double[][][] layers = test.layers(100);
            double[][] readout = test.matrix(Digit.CLASSES, PIXELS, 0.1);
            if (args[0].equals("reversible")) {
                ReversibleNetGrad.reversibleGrad(layers, readout, images(digits), labels(digits));
            } else {
                ReversibleNetGrad.ordinaryGrad(layers, readout, images(digits), labels(digits));
            }
        }
    }

    private double[][][] layers(int depth) {
        double[][][] layers = new double[depth][][];
        for (int i = 0; i < depth; i++) {
            layers[i] = matrix(PIXELS, PIXELS / 2, 0.1);
        }
        return layers;
    }

    private double[][] matrix(int rows, int columns, double size) {
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = random.doubles(columns, -size, size).toArray();
        }
        return matrix;
    }

    private static void descend(double[][] weights, double[][] gradient) {
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights[i].length; j++) {
                weights[i][j] -= 0.5 * gradient[i][j];
            }
        }
    }

    private static double[][] images(List<Digit> digits) {
        return digits.stream().map(Digit::pixels).toArray(double[][]::new);
    }

    private static int[] labels(List<Digit> digits) {
        return digits.stream().mapToInt(Digit::label).toArray();
    }
}
