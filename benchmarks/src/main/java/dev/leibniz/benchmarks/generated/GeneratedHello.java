package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.problems.HelloGrad;

/** The derivative of {@link dev.leibniz.benchmarks.problems.Hello}. */
public final class GeneratedHello {
    private GeneratedHello() {}

    /** Returns 2x. */
    public static double derivative(double x) {
        return HelloGrad.squareGrad(x).x();
    }
}
