package dev.leibniz.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LossesTest {

    private static void near(double expected, double actual) {
        assertEquals(expected, actual, 1e-15 * Math.abs(expected));
    }

    @Test
    void binaryCrossEntropyOfKnownProbabilities() {
        near(Math.log(2), Losses.binaryCrossEntropy(0.5, 1));
        near(-Math.log(0.9), Losses.binaryCrossEntropy(0.9, 1));
        near(-0.3 * Math.log(0.2) - 0.7 * Math.log(0.8), Losses.binaryCrossEntropy(0.2, 0.3));
        near(1e-300, Losses.binaryCrossEntropy(1e-300, 0));
    }

    @Test
    void binaryCrossEntropyAtTheEnds() {
        assertEquals(0, Losses.binaryCrossEntropy(0, 0));
        assertEquals(0, Losses.binaryCrossEntropy(1, 1));
        assertEquals(Double.POSITIVE_INFINITY, Losses.binaryCrossEntropy(0, 1));
        assertEquals(Double.POSITIVE_INFINITY, Losses.binaryCrossEntropy(1, 0));
        assertEquals(Double.NaN, Losses.binaryCrossEntropy(1.5, 0));
        assertEquals(Double.NaN, Losses.binaryCrossEntropy(Double.NaN, 1));

        assertEquals(1, LossRules.binaryCrossEntropy(0, 0, 1).p());
        assertEquals(-1, LossRules.binaryCrossEntropy(1, 1, 1).p());
        assertEquals(0, LossRules.binaryCrossEntropy(0, 1, 0).p());
        assertEquals(0, LossRules.binaryCrossEntropy(0, 1, 0).target());
    }

    @Test
    void binaryCrossEntropyWithLogitsIsFiniteAndAccurate() {
        near(Math.log(2), Losses.binaryCrossEntropyWithLogits(0, 1));
        near(Losses.binaryCrossEntropy(Activations.sigmoid(2), 0.3), Losses.binaryCrossEntropyWithLogits(2, 0.3));
        near(Losses.binaryCrossEntropy(Activations.sigmoid(-2), 0.3), Losses.binaryCrossEntropyWithLogits(-2, 0.3));
        assertEquals(800, Losses.binaryCrossEntropyWithLogits(800, 0));
        assertEquals(800, Losses.binaryCrossEntropyWithLogits(-800, 1));
        near(Math.exp(-700), Losses.binaryCrossEntropyWithLogits(700, 1));
        near(Math.exp(-700), Losses.binaryCrossEntropyWithLogits(-700, 0));
        assertEquals(0, Losses.binaryCrossEntropyWithLogits(1e308, 1));
        assertEquals(1e308, Losses.binaryCrossEntropyWithLogits(1e308, 0));
    }

    @Test
    void binaryCrossEntropyWithLogitsHasAnAccurateDerivative() {
        near(
                Activations.sigmoid(0.3) - 0.2,
                LossRules.binaryCrossEntropyWithLogits(0.3, 0.2, 1).logit());
        near(-Math.exp(-700), LossRules.binaryCrossEntropyWithLogits(700, 1, 1).logit());
        near(Math.exp(-700), LossRules.binaryCrossEntropyWithLogits(-700, 0, 1).logit());
        assertEquals(1, LossRules.binaryCrossEntropyWithLogits(1e308, 0, 1).logit());
        assertEquals(-3, LossRules.binaryCrossEntropyWithLogits(1.5, 0, 2).target());
    }

    @Test
    void crossEntropyIsMinusTheLogarithmOfTheShare() {
        double[] logits = {1, -2, 0.5};
        for (int label = 0; label < logits.length; label++) {
            double expected = -Math.log(Reductions.softmax(logits)[label]);
            assertEquals(expected, Losses.crossEntropyWithLogits(logits, label), 1e-15);
        }
    }

    @Test
    void crossEntropyIsFiniteAndAccurateForLargeLogits() {
        near(Math.exp(-700), Losses.crossEntropyWithLogits(new double[] {700, 0}, 0));
        assertEquals(1600, Losses.crossEntropyWithLogits(new double[] {800, -800}, 1));
        assertEquals(0, Losses.crossEntropyWithLogits(new double[] {1e308, 0}, 0));
        assertEquals(1e308, Losses.crossEntropyWithLogits(new double[] {1e308, 0}, 1));
        assertEquals(0, Losses.crossEntropyWithLogits(new double[] {-1e308}, 0));
        near(Math.log(2), Losses.crossEntropyWithLogits(new double[] {1e308, 1e308}, 1));

        double[] gradient = LossRules.crossEntropyWithLogits(new double[] {700, 0}, 0, 1);
        near(-Math.exp(-700), gradient[0]);
        near(Math.exp(-700), gradient[1]);
    }

    @Test
    void crossEntropyRefusesALabelThatIsNoClass() {
        double[] logits = {1, 2};
        var tooLarge = assertThrows(IllegalArgumentException.class, () -> Losses.crossEntropyWithLogits(logits, 2));
        assertEquals("label 2 is not one of 2 classes", tooLarge.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Losses.crossEntropyWithLogits(logits, -1));
        assertThrows(IllegalArgumentException.class, () -> Losses.crossEntropyWithLogits(new double[0], 0));
    }

    @Test
    void squaredErrors() {
        assertEquals(6.25, Losses.squaredError(1, 3.5));
        assertEquals(13, Losses.squaredError(new double[] {1, 2}, new double[] {3, 5}));
        assertEquals(0, Losses.squaredError(new double[0], new double[0]));
        assertThrows(IllegalArgumentException.class, () -> Losses.squaredError(new double[] {1}, new double[] {1, 2}));
        assertArrayEquals(
                new double[] {-8, -12},
                LossRules.squaredError(new double[] {1, 2}, new double[] {3, 5}, 2)
                        .prediction());
    }

    @Test
    void huberIsAParabolaThatGoesOverIntoLines() {
        assertEquals(0.125, Losses.huber(1, 0.5, 1));
        assertEquals(0.5, Losses.huber(1, 0, 1));
        assertEquals(2.5, Losses.huber(-3, 0, 1));
        assertEquals(1e308, Losses.huber(1e308, 0, 1));
        assertEquals(-1, LossRules.huber(-1e308, 0, 1, 1).prediction());
        assertEquals(2, LossRules.huber(-3, 0, 1, 1).delta());
    }
}
