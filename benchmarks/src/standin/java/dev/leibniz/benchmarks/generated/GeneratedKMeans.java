package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.handwritten.HandWrittenKMeans;

/** Stands in for the class of the same name that calls generated code. */
public final class GeneratedKMeans {
    private GeneratedKMeans() {}

    /** Stands in for generated code. */
    public static double[][] direction(double[][] centroids, double[][] points) {
        return HandWrittenKMeans.direction(centroids, points);
    }
}
