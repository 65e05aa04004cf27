package dev.leibniz.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ActivationsTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** The range of double, from end to end. */
    private static final double[] FINITE = {
        -Double.MAX_VALUE,
        -1e308,
        -800,
        -745.2,
        -40,
        -1,
        -1e-300,
        -Double.MIN_VALUE,
        -0.0,
        0.0,
        Double.MIN_VALUE,
        1e-300,
        1,
        40,
        745.2,
        800,
        1e308,
        Double.MAX_VALUE
    };

    private static void near(double expected, double actual) {
        assertEquals(expected, actual, 4e-16 * Math.abs(expected));
    }

    @Test
    void knownValues() {
        near(0.5, Activations.sigmoid(0));
        near(0.7310585786300049, Activations.sigmoid(1));
        near(0.2689414213699951, Activations.sigmoid(-1));
        near(0.6931471805599453, Activations.softplus(0));
        near(1.3132616875182228, Activations.softplus(1));
        near(0.3132616875182228, Activations.softplus(-1));
        near(2, Activations.relu(2));
        near(0, Activations.relu(-2));
        near(-0.02, Activations.leakyRelu(-2, 0.01));
        near(3, Activations.leakyRelu(3, 0.01));
        near(2 * (Math.exp(-1) - 1), Activations.elu(-1, 2));
        near(0.7310585786300049, Activations.silu(1));
        assertEquals(0.8411919906082768, Activations.gelu(1), 1e-15);
        assertEquals(-0.15880800939172324, Activations.gelu(-1), 1e-15);
    }

    @Test
    void tailsKeepTheirRelativeAccuracy() {
        near(Math.exp(-700), Activations.sigmoid(-700));
        near(Math.exp(-700), Activations.softplus(-700));
        near(-1e-300, Activations.elu(-1e-300, 1));
        near(-700 * Math.exp(-700), Activations.silu(-700));
        assertEquals(0, Activations.sigmoid(-800));
        assertEquals(1, Activations.sigmoid(800));
        assertEquals(800, Activations.softplus(800));
    }

    @Test
    void geluIsCloseToItsExactForm() {
        assertEquals(1.9544997361036416, Activations.gelu(2), 5e-4); // 2 Φ(2)
        assertEquals(-0.0455002638963584, Activations.gelu(-2), 5e-4);
        assertTrue(Activations.gelu(-8) < 0, "does not cancel in the tail");
    }

    @Test
    void everyFiniteArgumentHasAFiniteValueAndDerivative() {
        for (double x : FINITE) {
            double[] results = {
                Activations.sigmoid(x),
                Activations.softplus(x),
                Activations.relu(x),
                Activations.leakyRelu(x, 0.1),
                Activations.elu(x, 1),
                Activations.gelu(x),
                Activations.silu(x),
                ActivationRules.sigmoid(x, 1),
                ActivationRules.softplus(x, 1),
                ActivationRules.relu(x, 1),
                ActivationRules.leakyRelu(x, 0.1, 1).x(),
                ActivationRules.leakyRelu(x, 0.1, 1).slope(),
                ActivationRules.elu(x, 1, 1).x(),
                ActivationRules.elu(x, 1, 1).alpha(),
                ActivationRules.gelu(x, 1),
                ActivationRules.silu(x, 1)
            };
            for (int i = 0; i < results.length; i++) {
                assertTrue(Double.isFinite(results[i]), "result " + i + " at " + x + " is " + results[i]);
            }
        }
    }

    @Test
    void infinitiesGoToTheirLimitsAndNaNStays() {
        assertEquals(0, Activations.sigmoid(-INFINITY));
        assertEquals(1, Activations.sigmoid(INFINITY));
        assertEquals(0, Activations.softplus(-INFINITY));
        assertEquals(INFINITY, Activations.softplus(INFINITY));
        assertEquals(-1, Activations.elu(-INFINITY, 1));
        assertEquals(0, Activations.gelu(-INFINITY));
        assertEquals(INFINITY, Activations.gelu(INFINITY));
        assertEquals(0, Activations.silu(-INFINITY));
        assertEquals(INFINITY, Activations.silu(INFINITY));
        DoubleUnaryOperator[] all = {
            Activations::sigmoid,
            Activations::softplus,
            Activations::relu,
            x -> Activations.leakyRelu(x, 0.1),
            x -> Activations.elu(x, 1),
            Activations::gelu,
            Activations::silu
        };
        for (DoubleUnaryOperator activation : all) {
            assertEquals(Double.NaN, activation.applyAsDouble(Double.NaN));
        }
    }

    @Test
    void derivativesAreAccurateInBothTails() {
        near(Math.exp(-40), ActivationRules.sigmoid(40, 1));
        near(Math.exp(-700), ActivationRules.sigmoid(-700, 1));
        assertEquals(0.25, ActivationRules.sigmoid(0, 1));
        assertEquals(0, ActivationRules.sigmoid(-800, 1));
        near(-699 * Math.exp(-700), ActivationRules.silu(-700, 1));
        assertEquals(1, ActivationRules.gelu(1e308, 1));
    }

    @Test
    void kinksTakeTheLeftDerivative() {
        assertEquals(0, ActivationRules.relu(0, 1));
        assertEquals(1, ActivationRules.relu(Double.MIN_VALUE, 1));
        assertEquals(0.1, ActivationRules.leakyRelu(0, 0.1, 1).x());
        assertEquals(3, ActivationRules.elu(0, 3, 1).x());
    }
}
