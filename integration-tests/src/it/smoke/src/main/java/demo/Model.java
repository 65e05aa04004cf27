package demo;

import dev.leibniz.annotations.Differentiable;

final class Model {
    private Model() {}

    @Differentiable(order = 2)
    static double loss(double[] w) {
        double sum = 0;
        for (double v : w) {
            sum += v * v * v;
        }
        return sum;
    }
}
