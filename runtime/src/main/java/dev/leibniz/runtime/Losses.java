package dev.leibniz.runtime;

import dev.leibniz.annotations.UseDerivatives;

/**
 * Loss functions: how far a prediction is from the observed values.
 *
 * <p>Targets, slopes and widths are ordinary parameters and have derivatives, too; a label, being an integer, is a constant.
 * Natural logarithms throughout.
 *
 * @since 0.1.0
 */
@UseDerivatives(LossRules.class)
public final class Losses {
    private Losses() {}

    /**
     * Binary cross-entropy of a probability, −t·log p − (1 − t)·log(1 − p).
     *
     * <p>0·log 0 counts as 0. Where p itself comes from a sigmoid, {@link #binaryCrossEntropyWithLogits} is both more accurate
     * and cheaper.
     *
     * <p>Derivatives: with respect to p, (p − t) / (p·(1 − p)); with respect to t, log(1 − p) − log p.
     *
     * @param p the predicted probability, from 0 to 1; NaN results outside
     * @param target the observed probability, from 0 to 1, mostly one of the two
     * @return a number from 0 to +∞, the latter for a sure prediction that is wrong
     */
    public static double binaryCrossEntropy(double p, double target) {
        double loss = 0;
        if (target != 0) {
            loss -= target * Math.log(p);
        }
        if (target != 1) {
            loss -= (1 - target) * Math.log1p(-p);
        }
        return loss;
    }

    /**
     * Binary cross-entropy of a probability that is given as its logit, −t·log σ(z) − (1 − t)·log(1 − σ(z)).
     *
     * <p>Computed as (1 − t)·z + log1p(e⁻ᶻ) for z ≥ 0 and −t·z + log1p(eᶻ) for z &lt; 0: finite for every finite logit and
     * without cancellation.
     *
     * <p>Derivatives: with respect to z, σ(z) − t; with respect to t, −z.
     *
     * @param logit the predicted log-odds, any finite number
     * @param target the observed probability, from 0 to 1, mostly one of the two
     * @return a number that is not negative
     */
    public static double binaryCrossEntropyWithLogits(double logit, double target) {
        if (logit >= 0) {
            return (1 - target) * logit + Math.log1p(Math.exp(-logit));
        }
        return Math.log1p(Math.exp(logit)) - target * logit;
    }

    /**
     * Cross-entropy of a class, −log softmax(logits)[label].
     *
     * <p>Computed as (m − logits[label]) + log1p(Σ exp(logits[i] − m)), where m is the greatest logit and the sum is over the
     * others: the loss of a nearly sure prediction keeps its relative accuracy, down to the smallest numbers.
     *
     * <p>Derivative with respect to the logits: {@link Reductions#softmax softmax(logits)} − onehot(label).
     *
     * @param logits [classes], at least one, finite; −∞ is a class that is ruled out
     * @param label the observed class, from 0 to {@code logits.length} − 1
     * @return a number that is not negative
     * @throws IllegalArgumentException if there is no such class
     */
    public static double crossEntropyWithLogits(double[] logits, int label) {
        if (label < 0 || label >= logits.length) {
            throw new IllegalArgumentException("label " + label + " is not one of " + logits.length + " classes");
        }
        int largest = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[largest]) {
                largest = i;
            }
        }
        double max = logits[largest];
        double others = 0;
        for (int i = 0; i < logits.length; i++) {
            if (i != largest) {
                others += Math.exp(logits[i] - max);
            }
        }
        return max - logits[label] + Math.log1p(others);
    }

    /**
     * The square of a difference, (prediction − target)².
     *
     * <p>Derivatives: 2·(prediction − target), and its negative.
     *
     * @param prediction any number
     * @param target any number
     * @return a number that is not negative
     */
    public static double squaredError(double prediction, double target) {
        double residual = prediction - target;
        return residual * residual;
    }

    /**
     * The sum (not the mean) of the squares of the differences, Σᵢ (prediction[i] − target[i])².
     *
     * <p>Derivatives: 2·(prediction − target), and its negative, entry by entry.
     *
     * @param prediction [n]; the sum over nothing is 0
     * @param target [n]
     * @return a number that is not negative
     * @throws IllegalArgumentException if the lengths differ
     */
    public static double squaredError(double[] prediction, double[] target) {
        if (prediction.length != target.length) {
            throw new IllegalArgumentException(
                    "prediction has length " + prediction.length + ", target has length " + target.length);
        }
        double sum = 0;
        for (int i = 0; i < prediction.length; i++) {
            double residual = prediction[i] - target[i];
            sum += residual * residual;
        }
        return sum;
    }

    /**
     * Huber's loss of the residual r = prediction − target: ½r² for |r| ≤ delta, else delta·(|r| − ½delta) (Huber, <i>Robust
     * estimation of a location parameter</i>, 1964).
     *
     * <p>Derivatives: with respect to the prediction, r clamped to ±delta; to the target, its negative; to delta, the excess
     * of |r| over delta, or 0.
     *
     * @param prediction any number
     * @param target any number
     * @param delta the |r| at which the parabola goes over into lines, positive
     * @return a number that is not negative
     */
    public static double huber(double prediction, double target, double delta) {
        double residual = Math.abs(prediction - target);
        if (residual <= delta) {
            return 0.5 * residual * residual;
        }
        return delta * (residual - 0.5 * delta);
    }
}
