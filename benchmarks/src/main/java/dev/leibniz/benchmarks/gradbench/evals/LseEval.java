package dev.leibniz.benchmarks.gradbench.evals;

import dev.leibniz.benchmarks.generated.GeneratedLse;
import dev.leibniz.benchmarks.gradbench.protocol.Eval;
import dev.leibniz.benchmarks.gradbench.protocol.Input;
import dev.leibniz.benchmarks.gradbench.protocol.InvalidInputException;
import dev.leibniz.benchmarks.gradbench.protocol.Work;
import dev.leibniz.benchmarks.problems.Lse;

/** The logarithm of a sum of exponentials. */
final class LseEval implements Eval {
    @Override
    public Work<?> work(String function, Input input) {
        double[] x = input.vector("x");
        return switch (function) {
            case "primal" -> Work.number(() -> Lse.primal(x));
            case "gradient" -> Work.vector(() -> GeneratedLse.gradient(x));
            default -> throw InvalidInputException.unknownFunction(function);
        };
    }
}
