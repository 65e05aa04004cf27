package dev.leibniz.benchmarks.gradbench.evals;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.leibniz.benchmarks.generated.GeneratedBundleAdjustment;
import dev.leibniz.benchmarks.gradbench.protocol.Eval;
import dev.leibniz.benchmarks.gradbench.protocol.Input;
import dev.leibniz.benchmarks.gradbench.protocol.InvalidInputException;
import dev.leibniz.benchmarks.gradbench.protocol.Output;
import dev.leibniz.benchmarks.gradbench.protocol.Work;
import dev.leibniz.benchmarks.problems.BundleAdjustment;
import dev.leibniz.benchmarks.problems.Observations;
import dev.leibniz.benchmarks.results.SparseJacobian;
import java.io.IOException;

/** Bundle adjustment; all is computed, but only the beginnings and the ends are sent. */
final class BundleAdjustmentEval implements Eval {
    /** How many entries of each list are sent before the last one. */
    private static final int SENT = 30;

    @Override
    public Work<?> work(String function, Input input) {
        int p = input.integer("p");
        if (p < 10) {
            throw new InvalidInputException("p is less than 10");
        }
        Observations data = Observations.replicate(
                input.integer("n"),
                input.integer("m"),
                p,
                input.vector("cam", 11),
                input.vector("x", 3),
                input.number("w"),
                input.vector("feat", 2));
        return switch (function) {
            case "objective" ->
                new Work<>(
                        () -> BundleAdjustment.residuals(data), residuals -> json -> writeResiduals(json, residuals));
            case "jacobian" ->
                new Work<>(
                        () -> GeneratedBundleAdjustment.jacobian(data),
                        jacobian -> json -> writeJacobian(json, jacobian));
            default -> throw InvalidInputException.unknownFunction(function);
        };
    }

    private static void writeResiduals(JsonGenerator json, double[] residuals) throws IOException {
        int count = residuals.length / 3;
        json.writeStartObject();
        json.writeObjectFieldStart("reproj_error");
        json.writeFieldName("elements");
        Output.vector(json, new double[] {residuals[0], residuals[1]});
        json.writeNumberField("repeated", count);
        json.writeEndObject();
        json.writeObjectFieldStart("w_err");
        json.writeFieldName("element");
        Output.number(json, residuals[2 * count]);
        json.writeNumberField("repeated", count);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeJacobian(JsonGenerator json, SparseJacobian jacobian) throws IOException {
        json.writeStartObject();
        json.writeFieldName("rows");
        writeEnds(json, jacobian.rows());
        json.writeFieldName("cols");
        writeEnds(json, jacobian.cols());
        json.writeArrayFieldStart("vals");
        double[] vals = jacobian.vals();
        for (int i = 0; i < SENT; i++) {
            Output.number(json, vals[i]);
        }
        Output.number(json, vals[vals.length - 1]);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeEnds(JsonGenerator json, int[] numbers) throws IOException {
        json.writeStartArray();
        for (int i = 0; i < SENT; i++) {
            json.writeNumber(numbers[i]);
        }
        json.writeNumber(numbers[numbers.length - 1]);
        json.writeEndArray();
    }
}
