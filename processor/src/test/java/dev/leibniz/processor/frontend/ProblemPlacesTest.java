package dev.leibniz.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leibniz.processor.DifferentiableProcessor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every source in {@code resources/problems} says in comments which problems it has: {@code // ERROR: code | text at the
 * caret} on the line of the problem, several separated by {@code &&}. Nothing else may be reported. What is in the folder
 * {@code library} there was compiled before.
 */
class ProblemPlacesTest {
    private static final Pattern EXPECTED = Pattern.compile("// ERROR: (.*)$");
    private static final Pattern CODE = Pattern.compile("\\[leibniz:([a-z-]+)\\]");

    @TestFactory
    Stream<DynamicTest> problemsAreReportedAtTheirPlaces() throws IOException, URISyntaxException {
        Path folder = Path.of(ProblemPlacesTest.class.getResource("/problems").toURI());
        Map<String, String> library = new TreeMap<>();
        for (Path file : sourcesIn(folder.resolve("library"))) {
            library.put(file.getFileName().toString(), Files.readString(file));
        }
        return sourcesIn(folder).stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file, library)));
    }

    private static List<Path> sourcesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static void check(Path file, Map<String, String> library) throws IOException {
        String source = Files.readString(file);
        TreeSet<String> expected = new TreeSet<>();
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = EXPECTED.matcher(lines.get(i));
            if (matcher.find()) {
                String code = lines.get(i).substring(0, matcher.start());
                for (String one : matcher.group(1).split("&&")) {
                    String[] parts = one.split("\\|", 2);
                    int column = code.indexOf(parts[1].strip()) + 1;
                    expected.add(place(i + 1, column, parts[0].strip()));
                }
            }
        }
        Compiled compiled =
                Compiled.against(library, Map.of(file.getFileName().toString(), source), new DifferentiableProcessor());
        TreeSet<String> reported = new TreeSet<>();
        for (Diagnostic<?> error : compiled.errors()) {
            String message = error.getMessage(null).lines().findFirst().orElse("");
            Matcher code = CODE.matcher(message);
            reported.add(place(error.getLineNumber(), error.getColumnNumber(), code.find() ? code.group(1) : message));
        }
        assertEquals(String.join("\n", expected), String.join("\n", reported));
    }

    private static String place(long line, long column, String code) {
        return String.format("%4d:%-3d %s", line, column, code);
    }
}
