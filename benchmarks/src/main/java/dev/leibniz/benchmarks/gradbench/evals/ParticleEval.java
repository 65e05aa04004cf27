package dev.leibniz.benchmarks.gradbench.evals;

import dev.leibniz.benchmarks.generated.GeneratedParticle;
import dev.leibniz.benchmarks.gradbench.protocol.Eval;
import dev.leibniz.benchmarks.gradbench.protocol.Input;
import dev.leibniz.benchmarks.gradbench.protocol.InvalidInputException;
import dev.leibniz.benchmarks.gradbench.protocol.Work;

/** Where to put a charge so that a particle lands at the origin. */
final class ParticleEval implements Eval {
    @Override
    public Work<?> work(String function, Input input) {
        double w = input.number("w");
        return switch (function) {
            case "rr" -> Work.number(() -> GeneratedParticle.rr(w));
            case "ff" -> Work.number(() -> GeneratedParticle.ff(w));
            case "fr" -> Work.number(() -> GeneratedParticle.fr(w));
            case "rf" -> Work.number(() -> GeneratedParticle.rf(w));
            default -> throw InvalidInputException.unknownFunction(function);
        };
    }
}
