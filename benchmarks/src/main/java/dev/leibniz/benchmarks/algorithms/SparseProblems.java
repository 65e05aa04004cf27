package dev.leibniz.benchmarks.algorithms;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.Form;
import dev.leibniz.annotations.NoDerivative;

/** Large problems each of whose results depends on few numbers: a graph of poses, and the motion of a cart with a pole. */
public final class SparseProblems {
    /** How many numbers there are for each pose: its place and its angle. */
    public static final int POSE = 3;

    /** How many numbers there are for each node of a motion: two places, two rates and the force. */
    public static final int NODE = 5;

    private static final int STATE = 4;
    private static final double CART = 1;
    private static final double POLE = 0.3;
    private static final double LENGTH = 0.5;
    private static final double GRAVITY = 9.81;

    private SparseProblems() {}

    /**
     * How far the poses are from what was measured between two of them.
     *
     * @param x [3 · poses], for each place and angle in radians
     * @param from for each measurement a pose
     * @param to for each measurement the pose that is seen from it
     * @param measured [3 · measurements], the pose as seen from the other
     * @return [3 · measurements]
     */
    @Differentiable(forms = {Form.JACOBIAN, Form.SPARSE})
    public static double[] poseGraph(double[] x, int[] from, int[] to, @NoDerivative double[] measured) {
        double[] r = new double[POSE * from.length];
        for (int e = 0; e < from.length; e++) {
            int a = POSE * from[e];
            int b = POSE * to[e];
            double c = Math.cos(x[a + 2]);
            double s = Math.sin(x[a + 2]);
            double dx = x[b] - x[a];
            double dy = x[b + 1] - x[a + 1];
            double turned = x[b + 2] - x[a + 2] - measured[POSE * e + 2];
            r[POSE * e] = c * dx + s * dy - measured[POSE * e];
            r[POSE * e + 1] = c * dy - s * dx - measured[POSE * e + 1];
            r[POSE * e + 2] = Math.atan2(Math.sin(turned), Math.cos(turned));
        }
        return r;
    }

    /**
     * How far a motion is from one that the equations allow, by the rule of trapezoids.
     *
     * @param x [5 · nodes], for each place of the cart, angle of the pole, their rates, and the force
     * @param h the time from node to node
     * @return [4 · (nodes − 1)]
     */
    @Differentiable(forms = {Form.JACOBIAN, Form.JVP, Form.SPARSE})
    public static double[] defects(double[] x, @NoDerivative double h) {
        int nodes = x.length / NODE;
        double[] r = new double[STATE * (nodes - 1)];
        for (int k = 0; k + 1 < nodes; k++) {
            int a = NODE * k;
            int b = a + NODE;
            r[STATE * k] = x[b] - x[a] - h / 2 * (x[a + 2] + x[b + 2]);
            r[STATE * k + 1] = x[b + 1] - x[a + 1] - h / 2 * (x[a + 3] + x[b + 3]);
            r[STATE * k + 2] = x[b + 2] - x[a + 2] - h / 2 * (cartRate(x, a) + cartRate(x, b));
            r[STATE * k + 3] = x[b + 3] - x[a + 3] - h / 2 * (poleRate(x, a) + poleRate(x, b));
        }
        return r;
    }

    private static double cartRate(double[] x, int k) {
        double s = Math.sin(x[k + 1]);
        double c = Math.cos(x[k + 1]);
        return (LENGTH * POLE * s * x[k + 3] * x[k + 3] + x[k + 4] + POLE * GRAVITY * c * s) / (CART + POLE * s * s);
    }

    private static double poleRate(double[] x, int k) {
        double s = Math.sin(x[k + 1]);
        double c = Math.cos(x[k + 1]);
        double force = LENGTH * POLE * c * s * x[k + 3] * x[k + 3] + x[k + 4] * c + (CART + POLE) * GRAVITY * s;
        return -force / (LENGTH * (CART + POLE * s * s));
    }

    /**
     * The effort of a motion, and its defects with multipliers: what Newton's method for optimal control takes the Hessian of.
     *
     * @param x as in {@link #defects}
     * @param multipliers [4 · (nodes − 1)]
     * @param h the time from node to node
     * @return the Lagrange function
     */
    @Differentiable(
            order = 2,
            forms = {Form.HVP, Form.SPARSE})
    public static double lagrangian(double[] x, @NoDerivative double[] multipliers, @NoDerivative double h) {
        double sum = 0;
        for (int k = NODE - 1; k < x.length; k += NODE) {
            sum += h * x[k] * x[k];
        }
        double[] r = defects(x, h);
        for (int i = 0; i < r.length; i++) {
            sum += multipliers[i] * r[i];
        }
        return sum;
    }
}
