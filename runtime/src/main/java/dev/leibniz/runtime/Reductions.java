package dev.leibniz.runtime;

import dev.leibniz.annotations.UseDerivatives;

/**
 * Functions of all entries of an array.
 *
 * @since 0.1.0
 */
@UseDerivatives(ReductionRules.class)
public final class Reductions {

    /** Below this, a sum of squares may have lost entries to underflow that matter. */
    private static final double SAFE_SQUARE = 1e-280;

    private Reductions() {}

    /**
     * The sum of all entries, from left to right, with the rounding errors carried along and added at the end (Neumaier's
     * variant of Kahan's summation, ZAMM 54, 1974): as accurate as if computed in twice the precision, then rounded.
     *
     * <p>Derivative: 1 for each entry.
     *
     * @param x [n]; the sum of nothing is 0
     * @return Σᵢ x[i]
     */
    public static double sum(double[] x) {
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < x.length; i++) {
            double next = sum + x[i];
            if (Math.abs(sum) >= Math.abs(x[i])) {
                lost += (sum - next) + x[i];
            } else {
                lost += (x[i] - next) + sum;
            }
            sum = next;
        }
        return Math.abs(sum) < Double.POSITIVE_INFINITY ? sum + lost : sum;
    }

    /**
     * The inner product of two vectors, Σᵢ x[i]·y[i], summed from left to right.
     *
     * <p>Derivatives: y, and x. The error is at most n·2⁻⁵³·Σᵢ |x[i]·y[i]|.
     *
     * @param x [n]; the product of empty vectors is 0
     * @param y [n]
     * @return xᵀy
     * @throws IllegalArgumentException if the lengths differ
     */
    public static double dot(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("x has length " + x.length + ", y has length " + y.length);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /**
     * The smooth maximum, log Σᵢ exp(x[i]).
     *
     * <p>Derivative: {@link #softmax softmax(x)}, and 0 for each entry where all are −∞. Computed as m + log1p(Σ exp(x[i] − m)), where m is the greatest entry and the
     * sum is over the others.
     *
     * @param x [n]; of nothing it is −∞, the logarithm of 0
     * @return a number that is not less than the greatest entry, and exceeds it by log n at most
     */
    public static double logSumExp(double[] x) {
        if (x.length == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        int largest = 0;
        for (int i = 1; i < x.length; i++) {
            if (x[i] > x[largest]) {
                largest = i;
            }
        }
        double max = x[largest];
        if (max == Double.NEGATIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        if (max == Double.POSITIVE_INFINITY) {
            return max;
        }
        double others = 0;
        for (int i = 0; i < x.length; i++) {
            if (i != largest) {
                others += Math.exp(x[i] - max);
            }
        }
        return max + Math.log1p(others);
    }

    /**
     * The entries' shares of Σᵢ exp(x[i]), y[i] = exp(x[i]) / Σⱼ exp(x[j]).
     *
     * <p>Derivative: ∂y[i]/∂x[j] = y[i]·([i = j] − y[j]). The greatest entry is subtracted from all first, so that nothing
     * overflows.
     *
     * @param x [n], finite; −∞ takes no share
     * @return [n], a new array of numbers from 0 to 1 whose sum is 1; empty for an empty one
     */
    public static double[] softmax(double[] x) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            max = Math.max(max, x[i]);
        }
        double[] y = new double[x.length];
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.exp(x[i] - max);
            total += y[i];
        }
        for (int i = 0; i < x.length; i++) {
            y[i] /= total;
        }
        return y;
    }

    /**
     * The Euclidean length, √(Σᵢ x[i]²).
     *
     * <p>Derivative: x / ‖x‖, and 0 for the zero vector. Where the squares would overflow or vanish, the entries are first
     * divided by the greatest of them.
     *
     * @param x [n]; the length of nothing is 0
     * @return a number that is not less than any |x[i]|
     */
    public static double norm2(double[] x) {
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            squares += x[i] * x[i];
        }
        if (squares >= SAFE_SQUARE && squares < Double.POSITIVE_INFINITY) {
            return Math.sqrt(squares);
        }
        double max = 0;
        for (int i = 0; i < x.length; i++) {
            max = Math.max(max, Math.abs(x[i]));
        }
        if (max == 0 || max == Double.POSITIVE_INFINITY) {
            return max;
        }
        double scaledSquares = 0;
        for (int i = 0; i < x.length; i++) {
            double scaled = x[i] / max;
            scaledSquares += scaled * scaled;
        }
        return max * Math.sqrt(scaledSquares);
    }
}
