package dev.leibniz.runtime.colouring;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Colours of the columns or rows of a sparse matrix, such that those of one colour can be found by one sweep. Two kinds, both
 * greedy, as in ColPack (Gebremedhin, Nguyen, Patwary and Pothen, ACM TOMS 40, 2013); of several orders of the vertices the one
 * that gives the fewest colours is taken.
 *
 * <ul>
 *   <li>Columns of a Jacobian of one colour have no row in common (Curtis, Powell and Reid, 1974), a colouring at distance two
 *       of the bipartite graph of rows and columns. No row has two columns of one colour, so the longest row is a lower bound.
 *   <li>A star colouring of the adjacency graph of a Hessian: neighbours differ, and each path of four vertices has three colours
 *       (Coleman and Moré, 1984; Gebremedhin, Tarafdar, Manne and Pothen, SIAM J. Sci. Comput. 29, 2007). Then each element is
 *       alone in one of the two places where it can be found.
 * </ul>
 *
 * @param colours of each vertex, from 0 on
 * @param count the number of colours
 */
public record Colouring(int[] colours, int count) {
    /** Up to so many pairs of columns with a row in common, the graph of these pairs is made. */
    private static final long MOST_PAIRS = 20_000_000;

    static Colouring of(int[] colours) {
        return new Colouring(colours, Arrays.stream(colours).max().orElse(-1) + 1);
    }

    /** A colouring of all columns, so that no two of one colour have a row in common. */
    static Colouring ofColumns(CompressedRows matrix) {
        int bound = matrix.longestRow();
        Colouring natural = greedy(Ordering.natural(matrix.columns()), new ColumnPalette(matrix));
        if (natural.count == bound || pairs(matrix) > MOST_PAIRS) {
            return natural;
        }
        int[][] neighbours = ColumnPalette.sharingRows(matrix);
        return fewest(
                bound,
                List.of(
                        () -> natural,
                        () -> Saturation.colour(neighbours),
                        () -> greedy(Ordering.LARGEST_FIRST.of(neighbours), new ColumnPalette(matrix)),
                        () -> greedy(Ordering.SMALLEST_LAST.of(neighbours), new ColumnPalette(matrix))));
    }

    /** A star colouring of a symmetric matrix. */
    static Colouring ofSymmetric(CompressedRows matrix) {
        int[][] neighbours = StarPalette.neighbours(matrix);
        boolean hasPairs = Arrays.stream(neighbours).anyMatch(of -> of.length > 0);
        Colouring stars = fewest(
                hasPairs ? 2 : 1,
                Arrays.stream(Ordering.values())
                        .<Supplier<Colouring>>map(
                                ordering -> () -> greedy(ordering.of(neighbours), new StarPalette(neighbours)))
                        .toList());
        // Vertices at most two steps away from each other are on a path of four, so columns without a common row are
        // a star colouring, too, if each has its diagonal.
        CompressedRows closed = matrix.withDiagonal();
        return closed.longestRow() < stars.count ? fewest(0, List.of(() -> stars, () -> ofColumns(closed))) : stars;
    }

    /** Colours one vertex after the other, each with the first colour that it can have. */
    static Colouring greedy(int[] order, Palette palette) {
        int[] colours = new int[order.length];
        for (int v : order) {
            colours[v] = palette.firstAllowed(v);
            palette.paint(v, colours[v]);
        }
        return of(colours);
    }

    /** @param bound the number of colours at which no more candidates are tried */
    private static Colouring fewest(int bound, List<Supplier<Colouring>> candidates) {
        Colouring best = null;
        for (Supplier<Colouring> candidate : candidates) {
            if (best == null || best.count > bound) {
                Colouring found = candidate.get();
                best = best == null || found.count < best.count ? found : best;
            }
        }
        return best;
    }

    private static long pairs(CompressedRows matrix) {
        long pairs = 0;
        int[] starts = matrix.starts();
        for (int i = 0; i < matrix.rows(); i++) {
            pairs += Math.multiplyFull(starts[i + 1] - starts[i], starts[i + 1] - starts[i]);
        }
        return pairs;
    }
}
