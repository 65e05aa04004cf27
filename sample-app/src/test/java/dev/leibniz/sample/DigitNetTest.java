package dev.leibniz.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.runtime.GradientCheck;
import dev.leibniz.runtime.Losses;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigitNetTest {

    private static final double[] PIXELS = {0.25, 0, 1, 0.5, 0.75};
    private static final Weights WEIGHTS = Weights.random(PIXELS.length, 4, 3, new Random(5));

    private static double loss(double[][] w1, double[] b1, double[][] w2, double[] b2) {
        return DigitNet.loss(w1, b1, w2, b2, PIXELS, 2);
    }

    @Test
    void gradientAgreesWithDifferencesInEveryParameter() {
        Weights w = WEIGHTS;
        DigitNetGrad.LossGrad grad = DigitNetGrad.lossGrad(w.w1(), w.b1(), w.w2(), w.b2(), PIXELS, 2);
        assertEquals(loss(w.w1(), w.b1(), w.w2(), w.b2()), grad.value());
        GradientCheck.of(w1 -> loss(w1, w.b1(), w.w2(), w.b2()), w.w1(), grad.w1())
                .assertWithin(1e-7);
        GradientCheck.of(b1 -> loss(w.w1(), b1, w.w2(), w.b2()), w.b1(), grad.b1())
                .assertWithin(1e-7);
        GradientCheck.of(w2 -> loss(w.w1(), w.b1(), w2, w.b2()), w.w2(), grad.w2())
                .assertWithin(1e-7);
        GradientCheck.of(b2 -> loss(w.w1(), w.b1(), w.w2(), b2), w.b2(), grad.b2())
                .assertWithin(1e-7);
    }

    @Test
    void gradientsAddUpInTheBuffers() {
        Weights once = Weights.zero(PIXELS.length, 4, 3);
        Weights twice = Weights.zero(PIXELS.length, 4, 3);
        Digit digit = new Digit(PIXELS, 2);
        WEIGHTS.addLossGradient(digit, once);
        WEIGHTS.addLossGradient(digit, twice);
        WEIGHTS.addLossGradient(digit, twice);
        assertTrue(once.b2()[2] != 0);
        for (int k = 0; k < 3; k++) {
            assertEquals(2 * once.b2()[k], twice.b2()[k], 1e-15);
        }
    }

    @Test
    void lossIsTheCrossEntropyOfTheLogits() {
        Weights w = WEIGHTS;
        double[] logits = w.logits(new Digit(PIXELS, 2));
        assertEquals(Losses.crossEntropyWithLogits(logits, 2), loss(w.w1(), w.b1(), w.w2(), w.b2()), 1e-15);
    }
}
