package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.problems.KMeansGrad;
import java.util.Arrays;

/**
 * The Newton direction of {@link dev.leibniz.benchmarks.problems.KMeans}. The Hessian is diagonal, so that its product with
 * the vector of ones is its diagonal.
 */
public final class GeneratedKMeans {
    private GeneratedKMeans() {}

    /** Returns the gradient by the centroids, divided by the Hessian's diagonal. */
    public static double[][] direction(double[][] centroids, double[][] points) {
        double[][] ones = new double[centroids.length][centroids[0].length];
        for (double[] row : ones) {
            Arrays.fill(row, 1);
        }
        KMeansGrad.CostHvp product = KMeansGrad.costHvp(centroids, points, ones);
        double[][] gradient = product.grad().centroids();
        double[][] diagonal = product.centroids();
        double[][] direction = new double[gradient.length][gradient[0].length];
        for (int k = 0; k < direction.length; k++) {
            for (int j = 0; j < direction[k].length; j++) {
                direction[k][j] = gradient[k][j] / diagonal[k][j];
            }
        }
        return direction;
    }
}
