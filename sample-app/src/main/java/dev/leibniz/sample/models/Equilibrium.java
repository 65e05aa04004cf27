package dev.leibniz.sample.models;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.FixedPoint;
import dev.leibniz.annotations.NoDerivative;

/** A deep equilibrium network: its one layer is repeated until nothing changes, and its derivative does not remember the repetitions. */
public final class Equilibrium {
    private Equilibrium() {}

    /**
     * Half the squared distance of the output from the target.
     *
     * @param inner the weights from the layer to itself, small enough that repeating it converges
     * @param outer the weights from the input to the layer
     * @param readout the weights from the layer to the output
     */
    @Differentiable
    public static double loss(
            double[][] inner,
            double[][] outer,
            double[] readout,
            @NoDerivative double[] input,
            @NoDerivative double target) {
        double[] state = settle(inner, outer, input);
        double output = 0;
        for (int i = 0; i < state.length; i++) {
            output += readout[i] * state[i];
        }
        return 0.5 * (output - target) * (output - target);
    }

    /** The state that the layer leaves as it is. */
    @FixedPoint(map = "layer")
    static double[] settle(double[][] inner, double[][] outer, double[] input) {
        double[] state = new double[inner.length];
        for (int i = 0; i < 200; i++) {
            state = layer(state, inner, outer, input);
        }
        return state;
    }

    static double[] layer(double[] state, double[][] inner, double[][] outer, double[] input) {
        double[] next = new double[state.length];
        for (int i = 0; i < next.length; i++) {
            double sum = 0;
            for (int j = 0; j < state.length; j++) {
                sum += inner[i][j] * state[j];
            }
            for (int j = 0; j < input.length; j++) {
                sum += outer[i][j] * input[j];
            }
            next[i] = Math.tanh(sum);
        }
        return next;
    }
}
