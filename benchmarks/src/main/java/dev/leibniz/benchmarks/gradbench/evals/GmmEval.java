package dev.leibniz.benchmarks.gradbench.evals;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.leibniz.benchmarks.generated.GeneratedGmm;
import dev.leibniz.benchmarks.gradbench.protocol.Eval;
import dev.leibniz.benchmarks.gradbench.protocol.Input;
import dev.leibniz.benchmarks.gradbench.protocol.InvalidInputException;
import dev.leibniz.benchmarks.gradbench.protocol.Output;
import dev.leibniz.benchmarks.gradbench.protocol.Work;
import dev.leibniz.benchmarks.problems.Gmm;
import dev.leibniz.benchmarks.results.GmmGradient;
import java.io.IOException;

/** A Gaussian mixture model. */
final class GmmEval implements Eval {
    @Override
    public Work<?> work(String function, Input input) {
        double[] alpha = input.vector("alpha");
        double[][] mu = input.matrix("mu");
        double[][] q = input.matrix("q");
        double[][] l = input.matrix("l");
        double[][] x = input.matrix("x");
        double gamma = input.number("gamma");
        int m = input.integer("m");
        return switch (function) {
            case "objective" -> Work.number(() -> Gmm.objective(alpha, mu, q, l, x, gamma, m));
            case "jacobian" ->
                new Work<>(
                        () -> GeneratedGmm.gradient(alpha, mu, q, l, x, gamma, m),
                        gradient -> json -> write(json, gradient));
            default -> throw InvalidInputException.unknownFunction(function);
        };
    }

    private static void write(JsonGenerator json, GmmGradient gradient) throws IOException {
        json.writeStartObject();
        json.writeFieldName("alpha");
        Output.vector(json, gradient.alpha());
        json.writeFieldName("mu");
        Output.matrix(json, gradient.mu());
        json.writeFieldName("q");
        Output.matrix(json, gradient.q());
        json.writeFieldName("l");
        Output.matrix(json, gradient.l());
        json.writeEndObject();
    }
}
