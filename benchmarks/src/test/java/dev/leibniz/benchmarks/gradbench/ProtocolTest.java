package dev.leibniz.benchmarks.gradbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leibniz.benchmarks.gradbench.protocol.Eval;
import dev.leibniz.benchmarks.gradbench.protocol.Work;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {

    @Test
    void aWholeSession() throws IOException {
        List<JsonNode> answers = ToolSession.answers(
                "{\"id\":0,\"kind\":\"start\",\"eval\":\"hello\",\"config\":{\"a\":[1,[]]}}",
                "{\"id\":1,\"kind\":\"define\",\"module\":\"hello\"}",
                "{\"id\":2,\"kind\":\"evaluate\",\"module\":\"hello\",\"function\":\"square\",\"input\":3.0}",
                "{\"id\":3,\"kind\":\"analysis\",\"of\":2,\"valid\":true}",
                "{\"input\":3,\"function\":\"double\",\"module\":\"hello\",\"kind\":\"evaluate\",\"id\":4,\"new\":null}",
                "{\"id\":5,\"kind\":\"something new\"}");
        assertEquals("{\"id\":0,\"tool\":\"leibniz\"}", answers.get(0).toString());
        assertEquals("{\"id\":1,\"success\":true}", answers.get(1).toString());
        assertEquals(2, answers.get(2).get("id").intValue());
        assertEquals(9.0, answers.get(2).get("output").doubleValue());
        assertEquals("{\"id\":3}", answers.get(3).toString());
        assertEquals(6.0, answers.get(4).get("output").doubleValue());
        assertEquals("{\"id\":5}", answers.get(5).toString());
        assertEquals(6, answers.size());
    }

    @Test
    void everyAnswerIsOneLine() throws IOException {
        String session = "{\"id\":0,\"kind\":\"start\"}\n"
                + ToolSession.evaluate(1, "ode", "primal", Map.of("x", new double[] {1, 2}, "s", 1, "min_seconds", 0));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Session(
                        new ByteArrayInputStream(session.getBytes(StandardCharsets.UTF_8)),
                        out,
                        dev.leibniz.benchmarks.gradbench.evals.Evals.byModule())
                .run();
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.endsWith("}\n"), text);
        assertEquals(2, text.lines().count());
    }

    @Test
    void allModulesAreDefinedAndNoOther() throws IOException {
        for (String module : "hello llsq lse det ode gmm lstm ba ht kmeans particle saddle".split(" ")) {
            JsonNode answer = ToolSession.answers("{\"id\":1,\"kind\":\"define\",\"module\":\"" + module + "\"}")
                    .get(0);
            assertTrue(answer.get("success").booleanValue(), module);
        }
        assertFailure(ToolSession.answers("{\"id\":1,\"kind\":\"define\",\"module\":\"nonsense\"}")
                .get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"kind\":\"evaluate\",\"module\":\"lse\",\"function\":\"hessian\",\"input\":{\"x\":[1]}}",
                "{\"id\":1,\"kind\":\"evaluate\",\"module\":\"no\",\"function\":\"primal\",\"input\":{\"x\":[1]}}",
                "{\"id\":1,\"kind\":\"evaluate\",\"module\":\"lse\",\"function\":\"primal\",\"input\":{\"y\":[1]}}",
                "{\"id\":1,\"kind\":\"evaluate\",\"module\":\"lse\",\"function\":\"primal\",\"input\":{\"x\":[1,\"a\"]}}",
                "{\"id\":1,\"kind\":\"evaluate\",\"module\":\"lse\",\"function\":\"primal\",\"input\":{\"x\":[]}}",
                "{\"id\":1,\"kind\":\"evaluate\",\"module\":\"lse\",\"function\":\"primal\",\"input\":null}",
                "{\"id\":1,\"kind\":\"evaluate\",\"module\":\"lse\",\"function\":\"primal\"}",
                "{\"id\":1,\"kind\":\"evaluate\"}",
                "{\"id\":1,\"kind\":\"evaluate\",\"module\":\"det\",\"function\":\"primal\",\"input\":{\"A\":[1],\"ell\":2}}",
                "{\"id\":1,\"kind\":\"evaluate\",\"module\":\"lse\",\"function\":\"primal\",\"input\":{\"x\":[1e400]}}",
                "{\"id\":1,\"kind\":\"evaluate\",",
                "nonsense",
                "[1]",
                "{\"id\":1,\"kind\":\"evaluate\"} {\"id\":2}"
            })
    void whatCannotBeDoneFailsAndTheSessionGoesOn(String line) throws IOException {
        List<JsonNode> answers = ToolSession.answers(
                "{\"id\":0,\"kind\":\"start\"}",
                line,
                "{\"id\":2,\"kind\":\"evaluate\",\"module\":\"hello\",\"function\":\"square\",\"input\":2}");
        assertFailure(answers.get(1));
        assertEquals(1, answers.get(1).get("id").intValue());
        assertTrue(answers.get(2).get("success").booleanValue());
        assertEquals(3, answers.size());
    }

    @Test
    void errorsOfTheMachineAreAnswered() throws IOException {
        Map<String, Eval> evals = Map.of(
                "bad",
                (function, input) -> Work.number(() -> {
                    switch (function) {
                        case "stack":
                            throw new StackOverflowError("deep");
                        case "memory":
                            throw new OutOfMemoryError("full");
                        default:
                            return Double.NaN;
                    }
                }));
        for (String function : List.of("stack", "memory", "nan")) {
            String line = ToolSession.evaluate(4, "bad", function, 1.0) + "\n";
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Session(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), out, evals).run();
            assertFailure(ToolSession.JSON.readTree(out.toByteArray()));
        }
    }

    @Test
    void aFunctionIsRunAsOftenAsAsked() throws IOException {
        assertEquals(5, evaluateTimings(Map.of("x", new double[] {1, 2}, "min_runs", 5, "min_seconds", 0)));
        assertEquals(1, evaluateTimings(Map.of("x", new double[] {1, 2}, "min_runs", 1, "min_seconds", 0)));
        int runs = evaluateTimings(Map.of("x", new double[] {1, 2}, "min_runs", 1, "min_seconds", 0.02));
        assertTrue(runs > 100, "runs: " + runs);
    }

    private static int evaluateTimings(Map<String, Object> input) throws IOException {
        JsonNode answer = ToolSession.answers(ToolSession.evaluate(1, "lse", "gradient", input))
                .get(0);
        int count = 0;
        long total = 0;
        for (JsonNode timing : answer.get("timings")) {
            assertTrue(timing.get("nanoseconds").isIntegralNumber());
            assertTrue(timing.get("nanoseconds").longValue() >= 0);
            if (timing.get("name").asText().equals("evaluate")) {
                count++;
                total += timing.get("nanoseconds").longValue();
            }
        }
        double seconds = ((Number) input.get("min_seconds")).doubleValue();
        assertTrue(total >= seconds * 1e9, "total: " + total);
        return count;
    }

    private static void assertFailure(JsonNode answer) {
        assertFalse(answer.get("success").booleanValue(), answer::toString);
        assertTrue(answer.get("success").isBoolean());
        assertFalse(answer.get("error").asText().isEmpty());
        assertFalse(answer.has("output"));
    }
}
