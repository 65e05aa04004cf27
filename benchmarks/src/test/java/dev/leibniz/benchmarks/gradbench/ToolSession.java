package dev.leibniz.benchmarks.gradbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leibniz.benchmarks.gradbench.evals.Evals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Talks to the tool as GradBench does: bytes in, bytes out. */
final class ToolSession {
    static final ObjectMapper JSON = new ObjectMapper();

    private ToolSession() {}

    /** Sends the lines and returns the answers. */
    static List<JsonNode> answers(String... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] in = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        new Session(new ByteArrayInputStream(in), out, Evals.byModule()).run();
        String text = out.toString(StandardCharsets.UTF_8);
        List<JsonNode> answers = new ArrayList<>();
        for (String line : text.split("\n")) {
            answers.add(JSON.readTree(line));
        }
        return answers;
    }

    /** An evaluate message. */
    static String evaluate(int id, String module, String function, Object input) throws IOException {
        return JSON.createObjectNode()
                .put("id", id)
                .put("kind", "evaluate")
                .put("module", module)
                .put("function", function)
                .set("input", JSON.valueToTree(input))
                .toString();
    }
}
