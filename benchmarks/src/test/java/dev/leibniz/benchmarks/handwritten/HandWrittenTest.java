package dev.leibniz.benchmarks.handwritten;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leibniz.benchmarks.problems.BlackScholes;
import dev.leibniz.benchmarks.problems.BundleAdjustment;
import dev.leibniz.benchmarks.problems.Det;
import dev.leibniz.benchmarks.problems.Gmm;
import dev.leibniz.benchmarks.problems.Llsq;
import dev.leibniz.benchmarks.problems.Lse;
import dev.leibniz.benchmarks.problems.Lstm;
import dev.leibniz.benchmarks.problems.Mlp;
import dev.leibniz.benchmarks.problems.Observations;
import dev.leibniz.benchmarks.problems.Ode;
import dev.leibniz.benchmarks.results.GmmGradient;
import dev.leibniz.benchmarks.results.Greeks;
import dev.leibniz.benchmarks.results.LstmGradient;
import dev.leibniz.benchmarks.results.MlpGradient;
import dev.leibniz.benchmarks.results.SparseJacobian;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** The yardsticks themselves, against central differences at points that no example has. */
class HandWrittenTest {
    private static final double STEP = 1e-6;

    private final Random random = new Random(42);

    @Test
    void llsq() {
        double[] x = vector(7);
        assertGradient(x, HandWrittenLlsq.gradient(x, 11), () -> Llsq.primal(x, 11));
    }

    @Test
    void lse() {
        double[] x = vector(9);
        assertGradient(x, HandWrittenLse.gradient(x), () -> Lse.primal(x));
    }

    @Test
    void det() {
        double[] a = vector(25);
        assertGradient(a, HandWrittenDet.gradient(a, 5), () -> Det.primal(a, 5));
    }

    @Test
    void ode() {
        double[] x = vector(6);
        assertGradient(x, HandWrittenOde.gradient(x, 7), () -> Ode.primal(x, 7)[5]);
        assertGradient(x, HandWrittenOde.gradient(x, 1), () -> Ode.primal(x, 1)[5]);
    }

    @Test
    void gmm() {
        double[] alpha = vector(3);
        double[][] mu = matrix(3, 4);
        double[][] q = matrix(3, 4);
        double[][] l = matrix(3, 6);
        double[][] x = matrix(5, 4);
        DoubleSupplier primal = () -> Gmm.objective(alpha, mu, q, l, x, 0.7, 2);
        GmmGradient gradient = HandWrittenGmm.gradient(alpha, mu, q, l, x, 0.7, 2);
        assertGradient(alpha, gradient.alpha(), primal);
        for (int k = 0; k < 3; k++) {
            assertGradient(mu[k], gradient.mu()[k], primal);
            assertGradient(q[k], gradient.q()[k], primal);
            assertGradient(l[k], gradient.l()[k], primal);
        }
    }

    @Test
    void lstm() {
        double[][] mainParams = matrix(4, 12);
        double[][] extraParams = matrix(3, 3);
        double[][] state = matrix(4, 3);
        double[][] sequence = matrix(6, 3);
        DoubleSupplier primal = () -> Lstm.objective(mainParams, extraParams, state, sequence);
        LstmGradient gradient = HandWrittenLstm.gradient(mainParams, extraParams, state, sequence);
        for (int i = 0; i < 4; i++) {
            assertGradient(mainParams[i], gradient.mainParams()[i], primal);
        }
        for (int i = 0; i < 3; i++) {
            assertGradient(extraParams[i], gradient.extraParams()[i], primal);
        }
    }

