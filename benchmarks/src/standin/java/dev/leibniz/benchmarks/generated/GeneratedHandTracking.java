package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.handwritten.HandWrittenHandTracking;
import dev.leibniz.benchmarks.problems.HandModel;

/** Stands in for the class of the same name that calls generated code. */
public final class GeneratedHandTracking {
    private GeneratedHandTracking() {}

    /** Stands in for generated code. */
    public static double[][] simpleJacobian(double[] theta, HandModel model, int[] correspondences, double[][] points) {
        return HandWrittenHandTracking.simpleJacobian(theta, model, correspondences, points);
    }

    /** Stands in for generated code. */
    public static double[][] complicatedJacobian(double[] theta, double[][] us, HandModel model, int[] correspondences, double[][] points) {
        return HandWrittenHandTracking.complicatedJacobian(theta, us, model, correspondences, points);
    }
}
