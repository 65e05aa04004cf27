package dev.leibniz.runtime.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.runtime.GradientCheck;
import dev.leibniz.runtime.arrays.RecordText;
import org.junit.jupiter.api.Test;

/** Gradient checks of whole values, and how records print them. */
class WholeValueTest {
    private record Layer(double[][] w, double b, int units, Inner inner) {}

    private record Inner(float[] c) {}

    private static final Layer AT = new Layer(new double[][] {{1, 2}, {3}}, 0.5, 2, new Inner(new float[] {0.25f}));

    private static double f(Layer at) {
        return at.w[0][1] * at.w[1][0] * at.b + at.inner.c[0] * at.b * at.units;
    }

    private static Layer gradient(double first) {
        return new Layer(new double[][] {{first, 1.5}, {1}}, 6 + 0.5, 2, new Inner(new float[] {1}));
    }

    @Test
    void recordsAsAWhole() {
        GradientCheck check =
                GradientCheck.ofWhole(WholeValueTest::f, AT, gradient(0)).assertWithin(1e-3);
        assertEquals(5, check.components().size());
        assertEquals(".inner.c[0]", check.components().get(4).index());
        AssertionError error = assertThrows(
                AssertionError.class,
                () -> GradientCheck.ofWhole(WholeValueTest::f, AT, gradient(1)).assertWithin(1e-3));
        assertTrue(error.getMessage().contains(" at .w[0][0], gradient 1.0"), error.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> GradientCheck.ofWhole((double[] x) -> 0, new double[2], new double[3]));
    }

    @Test
    void arraysOfAnyRank() {
        double[][][] x = {{{1, 2}}, {{3}, {4}}};
        double[][][] gradient = {{{2, 4}}, {{6}, {8}}};
        GradientCheck.ofWhole(
                        at -> at[0][0][0] * at[0][0][0]
                                + at[0][0][1] * at[0][0][1]
                                + at[1][0][0] * at[1][0][0]
                                + at[1][1][0] * at[1][1][0],
                        x,
                        gradient)
                .assertWithin(1e-8);
    }

    @Test
    void jacobiansAndHessians() {
        double[] x = {2, 3};
        double[][] jacobian = {{3, 2}, {4, 0}};
        GradientCheck.ofJacobian(at -> new double[] {at[0] * at[1], at[0] * at[0]}, x, jacobian)
                .assertWithin(1e-8);
        GradientCheck wrong = GradientCheck.ofJacobian(
                at -> new double[] {at[0] * at[1], at[0] * at[0]}, x, new double[][] {{3, 2}, {5, 0}});
        assertEquals("[1][0]", wrong.worst().index());
        double[][] hessian = {{0, 1}, {1, 0}};
        GradientCheck.ofHessian(at -> new double[] {at[1], at[0]}, x, hessian).assertWithin(1e-8);
    }

    @Test
    void forwardAgainstReverse() {
        // f(x, y) = (x y, x) at (2, 3)
        double[] cotangent = {5, 7};
        double[] tangent = {1, -1};
        double[] byForward = {3 * 1 + 2 * -1, 1};
        double[] byReverse = {5 * 3 + 7, 5 * 2};
        GradientCheck.ofModes(cotangent, byForward, byReverse, tangent).assertWithin(0);
        byReverse[1] = 11;
        assertTrue(GradientCheck.ofModes(cotangent, byForward, byReverse, tangent)
                        .worst()
                        .relativeError()
                > 0.05);
    }

    @Test
    void recordsPrintTheirArrays() {
        assertEquals("[[0.333333, 1.0E-9], [7.0]]", RecordText.of(new double[][] {{1.0 / 3, 1e-9}, {7}}));
        assertEquals("[0.0, 0.0, 0.0, 0.0, 0.0, … 20]", RecordText.of(new double[20]));
        assertEquals("[1, 2]", RecordText.of(new int[] {1, 2}));
        assertEquals("null", RecordText.of(null));
        assertEquals("Inner[c=[0.25]]", RecordText.of(AT.inner));
        assertEquals("Layer[w=[[1.0, 2.0], [3.0]], b=0.5, units=2, inner=Inner[c=[0.25]]]", RecordText.of(AT));
    }
}
