package dev.leibniz.benchmarks.gradbench.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON into the plainest Java values: maps, lists, strings, booleans, {@code Double} and null. An array of numbers,
 * or of nothing, becomes a {@code double[]}, for the messages are mostly that.
 */
final class JsonValue {
    private JsonValue() {}

    /** Reads the value at whose first token the parser is. */
    static Object read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new InvalidInputException("the message ends too early");
        }
        return switch (token) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new InvalidInputException("unexpected " + token);
        };
    }

    private static Map<String, Object> readObject(JsonParser parser) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, read(parser));
        }
        return fields;
    }

    private static Object readArray(JsonParser parser) throws IOException {
        double[] numbers = new double[16];
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null || !parser.currentToken().isNumeric()) {
                return readList(Arrays.copyOf(numbers, count), parser);
            }
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = parser.getDoubleValue();
        }
        return Arrays.copyOf(numbers, count);
    }

    /** Reads the rest of an array that began with numbers, or with none, and has something else now. */
    private static List<Object> readList(double[] numbers, JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        for (double number : numbers) {
            elements.add(number);
        }
        do {
            elements.add(read(parser));
        } while (parser.nextToken() != JsonToken.END_ARRAY);
        return elements;
    }
}
