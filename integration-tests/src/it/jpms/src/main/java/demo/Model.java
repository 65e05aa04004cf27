package demo;

import dev.leibniz.annotations.Differentiable;

/** A model. */
public final class Model {
    private Model() {}

    /**
     * A loss.
     *
     * @param w the weights
     * @return their squares
     */
    @Differentiable
    public static double loss(double[] w) {
        double sum = 0;
        for (double v : w) {
            sum += v * v;
        }
        return sum;
    }
}
