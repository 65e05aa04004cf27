package dev.leibniz.benchmarks.handwritten;

import dev.leibniz.benchmarks.problems.GradientDescent;

/** The particle problem with the force and the derivatives of the flight by w written out. */
public final class HandWrittenParticle {
    private static final double TIME_STEP = 0.1;

    private HandWrittenParticle() {}

    /** Returns the w, found from the given one, for which the particle lands nearest to the origin. */
    public static double minimizer(double w) {
        return GradientDescent.argmin(v -> cost(v[0]), v -> new double[] {slope(v[0])}, new double[] {w})[0];
    }

    /** The square of the place where the particle lands. */
    public static double cost(double w) {
        double x = 0;
        double y = 8;
        double vx = 0.75;
        double vy = 0;
        while (true) {
            double upperY = y - (10 - w);
            double dx = x - 10;
            double upper = dx * dx + upperY * upperY;
            double lower = dx * dx + y * y;
            double upperCubed = 1 / (upper * Math.sqrt(upper));
            double lowerCubed = 1 / (lower * Math.sqrt(lower));
            double fx = dx * upperCubed + dx * lowerCubed;
            double fy = upperY * upperCubed + y * lowerCubed;
            x += TIME_STEP * vx;
            y += TIME_STEP * vy;
            if (y <= 0) {
                double landing = x - y / vy * vx;
                return landing * landing;
            }
            vx += TIME_STEP * fx;
            vy += TIME_STEP * fy;
        }
    }

    /** The derivative of {@link #cost} by w, carried along with the flight. */
    static double slope(double w) {
        double x = 0;
        double y = 8;
        double vx = 0.75;
        double vy = 0;
        double xDot = 0;
        double yDot = 0;
        double vxDot = 0;
        double vyDot = 0;
        while (true) {
            double upperY = y - (10 - w);
            double upperYDot = yDot + 1;
            double dx = x - 10;
            double upper = 1 / (dx * dx + upperY * upperY);
            double lower = 1 / (dx * dx + y * y);
            double upperCubed = upper * Math.sqrt(upper);
            double lowerCubed = lower * Math.sqrt(lower);
            double upperCubedDot = -3 * upperCubed * upper * (dx * xDot + upperY * upperYDot);
            double lowerCubedDot = -3 * lowerCubed * lower * (dx * xDot + y * yDot);
            double fx = dx * (upperCubed + lowerCubed);
            double fy = upperY * upperCubed + y * lowerCubed;
            double fxDot = xDot * (upperCubed + lowerCubed) + dx * (upperCubedDot + lowerCubedDot);
            double fyDot = upperYDot * upperCubed + upperY * upperCubedDot + yDot * lowerCubed + y * lowerCubedDot;
            x += TIME_STEP * vx;
            y += TIME_STEP * vy;
            xDot += TIME_STEP * vxDot;
            yDot += TIME_STEP * vyDot;
            if (y <= 0) {
                double delta = -y / vy;
                double deltaDot = -(yDot + delta * vyDot) / vy;
                return 2 * (x + delta * vx) * (xDot + deltaDot * vx + delta * vxDot);
            }
            vx += TIME_STEP * fx;
            vy += TIME_STEP * fy;
            vxDot += TIME_STEP * fxDot;
            vyDot += TIME_STEP * fyDot;
        }
    }
}
