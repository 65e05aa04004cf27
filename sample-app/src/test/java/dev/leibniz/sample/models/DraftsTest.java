package dev.leibniz.sample.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.runtime.GradientCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Models with classes of their own: joints of an arm, layers of a network, complex numbers. */
class DraftsTest {

    /** Newton's method, with steps that are shortened until they help. */
    @Test
    void theArmReachesItsTarget() {
        List<RobotArm.Joint> arm = List.of(
                new RobotArm.Hinge(1), new RobotArm.Fixed(0.3), new RobotArm.Slider(0.2), new RobotArm.Hinge(0.7));
        double[] target = {0.9, 1.2};
        double[] x = {0.5, 0.5, 0.5};
        GradientCheck.of(
                        at -> RobotArm.miss(at, arm, target),
                        x,
                        RobotArmGrad.missGrad(x, arm, target).settings())
                .assertWithin(1e-6);
        for (int i = 0; i < 2000; i++) {
            double[] g = RobotArmGrad.missGrad(x, arm, target).settings();
            double[] along = RobotArmGrad.missHvp(x, arm, target, g).settings();
            double curvature = 0;
            double size = 0;
            for (int j = 0; j < x.length; j++) {
                curvature += g[j] * along[j];
                size += g[j] * g[j];
            }
            for (int j = 0; j < x.length && size > 0; j++) {
                x[j] -= g[j] * (curvature > 0 ? Math.min(size / curvature, 1) : 0.1);
            }
        }
        assertEquals(0, RobotArm.miss(x, arm, target), 1e-5);
    }

    @Test
    void theListOfLayersLearns() {
        Random random = new Random(4);
        double[][] w1 = matrix(5, 2, random);
        double[] b1 = new double[5];
        double[][] w2 = matrix(1, 5, random);
        double[] b2 = new double[1];
        double[][] x = matrix(40, 2, random);
        double[][] y = new double[x.length][];
        for (int e = 0; e < x.length; e++) {
            y[e] = new double[] {Math.sin(x[e][0]) * x[e][1]};
        }
        GradientCheck.of(
                        at -> LayeredNet.loss(w1, at, w2, b2, x, y),
                        b1,
                        LayeredNetGrad.lossGrad(w1, b1, w2, b2, x, y).b1())
                .assertWithin(1e-6);
        double before = LayeredNet.loss(w1, b1, w2, b2, x, y);
        for (int step = 0; step < 2000; step++) {
            LayeredNetGrad.LossGrad grad = LayeredNetGrad.lossGrad(w1, b1, w2, b2, x, y);
            descend(w1, grad.w1());
            descend(w2, grad.w2());
            descend(new double[][] {b1, b2}, new double[][] {grad.b1(), grad.b2()});
        }
        double after = LayeredNet.loss(w1, b1, w2, b2, x, y);
        assertTrue(after < 0.1 * before, before + " becomes " + after);
    }

    private static void descend(double[][] x, double[][] gradient) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                x[i][j] -= 0.1 * gradient[i][j];
            }
        }
    }

    private static double[][] matrix(int rows, int columns, Random random) {
        double[][] m = new double[rows][columns];
        for (double[] row : m) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return m;
    }

    /** Where the variance stays as it is, the price is that of Black and Scholes: 7.9656 for a volatility of 0.2 and a year. */
    @Test
    void hestonsPricesBecomeThoseOfBlackAndScholes() {
        List<Heston.Quote> quotes = List.of(new Heston.Quote(100, 1, 0));
        double price = Math.sqrt(Heston.error(0.04, 1, 0.04, 1e-3, 0, 100, quotes));
        assertEquals(7.9656, price, 1e-4);
    }

    @Test
    void hestonsModelIsFitted() {
        double[] model = {0.05, 1.5, 0.06, 0.4, -0.6};
        double[][] terms = {{90, 0.5}, {100, 0.5}, {110, 0.5}, {90, 2}, {100, 2}, {110, 2}};
        List<Heston.Quote> quotes = Arrays.stream(terms)
                .map(of -> new Heston.Quote(of[0], of[1], price(model, of)))
                .toList();
        assertArrayEquals(new double[5], gradient(model, quotes), 1e-9);
        double[] other = {0.04, 1.2, 0.05, 0.3, -0.4};
        GradientCheck.of(at -> error(at, quotes), other, gradient(other, quotes))
                .assertWithin(1e-5);
    }

    private static double price(double[] model, double[] terms) {
        return Math.sqrt(error(model, List.of(new Heston.Quote(terms[0], terms[1], 0))));
    }

    private static double error(double[] p, List<Heston.Quote> quotes) {
        return Heston.error(p[0], p[1], p[2], p[3], p[4], 100, quotes);
    }

    private static double[] gradient(double[] p, List<Heston.Quote> quotes) {
        HestonGrad.ErrorGrad grad = HestonGrad.errorGrad(p[0], p[1], p[2], p[3], p[4], 100, quotes);
        return new double[] {grad.v0(), grad.kappa(), grad.theta(), grad.sigma(), grad.rho()};
    }
}
