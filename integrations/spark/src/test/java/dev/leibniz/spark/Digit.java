package dev.leibniz.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A handwritten digit.
 *
 * @param pixels 8 · 8, row by row, from 0 (paper) to 1 (ink)
 * @param label the digit that the writer meant
 */
record Digit(double[] pixels, int label) implements Serializable {

    /** Those of the sample app. */
    static List<Digit> all() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Digit.class.getResourceAsStream("/dev/leibniz/sample/digits.csv.gz")),
                StandardCharsets.UTF_8))) {
            return lines.lines().map(Digit::parse).toList();
        }
    }

    private static Digit parse(String line) {
        double[] numbers =
                Stream.of(line.split(",")).mapToDouble(Double::parseDouble).toArray();
        double[] pixels = new double[64];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = numbers[i] / 16;
        }
        return new Digit(pixels, (int) numbers[64]);
    }
}
