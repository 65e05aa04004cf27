package dev.leibniz.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HighOrdersTest {

    private static final double ROUNDING = 4e-16;

    @Test
    void fifthPower() {
        for (double x : new double[] {-1.75, 0, 0.5, 3}) {
            assertClose(5 * x * x * x * x, HighOrders.power1(x));
            assertClose(20 * x * x * x, HighOrders.power2(x));
            assertClose(60 * x * x, HighOrders.power3(x));
            assertClose(120 * x, HighOrders.power4(x));
            assertClose(120, HighOrdersGrad.power4Grad(x).x());
        }
    }

    @Test
    void sine() {
        for (double x = -3; x < 3; x += 0.7) {
            assertClose(Math.cos(x), HighOrders.sine1(x));
            assertClose(-Math.sin(x), HighOrders.sine2(x));
            assertClose(-Math.cos(x), HighOrders.sine3(x));
            assertClose(Math.sin(x), HighOrders.sine4(x));
            assertClose(Math.cos(x), HighOrders.sine5(x));
            assertClose(-Math.sin(x), HighOrders.sine6(x));
            assertClose(-Math.cos(x), HighOrders.sine7(x));
            assertClose(Math.sin(x), HighOrdersGrad.sine7Grad(x).x());
            assertClose(Math.sin(x), HighOrdersGrad.sine6Hessian(x).matrix()[0][0]);
        }
    }

    @Test
    void thirdDerivativesOfSoftmax() {
        double[] z = {0.3, -1.2, 0.9};
        double[] p = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            p[i] = HighOrders.softmax(z, i);
        }
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < z.length; j++) {
                for (int k = 0; k < z.length; k++) {
                    double[] third = HighOrdersGrad.softmax2Grad(z, i, j, k).z();
                    double[] fromHessian =
                            HighOrdersGrad.softmaxCurvatureGrad(z, i, j, k).z();
                    for (int l = 0; l < z.length; l++) {
                        double expected = third(p, i, j, k, l);
                        assertClose(expected, third[l]);
                        assertClose(expected, fromHessian[l]);
                    }
                }
            }
        }
    }

    /** The third derivative of pᵢ, from ∂pᵢ/∂zⱼ = pᵢ (δᵢⱼ − pⱼ) by the product rule. */
    private static double third(double[] p, int i, int j, int k, int l) {
        double second = first(p, i, j) * first(p, i, k) - p[j] * first(p, j, k);
        return p[i] * first(p, i, l) * second
                + p[i]
                        * (-p[j] * first(p, j, l) * first(p, i, k)
                                - first(p, i, j) * p[k] * first(p, k, l)
                                - p[j] * first(p, j, l) * first(p, j, k)
                                + p[j] * p[k] * first(p, k, l));
    }

    /** δᵢⱼ − pⱼ. */
    private static double first(double[] p, int i, int j) {
        return (i == j ? 1 : 0) - p[j];
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, ROUNDING * (1 + Math.abs(expected)));
    }
}
