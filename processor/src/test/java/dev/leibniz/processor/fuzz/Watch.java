package dev.leibniz.processor.fuzz;

import java.util.Set;
import java.util.TreeSet;

/**
 * What the oracle notices while a program runs: the way it took (so that two runs can be seen to take the same), how long
 * it was, and why its derivative may not be comparable (singular points, ties whose convention is open, huge values).
 */
final class Watch {

    private static final int MOST_STEPS = 20_000;
    private static final double HUGE = 1e8;
    private static final double CLOSE = 1e-7;
    private static final String BROKEN = "an infinite element";
    private static final String NOT_A_NUMBER = "not a number";
    private static final String STEEP = "an element with an infinite derivative";

    private final Set<String> doubts = new TreeSet<>();
    private long way = 17;
    private int steps;
    private int loops;

    /** The run is of no use: it never ends, throws, or writes to an argument. */
    static final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1;

        Rejected(String why) {
            super(why, null, false, false);
        }
    }

    void step() {
        if (++steps > MOST_STEPS) {
            throw new Rejected("too many steps");
        }
    }

    /** Records a decision that a neighbouring input might take differently. */
    void decision(long outcome) {
        way = way * 31 + outcome;
    }

    boolean decision(boolean outcome) {
        decision(outcome ? 1 : 2);
        return outcome;
    }

    void doubt(String why) {
        doubts.add(why);
    }

    /** Doubts about values that are no longer of ordinary size. */
    Scalar sized(Scalar value) {
        double v = value.value();
        if (!(Math.abs(v) < HUGE) && (value.touched() || Double.isNaN(v) || Double.isInfinite(v))) {
            doubt("huge value");
        }
        tangents(value);
        return value;
    }

    /** An expression has this value. */
    <T> T computed(T value) {
        if (value instanceof Scalar scalar && Double.isNaN(scalar.value())) {
            doubt(NOT_A_NUMBER);
        }
        return value;
    }

    /** A value goes into an array: what is infinite there is multiplied without a test, even if nobody reads it. */
    void stored(Object value) {
        if (value instanceof Scalar.Jet jet && jet.isBroken()) {
            doubt(BROKEN);
        } else if (value instanceof Scalar.Jet jet && jet.trusted() == 0) {
            doubt(STEEP);
        }
    }

    /** A number solves an equation, which is made for numbers of ordinary size. */
    Scalar solution(Scalar value) {
        if (!(Math.abs(value.value()) < HUGE)) {
            throw new Rejected("a huge solution");
        }
        return value;
    }

    /** A loop begins, or ends. */
    void loop(boolean begins) {
        loops += begins ? 1 : -1;
    }

    /** A sum grows. In a loop its terms are multiplied without a test, even if {@code exp} makes 0 of an infinite sum. */
    void summed(Object value) {
        if (loops > 0 && value instanceof Scalar.Jet jet && jet.isBroken()) {
            doubt(BROKEN);
        }
    }

    /** Whether an array held a number whose derivative is infinite: then an array of tangents holds that. */
    boolean hasSteepElements() {
        return doubts.contains(STEEP);
    }

    /** Whether anything that was computed is not a number, such as a remainder of 0, even if nobody uses it. */
    boolean hasNoNumbers() {
        return doubts.contains(NOT_A_NUMBER);
    }

    /** Whether an array, or a sum in a loop, held what is infinite, or not a number, and no mask. */
    boolean hasBrokenElements() {
        return doubts.contains(BROKEN);
    }

    private void tangents(Scalar value) {
        if (value instanceof Scalar.Dual dual) {
            if (!(dual.tangent().real().magnitude() < 1e12)) {
                doubt("huge derivative");
            }
            tangents(dual.tangent());
            tangents(dual.primal());
        }
    }

    /** Two values are compared, and the outcome matters: it must not hang on the rounding of a derivative. */
    void compared(Scalar.Real a, Scalar.Real b) {
        boolean exact = a.exact() && b.exact();
        if (!exact && !(Math.abs(a.value() - b.value()) > CLOSE * (a.magnitude() + b.magnitude()))) {
            doubt("decision on a derivative");
        }
    }

    /** A value is rounded to a whole number, or half of one. */
    void rounded(Scalar.Real a) {
        double distance = Math.abs(a.value() - Math.rint(a.value() * 2) / 2);
        if (!a.exact() && !(distance > CLOSE * (1 + a.magnitude()))) {
            doubt("rounding of a derivative");
        }
    }

    Set<String> doubts() {
        return doubts;
    }

    long way() {
        return way;
    }

    int steps() {
        return steps;
    }
}
