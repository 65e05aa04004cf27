package dev.leibniz.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GradientCheckTest {

    private static double bowl(double[] w) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += (i + 1) * w[i] * w[i];
        }
        return sum;
    }

    @Test
    void acceptsARightGradient() {
        double[] w = {1, -2, 0, 1e-9};
        GradientCheck check = GradientCheck.of(GradientCheckTest::bowl, w, new double[] {2, -8, 0, 8e-9});
        assertEquals(4, check.components().size());
        check.assertWithin(1e-8);
        assertArrayEquals(new double[] {1, -2, 0, 1e-9}, w);
    }

    @Test
    void namesTheWorstComponentWithBothItsValues() {
        GradientCheck check =
                GradientCheck.of(GradientCheckTest::bowl, new double[] {1, -2, 3}, new double[] {2, 8, 18.001});
        GradientCheck.Component worst = check.worst();
        assertEquals("[1]", worst.index());
        assertEquals(8, worst.gradient());
        assertEquals(-8, worst.centralDifference(), 1e-8);
        assertEquals(2, worst.relativeError(), 1e-8);
        var thrown = assertThrows(AssertionError.class, () -> check.assertWithin(1e-6));
        assertTrue(
                thrown.getMessage()
                        .startsWith(
                                "not within 1.0E-6: gradient check of 3 components: greatest relative error 2.0 at [1],"
                                        + " gradient 8.0, central difference -8.0"),
                thrown.getMessage());
    }

    @Test
    void findsASmallMistakeInASmallComponent() {
        double[] w = {1000, 1e-3};
        assertThrows(
                AssertionError.class,
                () -> GradientCheck.of(x -> Math.sin(x[0]) + x[1] * x[1], w, new double[] {Math.cos(1000), 2.001e-3})
                        .assertWithin(1e-6));
        GradientCheck.of(x -> Math.sin(x[0]) + x[1] * x[1], w, new double[] {Math.cos(1000), 2e-3})
                .assertWithin(1e-6);
    }

    @Test
    void findsAWrongGradientHoweverSmallTheFunction() {
        assertThrows(
                AssertionError.class,
                () -> GradientCheck.of(x -> 1e-200 * x * x, 1, 3e-200).assertWithin(1e-6));
        GradientCheck.of(x -> 1e-200 * x * x, 1, 2e-200).assertWithin(1e-6);
    }

    @Test
    void findsAMistakeUnderALargeConstant() {
        assertThrows(
                AssertionError.class,
                () -> GradientCheck.of(x -> 1e6 + x * x, 0.3, 0.601).assertWithin(1e-4));
        GradientCheck.of(x -> 1e6 + x * x, 0.3, 0.6).assertWithin(1e-6);
    }

    @Test
    void choosesAStepThatStaysInTheDomainAndOffTheKink() {
        GradientCheck.of(Math::log, 1e-8, 1e8).assertWithin(1e-6);
        GradientCheck.of(Math::sqrt, 1e-6, 500).assertWithin(1e-6);
        GradientCheck.of(Math::abs, 1e-7, 1).assertWithin(1e-6);
        GradientCheck.of(x -> 1 + Math.max(x, 0), -1e-7, 0).assertWithin(1e-6);
        GradientCheck.of(x -> 1 / x, 1e150, -1e-300).assertWithin(1e-6);
        GradientCheck.of(Math::exp, 700, Math.exp(700)).assertWithin(1e-6);
        GradientCheck.of(x -> Math.sin(100 * x), 1736.88, 100 * Math.cos(173688))
                .assertWithin(1e-6);
    }

    @Test
    void matrices() {
        double[][] w = {{1, 2}, {}, {3}};
        GradientCheck.of(m -> m[0][0] * m[0][1] * m[2][0], w, new double[][] {{6, 3}, {}, {2}})
                .assertWithin(1e-8);
        GradientCheck wrong = GradientCheck.of(m -> m[0][0] * m[0][1] * m[2][0], w, new double[][] {{6, 3}, {}, {3}});
        assertEquals("[2][0]", wrong.worst().index());
    }

    @Test
    void singlePrecision() {
        float[] w = {0.5f, -1.5f};
        GradientCheck.of(x -> x[0] * x[0] * x[1], w, new float[] {-1.5f, 0.25f}).assertWithin(1e-3);
        float[][] m = {{0.5f}, {-1.5f}};
        GradientCheck.of(x -> x[0][0] * x[0][0] * x[1][0], m, new float[][] {{-1.5f}, {0.25f}})
                .assertWithin(1e-3);
        GradientCheck.ofFloat(x -> x * x * x, 2, 12).assertWithin(1e-3);
        assertThrows(
                AssertionError.class,
                () -> GradientCheck.ofFloat(x -> x * x * x, 2, 12.1f).assertWithin(1e-3));
    }

    @Test
    void notANumberIsNeverRight() {
        assertThrows(
                AssertionError.class,
                () -> GradientCheck.of(x -> x, 1, Double.NaN).assertWithin(1));
        assertThrows(
                AssertionError.class,
                () -> GradientCheck.of(x -> Double.NaN, 1, 0).assertWithin(1));
        assertThrows(
                AssertionError.class,
                () -> GradientCheck.of(x -> x, 1, Double.POSITIVE_INFINITY).assertWithin(1));
    }

    @Test
    void emptyAndMismatchedShapes() {
        assertEquals(
                0,
                GradientCheck.of(x -> 1, new double[0], new double[0])
                        .assertWithin(0)
                        .components()
                        .size());
        var thrown = assertThrows(
                IllegalArgumentException.class, () -> GradientCheck.of(x -> 1, new double[2], new double[3]));
        assertEquals("the point has 2 entries, the gradient 3", thrown.getMessage());
    }

    @Test
    void reportsInOneLine() {
        assertEquals(
                "gradient check of 1 component: no difference, gradient 2.0, central difference 2.0",
                GradientCheck.of(x -> 2 * x, 0, 2).toString());
    }

    @Test
    void whatRoundingExplainsIsNoErrorAndIsNotCalledEqual() {
        double slope = Math.cos(1);
        String report = GradientCheck.of(Math::sin, 1.0, Math.nextUp(Math.nextUp(slope)))
                .toString();
        assertTrue(
                report.startsWith(
                        "gradient check of 1 component: no difference beyond the rounding of central differences,"),
                report);
    }

    @Test
    void amongComponentsWithoutAnErrorTheMostDistantIsShown() {
        double[] gradient = {0, Math.nextUp(Math.cos(1))};
        GradientCheck check = GradientCheck.of(x -> Math.sin(x[1]), new double[] {0, 1}, gradient);
        assertEquals("[1]", check.worst().index(), check.toString());
    }
}
