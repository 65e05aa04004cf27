package dev.leibniz.benchmarks.problems;

import dev.leibniz.annotations.Differentiable;

/** The smallest problem: the square of a number. */
public final class Hello {
    private Hello() {}

    /** Returns x². */
    @Differentiable
    public static double square(double x) {
        return x * x;
    }
}
