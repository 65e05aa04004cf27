package dev.leibniz.benchmarks.gradbench.evals;

import dev.leibniz.benchmarks.generated.GeneratedSaddle;
import dev.leibniz.benchmarks.gradbench.protocol.Eval;
import dev.leibniz.benchmarks.gradbench.protocol.Input;
import dev.leibniz.benchmarks.gradbench.protocol.InvalidInputException;
import dev.leibniz.benchmarks.gradbench.protocol.Work;

/** A saddle point by nested gradient descents. */
final class SaddleEval implements Eval {
    @Override
    public Work<?> work(String function, Input input) {
        double[] start = input.vector("start", 2);
        return switch (function) {
            case "rr" -> Work.vector(() -> GeneratedSaddle.rr(start));
            case "ff" -> Work.vector(() -> GeneratedSaddle.ff(start));
            case "fr" -> Work.vector(() -> GeneratedSaddle.fr(start));
            case "rf" -> Work.vector(() -> GeneratedSaddle.rf(start));
            default -> throw InvalidInputException.unknownFunction(function);
        };
    }
}
