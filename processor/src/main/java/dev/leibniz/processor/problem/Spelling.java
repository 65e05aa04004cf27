package dev.leibniz.processor.problem;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The name that somebody may have meant who wrote one that does not exist. */
public final class Spelling {
    private Spelling() {}

    /** The name of {@code names} that is nearest to {@code name}, if a third of its letters or less are wrong. */
    public static Optional<String> nearest(String name, Stream<String> names) {
        return names.filter(other -> distance(name, other) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt(other -> distance(name, other)));
    }

    /** The restricted Damerau–Levenshtein distance: letters that are changed, added, left out, or swapped with the next. */
    private static int distance(String a, String b) {
        int[][] distances = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    distances[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(distances[i - 1][j], distances[i][j - 1]) + 1;
                least = Math.min(least, distances[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                distances[i][j] = swapped ? Math.min(least, distances[i - 2][j - 2] + 1) : least;
            }
        }
        return distances[a.length()][b.length()];
    }
}
