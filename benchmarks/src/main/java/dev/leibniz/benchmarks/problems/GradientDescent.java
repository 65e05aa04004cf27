package dev.leibniz.benchmarks.problems;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Gradient descent with a step that grows after ten successes and shrinks after each failure. It is what particle and
 * saddle do with their derivatives, and knows nothing of where these come from.
 */
public final class GradientDescent {
    private static final double TOLERANCE = 1e-5;
    private static final double FIRST_STEP = 1e-5;
    private static final int STEPS_BEFORE_GROWTH = 10;

    private GradientDescent() {}

    /** Returns where the descent from {@code start} ends. */
    public static double[] argmin(
            ToDoubleFunction<double[]> function, UnaryOperator<double[]> gradient, double[] start) {
        double[] x = start;
        double value = function.applyAsDouble(x);
        double[] slope = gradient.apply(x);
        double step = FIRST_STEP;
        int successes = 0;
        while (norm(slope) > TOLERANCE) {
            if (successes == STEPS_BEFORE_GROWTH) {
                step *= 2;
                successes = 0;
                continue;
            }
            double[] next = new double[x.length];
            double[] change = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                next[i] = x[i] - step * slope[i];
                change[i] = x[i] - next[i];
            }
            if (norm(change) <= TOLERANCE) {
                return x;
            }
            double nextValue = function.applyAsDouble(next);
            if (nextValue < value) {
                x = next;
                value = nextValue;
                slope = gradient.apply(x);
                successes++;
            } else {
                step /= 2;
                successes = 0;
            }
        }
        return x;
    }

    private static double norm(double[] v) {
        double sum = 0;
        for (double element : v) {
            sum += element * element;
        }
        return Math.sqrt(sum);
    }
}
