package dev.leibniz.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * docs/architecture.md shows one method after each stage; what it shows is what happens. {@code -Dleibniz.updateGoldens=true} writes
 * the stages anew.
 */
class ArchitectureDocTest {

    private static final Path PAGE = Path.of("..", "docs", "architecture.md");
    private static final boolean UPDATE = Boolean.getBoolean("leibniz.updateGoldens");

    @Test
    void theStagesAreAsShown() throws IOException {
        String page = Files.readString(PAGE);
        Map<String, String> stages = Stages.of("Product", block(page, "source"));
        stages.put("emitted", method(stages.get("emitted"), "productGradInto("));
        for (Map.Entry<String, String> stage : stages.entrySet()) {
            String shown = block(page, stage.getKey());
            if (UPDATE) {
                page = page.replace(shown, stage.getValue());
            } else {
                assertEquals(stage.getValue(), shown, stage.getKey());
            }
        }
        if (UPDATE) {
            Files.writeString(PAGE, page);
        }
    }

    /** The fenced block after {@code <!-- stage: name -->}. */
    private static String block(String page, String name) {
        String mark = "<!-- stage: " + name + " -->\n";
        int marked = page.indexOf(mark);
        assertTrue(marked >= 0, () -> PAGE + " shows no " + name);
        int start = page.indexOf('\n', marked + mark.length()) + 1;
        return page.substring(start, page.indexOf("```", start));
    }

    /** One method without its comment, at the margin. */
    private static String method(String source, String name) {
        int start = source.lastIndexOf("    public static", source.indexOf(name + "double[]"));
        int end = source.indexOf("\n    }\n", start) + "\n    }".length();
        return source.substring(start, end).stripIndent() + "\n";
    }
}
