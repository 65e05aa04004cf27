package dev.leibniz.sample.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.runtime.GradientCheck;
import dev.leibniz.runtime.Reductions;
import dev.leibniz.runtime.SparseMatrix;
import dev.leibniz.runtime.SparsityPattern;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The swing of a pendulum over 200 nodes, 600 numbers, by Newton's method. */
class SwingUpTest {
    private static final int NODES = 200;
    private static final double H = 6.0 / (NODES - 1);
    private static final double WEIGHT = 1e4;

    @Test
    void newtonsMethodSwingsItUp() {
        double[] start = evenly();
        assertTrue(slope(start) > 100, "the start is too good");
        double[] x = SwingUp.minimize(start, H, WEIGHT, 15);
        assertEquals(0, slope(x), 1e-8);
        assertEquals(0, x[0], 1e-3);
        assertEquals(Math.PI, x[x.length - 3], 1e-3);
        assertTrue(SwingUp.cost(x, H, WEIGHT) < 1.2, "an effort of " + SwingUp.cost(x, H, WEIGHT));
    }

    @Test
    void theSparseHessianIsTheOneOfProducts() {
        double[] start = evenly();
        SparsityPattern pattern = SwingUpGrad.costHessianSparsity(start, H, WEIGHT);
        assertTrue(pattern.symmetricColours() <= 9, pattern.symmetricColours() + " colours"); // those of a band of 9
        GradientCheck.of(
                        x -> SwingUp.cost(x, H, WEIGHT),
                        start,
                        SwingUpGrad.costHvp(start, H, WEIGHT, start).grad().x())
                .assertWithin(1e-5);
        Random random = new Random(5);
        for (double[] x : new double[][] {start, SwingUp.minimize(start, H, WEIGHT, 15)}) {
            double[] v = random.doubles(x.length, -1, 1).toArray();
            SparseMatrix hessian =
                    SwingUpGrad.costSparseHessian(x, H, WEIGHT, pattern).hessian();
            double[] product = SwingUpGrad.costHvp(x, H, WEIGHT, v).x();
            assertArrayEquals(product, hessian.times(v), 1e-14 * WEIGHT);
            assertTrue(Reductions.norm2(product) > WEIGHT, "too small a product to say much");
        }
    }

    /** From hanging to standing at one rate, which nothing drives. */
    private static double[] evenly() {
        double[] x = new double[3 * NODES];
        for (int i = 0; i < NODES; i++) {
            x[3 * i] = Math.PI * i / (NODES - 1);
        }
        return x;
    }

    private static double slope(double[] x) {
        return Reductions.norm2(SwingUpGrad.costHvp(x, H, WEIGHT, x).grad().x());
    }
}
