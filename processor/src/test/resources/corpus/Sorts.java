package corpus;

import dev.leibniz.annotations.Differentiable;
import java.util.Arrays;

/** What is sorted takes its derivative along. */
public final class Sorts {
    private Sorts() {}

    @Differentiable(order = 2)
    static double median(double[] x) {
        double[] y = x.clone();
        Arrays.sort(y);
        int n = y.length;
        double m = 0.5 * (y[(n - 1) / 2] + y[n / 2]);
        return m * m * y[0] * Math.sin(y[n - 1]);
    }

    @Differentiable
    static double[] range(double[] x, int k) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * x[i] - i * x[0];
        }
        Arrays.sort(y, k % 3, x.length);
        return y;
    }

    /** @length x 6 */
    @Differentiable(order = 2)
    static double inSteps(double[] x, double w) {
        double[] y = x.clone();
        double s = 0;
        for (int t = 0; t < 4; t++) {
            Arrays.sort(y, t % 2, y.length);
            for (int i = 0; i < y.length; i++) {
                s += (i + 1) * y[i] * w;
                y[i] = Math.sin(y[i] * w * (i - 2));
            }
        }
        return s + y[1] * y[4];
    }

    /** @single */
    @Differentiable
    static double ofFloats(float[] x, double q) {
        float[] y = Arrays.copyOf(x, x.length);
        Arrays.sort(y);
        double s = 0;
        for (int i = 0; i < y.length; i++) {
            s += y[i] * Math.exp(q * i);
        }
        return s;
    }

    /** The risk measure of a sample: the mean of the least losses. */
    @Differentiable
    static double expectedShortfall(double[] x, double shift) {
        double[] losses = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            losses[i] = Math.exp(shift * x[i]);
        }
        return tail(losses, 2);
    }

    private static double tail(double[] losses, int count) {
        Arrays.sort(losses);
        double s = 0;
        for (int i = 0; i < count; i++) {
            s += losses[i];
        }
        return s / count;
    }
}
