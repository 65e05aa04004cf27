package dev.leibniz.sample;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Trains a {@link DigitNet} and prints how it goes, and what it still gets wrong. */
final class LearningReport {

    /** The bar of an epoch shows its accuracy between these. */
    private static final double BAR_FROM = 0.8;

    private static final int BAR_LENGTH = 32;
    private static final int PICTURES = 4;
    private static final String GAP = "   ";

    private final PrintStream out;

    LearningReport(PrintStream out) {
        this.out = out;
    }

    void print(Training training) {
        out.printf(
                Locale.ROOT,
                "  %,d handwritten digits, 8 × 8 pixels each: %,d to learn from, %d held out%n",
                training.learned().size() + training.heldOut().size(),
                training.learned().size(),
                training.heldOut().size());
        out.printf(
                Locale.ROOT,
                "  %d inputs, %d ReLUs, softmax over %d digits: %,d parameters%n%n",
                Digit.SIDE * Digit.SIDE,
                Training.HIDDEN,
                Digit.CLASSES,
                training.weights().count());
        out.println("  epoch     loss   held out   examples/s   80 %                         100 %");
        for (int i = 0; i < Training.EPOCHS; i++) {
            print(training.epoch());
        }
        Recognition recognition = new Recognition(training.weights(), training.heldOut());
        out.println();
        printConfusion(recognition.confusion());
        out.println();
        int mistakes = recognition.mistakes().size();
        out.printf(
                Locale.ROOT,
                "  Read %d of %d held-out digits: %.1f %%.",
                training.heldOut().size() - mistakes,
                training.heldOut().size(),
                100 * recognition.accuracy());
        out.println(mistakes == 0 ? "" : " The surest of its mistakes:");
        printPictures(recognition.mistakes().subList(0, Math.min(PICTURES, mistakes)));
    }

    private void print(Training.Epoch epoch) {
        out.printf(
                Locale.ROOT,
                "  %5d  %7.4f    %5.1f %%   %10s   %s%n",
                epoch.number(),
                epoch.loss(),
                100 * epoch.accuracy(),
                String.format(Locale.ROOT, "%,.0f", epoch.examplesPerSecond()),
                bar(epoch.accuracy()));
    }

    private static String bar(double accuracy) {
        double part = Math.max(0, accuracy - BAR_FROM) / (1 - BAR_FROM);
        return "▪".repeat((int) Math.round(part * BAR_LENGTH));
    }

    private void printConfusion(int[][] confusion) {
        out.println("  was \\ read as   0   1   2   3   4   5   6   7   8   9");
        for (int label = 0; label < confusion.length; label++) {
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "  %13d", label));
            for (int count : confusion[label]) {
                row.append(String.format(Locale.ROOT, "%4s", count == 0 ? "·" : count));
            }
            out.println(row);
        }
    }

    private void printPictures(List<Recognition.Mistake> mistakes) {
        out.println();
        StringBuilder titles = new StringBuilder(" ");
        for (Recognition.Mistake mistake : mistakes) {
            String title = String.format(
                    Locale.ROOT,
                    "a %d, not a %d (%.0f%%)",
                    mistake.digit().label(),
                    mistake.readAs(),
                    100 * mistake.confidence());
            titles.append(String.format(Locale.ROOT, " %-" + 2 * Digit.SIDE + "s", title))
                    .append(GAP, 0, 2);
        }
        out.println(titles.toString().stripTrailing());
        for (int row = 0; row < Digit.SIDE; row++) {
            StringBuilder line = new StringBuilder("  ");
            for (Recognition.Mistake mistake : mistakes) {
                line.append(mistake.digit().line(row)).append(GAP);
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
