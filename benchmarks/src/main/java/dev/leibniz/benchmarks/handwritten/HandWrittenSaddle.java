package dev.leibniz.benchmarks.handwritten;

import dev.leibniz.benchmarks.problems.GradientDescent;

/**
 * The saddle problem with the gradients written out. That of the maximum is the partial gradient at the maximizer (the
 * envelope theorem), which is therefore sought as it would be for a function whose variables do not separate.
 */
public final class HandWrittenSaddle {
    private HandWrittenSaddle() {}

    /** Returns x* and y*, in this order. */
    public static double[] saddlePoint(double[] start) {
        double[] x = GradientDescent.argmin(at -> maximum(at, start), at -> gradientByX(at, argmax(at, start)), start);
        double[] y = argmax(x, start);
        return new double[] {x[0], x[1], y[0], y[1]};
    }

    /** The largest value, found from {@code start}, of the function of y. */
    public static double maximum(double[] x, double[] start) {
        return value(x, argmax(x, start));
    }

    private static double[] argmax(double[] x, double[] start) {
        return GradientDescent.argmin(y -> -value(x, y), y -> new double[] {2 * y[0], 2 * y[1]}, start);
    }

    private static double[] gradientByX(double[] x, double[] y) {
        if (y.length != x.length) {
            throw new IllegalArgumentException("x and y differ in length");
        }
        return new double[] {2 * x[0], 2 * x[1]};
    }

    private static double value(double[] x, double[] y) {
        return x[0] * x[0] + x[1] * x[1] - (y[0] * y[0] + y[1] * y[1]);
    }
}
