package dev.leibniz.runtime.replay;

/**
 * The places for copies of the state of a loop that let its iterations be swept backward with as few of them run again as is possible:
 * the binomial schedule of A. Griewank and A. Walther, <i>Algorithm 799: revolve</i>, ACM Transactions on Mathematical Software 26 (2000).
 *
 * <p>With <i>s</i> copies at a time and no iteration run more than <i>r</i> times, up to β(s, r) = (s + r)! / (s! r!) iterations can be
 * swept; a loop of <i>n</i> iterations with β(s, r − 1) &lt; n ≤ β(s, r) needs <i>r n − β(s + 1, r − 1)</i> runs of an iteration, apart
 * from those that the backward sweep does beside its own part of each iteration. Called by generated code.
 *
 * @since 0.1.0
 */
public final class BinomialSchedule {
    private BinomialSchedule() {}

    /**
     * The iteration before which to make the next copy when iterations are to be swept that start from a copy.
     *
     * @param from the iteration before which that copy was made
     * @param to the iterations from {@code from} to {@code to - 1} are to be swept; {@code from < to - 1}
     * @param free how many further copies may be made; if there are none, the state before the last iteration is all that is wanted
     * @return the iteration up to which to run: more than {@code from}, and less than {@code to}
     */
    public static int next(int from, int to, int free) {
        int length = to - from;
        if (free <= 0) {
            return to - 1;
        }
        int copies = Math.min(free + 1, length - 1);
        int repeats = repeats(length, copies);
        long least = Math.max(capacity(copies, repeats - 2), length - capacity(copies - 1, repeats));
        return from + (int) Math.max(1, least);
    }

    /** The smallest r with β(copies, r) ≥ length. */
    private static int repeats(int length, int copies) {
        int repeats = 0;
        while (capacity(copies, repeats) < length) {
            repeats++;
        }
        return repeats;
    }

    /**
     * β(s, r) = (s + r)! / (s! r!): how many iterations can be swept backward.
     *
     * @param copies <i>s</i>, at least 0
     * @param repeats <i>r</i>; if it is negative, the result is 0
     * @return the number, or {@link Integer#MAX_VALUE} if it is larger
     */
    public static int capacity(int copies, int repeats) {
        if (repeats < 0) {
            return 0;
        }
        int smaller = Math.min(copies, repeats);
        int larger = Math.max(copies, repeats);
        long value = 1;
        for (int i = 1; i <= smaller; i++) {
            value = value * (larger + i) / i;
            if (value > Integer.MAX_VALUE) {
                return Integer.MAX_VALUE;
            }
        }
        return (int) value;
    }

    /**
     * The number of copies to keep where nobody says it: as few as are enough for no iteration to be run more than twice again, about the
     * square root of 2 <i>n</i>.
     *
     * @param iterations <i>n</i>
     * @return the number, at least 1
     */
    public static int copies(int iterations) {
        int copies = Math.max(1, (int) Math.sqrt(2.0 * Math.max(0, iterations)) - 3);
        while (capacity(copies, 2) < iterations) {
            copies++;
        }
        return copies;
    }
}
