package dev.leibniz.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CodeSectionTest {
    private static final CodeSection.File SOURCE = new CodeSection.File("Model.java", """
            class Model {
                static double f(double x) {
                    double y = x * x;
                    return y < 1 ? y : 2 * y;
                }
            }
            """);
    private static final CodeSection.File GENERATED = new CodeSection.File("ModelGrad.java", """
            final class ModelGrad {
                public static FGrad fGrad(double x) {
                    // double y = x * x;
                    double y = x * x;

                    // backward
                    // double y = x * x;
                    return new FGrad(y, 2 * x);
                }
            }
            """);

    private static String line(int number, int source, String code) {
        return "<div class=\"line\"" + (source > 0 ? " data-line=\"" + source + "\" tabindex=\"0\"" : "")
                + "><span class=\"at\">" + number + "</span><code class=\"language-java\">" + code + "</code></div>";
    }

    @Test
    void generatedLinesBelongToTheSourceThatIsQuotedAboveThem() {
        String html = CodeSection.of(SOURCE, GENERATED, "f").html();
        assertTrue(html.contains(line(3, 3, "        double y = x * x;")));
        assertTrue(html.contains(line(4, 3, "    double y = x * x;")), "forward");
        assertTrue(html.contains(line(8, 3, "    return new FGrad(y, 2 * x);")), "backward");
        assertTrue(html.contains(line(6, 0, "    // backward")));
    }

    @Test
    void aPartIsShownWithItsNumbersAndWithoutItsIndent() {
        String html = CodeSection.of(SOURCE, GENERATED, "f").between(3, 4).html();
        assertTrue(html.contains(line(4, 4, "return y &lt; 1 ? y : 2 * y;")));
        assertFalse(html.contains("class Model {"));
    }

    @Test
    void whatIsKnownOfAStatementCountsMoreThanHowItReads() {
        String html = CodeSection.of(SOURCE, GENERATED, "f")
                .knowing(Map.of("double y = x * x;", 2))
                .html();
        assertTrue(html.contains(line(8, 2, "    return new FGrad(y, 2 * x);")));
    }

    @Test
    void aMethodThatIsNotThereHasNoColumns() {
        String html = CodeSection.of(SOURCE, GENERATED, "g").html();
        assertFalse(html.contains("ModelGrad.java"));
        assertEquals(html, CodeSection.of(SOURCE, GENERATED, "g").html());
    }

    @Test
    void titlesAreText() {
        Page page = new Page("<b>");
        page.add("a", "x < y", "<p>1</p>");
        assertTrue(page.html().contains("<h1>The gradient of <code>&lt;b&gt;</code></h1>"));
        assertTrue(page.html().contains("x &lt; y</h2>\n<p>1</p></section>"));
    }
}
