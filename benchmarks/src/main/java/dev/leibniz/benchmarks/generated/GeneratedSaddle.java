package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.problems.GradientDescent;
import dev.leibniz.benchmarks.problems.Saddle;
import dev.leibniz.benchmarks.problems.SaddleGrad;
import java.util.function.ToDoubleFunction;

/**
 * The saddle problem in the four ways to nest derivatives: the first letter is the mode of the gradient by x of the maximum
 * over y, the second that of the gradient by y within, {@code f} for forward and {@code r} for reverse.
 */
public final class GeneratedSaddle {
    private GeneratedSaddle() {}

    /** Reverse over reverse. */
    public static double[] rr(double[] start) {
        double[] x = GradientDescent.argmin(
                at -> Saddle.maximumReverse(at, start),
                at -> SaddleGrad.maximumReverseGrad(at, start).x(),
                start);
        return joined(x, Saddle.argmaxReverse(x, start));
    }

    /** Forward over forward. */
    public static double[] ff(double[] start) {
        double[] x = GradientDescent.argmin(
                at -> Saddle.maximumForward(at, start),
                at -> columns(direction ->
                        SaddleGrad.maximumForwardJvp(at, start, direction).tangent()),
                start);
        return joined(x, Saddle.argmaxForward(x, start));
    }

    /** Forward over reverse. */
    public static double[] fr(double[] start) {
        double[] x = GradientDescent.argmin(
                at -> Saddle.maximumReverse(at, start),
                at -> columns(direction ->
                        SaddleGrad.maximumReverseJvp(at, start, direction).tangent()),
                start);
        return joined(x, Saddle.argmaxReverse(x, start));
    }

    /** Reverse over forward. */
    public static double[] rf(double[] start) {
        double[] x = GradientDescent.argmin(
                at -> Saddle.maximumForward(at, start),
                at -> SaddleGrad.maximumForwardGrad(at, start).x(),
                start);
        return joined(x, Saddle.argmaxForward(x, start));
    }

    private static double[] columns(ToDoubleFunction<double[]> derivative) {
        return new double[] {
            derivative.applyAsDouble(new double[] {1, 0}), derivative.applyAsDouble(new double[] {0, 1})
        };
    }

    private static double[] joined(double[] x, double[] y) {
        return new double[] {x[0], x[1], y[0], y[1]};
    }
}
