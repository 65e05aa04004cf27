package demo;

import dev.leibniz.annotations.Differentiable;

public final class Model {
    private Model() {}

    @Differentiable
    public static double loss(double[] w) {
        double sum = 0;
        for (double v : w) {
            sum += v * v;
        }
        return sum;
    }
}
