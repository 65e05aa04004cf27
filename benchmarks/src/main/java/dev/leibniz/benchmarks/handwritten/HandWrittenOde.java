package dev.leibniz.benchmarks.handwritten;

/**
 * The gradient of the last component of {@link dev.leibniz.benchmarks.problems.Ode}. The state before each step is kept;
 * the stages of a step are made again from it on the way back.
 *
 * <p>An array that is needed at i and at its neighbour is kept a second time, moved by one: loops in which every array has
 * the same index are the only ones that HotSpot vectorises, and moving is much cheaper than that. What is moved left is
 * named {@code …Left}: its element i is the array's element i + 1.
 */
public final class HandWrittenOde {
    private final int n;
    private final double h;
    private final double[] x;
    private final double[] xLeft;

    /** The stages of a step; the first one is the state before it. */
    private final double[][] stages;

    /** The cotangents of a step's velocities. */
    private final double[][] velocityBarsLeft;

    /** The cotangent of the step's result, then of the state before the step. */
    private final double[] yBar;

    private final double[] gradientLeft;
    private double firstGradient;
    private final double[] scratch;

    private HandWrittenOde(double[] x, int s) {
        this.x = x;
        n = x.length;
        h = 2.0 / s;
        xLeft = new double[n];
        System.arraycopy(x, 1, xLeft, 0, n - 1);
        stages = new double[4][n];
        velocityBarsLeft = new double[4][n];
        yBar = new double[n];
        gradientLeft = new double[n];
        scratch = new double[n];
    }

    /** Returns the gradient of y<sub>n−1</sub>(2) by {@code x}. */
    public static double[] gradient(double[] x, int s) {
        HandWrittenOde sweeps = new HandWrittenOde(x, s);
        double[][] states = sweeps.forward(s);
        sweeps.yBar[x.length - 1] = 1;
        for (int step = s - 1; step >= 0; step--) {
            sweeps.reverseStep(states[step]);
        }
        double[] gradient = new double[x.length];
        gradient[0] = sweeps.firstGradient;
        System.arraycopy(sweeps.gradientLeft, 0, gradient, 1, x.length - 1);
        return gradient;
    }

    /** Returns the states before each step. */
    private double[][] forward(int s) {
        double[][] states = new double[s][];
        double[] y = new double[n];
        double[] stage = scratch;
        double[] k1 = velocityBarsLeft[0];
        double[] k2 = velocityBarsLeft[1];
        double[] k3 = velocityBarsLeft[2];
        double[] k4 = velocityBarsLeft[3];
        for (int step = 0; step < s; step++) {
            states[step] = y.clone();
            velocity(y, k1);
            advance(y, h / 2, k1, stage);
            velocity(stage, k2);
            advance(y, h / 2, k2, stage);
            velocity(stage, k3);
            advance(y, h, k3, stage);
            velocity(stage, k4);
            for (int i = 0; i < y.length; i++) {
                y[i] += h * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) / 6;
            }
        }
        return states;
    }

    private void velocity(double[] y, double[] out) {
        out[0] = x[0];
        for (int i = 1; i < x.length; i++) {
            out[i] = x[i] * y[i - 1];
        }
    }

    private static void advance(double[] y, double h, double[] k, double[] out) {
        for (int i = 0; i < y.length; i++) {
            out[i] = y[i] + h * k[i];
        }
    }

    private void reverseStep(double[] state) {
        stages[0] = state;
        stage(h / 2, stages[0], stages[1]);
        stage(h / 2, stages[1], stages[2]);
        stage(h, stages[2], stages[3]);

        reverseAdvance(h / 6, 0, velocityBarsLeft[3], velocityBarsLeft[3]);
        reverseAdvance(h / 3, h, velocityBarsLeft[3], velocityBarsLeft[2]);
        reverseAdvance(h / 3, h / 2, velocityBarsLeft[2], velocityBarsLeft[1]);
        reverseAdvance(h / 6, h / 2, velocityBarsLeft[1], velocityBarsLeft[0]);
        addUp(stages[0], velocityBarsLeft[0], stages[1], velocityBarsLeft[1]);
        addUp(stages[2], velocityBarsLeft[2], stages[3], velocityBarsLeft[3]);
    }

    /** The stage after {@code before}: y + step · F(before). */
    private void stage(double step, double[] before, double[] out) {
        double[] y = stages[0];
        double[] beforeRight = scratch;
        beforeRight[0] = 1;
        System.arraycopy(before, 0, beforeRight, 1, n - 1);
        for (int i = 0; i < out.length; i++) {
            out[i] = y[i] + step * (x[i] * beforeRight[i]);
        }
    }

    /** The cotangent of a velocity is c times that of the step's result, and d times that of the stage made of it. */
    private void reverseAdvance(double c, double d, double[] nextBarLeft, double[] outLeft) {
        double[] out = scratch;
        for (int i = 0; i < out.length; i++) {
            out[i] = c * yBar[i] + d * (nextBarLeft[i] * xLeft[i]);
        }
        firstGradient += out[0];
        System.arraycopy(out, 1, outLeft, 0, n - 1);
        outLeft[n - 1] = 0;
    }

    /** What two velocities contribute to the cotangents of x and of the state. */
    private void addUp(double[] stageA, double[] barA, double[] stageB, double[] barB) {
        double[] gradient = gradientLeft;
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += barA[i] * stageA[i] + barB[i] * stageB[i];
        }
        double[] stateBar = yBar;
        double[] factor = xLeft;
        for (int i = 0; i < stateBar.length; i++) {
            stateBar[i] += factor[i] * (barA[i] + barB[i]);
        }
    }
}
