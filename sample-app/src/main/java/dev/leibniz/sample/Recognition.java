package dev.leibniz.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a network makes of digits that it has not learned from. */
final class Recognition {

    /**
     * A digit that was taken for another.
     *
     * @param digit the picture and what it shows
     * @param readAs what the network said
     * @param confidence the probability that it gave to that
     */
    record Mistake(Digit digit, int readAs, double confidence) {}

    private final int[][] confusion = new int[Digit.CLASSES][Digit.CLASSES];
    private final List<Mistake> mistakes = new ArrayList<>();
    private final int total;

    Recognition(Weights weights, List<Digit> digits) {
        total = digits.size();
        for (Digit digit : digits) {
            double[] logits = weights.logits(digit);
            int readAs = largest(logits);
            confusion[digit.label()][readAs]++;
            if (readAs != digit.label()) {
                mistakes.add(new Mistake(digit, readAs, share(logits, readAs)));
            }
        }
        mistakes.sort(Comparator.comparingDouble(Mistake::confidence).reversed());
    }

    /** From 0 to 1. */
    double accuracy() {
        return 1 - (double) mistakes.size() / total;
    }

    /** How many there were of each digit (row) that were read as each (column). */
    int[][] confusion() {
        return confusion;
    }

    /** The surest mistakes first. */
    List<Mistake> mistakes() {
        return mistakes;
    }

    private static int largest(double[] logits) {
        int largest = 0;
        for (int k = 1; k < logits.length; k++) {
            if (logits[k] > logits[largest]) {
                largest = k;
            }
        }
        return largest;
    }

    private static double share(double[] logits, int of) {
        double total = 0;
        for (double logit : logits) {
            total += Math.exp(logit - logits[of]);
        }
        return 1 / total;
    }
}
