package dev.leibniz.benchmarks.gradbench.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Map;

/**
 * One line of GradBench's. Fields that it does not have are empty strings; what a kind of message must have is the
 * session's business.
 *
 * @param id the number that the answer must repeat
 * @param kind start, define, evaluate, analysis, or something newer
 * @param module the eval's name
 * @param function the function to evaluate
 * @param input what to evaluate it at
 */
public record Message(long id, String kind, String module, String function, Input input) {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    /** Reads a line. */
    public static Message parse(byte[] line, int length) throws IOException {
        try (JsonParser parser = JSON.createParser(line, 0, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidInputException("a message must be an object");
            }
            Object value = JsonValue.read(parser);
            if (parser.nextToken() != null) {
                throw new InvalidInputException("there is more than one object in the line");
            }
            Map<?, ?> fields = (Map<?, ?>) value;
            return new Message(
                    id(fields),
                    text(fields, "kind"),
                    text(fields, "module"),
                    text(fields, "function"),
                    new Input(fields.get("input")));
        }
    }

    private static long id(Map<?, ?> fields) {
        if (fields.get("id") instanceof Double id && id == Math.rint(id)) {
            return id.longValue();
        }
        throw new InvalidInputException("the message has no id");
    }

    private static String text(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof String text ? text : "";
    }
}
