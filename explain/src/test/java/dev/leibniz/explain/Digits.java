package dev.leibniz.explain;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.Form;
import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.runtime.Trace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A network that reads handwritten digits: a layer, ReLU, a layer, the cross-entropy of the softmax. */
final class Digits {
    private static final Path DATA = Path.of("../sample-app/src/main/resources/dev/leibniz/sample/digits.csv.gz");
    private static final int PIXELS = 64;
    private static final int HIDDEN = 12;
    private static final int CLASSES = 10;
    private static final int STEPS = 2000;
    private static final double RATE = 0.02;

    private Digits() {}

    @Differentiable(forms = {Form.GRAD, Form.TRACE})
    static double loss(
            double[][] w1,
            double[] b1,
            double[][] w2,
            double[] b2,
            @NoDerivative double[] pixels,
            @NoDerivative int digit) {
        double[] hidden = layer(w1, b1, pixels);
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = Math.max(hidden[i], 0);
        }
        double[] logits = layer(w2, b2, hidden);
        double total = 0;
        for (int k = 0; k < logits.length; k++) {
            total += Math.exp(logits[k]);
        }
        return Math.log(total) - logits[digit];
    }

    private static double[] layer(double[][] w, double[] b, double[] x) {
        double[] z = new double[b.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = b[i];
            for (int j = 0; j < x.length; j++) {
                z[i] += w[i][j] * x[j];
            }
        }
        return z;
    }

    /** The trace of one digit, by weights that have seen some others. */
    static Trace trace() throws IOException {
        List<Picture> digits = read();
        Random random = new Random(1);
        double[][] w1 = random(HIDDEN, PIXELS, random);
        double[] b1 = new double[HIDDEN];
        double[][] w2 = random(CLASSES, HIDDEN, random);
        double[] b2 = new double[CLASSES];
        for (int step = 0; step < STEPS; step++) {
            Picture one = digits.get(1 + random.nextInt(digits.size() - 1));
            DigitsGrad.LossGrad d = DigitsGrad.lossGrad(w1, b1, w2, b2, one.pixels(), one.digit());
            descend(w1, d.w1());
            descend(w2, d.w2());
            descend(new double[][] {b1, b2}, new double[][] {d.b1(), d.b2()});
        }
        Picture first = digits.get(0);
        return DigitsGrad.lossTrace(w1, b1, w2, b2, first.pixels(), first.digit());
    }

    /**
     * A picture.
     *
     * @param pixels from 0 (paper) to 1 (ink)
     */
    private record Picture(double[] pixels, int digit) {
        static Picture of(String line) {
            double[] numbers =
                    Stream.of(line.split(",")).mapToDouble(Double::parseDouble).toArray();
            double[] pixels =
                    Arrays.stream(numbers, 0, PIXELS).map(grey -> grey / 16).toArray();
            return new Picture(pixels, (int) numbers[PIXELS]);
        }
    }

    private static List<Picture> read() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(DATA)), StandardCharsets.UTF_8))) {
            return lines.lines().map(Picture::of).toList();
        }
    }

    private static double[][] random(int rows, int columns, Random random) {
        double[][] w = new double[rows][columns];
        for (double[] row : w) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian() * Math.sqrt(2.0 / columns);
            }
        }
        return w;
    }

    private static void descend(double[][] w, double[][] slopes) {
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w[i].length; j++) {
                w[i][j] -= RATE * slopes[i][j];
            }
        }
    }
}
