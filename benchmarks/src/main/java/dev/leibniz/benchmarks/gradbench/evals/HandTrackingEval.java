package dev.leibniz.benchmarks.gradbench.evals;

import dev.leibniz.benchmarks.generated.GeneratedHandTracking;
import dev.leibniz.benchmarks.gradbench.protocol.Eval;
import dev.leibniz.benchmarks.gradbench.protocol.Input;
import dev.leibniz.benchmarks.gradbench.protocol.InvalidInputException;
import dev.leibniz.benchmarks.gradbench.protocol.Work;
import dev.leibniz.benchmarks.problems.HandModel;
import dev.leibniz.benchmarks.problems.HandTracking;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Hand tracking: the simple variant, whose input has no barycentric coordinates, and the complicated one. */
final class HandTrackingEval implements Eval {
    private static final int PARAMETERS = 26;

    @Override
    public Work<?> work(String function, Input input) {
        double[] theta = input.vector("theta", PARAMETERS);
        double[][] us = input.matrix("us");
        Input data = input.part("data");
        HandModel model = model(data.part("model"));
        int[] correspondences = data.integers("correspondences");
        double[][] points = data.matrix("points");
        boolean simple = us.length == 0;
        return switch (function) {
            case "objective" ->
                Work.vector(
                        simple
                                ? () -> HandTracking.simpleObjective(theta, model, correspondences, points)
                                : () -> HandTracking.complicatedObjective(theta, us, model, correspondences, points));
            case "jacobian" ->
                Work.matrix(
                        simple
                                ? () -> GeneratedHandTracking.simpleJacobian(theta, model, correspondences, points)
                                : () -> GeneratedHandTracking.complicatedJacobian(
                                        theta, us, model, correspondences, points));
            default -> throw InvalidInputException.unknownFunction(function);
        };
    }

    private static HandModel model(Input model) {
        double[][] dense = model.matrix("weights");
        int[][] bones = new int[dense.length][];
        double[][] weights = new double[dense.length][];
        for (int v = 0; v < dense.length; v++) {
            double[] row = dense[v];
            bones[v] = IntStream.range(0, row.length).filter(b -> row[b] != 0).toArray();
            weights[v] = Arrays.stream(bones[v]).mapToDouble(b -> row[b]).toArray();
        }
        return new HandModel(
                model.integers("parents"),
                flattened(model.cube("base_relatives")),
                flattened(model.cube("inverse_base_absolutes")),
                model.matrix("base_positions"),
                bones,
                weights,
                model.integerMatrix("triangles"),
                model.flag("is_mirrored"));
    }

    /** The rows of each matrix, one after the other. */
    private static double[][] flattened(double[][][] matrices) {
        return Arrays.stream(matrices)
                .map(matrix ->
                        Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray())
                .toArray(double[][]::new);
    }
}
