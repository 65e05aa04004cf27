package dev.leibniz.benchmarks.gradbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example of the suite, through the tool's own message loop, to nine digits and without GradBench's holes. */
class ExamplesTest {
    private static final double RELATIVE = 1e-9;

    @TestFactory
    List<DynamicTest> examples() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (InputStream in = ExamplesTest.class.getResourceAsStream("/gradbench-examples.json")) {
            for (JsonNode example : ToolSession.JSON.readTree(in)) {
                String name = example.get("module").asText() + "."
                        + example.get("function").asText();
                tests.add(DynamicTest.dynamicTest(name + " #" + tests.size(), () -> check(example)));
            }
        }
        assertTrue(tests.size() >= 28, "only " + tests.size() + " examples");
        return tests;
    }

    private static void check(JsonNode example) throws IOException {
        JsonNode input = example.get("input");
        if (input instanceof ObjectNode fields) {
            fields.put("min_runs", 1).put("min_seconds", 0);
        }
        JsonNode answer = ToolSession.answers(ToolSession.evaluate(
                        7,
                        example.get("module").asText(),
                        example.get("function").asText(),
                        input))
                .get(0);
        assertTrue(answer.get("success").booleanValue(), answer::toString);
        assertSame("output", example.get("output"), answer.get("output"));
    }

    private static void assertSame(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject()) {
            assertEquals(names(expected), names(actual), path);
            expected.fieldNames()
                    .forEachRemaining(name -> assertSame(path + "." + name, expected.get(name), actual.get(name)));
        } else if (expected.isArray()) {
            assertTrue(actual.isArray(), path);
            assertEquals(expected.size(), actual.size(), path);
            for (int i = 0; i < expected.size(); i++) {
                assertSame(path + "[" + i + "]", expected.get(i), actual.get(i));
            }
        } else {
            assertTrue(actual.isNumber(), path);
            double x = expected.doubleValue();
            double y = actual.doubleValue();
            assertTrue(Double.isFinite(y), path);
            assertTrue(
                    Math.abs(x - y) <= RELATIVE * Math.max(Math.abs(x), Math.abs(y)) + 1e-15,
                    () -> path + ": expected " + x + " but was " + y);
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        names.sort(null);
        return names;
    }
}
