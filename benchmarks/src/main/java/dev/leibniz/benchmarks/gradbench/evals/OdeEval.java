package dev.leibniz.benchmarks.gradbench.evals;

import dev.leibniz.benchmarks.generated.GeneratedOde;
import dev.leibniz.benchmarks.gradbench.protocol.Eval;
import dev.leibniz.benchmarks.gradbench.protocol.Input;
import dev.leibniz.benchmarks.gradbench.protocol.InvalidInputException;
import dev.leibniz.benchmarks.gradbench.protocol.Work;
import dev.leibniz.benchmarks.problems.Ode;

/** A system of differential equations, solved by Runge–Kutta. */
final class OdeEval implements Eval {
    @Override
    public Work<?> work(String function, Input input) {
        double[] x = input.vector("x");
        int s = input.integer("s");
        return switch (function) {
            case "primal" -> Work.vector(() -> Ode.primal(x, s));
            case "gradient" -> Work.vector(() -> GeneratedOde.gradient(x, s));
            default -> throw InvalidInputException.unknownFunction(function);
        };
    }
}