    @Test
    void bundleAdjustment() {
        double[][] cameras = matrix(2, 11);
        cameras[1][0] = 0;
        cameras[1][1] = 0;
        cameras[1][2] = 0;
        Observations data = new Observations(cameras, matrix(3, 3), vector(4), matrix(4, 2));
        SparseJacobian jacobian = HandWrittenBundleAdjustment.jacobian(data);
        for (int row = 0; row < 12; row++) {
            int residual = row;
            double[] dense = new double[2 * 11 + 3 * 3 + 4];
            for (int at = jacobian.rows()[row]; at < jacobian.rows()[row + 1]; at++) {
                dense[jacobian.cols()[at]] = jacobian.vals()[at];
            }
            DoubleSupplier primal = () -> BundleAdjustment.residuals(data)[residual];
            int column = 0;
            for (double[] camera : cameras) {
                assertPart(camera, dense, column, primal);
                column += 11;
            }
            for (double[] point : data.points()) {
                assertPart(point, dense, column, primal);
                column += 3;
            }
            assertPart(data.weights(), dense, column, primal);
        }
    }

    @Test
    void blackScholes() {
        double[] v = {105, 100, 0.03, 0.01, 0.2, 0.75};
        Greeks greeks = HandWrittenBlackScholes.greeks(v[0], v[1], v[2], v[3], v[4], v[5]);
        double[] partials = {
            greeks.spot(), greeks.strike(), greeks.rate(), greeks.dividend(), greeks.volatility(), greeks.time()
        };
        assertGradient(v, partials, () -> BlackScholes.call(v[0], v[1], v[2], v[3], v[4], v[5]));
    }

    @Test
    void normalDistribution() {
        assertEquals(0.5, BlackScholes.normalCdf(0), 1e-15);
        assertEquals(0.9750021048517795, BlackScholes.normalCdf(1.96), 1e-14);
        assertEquals(0.15865525393145707, BlackScholes.normalCdf(-1), 1e-14);
        assertEquals(6.220960574271785e-16, BlackScholes.normalCdf(-8), 1e-20);
    }

    @Test
    void mlp() {
        double[][] hidden = matrix(4, 5);
        double[] hiddenBias = vector(5);
        double[][] output = matrix(5, 3);
        double[] outputBias = vector(3);
        double[][] inputs = matrix(6, 4);
        int[] labels = {0, 2, 1, 1, 0, 2};
        DoubleSupplier primal = () -> Mlp.loss(hidden, hiddenBias, output, outputBias, inputs, labels);
        MlpGradient gradient = HandWrittenMlp.gradient(hidden, hiddenBias, output, outputBias, inputs, labels);
        for (int i = 0; i < hidden.length; i++) {
            assertGradient(hidden[i], gradient.hidden()[i], primal);
        }
        assertGradient(hiddenBias, gradient.hiddenBias(), primal);
        for (int i = 0; i < output.length; i++) {
            assertGradient(output[i], gradient.output()[i], primal);
        }
        assertGradient(outputBias, gradient.outputBias(), primal);
    }

    private static void assertPart(double[] x, double[] dense, int column, DoubleSupplier primal) {
        for (int i = 0; i < x.length; i++) {
            assertDerivative(difference(x, i, primal), dense[column + i], "column " + (column + i));
        }
    }

    static void assertGradient(double[] x, double[] gradient, DoubleSupplier primal) {
        assertEquals(x.length, gradient.length);
        for (int i = 0; i < x.length; i++) {
            assertDerivative(difference(x, i, primal), gradient[i], "element " + i);
        }
    }

    private static void assertDerivative(double expected, double actual, String where) {
        assertEquals(expected, actual, 1e-6 * (1 + Math.abs(expected)), where);
    }

    private static double difference(double[] x, int i, DoubleSupplier primal) {
        double kept = x[i];
        x[i] = kept + STEP;
        double above = primal.getAsDouble();
        x[i] = kept - STEP;
        double below = primal.getAsDouble();
        x[i] = kept;
        return (above - below) / (2 * STEP);
    }

    private double[] vector(int n) {
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = random.nextDouble() * 2 - 0.8;
        }
        return v;
    }

    private double[][] matrix(int rows, int n) {
        double[][] m = new double[rows][];
        for (int i = 0; i < rows; i++) {
            m[i] = vector(n);
        }
        return m;
    }
}
