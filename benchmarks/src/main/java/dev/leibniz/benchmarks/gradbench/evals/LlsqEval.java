package dev.leibniz.benchmarks.gradbench.evals;

import dev.leibniz.benchmarks.generated.GeneratedLlsq;
import dev.leibniz.benchmarks.gradbench.protocol.Eval;
import dev.leibniz.benchmarks.gradbench.protocol.Input;
import dev.leibniz.benchmarks.gradbench.protocol.InvalidInputException;
import dev.leibniz.benchmarks.gradbench.protocol.Work;
import dev.leibniz.benchmarks.problems.Llsq;

/** Linear least squares. */
final class LlsqEval implements Eval {
    @Override
    public Work<?> work(String function, Input input) {
        double[] x = input.vector("x");
        int n = input.integer("n");
        return switch (function) {
            case "primal" -> Work.number(() -> Llsq.primal(x, n));
            case "gradient" -> Work.vector(() -> GeneratedLlsq.gradient(x, n));
            default -> throw InvalidInputException.unknownFunction(function);
        };
    }
}
