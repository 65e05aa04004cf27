package dev.leibniz.benchmarks.gradbench.protocol;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * One line of ours. It is made as a whole before any of it is sent, so that a result that turns out not to be JSON can
 * still be answered as a failure.
 */
public final class Answer {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private Answer() {}

    /** Just the id. */
    public static byte[] acknowledge(long id) throws IOException {
        return line(id, json -> {});
    }

    /** The tool's name. */
    public static byte[] start(long id, String tool) throws IOException {
        return line(id, json -> json.writeStringField("tool", tool));
    }

    /** Success without a result. */
    public static byte[] success(long id) throws IOException {
        return line(id, json -> json.writeBooleanField("success", true));
    }

    /** Failure. */
    public static byte[] failure(long id, String error) throws IOException {
        return line(id, json -> {
            json.writeBooleanField("success", false);
            json.writeStringField("error", error);
        });
    }

    /** Success with a result and its timings. */
    public static byte[] evaluation(long id, Repetition.Timed timed) throws IOException {
        return line(id, json -> {
            json.writeBooleanField("success", true);
            json.writeFieldName("output");
            timed.output().write(json);
            json.writeArrayFieldStart("timings");
            if (timed.prepareNanos() > 0) {
                timing(json, "prepare", timed.prepareNanos());
            }
            for (long nanos : timed.evaluateNanos()) {
                timing(json, "evaluate", nanos);
            }
            json.writeEndArray();
        });
    }

    private static void timing(JsonGenerator json, String name, long nanoseconds) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeNumberField("nanoseconds", nanoseconds);
        json.writeEndObject();
    }

    private static byte[] line(long id, Output fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            json.writeStartObject();
            json.writeNumberField("id", id);
            fields.write(json);
            json.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }
}
