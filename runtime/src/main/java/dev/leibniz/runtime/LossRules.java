package dev.leibniz.runtime;

import dev.leibniz.annotations.DerivativeOf;

/**
 * The reverse derivatives of {@link Losses}.
 *
 * <p>Each method takes the parameters of the function it is named after, then a cotangent of its result, and returns the
 * cotangent times the Jacobian. They are closed forms in which the large terms of the chain rule have
 * cancelled on paper: finite wherever the derivative is.
 *
 * @since 0.1.0
 */
public final class LossRules {

    private LossRules() {}

    /**
     * The gradient of {@link Losses#binaryCrossEntropy}.
     *
     * @param p with respect to the predicted probability
     * @param target with respect to the observed probability
     */
    public record BinaryCrossEntropyGrad(double p, double target) {}

    /**
     * The reverse derivative of {@link Losses#binaryCrossEntropy}.
     *
     * @param p the predicted probability
     * @param target the observed probability
     * @param cotangent of the result
     * @return cotangent·((p − t) / (p·(1 − p)), log(1 − p) − log p), with p or 1 − p cancelled where t is 0 or 1
     */
    @DerivativeOf(value = "binaryCrossEntropy", owner = Losses.class)
    public static BinaryCrossEntropyGrad binaryCrossEntropy(double p, double target, double cotangent) {
        if (cotangent == 0) {
            return new BinaryCrossEntropyGrad(0, 0);
        }
        double slope;
        if (target == 0) {
            slope = 1 / (1 - p);
        } else if (target == 1) {
            slope = -1 / p;
        } else {
            slope = (p - target) / p / (1 - p);
        }
        return new BinaryCrossEntropyGrad(cotangent * slope, cotangent * (Math.log1p(-p) - Math.log(p)));
    }

    /**
     * The gradient of {@link Losses#binaryCrossEntropyWithLogits}.
     *
     * @param logit with respect to the predicted log-odds
     * @param target with respect to the observed probability
     */
    public record BinaryCrossEntropyWithLogitsGrad(double logit, double target) {}

    /**
     * The reverse derivative of {@link Losses#binaryCrossEntropyWithLogits}.
     *
     * @param logit the predicted log-odds
     * @param target the observed probability
     * @param cotangent of the result
     * @return cotangent·(σ(logit) − target, −logit), where for a positive logit the former is (1 − target) − σ(−logit)
     */
    @DerivativeOf(value = "binaryCrossEntropyWithLogits", owner = Losses.class)
    public static BinaryCrossEntropyWithLogitsGrad binaryCrossEntropyWithLogits(
            double logit, double target, double cotangent) {
        double slope = logit >= 0 ? (1 - target) - Activations.sigmoid(-logit) : Activations.sigmoid(logit) - target;
        return new BinaryCrossEntropyWithLogitsGrad(cotangent * slope, -cotangent * logit);
    }

    /**
     * The reverse derivative of {@link Losses#crossEntropyWithLogits}.
     *
     * @param logits [classes]
     * @param label the observed class
     * @param cotangent of the result
     * @return [classes], cotangent·(softmax(logits) − onehot(label)); the entry of the label is minus the sum of the others
     */
    @DerivativeOf(value = "crossEntropyWithLogits", owner = Losses.class)
    public static double[] crossEntropyWithLogits(double[] logits, int label, double cotangent) {
        double[] gradient = new double[logits.length];
        double[] p = Reductions.softmax(logits);
        double others = 0;
        for (int i = 0; i < p.length; i++) {
            if (i != label) {
                gradient[i] = cotangent * p[i];
                others += p[i];
            }
        }
        gradient[label] = -cotangent * others;
        return gradient;
    }

    /**
     * The gradient of {@link Losses#squaredError(double, double)}.
     *
     * @param prediction with respect to the prediction
     * @param target with respect to the target
     */
    public record SquaredErrorGrad(double prediction, double target) {}

    /**
     * The reverse derivative of {@link Losses#squaredError(double, double)}.
     *
     * @param prediction the predicted value
     * @param target the observed value
     * @param cotangent of the result
     * @return cotangent·2·(prediction − target), and its negative
     */
    @DerivativeOf(value = "squaredError", owner = Losses.class)
    public static SquaredErrorGrad squaredError(double prediction, double target, double cotangent) {
        double slope = cotangent * 2 * (prediction - target);
        return new SquaredErrorGrad(slope, -slope);
    }

    /**
     * The gradient of {@link Losses#squaredError(double[], double[])}.
     *
     * @param prediction [n], with respect to the prediction
     * @param target [n], with respect to the target
     */
    public record SquaredErrorsGrad(double[] prediction, double[] target) {}

    /**
     * The reverse derivative of {@link Losses#squaredError(double[], double[])}.
     *
     * @param prediction [n], the predicted values
     * @param target [n], the observed values
     * @param cotangent of the result
     * @return [n] and [n], cotangent·2·(prediction − target), and its negative
     */
    @DerivativeOf(value = "squaredError", owner = Losses.class)
    public static SquaredErrorsGrad squaredError(double[] prediction, double[] target, double cotangent) {
        double[] predictionGradient = new double[prediction.length];
        double[] targetGradient = new double[target.length];
        for (int i = 0; i < prediction.length; i++) {
            double slope = cotangent * 2 * (prediction[i] - target[i]);
            predictionGradient[i] = slope;
            targetGradient[i] = -slope;
        }
        return new SquaredErrorsGrad(predictionGradient, targetGradient);
    }

    /**
     * The gradient of {@link Losses#huber}.
     *
     * @param prediction with respect to the prediction
     * @param target with respect to the target
     * @param delta with respect to the width
     */
    public record HuberGrad(double prediction, double target, double delta) {}

    /**
     * The reverse derivative of {@link Losses#huber}.
     *
     * @param prediction the predicted value
     * @param target the observed value
     * @param delta the |r| at which the parabola goes over into lines
     * @param cotangent of the result
     * @return cotangent·(r clamped to ±delta, its negative, the excess of |r| over delta), for r = prediction − target
     */
    @DerivativeOf(value = "huber", owner = Losses.class)
    public static HuberGrad huber(double prediction, double target, double delta, double cotangent) {
        double residual = prediction - target;
        if (Math.abs(residual) <= delta) {
            return new HuberGrad(cotangent * residual, -cotangent * residual, 0);
        }
        double slope = cotangent * Math.copySign(delta, residual);
        return new HuberGrad(slope, -slope, cotangent * (Math.abs(residual) - delta));
    }
}
