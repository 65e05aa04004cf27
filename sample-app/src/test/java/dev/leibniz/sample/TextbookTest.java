package dev.leibniz.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leibniz.runtime.GradientCheck;
import org.junit.jupiter.api.Test;

class TextbookTest {

    private static final double[][] W1 = {{0.5, -0.2}, {0.3, 0.8}};
    private static final double[] B1 = {0.1, -0.1};
    private static final double[] W2 = {0.6, -0.4};
    private static final double[] X = {0.5, 0.1};

    @Test
    void wave() {
        for (double x = -3; x <= 3; x += 0.25) {
            TextbookGrad.WaveGrad grad = TextbookGrad.waveGrad(x);
            double u = 2 * x + 1;
            assertEquals(Textbook.wave(x), grad.value());
            assertEquals(4 * u * Math.cos(u * u), grad.x(), 1e-14);
            GradientCheck.of(Textbook::wave, x, grad.x()).assertWithin(1e-7);
        }
    }

    @Test
    void network() {
        TextbookGrad.LossGrad grad = TextbookGrad.lossGrad(W1, B1, W2, 0, X, 0);
        assertEquals(0.536, Textbook.predict(W1, B1, W2, 0, X), 5e-4);
        assertEquals(Textbook.loss(W1, B1, W2, 0, X, 0), grad.value());
        assertEquals(0.536, grad.b2(), 5e-4);
        assertEquals(0.161, grad.w1()[0][0], 5e-4);
        assertEquals(-0.107, grad.w1()[1][0], 5e-4);
    }

    @Test
    void networkAgreesWithDifferencesInEveryParameter() {
        for (double y : new double[] {0, 1, 0.25}) {
            TextbookGrad.LossGrad grad = TextbookGrad.lossGrad(W1, B1, W2, 0.3, X, y);
            GradientCheck.of(w1 -> Textbook.loss(w1, B1, W2, 0.3, X, y), W1, grad.w1())
                    .assertWithin(1e-7);
            GradientCheck.of(b1 -> Textbook.loss(W1, b1, W2, 0.3, X, y), B1, grad.b1())
                    .assertWithin(1e-7);
            GradientCheck.of(w2 -> Textbook.loss(W1, B1, w2, 0.3, X, y), W2, grad.w2())
                    .assertWithin(1e-7);
            GradientCheck.of(b2 -> Textbook.loss(W1, B1, W2, b2, X, y), 0.3, grad.b2())
                    .assertWithin(1e-7);
        }
    }
}
