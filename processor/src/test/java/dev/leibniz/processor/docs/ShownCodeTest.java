package dev.leibniz.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * README.md shows what is generated for its example, docs/architecture.md one method after each stage; what they show is what
 * happens. {@code -Dleibniz.updateGoldens=true} writes it anew.
 */
class ShownCodeTest {

    private static final boolean UPDATE = Boolean.getBoolean("leibniz.updateGoldens");

    @Test
    void theStagesOfAMethod() throws IOException {
        Path page = Path.of("..", "docs", "architecture.md");
        Map<String, String> stages = Stages.of("Products", block(Files.readString(page), "source"));
        stages.put("emitted", method(stages.get("emitted"), "productGradInto(double[]"));
        for (Map.Entry<String, String> stage : stages.entrySet()) {
            check(page, stage.getKey(), stage.getValue());
        }
    }

    @Test
    void theExampleOfTheReadme() throws IOException {
        Path page = Path.of("..", "README.md");
        String source = "import dev.leibniz.annotations.*;\n" + block(Files.readString(page), "source");
        String emitted = Stages.of("Model", source).get("emitted");
        check(page, "emitted", method(emitted, "lossGradInto(double[]"));
    }

    private static void check(Path page, String name, String actual) throws IOException {
        String text = Files.readString(page);
        String shown = block(text, name);
        if (UPDATE) {
            Files.writeString(page, text.replace(shown, actual));
        } else {
            assertEquals(actual, shown, () -> page + ", " + name + " (-Dleibniz.updateGoldens=true writes it anew)");
        }
    }

    /** The fenced block after {@code <!-- stage: name -->}. */
    private static String block(String page, String name) {
        String mark = "<!-- stage: " + name + " -->\n";
        int marked = page.indexOf(mark);
        assertTrue(marked >= 0, () -> "there is no " + name);
        int start = page.indexOf('\n', marked + mark.length()) + 1;
        return page.substring(start, page.indexOf("```", start));
    }

    /** One method without its comment, at the margin. */
    private static String method(String source, String name) {
        int start = source.lastIndexOf("    public static", source.indexOf(name));
        int end = source.indexOf("\n    }\n", start) + "\n    }".length();
        return source.substring(start, end).stripIndent() + "\n";
    }
}
