package dev.leibniz.runtime;

import dev.leibniz.annotations.DerivativeOf;

/**
 * The reverse derivatives of {@link Activations}.
 *
 * <p>Each method takes the parameters of the function it is named after, then a cotangent of its result, and returns the
 * cotangent times the Jacobian. They are closed forms that are finite wherever the derivative is, and accurate in both tails.
 *
 * @since 0.1.0
 */
public final class ActivationRules {

    /** Beyond ±this, sigmoid-shaped functions and their derivatives are constant in double precision. */
    private static final double SATURATED = 800;

    private ActivationRules() {}

    /**
     * The reverse derivative of {@link Activations#sigmoid}.
     *
     * @param x the argument
     * @param cotangent of the result
     * @return cotangent·σ(x)·(1 − σ(x)), accurate in both tails
     */
    @DerivativeOf(value = "sigmoid", owner = Activations.class)
    public static double sigmoid(double x, double cotangent) {
        return cotangent * sigmoidSlope(x);
    }

    /**
     * The reverse derivative of {@link Activations#softplus}.
     *
     * @param x the argument
     * @param cotangent of the result
     * @return cotangent·σ(x)
     */
    @DerivativeOf(value = "softplus", owner = Activations.class)
    public static double softplus(double x, double cotangent) {
        return cotangent * Activations.sigmoid(x);
    }

    /**
     * The reverse derivative of {@link Activations#relu}.
     *
     * @param x the argument
     * @param cotangent of the result
     * @return the cotangent for x &gt; 0, else 0
     */
    @DerivativeOf(value = "relu", owner = Activations.class)
    public static double relu(double x, double cotangent) {
        return x > 0 ? cotangent : 0;
    }

    /**
     * The gradient of {@link Activations#leakyRelu}.
     *
     * @param x with respect to the argument
     * @param slope with respect to the slope
     */
    public record LeakyReluGrad(double x, double slope) {}

    /**
     * The reverse derivative of {@link Activations#leakyRelu}.
     *
     * @param x the argument
     * @param slope the slope of the negative side
     * @param cotangent of the result
     * @return for x &gt; 0 (cotangent, 0), else cotangent·(slope, x)
     */
    @DerivativeOf(value = "leakyRelu", owner = Activations.class)
    public static LeakyReluGrad leakyRelu(double x, double slope, double cotangent) {
        return x > 0 ? new LeakyReluGrad(cotangent, 0) : new LeakyReluGrad(cotangent * slope, cotangent * x);
    }

    /**
     * The gradient of {@link Activations#elu}.
     *
     * @param x with respect to the argument
     * @param alpha with respect to alpha
     */
    public record EluGrad(double x, double alpha) {}

    /**
     * The reverse derivative of {@link Activations#elu}.
     *
     * @param x the argument
     * @param alpha minus the limit at −∞
     * @param cotangent of the result
     * @return for x &gt; 0 (cotangent, 0), else cotangent·(alpha·eˣ, eˣ − 1)
     */
    @DerivativeOf(value = "elu", owner = Activations.class)
    public static EluGrad elu(double x, double alpha, double cotangent) {
        return x > 0
                ? new EluGrad(cotangent, 0)
                : new EluGrad(cotangent * alpha * Math.exp(x), cotangent * Math.expm1(x));
    }

    /**
     * The reverse derivative of {@link Activations#gelu}.
     *
     * @param x the argument
     * @param cotangent of the result
     * @return cotangent·(σ(2u) + x·σ(2u)·(1 − σ(2u))·2u′), where u is the argument of the hyperbolic tangent
     */
    @DerivativeOf(value = "gelu", owner = Activations.class)
    public static double gelu(double x, double cotangent) {
        if (Math.abs(x) > SATURATED) {
            return x > 0 ? cotangent : 0;
        }
        double u = Activations.GELU_SLOPE * (x + Activations.GELU_CUBIC * x * x * x);
        double slope = Activations.GELU_SLOPE * (1 + 3 * Activations.GELU_CUBIC * x * x);
        return cotangent * (Activations.sigmoid(2 * u) + x * sigmoidSlope(2 * u) * 2 * slope);
    }

    /**
     * The reverse derivative of {@link Activations#silu}.
     *
     * @param x the argument
     * @param cotangent of the result
     * @return cotangent·(σ(x) + x·σ(x)·(1 − σ(x)))
     */
    @DerivativeOf(value = "silu", owner = Activations.class)
    public static double silu(double x, double cotangent) {
        if (Math.abs(x) > SATURATED) {
            return x > 0 ? cotangent : 0;
        }
        return cotangent * (Activations.sigmoid(x) + x * sigmoidSlope(x));
    }

    /** σ′(x), in the one form that neither overflows nor cancels: the function is even. */
    private static double sigmoidSlope(double x) {
        double e = Math.exp(-Math.abs(x));
        return e / ((1 + e) * (1 + e));
    }
}
