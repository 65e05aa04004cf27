package dev.leibniz.benchmarks.problems;

import dev.leibniz.annotations.Differentiable;

/**
 * A charged particle that falls between two charges, one of which can be moved. The force on it is itself a derivative, so
 * that the derivative of where it lands is one of a program that has derivatives in it.
 */
public final class Particle {
    private static final double TIME_STEP = 0.1;

    private Particle() {}

    /** The potential at (x, y) of the charges at (10, 10 − w) and (10, 0). */
    @Differentiable
    public static double potential(double x, double y, double w) {
        double dx = x - 10;
        double upper = y - (10 - w);
        return 1 / Math.sqrt(dx * dx + upper * upper) + 1 / Math.sqrt(dx * dx + y * y);
    }

    /** The square of the place where the particle lands, with the force by reverse mode. */
    @Differentiable
    public static double costReverse(double w) {
        double x = 0;
        double y = 8;
        double vx = 0.75;
        double vy = 0;
        while (true) {
            ParticleGrad.PotentialGrad slope = ParticleGrad.potentialGrad(x, y, w);
            x += TIME_STEP * vx;
            y += TIME_STEP * vy;
            if (y <= 0) {
                return squaredLanding(x, y, vx, vy);
            }
            vx -= TIME_STEP * slope.x();
            vy -= TIME_STEP * slope.y();
        }
    }

    /** The square of the place where the particle lands, with the force by forward mode. */
    @Differentiable
    public static double costForward(double w) {
        double x = 0;
        double y = 8;
        double vx = 0.75;
        double vy = 0;
        while (true) {
            double slopeX = ParticleGrad.potentialJvp(x, y, w, 1, 0, 0).tangent();
            double slopeY = ParticleGrad.potentialJvp(x, y, w, 0, 1, 0).tangent();
            x += TIME_STEP * vx;
            y += TIME_STEP * vy;
            if (y <= 0) {
                return squaredLanding(x, y, vx, vy);
            }
            vx -= TIME_STEP * slopeX;
            vy -= TIME_STEP * slopeY;
        }
    }

    /** From the first point below the ground back to the ground, along the velocity. */
    private static double squaredLanding(double x, double y, double vx, double vy) {
        double delta = -y / vy;
        double landing = x + delta * vx;
        return landing * landing;
    }
}
