package demo;

import dev.leibniz.annotations.Differentiable;
import lombok.Getter;
import lombok.experimental.UtilityClass;
import lombok.val;

@UtilityClass
public class Model {
    @Getter
    private static final double scale = 1;

    @Differentiable
    public static double loss(double[] w) {
        val n = w.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += scale * w[i] * w[i];
        }
        return sum;
    }

    static double scaled(double x) {
        val result = getScale() * x;
        return result;
    }
}
