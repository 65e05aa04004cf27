package dev.leibniz.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.Passes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
        String source = block(Files.readString(page), "source");
        Map<String, String> stages = new LinkedHashMap<>();
        stages.put("read", Stages.after(Passes.READING, "product(x: double[])", "Products", source));
        stages.put("primal", Stages.after(Passes.ALLOCATION_HOISTING, "product(x: double[])", "Products", source));
        stages.put("adjoint", Stages.after(Passes.FIRST_CONTRIBUTIONS, "productVjp(", "Products", source));
        stages.put(
                "simplified",
                Stages.after(Passes.ALLOCATION_HOISTING, "productGrad(x: double[], dx: double[])", "Products", source));
        stages.put("emitted", method(Stages.emitted("Products", source), "productGradInto(double[]"));
        for (Map.Entry<String, String> stage : stages.entrySet()) {
            check(page, stage.getKey(), stage.getValue());
        }
    }

    @Test
    void theExampleOfTheReadme() throws IOException {
        Path page = Path.of("..", "README.md");
        String source = "import dev.leibniz.annotations.*;\n" + block(Files.readString(page), "source");
        check(page, "emitted", method(Stages.emitted("Model", source), "lossGradInto(double[]"));
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
