package dev.leibniz.benchmarks.handwritten;

/**
 * The gradient of the last component of {@link dev.leibniz.benchmarks.problems.Ode}. The state before each step is kept;
 * the four stages of a step are made again from it on the way back.
 */
public final class HandWrittenOde {
    private HandWrittenOde() {}

    /** Returns the gradient of y<sub>n−1</sub>(2) by {@code x}. */
    public static double[] gradient(double[] x, int s) {
        int n = x.length;
        double h = 2.0 / s;
        double[][] states = new double[s + 1][n];
        double[] stage2 = new double[n];
        double[] stage3 = new double[n];
        double[] stage4 = new double[n];
        double[] k1 = new double[n];
        double[] k2 = new double[n];
        double[] k3 = new double[n];
        double[] k4 = new double[n];
        for (int step = 0; step < s; step++) {
            double[] y = states[step];
            double[] next = states[step + 1];
            velocity(x, y, k1);
            advance(y, h / 2, k1, stage2);
            velocity(x, stage2, k2);
            advance(y, h / 2, k2, stage3);
            velocity(x, stage3, k3);
            advance(y, h, k3, stage4);
            velocity(x, stage4, k4);
            for (int i = 0; i < n; i++) {
                next[i] = y[i] + h * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) / 6;
            }
        }

        double[] gradient = new double[n];
        double[] yBar = new double[n];
        double[] stageBar = k4;
        yBar[n - 1] = 1;
        for (int step = s - 1; step >= 0; step--) {
            double[] y = states[step];
            if (step < s - 1) {
                velocity(x, y, k1);
                advance(y, h / 2, k1, stage2);
                velocity(x, stage2, k2);
                advance(y, h / 2, k2, stage3);
                velocity(x, stage3, k3);
                advance(y, h, k3, stage4);
            }
            double[] sum = states[step + 1];
            reverseLastStage(x, yBar, h / 6, stage4, stageBar, sum, gradient);
            reverseStage(x, yBar, h / 3, h, stage3, stageBar, sum, gradient);
            reverseStage(x, yBar, h / 3, h / 2, stage2, stageBar, sum, gradient);
            reverseStage(x, yBar, h / 6, h / 2, y, stageBar, sum, gradient);
            for (int i = 0; i < n; i++) {
                yBar[i] += sum[i];
            }
        }
        return gradient;
    }

    private static void velocity(double[] x, double[] y, double[] out) {
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

    /** The cotangent of k₄ is yBar · c; writes that of its stage, and starts the sum of the stages' cotangents with it. */
    private static void reverseLastStage(
            double[] x, double[] yBar, double c, double[] stage, double[] stageBar, double[] sum, double[] gradient) {
        int last = x.length - 1;
        for (int i = last; i >= 1; i--) {
            double kBar = c * yBar[i];
            gradient[i] += kBar * stage[i - 1];
            double bar = kBar * x[i];
            stageBar[i - 1] = bar;
            sum[i - 1] = bar;
        }
        gradient[0] += c * yBar[0];
        stageBar[last] = 0;
        sum[last] = 0;
    }

    /**
     * The cotangent of k is yBar · c + stageBar · d, where stageBar is that of the stage made from k; puts that of k's own
     * stage in its place, and adds it to the sum.
     */
    private static void reverseStage(
            double[] x,
            double[] yBar,
            double c,
            double d,
            double[] stage,
            double[] stageBar,
            double[] sum,
            double[] gradient) {
        int last = x.length - 1;
        double kBar = c * yBar[last] + d * stageBar[last];
        stageBar[last] = 0;
        for (int i = last; i >= 1; i--) {
            gradient[i] += kBar * stage[i - 1];
            double bar = kBar * x[i];
            kBar = c * yBar[i - 1] + d * stageBar[i - 1];
            stageBar[i - 1] = bar;
            sum[i - 1] += bar;
        }
        gradient[0] += kBar;
    }
}
