package dev.leibniz.benchmarks.gradbench.evals;

import dev.leibniz.benchmarks.generated.GeneratedKMeans;
import dev.leibniz.benchmarks.gradbench.protocol.Eval;
import dev.leibniz.benchmarks.gradbench.protocol.Input;
import dev.leibniz.benchmarks.gradbench.protocol.InvalidInputException;
import dev.leibniz.benchmarks.gradbench.protocol.Work;
import dev.leibniz.benchmarks.problems.KMeans;

/** The k-means objective and its Newton direction. */
final class KMeansEval implements Eval {
    @Override
    public Work<?> work(String function, Input input) {
        double[][] points = input.matrix("points");
        double[][] centroids = input.matrix("centroids");
        return switch (function) {
            case "cost" -> Work.number(() -> KMeans.cost(centroids, points));
            case "dir" -> Work.matrix(() -> GeneratedKMeans.direction(centroids, points));
            default -> throw InvalidInputException.unknownFunction(function);
        };
    }
}
