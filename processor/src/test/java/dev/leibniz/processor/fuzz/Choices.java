package dev.leibniz.processor.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded random choices. */
final class Choices {

    private final SplittableRandom random;

    Choices(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    final <T> T of(T... from) {
        return from[random.nextInt(from.length)];
    }

    /** A number of ordinary size, seldom a round one. */
    double number() {
        double v = Math.round(random.nextDouble(-2, 2) * 1000) / 1000.0;
        return v == 0 ? 0.125 : v;
    }

    /** A number as programmers write them. */
    double constant() {
        return of(0.5, 1.5, 2.0, 0.25, 3.0, -0.75, 1.0, -1.0, 0.1, 0.7, -0.3, 1.25, 0.0);
    }
}
