package dev.leibniz.benchmarks.gradbench.evals;

import dev.leibniz.benchmarks.generated.GeneratedDet;
import dev.leibniz.benchmarks.gradbench.protocol.Eval;
import dev.leibniz.benchmarks.gradbench.protocol.Input;
import dev.leibniz.benchmarks.gradbench.protocol.InvalidInputException;
import dev.leibniz.benchmarks.gradbench.protocol.Work;
import dev.leibniz.benchmarks.problems.Det;

/** The determinant by expansion. */
final class DetEval implements Eval {
    @Override
    public Work<?> work(String function, Input input) {
        int ell = input.integer("ell");
        double[] a = input.vector("A", ell * ell);
        return switch (function) {
            case "primal" -> Work.number(() -> Det.primal(a, ell));
            case "gradient" -> Work.vector(() -> GeneratedDet.gradient(a, ell));
            default -> throw InvalidInputException.unknownFunction(function);
        };
    }
}
