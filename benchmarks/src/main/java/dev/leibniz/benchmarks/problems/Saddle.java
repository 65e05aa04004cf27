package dev.leibniz.benchmarks.problems;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/**
 * The maximum over y of a function of x and y, found by gradient descent: a function of x whose derivative goes through the
 * descent, and so through the derivatives that the descent takes.
 */
public final class Saddle {
    private static final double TOLERANCE = 1e-5;
    private static final double FIRST_STEP = 1e-5;
    private static final int STEPS_BEFORE_GROWTH = 10;

    private Saddle() {}

    /** The function with the saddle. */
    @Differentiable
    public static double objective(double[] x, double[] y) {
        return (x[0] * x[0] + x[1] * x[1]) - (y[0] * y[0] + y[1] * y[1]);
    }

    /**
     * The largest value over y, found from {@code start} with gradients by reverse mode. Where it is does not depend on x: the derivative
     * by way of the search is 0.
     */
    @SuppressWarnings("leibniz:iteration")
    @Differentiable
    public static double maximumReverse(double[] x, @NoDerivative double[] start) {
        return objective(x, argmaxReverse(x, start));
    }

    /** The largest value over y, found from {@code start} with gradients by forward mode; as above, x does not move where it is. */
    @SuppressWarnings("leibniz:iteration")
    @Differentiable
    public static double maximumForward(double[] x, @NoDerivative double[] start) {
        return objective(x, argmaxForward(x, start));
    }

    /** The y of the largest value, found from {@code start} with gradients by reverse mode. */
    public static double[] argmaxReverse(double[] x, double[] start) {
        double[] y = start.clone();
        double value = objective(x, y);
        double[] slope = SaddleGrad.objectiveGrad(x, y).y();
        double step = FIRST_STEP;
        int successes = 0;
        while (norm(slope[0], slope[1]) > TOLERANCE) {
            if (successes == STEPS_BEFORE_GROWTH) {
                step *= 2;
                successes = 0;
                continue;
            }
            double[] next = {y[0] + step * slope[0], y[1] + step * slope[1]};
            if (norm(y[0] - next[0], y[1] - next[1]) <= TOLERANCE) {
                return y;
            }
            double nextValue = objective(x, next);
            if (nextValue > value) {
                y = next;
                value = nextValue;
                slope = SaddleGrad.objectiveGrad(x, y).y();
                successes++;
            } else {
                step /= 2;
                successes = 0;
            }
        }
        return y;
    }

    /** The y of the largest value, found from {@code start} with gradients by forward mode. */
    public static double[] argmaxForward(double[] x, double[] start) {
        double[] y = start.clone();
        double value = objective(x, y);
        double[] slope = forwardSlope(x, y);
        double step = FIRST_STEP;
        int successes = 0;
        while (norm(slope[0], slope[1]) > TOLERANCE) {
            if (successes == STEPS_BEFORE_GROWTH) {
                step *= 2;
                successes = 0;
                continue;
            }
            double[] next = {y[0] + step * slope[0], y[1] + step * slope[1]};
            if (norm(y[0] - next[0], y[1] - next[1]) <= TOLERANCE) {
                return y;
            }
            double nextValue = objective(x, next);
            if (nextValue > value) {
                y = next;
                value = nextValue;
                slope = forwardSlope(x, y);
                successes++;
            } else {
                step /= 2;
                successes = 0;
            }
        }
        return y;
    }

    private static double[] forwardSlope(double[] x, double[] y) {
        double[] none = {0, 0};
        double[] first = {1, 0};
        double[] second = {0, 1};
        return new double[] {
            SaddleGrad.objectiveJvp(x, y, none, first).tangent(),
            SaddleGrad.objectiveJvp(x, y, none, second).tangent()
        };
    }

    private static double norm(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }
}
