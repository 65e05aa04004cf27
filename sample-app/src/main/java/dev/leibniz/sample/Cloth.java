package dev.leibniz.sample;

import dev.leibniz.annotations.Checkpointed;
import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.Form;
import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.annotations.Reversible;

/**
 * A cloth that hangs at two of its corners in the wind: point masses in a square, with springs between neighbours, moved by the leapfrog method. Its
 * gradient tells which wind brings it to a place, through thousands of steps; three ways to have it differ in memory and time only.
 */
public final class Cloth {
    private static final double STIFFNESS = 20_000;
    private static final double GRAVITY = 9.81;

    private Cloth() {}

    /**
     * Where the points are and how fast they move: three numbers for each point.
     *
     * @param position row by row
     * @param velocity likewise
     */
    public record Sheet(double[] position, double[] velocity) {}

    /** A square of points, flat and at rest. */
    static Sheet flat(int side) {
        double[] position = new double[3 * side * side];
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                position[3 * (i * side + j)] = (double) j / (side - 1);
                position[3 * (i * side + j) + 1] = (double) i / (side - 1);
            }
        }
        return new Sheet(position, new double[position.length]);
    }

    /**
     * One step, in place.
     *
     * @param side the number of points on a side
     * @param wind the force of the wind in the three directions
     * @param dt the length of the step
     */
    @Reversible(inverse = "stepBack")
    static void step(Sheet sheet, int side, double[] wind, double dt) {
        push(sheet.velocity(), sheet.position(), side, wind, dt);
        drift(sheet.position(), sheet.velocity(), dt);
    }

    static void stepBack(Sheet sheet, int side, double[] wind, double dt) {
        drift(sheet.position(), sheet.velocity(), -dt);
        push(sheet.velocity(), sheet.position(), side, wind, -dt);
    }

    private static void drift(double[] position, double[] velocity, double dt) {
        for (int i = 0; i < position.length; i++) {
            position[i] += dt * velocity[i];
        }
    }

    private static void push(double[] velocity, double[] position, int side, double[] wind, double dt) {
        double rest = 1.0 / (side - 1);
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                int p = 3 * (i * side + j);
                boolean isFixed = i == 0 && (j == 0 || j == side - 1);
                if (!isFixed) {
                    double x = wind[0];
                    double y = GRAVITY + wind[1];
                    double z = wind[2];
                    for (int k = 0; k < 4; k++) {
                        int row = i + (k == 0 ? 1 : k == 1 ? -1 : 0);
                        int column = j + (k == 2 ? 1 : k == 3 ? -1 : 0);
                        if (row >= 0 && row < side && column >= 0 && column < side) {
                            int q = 3 * (row * side + column);
                            double dx = position[q] - position[p];
                            double dy = position[q + 1] - position[p + 1];
                            double dz = position[q + 2] - position[p + 2];
                            double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
                            double pull = STIFFNESS * (1 - rest / length);
                            x += pull * dx;
                            y += pull * dy;
                            z += pull * dz;
                        }
                    }
                    velocity[p] += dt * x;
                    velocity[p + 1] += dt * y;
                    velocity[p + 2] += dt * z;
                }
            }
        }
    }

    /** How far the last point is from a place, squared. */
    private static double miss(double[] position, double[] target) {
        int p = position.length - 3;
        double s = 0;
        for (int k = 0; k < 3; k++) {
            s += (position[p + k] - target[k]) * (position[p + k] - target[k]);
        }
        return s;
    }

    /** Keeps as many copies of the sheet as the annotation says. */
    @Differentiable(forms = Form.GRAD)
    public static double checkpointed(
            double[] wind,
            @NoDerivative Sheet start,
            @NoDerivative int side,
            @NoDerivative double[] target,
            int steps,
            @NoDerivative double dt) {
        double[] position = start.position().clone();
        double[] velocity = start.velocity().clone();
        for (@Checkpointed(snapshots = 50) int i = 0; i < steps; i++) {
            push(velocity, position, side, wind, dt);
            drift(position, velocity, dt);
        }
        return miss(position, target);
    }

    /** Keeps no copy; the steps are undone. */
    @Differentiable(forms = Form.GRAD)
    public static double reversible(
            double[] wind,
            @NoDerivative Sheet start,
            @NoDerivative int side,
            @NoDerivative double[] target,
            int steps,
            @NoDerivative double dt) {
        Sheet sheet = new Sheet(start.position().clone(), start.velocity().clone());
        for (int i = 0; i < steps; i++) {
            step(sheet, side, wind, dt);
        }
        return miss(sheet.position(), target);
    }

    /** Keeps what the processor chooses to keep of each step. */
    @Differentiable(forms = Form.GRAD)
    public static double plain(
            double[] wind,
            @NoDerivative Sheet start,
            @NoDerivative int side,
            @NoDerivative double[] target,
            int steps,
            @NoDerivative double dt) {
        double[] position = start.position().clone();
        double[] velocity = start.velocity().clone();
        for (int i = 0; i < steps; i++) {
            push(velocity, position, side, wind, dt);
            drift(position, velocity, dt);
        }
        return miss(position, target);
    }
}
