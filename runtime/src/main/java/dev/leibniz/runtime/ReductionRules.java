package dev.leibniz.runtime;

import dev.leibniz.annotations.DerivativeOf;

/**
 * The reverse derivatives of {@link Reductions}.
 *
 * <p>Each method takes the parameters of the function it is named after, then a cotangent of its result, and returns the
 * cotangent times the Jacobian, in new arrays. They are as safe from overflow as the functions themselves.
 *
 * @since 0.1.0
 */
public final class ReductionRules {

    private ReductionRules() {}

    /**
     * The reverse derivative of {@link Reductions#sum}.
     *
     * @param x [n]
     * @param cotangent of the result
     * @return [n], the cotangent in each entry
     */
    @DerivativeOf(value = "sum", owner = Reductions.class)
    public static double[] sum(double[] x, double cotangent) {
        double[] gradient = new double[x.length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = cotangent;
        }
        return gradient;
    }

    /**
     * The gradient of {@link Reductions#dot}.
     *
     * @param x [n], with respect to the left factor
     * @param y [n], with respect to the right factor
     */
    public record DotGrad(double[] x, double[] y) {}

    /**
     * The reverse derivative of {@link Reductions#dot}.
     *
     * @param x [n]
     * @param y [n]
     * @param cotangent of the result
     * @return [n] and [n], cotangent·y and cotangent·x
     */
    @DerivativeOf(value = "dot", owner = Reductions.class)
    public static DotGrad dot(double[] x, double[] y, double cotangent) {
        double[] xGradient = new double[x.length];
        double[] yGradient = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            xGradient[i] = cotangent * y[i];
            yGradient[i] = cotangent * x[i];
        }
        return new DotGrad(xGradient, yGradient);
    }

    /**
     * The reverse derivative of {@link Reductions#logSumExp}.
     *
     * @param x [n]
     * @param cotangent of the result
     * @return [n], cotangent·softmax(x), and 0 where all entries are −∞
     */
    @DerivativeOf(value = "logSumExp", owner = Reductions.class)
    public static double[] logSumExp(double[] x, double cotangent) {
        if (Reductions.logSumExp(x) == Double.NEGATIVE_INFINITY) {
            return new double[x.length];
        }
        double[] gradient = Reductions.softmax(x);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= cotangent;
        }
        return gradient;
    }

    /**
     * The reverse derivative of {@link Reductions#softmax}.
     *
     * @param x [n]
     * @param cotangent [n], of the result y
     * @return [n], y[i]·(cotangent[i] − Σⱼ cotangent[j]·y[j])
     */
    @DerivativeOf(value = "softmax", owner = Reductions.class)
    public static double[] softmax(double[] x, double[] cotangent) {
        double[] y = Reductions.softmax(x);
        double mean = 0;
        for (int i = 0; i < y.length; i++) {
            mean += cotangent[i] * y[i];
        }
        double[] gradient = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            gradient[i] = y[i] * (cotangent[i] - mean);
        }
        return gradient;
    }

    /**
     * The reverse derivative of {@link Reductions#norm2}.
     *
     * @param x [n]
     * @param cotangent of the result
     * @return [n], cotangent·x / ‖x‖, and 0 for the zero vector
     */
    @DerivativeOf(value = "norm2", owner = Reductions.class)
    public static double[] norm2(double[] x, double cotangent) {
        double[] gradient = new double[x.length];
        double max = 0;
        for (int i = 0; i < x.length; i++) {
            max = Math.max(max, Math.abs(x[i]));
        }
        if (max == 0) {
            return gradient;
        }
        for (int i = 0; i < x.length; i++) {
            gradient[i] = x[i] / max;
        }
        double length = Reductions.norm2(gradient);
        for (int i = 0; i < x.length; i++) {
            gradient[i] = cotangent * (gradient[i] / length);
        }
        return gradient;
    }
}
