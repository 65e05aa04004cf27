package dev.leibniz.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LinearTest {

    private static final double[][] A = {{1, 2, 3}, {4, 5, 6}};

    @Test
    void products() {
        assertArrayEquals(new double[] {14, 32}, Linear.matVec(A, new double[] {1, 2, 3}));
        assertArrayEquals(new double[] {9, 12, 15}, Linear.matTVec(A, new double[] {1, 2}));
        double[][] b = {{1, 0}, {0, 1}, {2, -1}};
        assertArrayEquals(new double[][] {{7, -1}, {16, -1}}, Linear.matMul(A, b));
    }

    @Test
    void emptyMatrices() {
        assertEquals(0, Linear.matVec(new double[0][], new double[] {1, 2}).length);
        assertArrayEquals(new double[] {0, 0}, Linear.matVec(new double[2][0], new double[0]));
        assertEquals(0, Linear.matTVec(new double[0][], new double[0]).length);
        assertEquals(0, Linear.matMul(new double[0][], new double[0][]).length);
        assertArrayEquals(new double[][] {{}, {}}, Linear.matMul(new double[2][0], new double[0][]));
        assertArrayEquals(
                new double[][] {{}, {}},
                LinearRules.matMul(new double[2][0], new double[0][], new double[2][0])
                        .a());
    }

    @Test
    void shapesThatDoNotFitAreRefusedBySentence() {
        double[][] jagged = {{1, 2}, {3}};
        double[] two = {1, 2};
        assertEquals(
                "row 1 of a has length 1, x has length 2",
                assertThrows(IllegalArgumentException.class, () -> Linear.matVec(jagged, two))
                        .getMessage());
        assertEquals(
                "row 1 of a has length 1, not 2",
                assertThrows(IllegalArgumentException.class, () -> Linear.matTVec(jagged, two))
                        .getMessage());
        assertEquals(
                "a has 2 rows, x has length 3",
                assertThrows(IllegalArgumentException.class, () -> Linear.matTVec(A, new double[3]))
                        .getMessage());
        assertEquals(
                "row 0 of a has length 3, b has 2 rows",
                assertThrows(IllegalArgumentException.class, () -> Linear.matMul(A, A))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Linear.matMul(new double[][] {{1, 2}}, jagged));
    }

    @Test
    void argumentsAreNotModified() {
        double[][] a = {{1, 2}, {3, 4}};
        double[] x = {5, 6};
        Linear.matVec(a, x);
        Linear.matTVec(a, x);
        Linear.matMul(a, a);
        LinearRules.matVec(a, x, x);
        LinearRules.matTVec(a, x, x);
        LinearRules.matMul(a, a, a);
        assertArrayEquals(new double[][] {{1, 2}, {3, 4}}, a);
        assertArrayEquals(new double[] {5, 6}, x);
    }

    @Test
    void systems() {
        double[][] a = {{0, 2, 1}, {1, -1, 0}, {3, 0, 4}};
        double[] x = {1, -2, 3};
        assertArrayEquals(x, Linear.solve(a, Linear.matVec(a, x)), 1e-14);
        assertArrayEquals(x, Linear.matVec(Linear.inverse(a), Linear.matVec(a, x)), 1e-14);
        assertEquals(Math.log(5), Linear.logDet(a), 1e-14);
        double[] b = Linear.solveTridiagonal(
                new double[] {3, 1}, new double[] {0, 1, 2}, new double[] {1, 4}, new double[] {-2, 13, 4});
        assertArrayEquals(x, b, 1e-14);
        double[][] l = {{2, 0, 0}, {1, 3, 0}, {-1, 0.5, 1}};
        assertArrayEquals(x, Linear.solveTriangular(l, Linear.matVec(l, x), true), 1e-14);
        double[][] product = Linear.matMul(l, new double[][] {{2, 1, -1}, {0, 3, 0.5}, {0, 0, 1}});
        product[0][2] = Double.NaN; // only the lower triangle is read
        assertArrayEquals(l, Linear.cholesky(product));
        assertEquals(0, Linear.solve(new double[0][], new double[0]).length);
    }

    @Test
    void systemsWithoutASolutionSayWhere() {
        double[][] singular = {{1, 2}, {2, 4}};
        double[] two = {1, 2};
        assertEquals(
                "a is singular: pivot 1 is 0.0",
                assertThrows(ArithmeticException.class, () -> Linear.solve(singular, two))
                        .getMessage());
        assertEquals(
                "a is not positive definite: pivot 1 is 0.0",
                assertThrows(ArithmeticException.class, () -> Linear.cholesky(singular))
                        .getMessage());
        assertEquals(
                "a is not square: it has 2 rows, and row 0 has length 3",
                assertThrows(IllegalArgumentException.class, () -> Linear.logDet(A))
                        .getMessage());
        assertEquals(
                "a has 2 rows, b has length 3",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Linear.solve(new double[][] {{1, 0}, {0, 1}}, new double[3]))
                        .getMessage());
        assertThrows(ArithmeticException.class, () -> Linear.inverse(new double[][] {{Double.NaN}}));
        assertThrows(
                ArithmeticException.class, () -> Linear.solveTriangular(new double[][] {{1, 0}, {5, 0}}, two, true));
    }
}
