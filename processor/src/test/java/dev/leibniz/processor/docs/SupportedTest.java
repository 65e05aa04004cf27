package dev.leibniz.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.problem.ProblemCode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What README.md says can be differentiated is in the corpus, where it is differentiated and checked: the list is that of
 * {@code resources/supported.txt}, which names a method for each item. {@code -Dleibniz.updateGoldens=true} writes it anew.
 */
class SupportedTest {
    private static final boolean UPDATE = Boolean.getBoolean("leibniz.updateGoldens");
    private static final Path README = Path.of("..", "README.md");

    private record Item(String text, String method, String sign) {
        static Item of(String line) {
            String[] parts = line.split(" \\| ", 3);
            return new Item(parts[0], parts[1], parts[2]);
        }
    }

    /** The items, by the head of their group. */
    private static Map<String, List<Item>> items() throws IOException, URISyntaxException {
        Map<String, List<Item>> items = new LinkedHashMap<>();
        for (String group : Files.readString(resource("supported.txt")).split("(?m)^## ")) {
            List<String> lines = group.lines().toList();
            if (!group.startsWith("#")) {
                items.put(
                        lines.get(0),
                        lines.stream()
                                .skip(1)
                                .filter(line -> !line.isBlank())
                                .map(Item::of)
                                .toList());
            }
        }
        return items;
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(SupportedTest.class.getResource("/" + name).toURI());
    }

    @Test
    void theListOfTheReadmeIsThisOne() throws IOException, URISyntaxException {
        StringBuilder table = new StringBuilder("| | |\n| --- | --- |\n");
        items().forEach((head, items) -> {
            table.append("| ").append(head).append(" | ");
            for (int i = 0; i < items.size(); i++) {
                String text = items.get(i).text();
                boolean last = i == items.size() - 1;
                table.append(text).append(last ? " |\n" : text.endsWith(";") ? " " : ", ");
            }
        });
        String page = Files.readString(README);
        int start = page.indexOf("| | |\n", page.indexOf("## What can be differentiated"));
        String shown = page.substring(start, page.indexOf("\n\n", start) + 1);
        if (UPDATE) {
            Files.writeString(README, page.replace(shown, table));
        } else {
            assertEquals(table.toString(), shown);
        }
    }

    @TestFactory
    Stream<DynamicTest> eachItemIsShownByAMethod() throws IOException, URISyntaxException {
        return items().values().stream()
                .flatMap(List::stream)
                .map(item -> DynamicTest.dynamicTest(item.text(), () -> {
                    String source = sourceOf(item.method());
                    assertTrue(
                            Pattern.compile(item.sign()).matcher(source).find(),
                            () -> "no " + item.sign() + " in " + source);
                }));
    }

    /** The method, which has to be annotated, and what stands behind it up to the next one. */
    private static String sourceOf(String method) throws IOException, URISyntaxException {
        int dot = method.indexOf('.');
        String file = Files.readString(resource("corpus/" + method.substring(0, dot) + ".java"));
        String name = method.substring(dot + 1);
        Pattern head = Pattern.compile("static [\\w.\\[\\]]+ " + name + "\\(");
        return Arrays.stream(file.split("@Differentiable"))
                .skip(1)
                .filter(part -> {
                    Matcher found = head.matcher(part);
                    return found.find() && found.start() < part.indexOf('{');
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError("no differentiable method " + method));
    }

    /** The README names some of what is refused, each with the code that refuses it. */
    @Test
    void whatTheReadmeSaysIsRefusedHasItsCode() throws IOException {
        String page = Files.readString(README);
        int start = page.indexOf("Everything else is refused");
        String refused = page.substring(start, page.indexOf("\n\n", start));
        Matcher links = Pattern.compile("\\]\\(docs/problems\\.md#([a-z-]+)\\)").matcher(refused);
        List<String> codes =
                Arrays.stream(ProblemCode.values()).map(ProblemCode::id).toList();
        List<String> named = links.results().map(link -> link.group(1)).toList();
        assertTrue(named.size() >= 6, refused);
        named.forEach(code -> assertTrue(codes.contains(code), code));
    }
}
