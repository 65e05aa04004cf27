package dev.leibniz.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReductionsTest {

    private static final double[] NOTHING = {};

    private static void near(double expected, double actual) {
        assertEquals(expected, actual, 1e-15 * Math.abs(expected));
    }

    @Test
    void nothingHasTheNeutralElements() {
        assertEquals(0, Reductions.sum(NOTHING));
        assertEquals(0, Reductions.dot(NOTHING, NOTHING));
        assertEquals(Double.NEGATIVE_INFINITY, Reductions.logSumExp(NOTHING));
        assertEquals(0, Reductions.softmax(NOTHING).length);
        assertEquals(0, Reductions.norm2(NOTHING));
        assertEquals(0, ReductionRules.logSumExp(NOTHING, 1).length);
        assertEquals(0, ReductionRules.softmax(NOTHING, NOTHING).length);
        assertEquals(0, ReductionRules.norm2(NOTHING, 1).length);
    }

    @Test
    void sumCarriesItsRoundingErrors() {
        assertEquals(1, Reductions.sum(new double[] {1e16, 1, -1e16}));
        assertEquals(2, Reductions.sum(new double[] {1, 1e100, 1, -1e100}));
        double[] tenths = new double[1_000_000];
        Arrays.fill(tenths, 0.1);
        assertEquals(100_000, Reductions.sum(tenths));
        assertEquals(Double.POSITIVE_INFINITY, Reductions.sum(new double[] {1e308, 1e308}));
        assertEquals(Double.NaN, Reductions.sum(new double[] {1, Double.NaN}));
        assertEquals(2 * Double.MIN_VALUE, Reductions.sum(new double[] {Double.MIN_VALUE, Double.MIN_VALUE}));
    }

    @Test
    void dotWantsEqualLengths() {
        assertEquals(11, Reductions.dot(new double[] {1, 2}, new double[] {3, 4}));
        var thrown = assertThrows(IllegalArgumentException.class, () -> Reductions.dot(new double[] {1}, NOTHING));
        assertEquals("x has length 1, y has length 0", thrown.getMessage());
    }

    @Test
    void logSumExpNeitherOverflowsNorLosesSmallTerms() {
        near(Math.log(Math.exp(1) + Math.exp(2) + Math.exp(3)), Reductions.logSumExp(new double[] {1, 2, 3}));
        near(800 + Math.log(2), Reductions.logSumExp(new double[] {800, 800}));
        near(-800 + Math.log(2), Reductions.logSumExp(new double[] {-800, -800}));
        near(Math.exp(-700), Reductions.logSumExp(new double[] {0, -700}));
        assertEquals(1e308, Reductions.logSumExp(new double[] {1e308, -1e308}));
        assertEquals(3, Reductions.logSumExp(new double[] {Double.NEGATIVE_INFINITY, 3}));
        assertEquals(
                Double.NEGATIVE_INFINITY,
                Reductions.logSumExp(new double[] {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY}));
        assertEquals(Double.NaN, Reductions.logSumExp(new double[] {1, Double.NaN}));
        assertEquals(Double.NaN, Reductions.logSumExp(new double[] {Double.NaN, 1}));
    }

    @Test
    void softmaxSharesOutOne() {
        assertArrayEquals(new double[] {0.5, 0.5}, Reductions.softmax(new double[] {1e308, 1e308}));
        assertArrayEquals(new double[] {1, 0}, Reductions.softmax(new double[] {800, -800}));
        assertArrayEquals(new double[] {1, 0}, Reductions.softmax(new double[] {1e308, -1e308}));
        assertArrayEquals(new double[] {0.25, 0.75}, Reductions.softmax(new double[] {0, Math.log(3)}), 1e-15);
    }

    @Test
    void norm2IsScaledAgainstOverflowAndUnderflow() {
        assertEquals(5, Reductions.norm2(new double[] {3, -4}));
        near(5e300, Reductions.norm2(new double[] {3e300, 4e300}));
        near(5e-300, Reductions.norm2(new double[] {3e-300, 4e-300}));
        assertEquals(5 * Double.MIN_VALUE, Reductions.norm2(new double[] {3 * Double.MIN_VALUE, 4 * Double.MIN_VALUE}));
        assertEquals(1e308, Reductions.norm2(new double[] {1e308}));
        assertEquals(Double.POSITIVE_INFINITY, Reductions.norm2(new double[] {1, Double.NEGATIVE_INFINITY}));
        assertEquals(Double.NaN, Reductions.norm2(new double[] {1, Double.NaN}));
    }

    @Test
    void norm2HasAUnitGradientWhereverItHasOne() {
        assertArrayEquals(new double[] {0.6, -0.8}, ReductionRules.norm2(new double[] {3, -4}, 1), 1e-16);
        assertArrayEquals(new double[] {0.6, 0.8}, ReductionRules.norm2(new double[] {3e300, 4e300}, 1), 1e-16);
        assertArrayEquals(new double[] {0.6, 0.8}, ReductionRules.norm2(new double[] {3e-310, 4e-310}, 1), 1e-12);
        assertArrayEquals(new double[] {1, 0}, ReductionRules.norm2(new double[] {1.7e308, 0}, 1));
        assertArrayEquals(new double[] {0, 0}, ReductionRules.norm2(new double[] {0, 0}, 1));
    }
}
