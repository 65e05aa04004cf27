package dev.leibniz.builds;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens to the next version when there is a last one: callers must not break. */
class ApiComparisonTest {
    private static final String LAST = "0.0.1-api-comparison";

    private static Path tree;

    @BeforeAll
    static void installTheLastVersion() throws IOException {
        tree = SourceTree.copyTo(Settings.directory().resolve("api"));
        for (Path pom : Project.files(tree, "pom.xml").values()) {
            edit(pom, Settings.version(), LAST);
        }
        Outcome outcome = maven("install", "-DskipTests");
        assertTrue(outcome.success(), outcome::tail);
        for (Path pom : Project.files(tree, "pom.xml").values()) {
            edit(pom, LAST, Settings.version());
        }
    }

    @Test
    void theSameApiPasses() {
        Outcome outcome = compare();
        assertTrue(outcome.success(), outcome::tail);
        assertFalse(outcome.log().contains("japicmp skipped"), outcome::tail);
    }

    @Test
    void whatIsNewPasses() throws IOException {
        Path file = source("Differentiable");
        String before = edit(file, "int order() default 1;", """
            int order() default 1;

                /**
                 * New.
                 *
                 * @return false
                 */
                boolean isNew() default false;
            """);
        Outcome outcome = compare();
        Files.writeString(file, before);
        assertTrue(outcome.success(), outcome::tail);
    }

    @Test
    void whatIsMissingDoesNot() throws IOException {
        Path file = source("Differentiable");
        String before = edit(file, "int order() default 1;", "");
        Outcome outcome = compare();
        Files.writeString(file, before);
        assertFalse(outcome.success());
        assertTrue(outcome.log().contains("METHOD_REMOVED"), outcome::tail);
    }

    private static Outcome compare() {
        return maven(
                "verify", "-DskipTests", "-Dspotless.check.skip", "-Djapicmp.skip=false", "-Dleibniz.previous=" + LAST);
    }

    private static Outcome maven(String... arguments) {
        return Maven.run(
                tree,
                Jdk.all().get(0),
                Stream.concat(Stream.of("-pl", "annotations"), Stream.of(arguments))
                        .toList());
    }

    private static Path source(String name) {
        return tree.resolve("annotations/src/main/java/dev/leibniz/annotations/" + name + ".java");
    }

    /** The text before. */
    private static String edit(Path file, String what, String by) throws IOException {
        String before = Files.readString(file);
        Files.writeString(file, before.replace(what, by));
        return before;
    }
}
