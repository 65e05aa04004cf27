package dev.leibniz.runtime.arrays;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BuffersTest {
    private static double[][][] jagged() {
        return new double[][][] {{{1, 2}, {}}, {}, {{3}}};
    }

    @Test
    void zerosHaveTheShapeOfTheArrayJaggedOrEmpty() {
        assertArrayEquals(new double[3], Buffers.zerosLike(new double[] {1, 2, 3}));
        assertArrayEquals(new double[][][] {{{0, 0}, {}}, {}, {{0}}}, Buffers.zerosLike(jagged()));
        assertArrayEquals(new float[][] {{0}, {0, 0}}, Buffers.zerosLike(new float[][] {{1}, {2, 3}}));
        assertArrayEquals(new double[0][0], Buffers.zerosLike(new double[0][0]));
        assertEquals(0, Buffers.zerosLike(new float[0]).length);
    }

    @Test
    void rowsThatAreNotThereAreNotThereInAnythingMadeOfThem() {
        double[][][] a = {null, {{1, 2}, null}, {}};
        double[][][] zeros = Buffers.zerosLike(a);
        assertArrayEquals(new double[][][] {null, {{0, 0}, null}, {}}, zeros);
        Buffers.addInto(zeros, a);
        assertArrayEquals(a, zeros);
        double[][] target = {{1}, {2}};
        Buffers.addInto(target, new double[][] {null, {3}});
        assertArrayEquals(new double[][] {{1}, {5}}, target);
        assertThrows(IllegalArgumentException.class, () -> Buffers.addInto(new double[1][], new double[][] {{1}}));
        assertArrayEquals(new double[] {1, 2}, new FlatNumbers().put(a).toArray());
        new FlatNumbers().over(new double[] {7, 8}, 2).take(a);
        assertArrayEquals(new double[][][] {null, {{7, 8}, null}, {}}, a);
        FlatNumbers.clear(a);
        assertArrayEquals(new double[][][] {null, {{0, 0}, null}, {}}, a);
    }

    @Test
    void zerosLeaveTheArrayAsItIs() {
        double[][][] a = jagged();
        Buffers.zerosLike(a);
        assertArrayEquals(jagged(), a);
    }

    @Test
    void onlyFloatingPointArraysHaveZerosLikeThem() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Buffers.zerosLike(new int[][] {{1}}));
        assertEquals("no array of double or float: int[]", e.getMessage());
    }

    @Test
    void theSortingOrderIsThatOfArraysSort() {
        double[] a = {3, Double.NaN, 0.0, -0.0, -7, Double.POSITIVE_INFINITY, 3, -7};
        for (int from = 0; from <= a.length; from++) {
            for (int to = from; to <= a.length; to++) {
                double[] sorted = a.clone();
                java.util.Arrays.sort(sorted, from, to);
                int[] order = Buffers.sortingOrder(a, from, to);
                assertEquals(to - from, order.length);
                for (int k = 0; k < order.length; k++) {
                    assertEquals(
                            Double.doubleToLongBits(sorted[from + k]), Double.doubleToLongBits(a[from + order[k]]));
                }
            }
        }
        assertArrayEquals(new int[] {1, 2, 0}, Buffers.sortingOrder(new float[] {2, -1, -1}, 0, 3));
    }

    @Test
    void aRangeToSortIsInTheArray() {
        double[] a = new double[3];
        assertThrows(IllegalArgumentException.class, () -> Buffers.sortingOrder(a, 2, 1));
        assertThrows(ArrayIndexOutOfBoundsException.class, () -> Buffers.sortingOrder(a, -1, 1));
        assertThrows(ArrayIndexOutOfBoundsException.class, () -> Buffers.sortingOrder(a, 0, 4));
    }

    @Test
    void aDeepCopySharesNoRow() {
        double[][][] a = jagged();
        double[][][] copy = Buffers.deepCopy(a);
        assertArrayEquals(a, copy);
        assertNotSame(a[0][0], copy[0][0]);
        copy[0][0][0] = 9;
        assertArrayEquals(jagged(), a);
    }

    @Test
    void everyPrimitiveCanBeCopied() {
        assertArrayEquals(new int[][] {{1}, {}}, Buffers.deepCopy(new int[][] {{1}, {}}));
        assertArrayEquals(new long[][] {{1}}, Buffers.deepCopy(new long[][] {{1}}));
        assertArrayEquals(new boolean[][] {{true}}, Buffers.deepCopy(new boolean[][] {{true}}));
        assertArrayEquals(new byte[][] {{1}}, Buffers.deepCopy(new byte[][] {{1}}));
        assertArrayEquals(new short[][] {{1}}, Buffers.deepCopy(new short[][] {{1}}));
        assertArrayEquals(new char[][] {{'a'}}, Buffers.deepCopy(new char[][] {{'a'}}));
        assertArrayEquals(new float[][] {{1}}, Buffers.deepCopy(new float[][] {{1}}));
        int[][] a = {{1}};
        Buffers.deepCopy(a)[0][0] = 2;
        assertEquals(1, a[0][0]);
    }

    @Test
    void oneArrayIsAddedToAnotherElementByElement() {
        double[][][] target = jagged();
        Buffers.addInto(target, jagged());
        assertArrayEquals(new double[][][] {{{2, 4}, {}}, {}, {{6}}}, target);
        float[] floats = {1, 2};
        Buffers.addInto(floats, new float[] {0.5f, 0.25f});
        assertArrayEquals(new float[] {1.5f, 2.25f}, floats);
    }

    @Test
    void anArrayIsNotAddedToItself() {
        double[] a = {1, 2};
        Buffers.addInto(a, a);
        assertArrayEquals(new double[] {1, 2}, a);
        double[][] rows = {a, {3}};
        Buffers.addInto(rows, new double[][] {a, {4}});
        assertArrayEquals(new double[][] {{1, 2}, {7}}, rows);
        assertSame(a, rows[0]);
    }

    @Test
    void differentShapesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Buffers.addInto(new double[1], new double[2]));
        assertThrows(IllegalArgumentException.class, () -> Buffers.addInto(jagged(), new double[2][0][0]));
        assertThrows(IllegalArgumentException.class, () -> Buffers.addInto(new double[][] {{1}}, new float[][] {{1}}));
    }
}
