package dev.leibniz.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.runtime.GradientCheck;
import dev.leibniz.runtime.Trace;
import java.util.List;
import java.util.NoSuchElementException;
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
    void theTraceIsTheTableOfTheTextbook() {
        Trace trace = TextbookGrad.lossTrace(W1, B1, W2, 0, X, 0);
        assertEquals("""
                step             | expression                    | values                            | result
                ∂loss/∂yHat      | (1 − y)/(1 − yHat) − y/yHat   | (1 − 0.0)/(1 − 0.536) − 0.0/0.536 | 2.157
                ∂loss/∂z2        | yHat − y                      | 0.536 − 0.0                       | 0.536
                ∂z2/∂a1[0]       | w2[0]                         | 0.6                               | 0.6
                ∂loss/∂a1[0]     | ∂loss/∂z2·∂z2/∂a1[0]          | 0.536 × 0.6                       | 0.322
                ∂a1[0]/∂z1[0]    | [z1[0] > 0]                   | [0.33 > 0]                        | 1.0
                ∂loss/∂z1[0]     | ∂loss/∂a1[0]·∂a1[0]/∂z1[0]    | 0.322 × 1.0                       | 0.322
                ∂z1[0]/∂w1[0][0] | x[0]                          | 0.5                               | 0.5
                ∂loss/∂w1[0][0]  | ∂loss/∂z1[0]·∂z1[0]/∂w1[0][0] | 0.322 × 0.5                       | 0.161
                """, trace.table("w1[0][0]"));
        assertEquals(
                "∂loss/∂z2 · ∂z2/∂a1[0] · ∂a1[0]/∂z1[0] · ∂z1[0]/∂w1[0][0] = 0.536 × 0.6 × 1.0 × 0.5 = 0.161",
                trace.chain("w1[0][0]").toString());
    }

    @Test
    void theTraceHasEachDerivativeByItsName() {
        TextbookGrad.LossGrad grad = TextbookGrad.lossGrad(W1, B1, W2, 0, X, 0);
        Trace trace = TextbookGrad.lossTrace(W1, B1, W2, 0, X, 0);
        assertEquals(grad.value(), trace.value());
        assertEquals(grad.w1()[1][0], trace.gradient("w1[1][0]"));
        assertEquals(grad.b2(), trace.gradient("z2"));
        assertEquals(grad.b2(), trace.gradient("z2@0"));
        assertEquals(2.157, trace.gradient("yHat"), 5e-4);
        assertEquals(0.536, trace.value("yHat"), 5e-4);
        assertEquals(1, trace.gradient("loss"));
        assertTrue(trace.toDot().startsWith("digraph \"loss\" {"));
        String message = assertThrows(NoSuchElementException.class, () -> trace.gradient("z3"))
                .getMessage();
        assertTrue(message.startsWith("no step z3; there are a1[0], "), message);
    }

    @Test
    void theChainOfTheWave() {
        Trace.Chain chain = TextbookGrad.waveTrace(0.5).chain("x");
        assertEquals("∂wave/∂v · ∂v/∂u · ∂u/∂x = −0.654 × 4.0 × 2.0 = −5.229", chain.toString());
        assertEquals(
                List.of("cos(v)", "2·u", "2"),
                chain.paths().get(0).stream().map(Trace.Factor::formula).toList());
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
