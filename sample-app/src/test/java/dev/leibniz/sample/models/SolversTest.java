package dev.leibniz.sample.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.runtime.GradientCheck;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Derivatives of models with a solver in them, against formulas, differences and unrolled iterations. */
class SolversTest {
    private static final double[] QUOTES = {0.021, 0.024, 0.026, 0.027, 0.0275};

    @Test
    void theCurveRepricesItsSwaps() {
        double[] payments = {0.026, 0.026, 1.026, 0, 0};
        YieldCurveGrad.ValueGrad grad = YieldCurveGrad.valueGrad(QUOTES, payments);
        assertEquals(1, grad.value(), 1e-12);
        GradientCheck.of(q -> YieldCurve.value(q, payments), QUOTES, grad.quotes())
                .assertWithin(1e-7);
    }

    /** A swap's fixed payments are worth 1 at its own rate, so that of what they lose only the annuity of one quote is left. */
    @Test
    void aSwapDependsOnItsOwnQuoteOnly() {
        double[] payments = {0.026, 0.026, 1.026, 0, 0};
        double[] annuity = {1, 1, 1, 0, 0};
        double[] expected = {0, 0, -YieldCurve.value(QUOTES, annuity), 0, 0};
        assertArrayEquals(expected, YieldCurveGrad.valueGrad(QUOTES, payments).quotes(), 1e-10);
    }

    @Test
    void theConvexityIsSymmetricAndThatOfDifferences() {
        double[] payments = {1, 2, 3, 4, 5};
        double[][] hessian = YieldCurveGrad.valueHessian(QUOTES, payments).matrix();
        double h = 1e-5;
        for (int i = 0; i < QUOTES.length; i++) {
            double[] up = QUOTES.clone();
            double[] down = QUOTES.clone();
            up[i] += h;
            down[i] -= h;
            double[] above = YieldCurveGrad.valueGrad(up, payments).quotes();
            double[] below = YieldCurveGrad.valueGrad(down, payments).quotes();
            for (int j = 0; j < QUOTES.length; j++) {
                assertEquals((above[j] - below[j]) / (2 * h), hessian[i][j], 1e-3);
                assertEquals(hessian[j][i], hessian[i][j], 1e-8);
            }
        }
    }

    @Test
    void keplersEquationInBothWays() {
        for (double eccentricity : new double[] {0, 0.1, 0.6}) {
            double mean = 1.2;
            KeplerGrad.ByNewtonGrad newton = KeplerGrad.byNewtonGrad(mean, eccentricity);
            KeplerGrad.ByIterationGrad iteration = KeplerGrad.byIterationGrad(mean, eccentricity);
            double x = newton.value();
            double slope = 1 - eccentricity * Math.cos(x);
            assertEquals(1 / slope, newton.mean(), 1e-12);
            assertEquals(Math.sin(x) / slope, newton.eccentricity(), 1e-12);
            assertEquals(newton.mean(), iteration.mean(), 1e-11);
            assertEquals(newton.eccentricity(), iteration.eccentricity(), 1e-11);
            double[][] second = KeplerGrad.byNewtonHessian(mean, eccentricity).matrix();
            double[][] same = KeplerGrad.byIterationHessian(mean, eccentricity).matrix();
            assertEquals(-eccentricity * Math.sin(x) / (slope * slope * slope), second[0][0], 1e-11);
            assertArrayEquals(second[0], same[0], 1e-10);
            assertArrayEquals(second[1], same[1], 1e-10);
            assertEquals(
                    eccentricity * Math.sin(x) / slope,
                    KeplerGrad.distanceGrad(mean, eccentricity).mean(),
                    1e-12);
        }
    }

    @Test
    void theEvidenceIsDifferentiatedThroughItsMode() {
        double[] counts = {0, 3, 1, 7, 2, 12};
        double[] at = {0.8, -0.3};
        LaplaceGrad.LogLikelihoodGrad grad = LaplaceGrad.logLikelihoodGrad(at[0], at[1], counts);
        GradientCheck.of(
                        p -> Laplace.logLikelihood(p[0], p[1], counts), at, new double[] {grad.mean(), grad.logScale()})
                .assertWithin(1e-6);
        for (int step = 0; step < 2000; step++) {
            grad = LaplaceGrad.logLikelihoodGrad(at[0], at[1], counts);
            at[0] += 0.02 * grad.mean();
            at[1] += 0.02 * grad.logScale();
        }
        assertEquals(0, Math.hypot(grad.mean(), grad.logScale()), 1e-8);
        assertTrue(Math.exp(at[1]) > 0.5 && Math.exp(at[1]) < 2, "standard deviation " + Math.exp(at[1]));
    }

    @Test
    void anEquilibriumIsLearned() {
        Random random = new Random(7);
        double[][] inner = matrix(random, 4, 4, 0.2);
        double[][] outer = matrix(random, 4, 2, 0.8);
        double[] readout = random.doubles(4, -1, 1).toArray();
        double[] input = {0.5, -0.3};
        EquilibriumGrad.LossGrad grad = EquilibriumGrad.lossGrad(inner, outer, readout, input, 0.7);
        GradientCheck.of(
                        row -> Equilibrium.loss(
                                new double[][] {row, inner[1], inner[2], inner[3]}, outer, readout, input, 0.7),
                        inner[0],
                        grad.inner()[0])
                .assertWithin(1e-6);
        GradientCheck.of(w -> Equilibrium.loss(inner, outer, w, input, 0.7), readout, grad.readout())
                .assertWithin(1e-6);
        for (int step = 0; step < 300; step++) {
            grad = EquilibriumGrad.lossGrad(inner, outer, readout, input, 0.7);
            for (int i = 0; i < 4; i++) {
                readout[i] -= 0.1 * grad.readout()[i];
                for (int j = 0; j < 2; j++) {
                    outer[i][j] -= 0.1 * grad.outer()[i][j];
                }
            }
        }
        assertEquals(0, Equilibrium.loss(inner, outer, readout, input, 0.7), 1e-10);
    }

    private static double[][] matrix(Random random, int rows, int columns, double size) {
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = random.doubles(columns, -size, size).toArray();
        }
        return matrix;
    }
}
