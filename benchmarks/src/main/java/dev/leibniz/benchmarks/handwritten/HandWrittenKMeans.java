package dev.leibniz.benchmarks.handwritten;

/** The Newton direction of {@link dev.leibniz.benchmarks.problems.KMeans}; only the nearest centroid of a point counts. */
public final class HandWrittenKMeans {
    private HandWrittenKMeans() {}

    /** Returns the gradient by the centroids, divided by the Hessian's diagonal. */
    public static double[][] direction(double[][] centroids, double[][] points) {
        double[][] gradient = new double[centroids.length][centroids[0].length];
        double[] diagonal = new double[centroids.length];
        for (int i = 0; i < points.length; i++) {
            double[] point = points[i];
            int nearest = nearest(centroids, point);
            double[] centroid = centroids[nearest];
            double[] row = gradient[nearest];
            for (int j = 0; j < point.length; j++) {
                row[j] += 2 * (centroid[j] - point[j]);
            }
            diagonal[nearest] += 2;
        }
        for (int k = 0; k < gradient.length; k++) {
            double[] row = gradient[k];
            for (int j = 0; j < row.length; j++) {
                row[j] /= diagonal[k];
            }
        }
        return gradient;
    }

    private static int nearest(double[][] centroids, double[] point) {
        int nearest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < centroids.length; k++) {
            double[] centroid = centroids[k];
            double distance = 0;
            for (int j = 0; j < centroid.length; j++) {
                double difference = centroid[j] - point[j];
                distance += difference * difference;
            }
            if (distance < smallest) {
                smallest = distance;
                nearest = k;
            }
        }
        return nearest;
    }
}
