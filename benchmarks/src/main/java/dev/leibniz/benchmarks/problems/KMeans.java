package dev.leibniz.benchmarks.problems;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** The k-means objective: the sum of the squared distances of the points to their nearest centroids. */
public final class KMeans {
    private KMeans() {}

    /** The cost of {@code centroids}, k × d, for {@code points}, n × d. */
    @Differentiable(order = 2)
    public static double cost(double[][] centroids, @NoDerivative double[][] points) {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            double[] point = points[i];
            sum += squaredDistance(centroids[nearest(centroids, point)], point);
        }
        return sum;
    }

    private static int nearest(double[][] centroids, double[] point) {
        int nearest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < centroids.length; j++) {
            double distance = squaredDistance(centroids[j], point);
            if (distance < smallest) {
                smallest = distance;
                nearest = j;
            }
        }
        return nearest;
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }
}
