package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.problems.HandModel;
import dev.leibniz.benchmarks.problems.HandTrackingGrad;

/**
 * The Jacobian of {@link dev.leibniz.benchmarks.problems.HandTracking}, column by column in forward mode. A residual depends
 * on no barycentric coordinates but its own, so that two directions serve for all of these.
 */
public final class GeneratedHandTracking {
    private static final int PARAMETERS = 26;

    private GeneratedHandTracking() {}

    /** Returns the Jacobian by {@code theta}; 3C × 26. */
    public static double[][] simpleJacobian(double[] theta, HandModel model, int[] correspondences, double[][] points) {
        double[][] jacobian = new double[3 * points.length][PARAMETERS];
        for (int k = 0; k < PARAMETERS; k++) {
            double[] direction = new double[PARAMETERS];
            direction[k] = 1;
            setColumn(
                    jacobian,
                    k,
                    HandTrackingGrad.simpleObjectiveJvp(theta, model, correspondences, points, direction)
                            .tangent());
        }
        return jacobian;
    }

    /** Returns the Jacobian by the two coordinates of the row's own correspondence and by {@code theta}; 3C × 28. */
    public static double[][] complicatedJacobian(
            double[] theta, double[][] us, HandModel model, int[] correspondences, double[][] points) {
        double[][] jacobian = new double[3 * points.length][2 + PARAMETERS];
        for (int k = 0; k < 2 + PARAMETERS; k++) {
            double[] thetaDirection = new double[PARAMETERS];
            double[][] usDirection = new double[us.length][2];
            if (k < 2) {
                for (double[] coordinates : usDirection) {
                    coordinates[k] = 1;
                }
            } else {
                thetaDirection[k - 2] = 1;
            }
            setColumn(
                    jacobian,
                    k,
                    HandTrackingGrad.complicatedObjectiveJvp(
                                    theta, us, model, correspondences, points, thetaDirection, usDirection)
                            .tangent());
        }
        return jacobian;
    }

    private static void setColumn(double[][] matrix, int column, double[] values) {
        for (int i = 0; i < values.length; i++) {
            matrix[i][column] = values[i];
        }
    }
}
