package dev.leibniz.benchmarks.measure;

import dev.leibniz.benchmarks.problems.HandModel;
import java.util.Random;

/**
 * A made-up hand of 22 bones, with as many vertices as asked for, each of which is moved by up to four bones of one
 * finger; it has the structure and the sparsity of a real one.
 */
final class HandData {
    private static final int BONES = 22;

    private HandData() {}

    static HandModel model(int vertices, Random random) {
        int[] parents = new int[BONES];
        double[][] relatives = new double[BONES][];
        double[][] inverses = new double[BONES][];
        for (int b = 0; b < BONES; b++) {
            parents[b] = b == 0 ? -1 : b % 4 == 1 ? 0 : b - 1;
            relatives[b] = shift(0.1 * random.nextGaussian(), 0.3, 0.1 * random.nextGaussian());
            inverses[b] = shift(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
        }
        double[][] positions = new double[vertices][];
        int[][] bones = new int[vertices][];
        double[][] weights = new double[vertices][];
        int[][] triangles = new int[2 * vertices][];
        for (int v = 0; v < vertices; v++) {
            positions[v] = new double[] {random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), 1};
            int finger = random.nextInt(5);
            int count = 1 + random.nextInt(4);
            bones[v] = new int[count];
            weights[v] = new double[count];
            for (int i = 0; i < count; i++) {
                bones[v][i] = 1 + 4 * finger + i;
                weights[v][i] = 1.0 / count;
            }
        }
        for (int t = 0; t < triangles.length; t++) {
            triangles[t] = new int[] {random.nextInt(vertices), random.nextInt(vertices), random.nextInt(vertices)};
        }
        return new HandModel(parents, relatives, inverses, positions, bones, weights, triangles, false);
    }

    private static double[] shift(double x, double y, double z) {
        return new double[] {1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z, 0, 0, 0, 1};
    }
}
