package dev.leibniz.runtime;

import dev.leibniz.annotations.UseDerivatives;

/**
 * Activation functions of one variable.
 *
 * <p>Each is finite and accurate for every finite argument, takes infinities to their limits, and NaN to NaN. The stated
 * derivatives are those of {@link ActivationRules}; where a function has a kink at 0, the derivative there is that of the left
 * side, so that ReLU′(0) = 0.
 *
 * @since 0.1.0
 */
@UseDerivatives(ActivationRules.class)
public final class Activations {

    /** √(2/π), the slope of the hyperbolic tangent in {@link #gelu}. */
    static final double GELU_SLOPE = 0.7978845608028654;

    /** The cubic term in {@link #gelu}. */
    static final double GELU_CUBIC = 0.044715;

    private Activations() {}

    /**
     * The logistic function, σ(x) = 1 / (1 + e⁻ˣ).
     *
     * <p>Derivative: σ(x)·σ(−x), which keeps its relative accuracy where σ(x) rounds to 1. Of the two usual forms it takes the one whose exponential cannot overflow, so that the
     * lower tail keeps its relative accuracy: σ(−700) = e⁻⁷⁰⁰.
     *
     * @param x any number
     * @return a number from 0 to 1
     */
    public static double sigmoid(double x) {
        if (x >= 0) {
            return 1 / (1 + Math.exp(-x));
        }
        double e = Math.exp(x);
        return e / (1 + e);
    }

    /**
     * The smooth ramp, log(1 + eˣ).
     *
     * <p>Derivative: {@link #sigmoid σ(x)}. Computed as max(x, 0) + log1p(e^−|x|) (Mächler, <i>Accurately computing
     * log(1 − exp(−|a|))</i>, 2012).
     *
     * @param x any number
     * @return a number that is neither less than 0 nor less than {@code x}
     */
    public static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /**
     * The ramp, max(x, 0).
     *
     * <p>Derivative: 1 for x &gt; 0, else 0.
     *
     * @param x any number
     * @return {@code x} or 0
     */
    public static double relu(double x) {
        return Math.max(x, 0);
    }

    /**
     * The ramp that lets some of the negative side through: x for x &gt; 0, else slope·x.
     *
     * <p>Derivatives: with respect to x, 1 for x &gt; 0, else slope; with respect to the slope, 0 for x &gt; 0, else x.
     *
     * @param x any number
     * @param slope the slope of the negative side, usually small
     * @return {@code x} or {@code slope * x}
     */
    public static double leakyRelu(double x, double slope) {
        return x > 0 ? x : slope * x;
    }

    /**
     * The exponential linear unit: x for x &gt; 0, else alpha·(eˣ − 1) (Clevert, Unterthiner and Hochreiter, 2015).
     *
     * <p>Derivatives: with respect to x, 1 for x &gt; 0, else alpha·eˣ; with respect to alpha, 0 for x &gt; 0, else eˣ − 1.
     *
     * @param x any number
     * @param alpha minus the limit at −∞; with 1 the function is smooth at 0
     * @return a number that is not less than {@code −alpha}, for a positive alpha
     */
    public static double elu(double x, double alpha) {
        return x > 0 ? x : alpha * Math.expm1(x);
    }

    /**
     * The Gaussian error linear unit in its tanh form, x·½(1 + tanh u) with u = √(2/π)·(x + 0.044715 x³) (Hendrycks and
     * Gimpel, 2016).
     *
     * <p>Derivative: σ(2u) + x·σ(2u)·(1 − σ(2u))·2u′. It differs from x·Φ(x), which Java has no function for, by less than
     * 0.0005 everywhere. Computed as x·σ(2u), which does not cancel in the lower tail.
     *
     * @param x any number
     * @return about {@code x} on the positive side, about 0 on the negative one, and never less than −0.1701
     */
    public static double gelu(double x) {
        if (x == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        return x * sigmoid(2 * GELU_SLOPE * (x + GELU_CUBIC * x * x * x));
    }

    /**
     * The sigmoid linear unit ("swish"), x·{@link #sigmoid σ(x)}.
     *
     * <p>Derivative: σ(x)·(1 + x·(1 − σ(x))).
     *
     * @param x any number
     * @return about {@code x} on the positive side, about 0 on the negative one, and never less than −0.2785
     */
    public static double silu(double x) {
        if (x == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        return x * sigmoid(x);
    }
}
