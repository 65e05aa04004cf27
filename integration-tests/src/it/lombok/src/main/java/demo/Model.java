package demo;

import dev.leibniz.annotations.Differentiable;
import lombok.Getter;
import lombok.experimental.UtilityClass;
import lombok.val;

@UtilityClass
public class Model {
    @Getter
    private final double scale = 1;

    @Differentiable
    public double loss(double[] w) {
        val n = w.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            val square = w[i] * w[i];
            sum += scaled(square);
        }
        return sum;
    }

    double scaled(double x) {
        val result = getScale() * x;
        return result;
    }
}
