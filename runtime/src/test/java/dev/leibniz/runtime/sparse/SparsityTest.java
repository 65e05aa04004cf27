package dev.leibniz.runtime.sparse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.runtime.SparseMatrix;
import dev.leibniz.runtime.SparsityPattern;
import dev.leibniz.runtime.colouring.Colouring;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Patterns, and what is found with them. */
class SparsityTest {
    private static final int MATRICES = 200;

    private static SparsityPattern pattern(int rows, int columns, BiPredicate<Integer, Integer> has) {
        int[][] all = new int[rows][];
        for (int i = 0; i < rows; i++) {
            int row = i;
            all[i] = IntStream.range(0, columns).filter(j -> has.test(row, j)).toArray();
        }
        return SparsityPattern.of(columns, all);
    }

    private static SparsityPattern randomSymmetric(int n, double density, Random random) {
        boolean[][] has = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                has[i][j] = random.nextDouble() < density;
                has[j][i] = has[i][j];
            }
        }
        return pattern(n, n, (i, j) -> has[i][j]);
    }

    @Test
    void hessiansComeBackFromTheirProducts() {
        Random random = new Random(4);
        for (int m = 0; m < MATRICES; m++) {
            SparsityPattern p = randomSymmetric(random.nextInt(15), random.nextDouble(), random);
            double[][] dense = symmetric(p, random);
            SparseMatrix found = CompressedSweeps.symmetric(
                    SparseMatrix.zeros(p), products(dense, p.colourings().symmetric()), false);
            assertArrayEquals(dense, found.toDense());
        }
    }

    private static double[][] symmetric(SparsityPattern p, Random random) {
        double[][] dense = new double[p.rows()][p.columns()];
        for (int i = 0; i < dense.length; i++) {
            for (int j = 0; j <= i; j++) {
                dense[i][j] = p.contains(i, j) ? random.nextInt(9) - 4 : 0;
                dense[j][i] = dense[i][j];
            }
        }
        return dense;
    }

    private static double[][] products(double[][] dense, Colouring colouring) {
        double[][] products = new double[dense.length][colouring.count() + 1];
        for (int i = 0; i < dense.length; i++) {
            for (int j = 0; j < dense[i].length; j++) {
                products[i][colouring.colours()[j]] += dense[i][j];
                products[i][colouring.count()] += dense[i][j] * CompressedSweeps.weight(j);
            }
        }
        return products;
    }

    @Test
    void jacobiansComeBackByColumnsAndByRows() {
        Random random = new Random(5);
        for (int m = 0; m < MATRICES; m++) {
            double density = random.nextDouble();
            SparsityPattern p =
                    pattern(random.nextInt(12), random.nextInt(12), (i, j) -> random.nextDouble() < density);
            double[][] dense = new double[p.rows()][p.columns()];
            for (int i = 0; i < dense.length; i++) {
                for (int j = 0; j < dense[i].length; j++) {
                    dense[i][j] = p.contains(i, j) ? random.nextInt(9) - 4 : 0;
                }
            }
            assertArrayEquals(
                    dense,
                    CompressedSweeps.byColumns(
                                    SparseMatrix.zeros(p),
                                    products(dense, p.colourings().ofColumns()),
                                    false)
                            .toDense());
            double[][] cotangents = CompressedSweeps.cotangents(SparseMatrix.zeros(p));
            double[][] rows = new double[cotangents.length][p.columns()];
            for (int d = 0; d < rows.length; d++) {
                for (int i = 0; i < dense.length; i++) {
                    for (int j = 0; j < p.columns(); j++) {
                        rows[d][j] += cotangents[d][i] * dense[i][j];
                    }
                }
            }
            SparseMatrix byRows = CompressedSweeps.byRows(SparseMatrix.zeros(p), rows);
            assertArrayEquals(dense, byRows.toDense());
            double[] x = random.doubles(p.columns()).toArray();
            double[] expected = new double[dense.length];
            for (int i = 0; i < dense.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    expected[i] += dense[i][j] * x[j];
                }
            }
            assertArrayEquals(expected, byRows.times(x), 1e-12);
        }
    }

    /** Each element that is missing is noticed, also where it falls on one that is there. */
    @Test
    void sweepsAreByRowsWhereTheseHaveMuchFewerColours() {
        Random random = new Random(7);
        int byRows = 0;
        for (int m = 0; m < MATRICES; m++) {
            double density = 0.3 * random.nextDouble();
            SparsityPattern p = pattern(1 + random.nextInt(8), 60, (i, j) -> random.nextDouble() < density);
            boolean isByRows = CompressedSweeps.isByRows(p);
            int longest = IntStream.range(0, p.rows())
                    .map(i -> p.rowStarts()[i + 1] - p.rowStarts()[i])
                    .max()
                    .orElseThrow();
            assertEquals(longest > 4 && p.columnColours() > 4 * p.rowColours(), isByRows, p::toString);
            byRows += isByRows ? 1 : 0;
        }
        assertTrue(byRows > MATRICES / 10 && byRows < MATRICES - MATRICES / 10, byRows + " by rows");
    }

    /** To colour what meets in one row or column, all pairs would be written down: more than there is memory for. */
    @Test
    void whatAllMeetsIsNotColouredInVain() {
        int[][] columnsOfRows = new int[50_000][];
        Arrays.setAll(columnsOfRows, i -> new int[] {0, 1, 2, 3, 4 + i});
        SparsityPattern p = SparsityPattern.of(4 + columnsOfRows.length, columnsOfRows);
        assertFalse(CompressedSweeps.isByRows(p));
        assertEquals(5, p.columnColours());
        assertTrue(CompressedSweeps.isByRows(p.transposed()));
        assertEquals(5, p.transposed().rowColours());
    }

    @Test
    void whatIsMissingIsNoticed() {
        Random random = new Random(6);
        for (int m = 0; m < MATRICES; m++) {
            SparsityPattern p = randomSymmetric(8, 0.3, random);
            double[][] dense = symmetric(p, random);
            List<int[]> free = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                for (int j = 0; j < 8; j++) {
                    if (!p.contains(i, j)) {
                        free.add(new int[] {i, j});
                    }
                }
            }
            int[] place = free.get(random.nextInt(free.size()));
            dense[place[0]][place[1]] = 0.5;
            assertThrows(
                    IllegalArgumentException.class,
                    () -> CompressedSweeps.byColumns(
                            SparseMatrix.zeros(p),
                            products(dense, p.colourings().ofColumns()),
                            false));
            dense[place[1]][place[0]] = 0.5;
            assertThrows(
                    IllegalArgumentException.class,
                    () -> CompressedSweeps.symmetric(
                            SparseMatrix.zeros(p),
                            products(dense, p.colourings().symmetric()),
                            false));
        }
    }

    @Test
    void smallAndFullPatternsWork() {
        SparsityPattern none = SparsityPattern.of(0, new int[0][]);
        assertEquals(0, none.columnColours());
        assertEquals(0, none.symmetricColours());
        assertEquals(
                0,
                CompressedSweeps.byColumns(SparseMatrix.zeros(none), new double[0][], false)
                        .rows());
        SparsityPattern one = SparsityPattern.dense(1, 1);
        assertEquals(
                3,
                CompressedSweeps.symmetric(
                                SparseMatrix.zeros(one), new double[][] {{3, 3 * CompressedSweeps.weight(0)}}, false)
                        .get(0, 0));
        assertEquals(4, SparsityPattern.dense(3, 4).columnColours());
        assertEquals(3, SparsityPattern.dense(3, 4).rowColours());
        assertEquals(4, SparsityPattern.dense(4, 4).symmetricColours());
        assertThrows(IllegalArgumentException.class, () -> SparsityPattern.of(2, new int[][] {{1, 0}}));
        assertThrows(IllegalArgumentException.class, () -> SparsityPattern.of(2, new int[][] {{2}}));
        assertThrows(
                IllegalArgumentException.class,
                () -> SparsityPattern.of(2, new int[][] {{1}, {}}).symmetricColours());
        assertThrows(IllegalArgumentException.class, () -> CompressedSweeps.columnColours(SparseMatrix.zeros(one), 2));
        assertThrows(IndexOutOfBoundsException.class, () -> one.contains(0, 1));
        assertTrue(one.toSvg().contains("M0 0h1v1h-1z"));
        assertEquals(
                "1 × 2, 1 entries\n.x", SparsityPattern.of(2, new int[][] {{1}}).toString());
        assertNotEquals(one, none);
    }

    /** Lists, bits and sums of sets are the same sets. */
    @Test
    void setsOfAllSizes() {
        for (int size : new int[] {5, 300, 20000}) {
            IndexSets sets = IndexSets.over(size);
            Random random = new Random(size);
            int set = 0;
            boolean[] expected = new boolean[size];
            for (int k = 0; k < Math.min(3 * size, 400); k++) {
                int index = random.nextInt(size);
                int before = set;
                set = IndexSets.union(sets, set, index + 1);
                if (size < 1000) {
                    assertEquals(expected[index], before == set, "the same set has the same number");
                }
                expected[index] = true;
                int found = set;
                SparsityPattern p = IndexSets.jacobian(sets, new int[] {0, found});
                assertEquals(0, p.rowStarts()[1]);
                assertArrayEquals(
                        IntStream.range(0, size).filter(i -> expected[i]).toArray(), p.columnIndices());
            }
            IndexSets.interact(sets, IndexSets.union(sets, 1, 2), 4);
            SparsityPattern p = IndexSets.hessian(sets);
            assertTrue(p.contains(0, 3) && p.contains(3, 1) && !p.contains(0, 1) && !p.contains(3, 3));
            assertEquals(4, p.entries());
            assertFalse(p.contains(2, 2));
        }
    }
}
