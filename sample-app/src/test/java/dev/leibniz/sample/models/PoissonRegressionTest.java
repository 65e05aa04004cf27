package dev.leibniz.sample.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.runtime.FlatFunction;
import dev.leibniz.runtime.Linear;
import dev.leibniz.runtime.Reductions;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The coefficients that L-BFGS finds are those of iteratively reweighted least squares, whose formulas are written by hand. */
class PoissonRegressionTest {
    private static final int CASES = 400;
    private static final double[] TRUTH = {0.5, -0.8, 0.3, 0.6, -0.2};

    private final double[][] covariates = new double[CASES][TRUTH.length];
    private final int[] counts = new int[CASES];

    PoissonRegressionTest() {
        Random random = new Random(17);
        for (int i = 0; i < CASES; i++) {
            for (int j = 0; j < TRUTH.length; j++) {
                covariates[i][j] = j == 0 ? 1 : random.nextGaussian();
            }
            counts[i] = poisson(Math.exp(Reductions.dot(TRUTH, covariates[i])), random);
        }
    }

    @Test
    void theFitIsThatOfReweightedLeastSquares() {
        FlatFunction loss = PoissonRegressionGrad.lossFlat(new double[TRUTH.length], covariates, counts);
        double[] fit = PoissonRegression.minimize(loss, 1e-6);
        double[] gradient =
                PoissonRegressionGrad.lossGrad(fit, covariates, counts).coefficients();
        assertEquals(0, Reductions.norm2(gradient), 1e-6);
        assertArrayEquals(reweighted(), fit, 1e-7);
        assertArrayEquals(TRUTH, fit, 0.15);
        assertTrue(loss.value(fit) < loss.value(TRUTH));
    }

    @Test
    void moreThanRoundingAllowsIsAskedForInVain() {
        FlatFunction loss = PoissonRegressionGrad.lossFlat(new double[TRUTH.length], covariates, counts);
        assertArrayEquals(reweighted(), PoissonRegression.minimize(loss, 0), 1e-7);
    }

    /** Newton's method with the gradient Xᵀ·(μ − y) and the Hessian Xᵀ·diag(μ)·X, where μ = exp(X·β). */
    private double[] reweighted() {
        double[] beta = new double[TRUTH.length];
        for (int step = 0; step < 20; step++) {
            double[] slope = new double[beta.length];
            double[][] hessian = new double[beta.length][beta.length];
            for (int i = 0; i < CASES; i++) {
                double mean = Math.exp(Reductions.dot(beta, covariates[i]));
                for (int j = 0; j < beta.length; j++) {
                    slope[j] += covariates[i][j] * (mean - counts[i]);
                    for (int k = 0; k < beta.length; k++) {
                        hessian[j][k] += mean * covariates[i][j] * covariates[i][k];
                    }
                }
            }
            double[] change = Linear.solve(hessian, slope);
            for (int j = 0; j < beta.length; j++) {
                beta[j] -= change[j];
            }
        }
        return beta;
    }

    /** Counts factors until their product is small enough (Knuth). */
    private static int poisson(double mean, Random random) {
        int count = 0;
        for (double product = random.nextDouble(); product > Math.exp(-mean); product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
