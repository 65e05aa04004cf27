package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.problems.GradientDescent;
import dev.leibniz.benchmarks.problems.Particle;
import dev.leibniz.benchmarks.problems.ParticleGrad;
import java.util.function.DoubleUnaryOperator;

/**
 * The particle problem in the four ways to nest derivatives: the first letter is the mode of the derivative of the flight
 * by w, the second that of the force within, {@code f} for forward and {@code r} for reverse.
 */
public final class GeneratedParticle {
    private GeneratedParticle() {}

    /** Reverse over reverse. */
    public static double rr(double w) {
        return argmin(
                Particle::costReverse, v -> ParticleGrad.costReverseGrad(v).w(), w);
    }

    /** Forward over forward. */
    public static double ff(double w) {
        return argmin(
                Particle::costForward, v -> ParticleGrad.costForwardJvp(v, 1).tangent(), w);
    }

    /** Forward over reverse. */
    public static double fr(double w) {
        return argmin(
                Particle::costReverse, v -> ParticleGrad.costReverseJvp(v, 1).tangent(), w);
    }

    /** Reverse over forward. */
    public static double rf(double w) {
        return argmin(
                Particle::costForward, v -> ParticleGrad.costForwardGrad(v).w(), w);
    }

    private static double argmin(DoubleUnaryOperator cost, DoubleUnaryOperator slope, double w) {
        return GradientDescent.argmin(
                v -> cost.applyAsDouble(v[0]), v -> new double[] {slope.applyAsDouble(v[0])}, new double[] {w})[0];
    }
}
