package dev.leibniz.benchmarks.gradbench.evals;

import dev.leibniz.benchmarks.generated.GeneratedHello;
import dev.leibniz.benchmarks.gradbench.protocol.Eval;
import dev.leibniz.benchmarks.gradbench.protocol.Input;
import dev.leibniz.benchmarks.gradbench.protocol.InvalidInputException;
import dev.leibniz.benchmarks.gradbench.protocol.Work;
import dev.leibniz.benchmarks.problems.Hello;

/** The square of a number. */
final class HelloEval implements Eval {
    @Override
    public Work<?> work(String function, Input input) {
        double x = input.number();
        return switch (function) {
            case "square" -> Work.number(() -> Hello.square(x));
            case "double" -> Work.number(() -> GeneratedHello.derivative(x));
            default -> throw InvalidInputException.unknownFunction(function);
        };
    }
}
