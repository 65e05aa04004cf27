package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.problems.HandModel;
import dev.leibniz.benchmarks.problems.HandTrackingGrad;

/**
 * The Jacobian of {@link dev.leibniz.benchmarks.problems.HandTracking}. A residual depends on no barycentric coordinates
 * but its own, so that two columns serve for all of these.
 */
public final class GeneratedHandTracking {
    private GeneratedHandTracking() {}

    /** Returns the Jacobian by {@code theta}; 3C × 26. */
    public static double[][] simpleJacobian(double[] theta, HandModel model, int[] correspondences, double[][] points) {
        return HandTrackingGrad.simpleObjectiveJacobian(theta, model, correspondences, points)
                .theta();
    }

    /** Returns the Jacobian by the two coordinates of the row's own correspondence and by {@code theta}; 3C × 28. */
    public static double[][] complicatedJacobian(
            double[] theta, double[][] us, HandModel model, int[] correspondences, double[][] points) {
        double[] parameters = new double[2 + theta.length];
        System.arraycopy(theta, 0, parameters, 2, theta.length);
        return HandTrackingGrad.shiftedObjectiveJacobian(parameters, us, model, correspondences, points)
                .parameters();
    }
}
