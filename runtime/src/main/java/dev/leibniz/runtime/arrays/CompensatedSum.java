package dev.leibniz.runtime.arrays;

/**
 * The steps of the sum that {@link java.util.stream.DoubleStream#sum()} computes, bit for bit: Kahan's, which subtracts from each
 * element the digits that were added too much before.
 *
 * <p>Generated code keeps a sum, its excess, and the simple sum. The derivative of the total is that of the simple sum; the
 * correction only mends its rounding.
 *
 * @since 0.1.0
 */
public final class CompensatedSum {
    private CompensatedSum() {}

    /**
     * The sum with one more element.
     *
     * @param sum the sum so far
     * @param excess the amount by which it is too large
     * @param element the number to add
     * @return the rounded sum; its derivatives are 0
     */
    public static double add(double sum, double excess, double element) {
        return sum + (element - excess);
    }

    /**
     * The amount by which the sum with one more element is too large.
     *
     * @param sum the sum so far
     * @param excess the amount by which it is too large
     * @param element the number to add
     * @return the rounding error of {@link #add}; its derivatives are 0
     */
    public static double excess(double sum, double excess, double element) {
        double corrected = element - excess;
        return ((sum + corrected) - sum) - corrected;
    }

    /**
     * The result: the corrected sum; or the simple one, if it is infinite and the corrected one is not a number.
     *
     * @param sum the sum of all elements
     * @param excess the amount by which it is too large
     * @param simpleSum the elements added up one by one
     * @return the sum, whose derivative by {@code simpleSum} is 1, and 0 by the others
     */
    public static double total(double sum, double excess, double simpleSum) {
        double total = sum - excess;
        return Double.isNaN(total) && Double.isInfinite(simpleSum) ? simpleSum : total;
    }
}
