package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.handwritten.HandWrittenParticle;

/** Stands in for the class of the same name that calls generated code. */
public final class GeneratedParticle {
    private GeneratedParticle() {}

    /** Stands in for generated code. */
    public static double rr(double w) {
        return HandWrittenParticle.minimizer(w);
    }

    /** Stands in for generated code. */
    public static double ff(double w) {
        return HandWrittenParticle.minimizer(w);
    }

    /** Stands in for generated code. */
    public static double fr(double w) {
        return HandWrittenParticle.minimizer(w);
    }

    /** Stands in for generated code. */
    public static double rf(double w) {
        return HandWrittenParticle.minimizer(w);
    }
}
