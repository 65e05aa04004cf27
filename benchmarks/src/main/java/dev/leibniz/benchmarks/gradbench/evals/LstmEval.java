package dev.leibniz.benchmarks.gradbench.evals;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.leibniz.benchmarks.generated.GeneratedLstm;
import dev.leibniz.benchmarks.gradbench.protocol.Eval;
import dev.leibniz.benchmarks.gradbench.protocol.Input;
import dev.leibniz.benchmarks.gradbench.protocol.InvalidInputException;
import dev.leibniz.benchmarks.gradbench.protocol.Output;
import dev.leibniz.benchmarks.gradbench.protocol.Work;
import dev.leibniz.benchmarks.problems.Lstm;
import dev.leibniz.benchmarks.results.LstmGradient;
import java.io.IOException;

/** A long short-term memory; its gradient is sent as one array, row after row. */
final class LstmEval implements Eval {
    @Override
    public Work<?> work(String function, Input input) {
        double[][] mainParams = input.matrix("main_params");
        double[][] extraParams = input.matrix("extra_params");
        double[][] state = input.matrix("state");
        double[][] sequence = input.matrix("sequence");
        return switch (function) {
            case "objective" -> Work.number(() -> Lstm.objective(mainParams, extraParams, state, sequence));
            case "jacobian" ->
                new Work<>(
                        () -> GeneratedLstm.gradient(mainParams, extraParams, state, sequence),
                        gradient -> json -> write(json, gradient));
            default -> throw InvalidInputException.unknownFunction(function);
        };
    }

    private static void write(JsonGenerator json, LstmGradient gradient) throws IOException {
        json.writeStartArray();
        writeRows(json, gradient.mainParams());
        writeRows(json, gradient.extraParams());
        json.writeEndArray();
    }

    private static void writeRows(JsonGenerator json, double[][] rows) throws IOException {
        for (double[] row : rows) {
            for (double number : row) {
                Output.number(json, number);
            }
        }
    }
}
