package corpus;

import dev.leibniz.annotations.Differentiable;
import java.util.Random;
import java.util.SplittableRandom;

/** Random numbers are constants to the chain rule, drawn once. */
public final class Draws {
    private Draws() {}

    @Differentiable(order = 2)
    static double gaussians(double x, Random random) {
        double s = 0;
        for (int i = 0; i < 5; i++) {
            s += Math.exp(x * random.nextGaussian());
        }
        return s;
    }

    @Differentiable(order = 2)
    static double path(double[] x, double sigma, Random random) {
        double s = x[0];
        for (int i = 0; i < 6; i++) {
            double z = random.nextGaussian();
            double u = random.nextInt(3);
            s += x[i % x.length] * s * 0.1 + sigma * z * Math.cos(s) + u * s;
        }
        return s * 0.01;
    }

    @Differentiable
    static double rejected(double x, Random random) {
        double u = random.nextDouble();
        while (u < 0.5) {
            u = random.nextDouble();
        }
        return x * u * u + (random.nextBoolean() ? x * x : x);
    }

    @Differentiable(order = 2)
    static double fromASeed(double x, long seed) {
        Random random = new Random(42 + seed);
        SplittableRandom other = new SplittableRandom(7);
        double s = 0;
        for (int path = 0; path < 4; path++) {
            double y = x;
            for (int i = 0; i < 3; i++) {
                y += 0.1 * y * random.nextGaussian() + other.nextDouble();
            }
            s += Math.max(y - 1, 0) * y;
        }
        return s / 4;
    }

    private static double dropout(double x, Random random, double keep) {
        return random.nextDouble() < keep ? x / keep : 0;
    }

    @Differentiable
    static double[] layer(double[] x, Random random) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.tanh(dropout(x[i] * x[i], random, 0.7));
        }
        return y;
    }
}
