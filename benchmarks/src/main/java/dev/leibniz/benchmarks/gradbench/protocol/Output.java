package dev.leibniz.benchmarks.gradbench.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** A result that can write itself. Numbers that JSON does not have (infinities, NaN) are refused. */
@FunctionalInterface
public interface Output {
    /** Writes the result as one JSON value. */
    void write(JsonGenerator json) throws IOException;

    /** Writes a number. */
    static void number(JsonGenerator json, double number) throws IOException {
        if (!Double.isFinite(number)) {
            throw new InvalidInputException("the result is not finite: " + number);
        }
        json.writeNumber(number);
    }

    /** Writes an array. */
    static void vector(JsonGenerator json, double[] vector) throws IOException {
        json.writeStartArray();
        for (double number : vector) {
            number(json, number);
        }
        json.writeEndArray();
    }

    /** Writes an array of arrays. */
    static void matrix(JsonGenerator json, double[][] matrix) throws IOException {
        json.writeStartArray();
        for (double[] row : matrix) {
            vector(json, row);
        }
        json.writeEndArray();
    }
}
