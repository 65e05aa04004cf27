package dev.leibniz.runtime.colouring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That colours are right, few and soon found. */
class ColouringTest {
    private static final int MATRICES = 200;

    private static String shown(CompressedRows matrix) {
        return Arrays.deepToString(matrix.columnsOfRows());
    }

    private static CompressedRows pattern(int rows, int columns, BiPredicate<Integer, Integer> has) {
        int[][] all = new int[rows][];
        for (int i = 0; i < rows; i++) {
            int row = i;
            all[i] = IntStream.range(0, columns).filter(j -> has.test(row, j)).toArray();
        }
        return CompressedRows.of(columns, all);
    }

    private static CompressedRows randomSymmetric(int n, double density, Random random) {
        boolean[][] has = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                has[i][j] = random.nextDouble() < density;
                has[j][i] = has[i][j];
            }
        }
        return pattern(n, n, (i, j) -> has[i][j]);
    }

    private static CompressedRows laplacian(int side) {
        return pattern(side * side, side * side, (i, j) -> {
            int distance = Math.abs(i / side - j / side) + Math.abs(i % side - j % side);
            return distance <= 1;
        });
    }

    @Test
    void columnsOfOneColourShareNoRow() {
        Random random = new Random(1);
        for (int m = 0; m < MATRICES; m++) {
            double density = random.nextDouble();
            CompressedRows p = pattern(random.nextInt(12), random.nextInt(12), (i, j) -> random.nextDouble() < density);
            int[][] graph = ColumnPalette.sharingRows(p);
            List<Colouring> all = new ArrayList<>(List.of(Colouring.ofColumns(p), Saturation.colour(graph)));
            for (Ordering ordering : Ordering.values()) {
                all.add(Colouring.greedy(ordering.of(graph), new ColumnPalette(p)));
            }
            for (Colouring colouring : all) {
                int[] colours = colouring.colours();
                for (int[] columns : p.columnsOfRows()) {
                    assertEquals(
                            columns.length,
                            Arrays.stream(columns)
                                    .map(j -> colours[j])
                                    .distinct()
                                    .count());
                }
            }
        }
    }

    @Test
    void pathsOfFourHaveThreeColours() {
        Random random = new Random(2);
        for (int m = 0; m < MATRICES; m++) {
            CompressedRows p = randomSymmetric(random.nextInt(12), random.nextDouble(), random);
            assertTrue(isStar(p, Colouring.ofSymmetric(p).colours()), () -> shown(p));
            int[][] graph = StarPalette.neighbours(p);
            for (Ordering ordering : Ordering.values()) {
                Colouring colouring = Colouring.greedy(ordering.of(graph), new StarPalette(graph));
                assertTrue(isStar(p, colouring.colours()), () -> ordering + " " + shown(p));
            }
        }
    }

    private static boolean isStar(CompressedRows p, int[] colours) {
        int[][] neighbours = p.columnsOfRows();
        for (int a = 0; a < neighbours.length; a++) {
            for (int b : neighbours[a]) {
                if (b != a && colours[a] == colours[b]) {
                    return false;
                }
                for (int c : neighbours[b]) {
                    for (int d : neighbours[c]) {
                        boolean isPath = b != a && c != b && c != a && d != c && d != b && d != a;
                        if (isPath && colours[a] == colours[c] && colours[b] == colours[d]) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    /** The least number of colours, by trying all; the greedy one needs hardly ever more. */
    @Test
    void fewColoursAreFound() {
        Random random = new Random(3);
        int more = 0;
        for (int m = 0; m < MATRICES; m++) {
            CompressedRows p = randomSymmetric(6, 0.5, random);
            int least = 1;
            while (!canBeColoured(p, new int[6], 0, least)) {
                least++;
            }
            assertTrue(Colouring.ofSymmetric(p).count() >= least);
            assertTrue(Colouring.ofSymmetric(p).count() <= least + 1, () -> shown(p));
            more += Colouring.ofSymmetric(p).count() > least ? 1 : 0;
        }
        assertTrue(more <= MATRICES / 10, more + " of " + MATRICES);
    }

    private static boolean canBeColoured(CompressedRows p, int[] colours, int from, int count) {
        if (from == colours.length) {
            return isStar(p, colours);
        }
        for (int colour = 0; colour < count; colour++) {
            colours[from] = colour;
            if (canBeColoured(p, colours, from + 1, count)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void knownPatternsHaveTheirColours() {
        CompressedRows arrow = pattern(50, 50, (i, j) -> i == j || i == 0 || j == 0);
        assertEquals(2, Colouring.ofSymmetric(arrow).count());
        CompressedRows tridiagonal = pattern(50, 50, (i, j) -> Math.abs(i - j) <= 1);
        assertEquals(3, Colouring.ofColumns(tridiagonal).count());
        assertEquals(3, Colouring.ofSymmetric(tridiagonal).count());
        CompressedRows banded = pattern(50, 50, (i, j) -> Math.abs(i - j) <= 3);
        assertEquals(7, Colouring.ofColumns(banded).count());
        CompressedRows diagonal = pattern(50, 50, (i, j) -> i.equals(j));
        assertEquals(1, Colouring.ofColumns(diagonal).count());
        assertEquals(1, Colouring.ofSymmetric(diagonal).count());
        for (int side = 5; side < 40; side += 7) {
            assertEquals(5, Colouring.ofColumns(laplacian(side)).count());
            assertEquals(5, Colouring.ofSymmetric(laplacian(side)).count());
            int n = side;
            CompressedRows withCorners =
                    pattern(n * n, n * n, (i, j) -> Math.abs(i / n - j / n) <= 1 && Math.abs(i % n - j % n) <= 1);
            assertEquals(9, Colouring.ofColumns(withCorners).count());
            assertTrue(
                    Colouring.ofSymmetric(withCorners).count() <= 9,
                    () -> Colouring.ofSymmetric(withCorners).count() + " colours");
        }
    }

    /** As few as trying all finds, but for one in twenty. */
    @Test
    void columnsHaveHardlyEverMoreColoursThanTheyNeed() {
        Random random = new Random(8);
        int more = 0;
        for (int m = 0; m < MATRICES; m++) {
            double density = 0.5 * random.nextDouble();
            CompressedRows p = pattern(7, 9, (i, j) -> random.nextDouble() < density);
            int[][] graph = ColumnPalette.sharingRows(p);
            int least = 0;
            while (!canBePainted(graph, new int[9], 0, least)) {
                least++;
            }
            assertTrue(Colouring.ofColumns(p).count() >= least, () -> shown(p));
            more += Colouring.ofColumns(p).count() - least;
        }
        assertTrue(more <= MATRICES / 20, more + " more than needed, of " + MATRICES);
    }

    private static boolean canBePainted(int[][] graph, int[] colours, int from, int count) {
        if (from == colours.length) {
            return true;
        }
        for (int colour = 0; colour < count; colour++) {
            int wanted = colour;
            colours[from] = colour;
            boolean isFree = Arrays.stream(graph[from]).noneMatch(w -> w < from && colours[w] == wanted);
            if (isFree && canBePainted(graph, colours, from + 1, count)) {
                return true;
            }
        }
        return false;
    }

    /** A number that all others meet has as many neighbours as there are numbers, and no pair of these is looked at. */
    @Test
    void hubsAreColouredInAShortTime() {
        int n = 200_000;
        int[][] arrow = new int[n][];
        Arrays.setAll(arrow, i -> i == 0 ? IntStream.range(0, n).toArray() : new int[] {0, i});
        CompressedRows p = CompressedRows.of(n, arrow);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertEquals(2, Colouring.ofSymmetric(p).count()));
        int[][] border = new int[20_000][];
        Arrays.setAll(border, i -> i == 0 ? IntStream.range(0, border.length).toArray() : new int[] {0, i});
        CompressedRows q = CompressedRows.of(border.length, border);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertEquals(border.length, Colouring.ofColumns(q).count()));
    }
}
