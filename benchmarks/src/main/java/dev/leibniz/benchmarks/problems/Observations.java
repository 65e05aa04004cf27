package dev.leibniz.benchmarks.problems;

import java.util.Arrays;

/**
 * Which camera saw which point where: the data of bundle adjustment.
 *
 * @param cameras n × 11
 * @param points m × 3
 * @param weights one per observation; p
 * @param features one per observation; p × 2
 */
public record Observations(double[][] cameras, double[][] points, double[] weights, double[][] features) {

    /** Makes n, m and p copies of one camera, one point, and one weight and feature. */
    public static Observations replicate(
            int n, int m, int p, double[] camera, double[] point, double weight, double[] feature) {
        double[] weights = new double[p];
        Arrays.fill(weights, weight);
        return new Observations(copies(n, camera), copies(m, point), weights, copies(p, feature));
    }

    private static double[][] copies(int count, double[] row) {
        double[][] rows = new double[count][];
        Arrays.setAll(rows, i -> row.clone());
        return rows;
    }

    /** The number of observations. */
    public int count() {
        return weights.length;
    }

    /** The index of the camera of an observation. */
    public int cameraOf(int observation) {
        return observation % cameras.length;
    }

    /** The index of the point of an observation. */
    public int pointOf(int observation) {
        return observation % points.length;
    }
}
