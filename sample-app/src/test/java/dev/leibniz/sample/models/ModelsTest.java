package dev.leibniz.sample.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.runtime.GradientCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Gradients of models that use lambdas, lists and random numbers. */
class ModelsTest {

    @Test
    void greeksOfAnAsianOption() {
        AsianOptionGrad.PriceGrad grad = AsianOptionGrad.priceGrad(100, 0.2, 0.05, 95, 200, 12);
        assertEquals(AsianOption.price(100, 0.2, 0.05, 95, 200, 12), grad.value());
        double h = 1e-4;
        double up = AsianOption.price(100, 0.2 + h, 0.05, 95, 200, 12);
        double down = AsianOption.price(100, 0.2 - h, 0.05, 95, 200, 12);
        assertEquals((up - down) / (2 * h), grad.volatility(), 1e-4);
        assertTrue(grad.spot() > 0.5 && grad.spot() < 1, "delta " + grad.spot());
        assertTrue(grad.strike() < 0, "by the strike " + grad.strike());
    }

    /** Newton's method finds the velocity that hits the target. */
    @Test
    void aRendezvousIsFound() {
        double[] v = {0, 1};
        double[] target = {0.1, 0.9};
        GradientCheck.of(
                        at -> Rendezvous.squaredMiss(at, 1, target, 1.5),
                        v,
                        RendezvousGrad.squaredMissGrad(v, 1, target, 1.5).velocity())
                .assertWithin(1e-6);
        for (int i = 0; i < 30; i++) {
            double[][] h = RendezvousGrad.squaredMissHessian(v, 1, target, 1.5).matrix();
            double[] g = RendezvousGrad.squaredMissGrad(v, 1, target, 1.5).velocity();
            double det = h[0][0] * h[1][1] - h[0][1] * h[1][0];
            v[0] -= (h[1][1] * g[0] - h[0][1] * g[1]) / det;
            v[1] -= (h[0][0] * g[1] - h[1][0] * g[0]) / det;
        }
        assertEquals(0, Rendezvous.squaredMiss(v, 1, target, 1.5), 1e-20);
    }

    @Test
    void theLikelihoodIsGreatestWhereItsGradientIsZero() {
        Random random = new Random(3);
        List<Survival.Observation> data = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double x = random.nextGaussian();
            double time = Math.exp(0.3 + 0.7 * x) * Math.pow(-Math.log(1 - random.nextDouble()), 1 / 1.8);
            data.add(new Survival.Observation(Math.min(time, 3), time > 3, new double[] {1, x}));
        }
        double logShape = 0;
        double[] coefficients = new double[2];
        for (int step = 0; step < 3000; step++) {
            SurvivalGrad.LogLikelihoodGrad grad = SurvivalGrad.logLikelihoodGrad(logShape, coefficients, data);
            logShape += 0.001 * grad.logShape();
            for (int j = 0; j < 2; j++) {
                coefficients[j] += 0.001 * grad.coefficients()[j];
            }
        }
        assertEquals(1.8, Math.exp(logShape), 0.3);
        assertEquals(0.7, coefficients[1], 0.2);
        assertEquals(
                0, SurvivalGrad.logLikelihoodGrad(logShape, coefficients, data).logShape(), 1e-6);
    }
}
