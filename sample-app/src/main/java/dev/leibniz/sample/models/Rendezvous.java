package dev.leibniz.sample.models;

import dev.leibniz.annotations.Differentiable;

/** How far a spacecraft misses its target, by its first velocity: a shooting method needs the gradient. */
public final class Rendezvous {
    private Rendezvous() {}

    /** The right-hand side of an ordinary differential equation. */
    @FunctionalInterface
    interface RightHandSide {
        void derivatives(double t, double[] y, double[] dydt);
    }

    /** The classical Runge–Kutta method of fourth order, with {@code n} steps of one size. */
    static double[] rungeKutta(RightHandSide f, double from, double to, double[] start, int n) {
        double h = (to - from) / n;
        double[] y = start.clone();
        double[] k1 = new double[y.length];
        double[] k2 = new double[y.length];
        double[] k3 = new double[y.length];
        double[] k4 = new double[y.length];
        for (int step = 0; step < n; step++) {
            double t = from + step * h;
            f.derivatives(t, y, k1);
            f.derivatives(t + h / 2, moved(y, k1, h / 2), k2);
            f.derivatives(t + h / 2, moved(y, k2, h / 2), k3);
            f.derivatives(t + h, moved(y, k3, h), k4);
            for (int i = 0; i < y.length; i++) {
                y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            }
        }
        return y;
    }

    private static double[] moved(double[] y, double[] k, double h) {
        double[] moved = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            moved[i] = y[i] + h * k[i];
        }
        return moved;
    }

    /**
     * The squared distance from the target after the flight, which starts at (1, 0) and goes around a mass at the origin.
     *
     * @param velocity at the start, of two components
     * @param mu the gravitational parameter of the mass
     * @param target where to be, of two components
     * @param duration of the flight
     */
    @Differentiable(order = 2)
    public static double squaredMiss(double[] velocity, double mu, double[] target, double duration) {
        double[] start = {1, 0, velocity[0], velocity[1]};
        double[] end = rungeKutta(
                (t, y, dydt) -> {
                    double r = Math.hypot(y[0], y[1]);
                    dydt[0] = y[2];
                    dydt[1] = y[3];
                    dydt[2] = -mu * y[0] / (r * r * r);
                    dydt[3] = -mu * y[1] / (r * r * r);
                },
                0,
                duration,
                start,
                40);
        double dx = end[0] - target[0];
        double dy = end[1] - target[1];
        return dx * dx + dy * dy;
    }
}
