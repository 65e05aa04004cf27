package dev.leibniz.benchmarks.measure;

import java.util.Random;

/** Arrays of random numbers, the same in every run. */
final class RandomArrays {
    private final Random random;

    RandomArrays(long seed) {
        random = new Random(seed);
    }

    Random random() {
        return random;
    }

    double[] uniform(int n) {
        return random.doubles(n).toArray();
    }

    double[] gaussian(int n) {
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = random.nextGaussian();
        }
        return v;
    }

    double[][] gaussian(int rows, int n) {
        double[][] m = new double[rows][];
        for (int i = 0; i < rows; i++) {
            m[i] = gaussian(n);
        }
        return m;
    }

    int[] indices(int n, int bound) {
        return random.ints(n, 0, bound).toArray();
    }

    /** Rows with a one in a random place each. */
    double[][] oneHot(int rows, int n) {
        double[][] m = new double[rows][n];
        for (double[] row : m) {
            row[random.nextInt(n)] = 1;
        }
        return m;
    }
}
