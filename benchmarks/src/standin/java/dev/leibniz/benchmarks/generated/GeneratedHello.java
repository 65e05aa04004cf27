package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.handwritten.HandWrittenHello;

/** Stands in for the class of the same name that calls generated code. */
public final class GeneratedHello {
    private GeneratedHello() {}

    /** Stands in for generated code. */
    public static double derivative(double x) {
        return HandWrittenHello.derivative(x);
    }
}
