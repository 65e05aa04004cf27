package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.handwritten.HandWrittenSaddle;

/** Stands in for the class of the same name that calls generated code. */
public final class GeneratedSaddle {
    private GeneratedSaddle() {}

    /** Stands in for generated code. */
    public static double[] rr(double[] start) {
        return HandWrittenSaddle.saddlePoint(start);
    }

    /** Stands in for generated code. */
    public static double[] ff(double[] start) {
        return HandWrittenSaddle.saddlePoint(start);
    }

    /** Stands in for generated code. */
    public static double[] fr(double[] start) {
        return HandWrittenSaddle.saddlePoint(start);
    }

    /** Stands in for generated code. */
    public static double[] rf(double[] start) {
        return HandWrittenSaddle.saddlePoint(start);
    }
}
