package dev.leibniz.benchmarks.handwritten;

/** The derivative of {@link dev.leibniz.benchmarks.problems.Hello}. */
public final class HandWrittenHello {
    private HandWrittenHello() {}

    /** Returns 2x. */
    public static double derivative(double x) {
        return 2 * x;
    }
}
