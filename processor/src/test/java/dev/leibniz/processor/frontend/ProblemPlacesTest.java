package dev.leibniz.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leibniz.processor.DifferentiableProcessor;
import dev.leibniz.processor.problem.ProblemCode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
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

    /** Those that a source alone does not lead to, or that have tests of their own. */
    private static final Set<ProblemCode> ELSEWHERE = EnumSet.of(
            ProblemCode.CHANGED_SOURCE, // LombokTest
            ProblemCode.COMPACT_SOURCE, // LevelsTest, on a newer Java
            ProblemCode.NAME_CLASH, // RoundsTest
            ProblemCode.STALE_SOURCE, // RebuildTest
            ProblemCode.STALE_CLASS, // RebuildTest
            ProblemCode.EXISTING_CLASS, // EcjTest
            ProblemCode.MISSING_RUNTIME, // ModulesTest
            ProblemCode.COMPILED_DERIVATIVE, // LibrariesTest
            ProblemCode.MISSING_COMPANION, // LibrariesTest
            ProblemCode.TOO_MANY_PARAMETERS, // FormsTest
            ProblemCode.TOO_MANY_METHODS, // LimitsTest
            ProblemCode.NEWER_JAVA, // RoundsTest, on a newer Java
            ProblemCode.INTERNAL, // InternalFailureTest
            ProblemCode.UNKNOWN_PASS, // PassOptionsTest
            ProblemCode.UNUSABLE_COMPILER, // not javac
            ProblemCode.UNAVAILABLE); // after reading

    @Test
    void everyCodeIsReportedSomewhere() throws IOException, URISyntaxException {
        Path folder = Path.of(ProblemPlacesTest.class.getResource("/problems").toURI());
        Set<String> missing = EnumSet.complementOf(EnumSet.copyOf(ELSEWHERE)).stream()
                .map(ProblemCode::id)
                .collect(Collectors.toCollection(TreeSet::new));
        for (Path file : sourcesIn(folder)) {
            Files.readAllLines(file).stream()
                    .map(EXPECTED::matcher)
                    .filter(Matcher::find)
                    .flatMap(matcher -> Arrays.stream(matcher.group(1).split("&&")))
                    .forEach(expected -> missing.remove(expected.split("\\|", 2)[0].strip()));
        }
        assertEquals(Set.of(), missing);
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
        for (Diagnostic<?> error : compiled.problems()) {
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
