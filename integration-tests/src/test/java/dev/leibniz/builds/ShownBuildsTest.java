package dev.leibniz.builds;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What docs/builds.md says to write is in a file that is built: {@code <!-- run: file -->} stands above it. */
class ShownBuildsTest {
    private static final Pattern SHOWN = Pattern.compile("<!-- run: (\\S+) -->\n```\\w+\n(.*?)```", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> isBuilt() throws IOException {
        return SHOWN.matcher(Files.readString(Settings.docs()))
                .results()
                .map(shown -> DynamicTest.dynamicTest(shown.group(1), () -> {
                    List<String> built = lines(Files.readString(Path.of("src").resolve(shown.group(1))));
                    Iterator<String> rest = built.iterator();
                    for (String line : lines(shown.group(2))) {
                        boolean found = false;
                        while (!found && rest.hasNext()) {
                            found = rest.next().equals(line);
                        }
                        assertTrue(found, () -> "is not in the file, or not in this order: " + line);
                    }
                }));
    }

    @Test
    void somethingIsShown() throws IOException {
        assertTrue(SHOWN.matcher(Files.readString(Settings.docs())).results().count() >= 4);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
