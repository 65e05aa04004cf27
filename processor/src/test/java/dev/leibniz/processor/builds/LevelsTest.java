package dev.leibniz.processor.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Older languages and platforms than javac's own, newer ones than most use, and options that change what is seen. Each source
 * has a method that is refused: if javac saw something else than we do, its errors would stand in place of ours.
 */
class LevelsTest {
    private static final String REFUSED =
            " @Differentiable static double refused(double x) { java.util.List.of(1).forEach(i -> i.equals(x)); return x; } ";

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void setUp() {
        project = new Project(folder).folder("out");
    }

    private void assertOnlyRefusal(String options, String... files) {
        Project.Outcome outcome =
                project.javac(options + " -d $/out -cp " + Project.libraries(), String.join(" ", files));
        assertEquals(1, outcome.errors().size(), outcome::toString);
        assertTrue(outcome.errors().get(0).contains("[leibniz:lambda]"), outcome::toString);
        assertTrue(project.has("out/p/ModelGrad.java"), outcome::toString);
    }

    private void writeSourcesWithNamesOfNewerClasses() {
        project.file("src/p/Model.java", """
                package p;
                import static java.lang.Math.*;
                import static q.Helpers.*;
                import dev.leibniz.annotations.Differentiable;
                import q.*;
                class Model {
                    @Differentiable static double f(double x) { return clamp(sin(x), 0.0, 1.0) * x; }
                    @Differentiable static double g(double x) { return x * IO.factor(); }
                    static int use() { return IO.factor(); }
                """ + REFUSED + "}")
                .file("src/q/IO.java", "package q; public class IO { public static int factor() { return 2; } }")
                .file("src/q/Helpers.java", """
                package q;
                import dev.leibniz.annotations.Differentiable;
                public class Helpers {
                    @Differentiable public static double clamp(double x, double low, double high) {
                        return x < low ? low : x > high ? high : x;
                    }
                }
                """);
    }

    /** Since 21 there is a {@code Math.clamp}, since 25 a {@code java.lang.IO}. */
    @Test
    void whatIsNewerThanTheReleaseIsNotSeen() {
        writeSourcesWithNamesOfNewerClasses();
        assertOnlyRefusal("--release 17", "src/p/Model.java src/q/IO.java src/q/Helpers.java");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void whatIsNewerThanTheLanguageIsSeenWithoutARelease() {
        writeSourcesWithNamesOfNewerClasses();
        Project.Outcome outcome = project.javac(
                "-source 17 -target 17 -Xlint:-options -d $/out -cp " + Project.libraries(),
                "src/p/Model.java src/q/IO.java src/q/Helpers.java");
        assertTrue(outcome.errors().stream().allMatch(error -> error.contains("ambiguous")), outcome::toString);
        assertFalse(outcome.errors().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-source 17 -target 17",
                "--source 17",
                "--release 17",
                "-parameters -g",
                "-proc:only",
                "-Xlint:all,-processing"
            })
    void theUsualOptionsChangeNothing(String options) {
        project.file("src/p/Model.java", """
                package p;
                import dev.leibniz.annotations.Differentiable;
                class Model {
                    @Differentiable static double f(double x) { return x * x; }
                """ + REFUSED + "}");
        assertOnlyRefusal(options + " -Xlint:-options", "src/p/Model.java");
    }

    @Test
    void previewFeaturesMayStandInTheFile() {
        int newest = Runtime.version().feature();
        String preview = newest < 21
                ? "static int use(Object o) { return switch (o) { case String s -> s.length(); default -> 0; }; }"
                : newest < 25 ? "" : "static boolean use(double o) { return o instanceof int i && i > 0; }";
        project.file("src/p/Model.java", """
                package p;
                import dev.leibniz.annotations.Differentiable;
                class Model {
                    @Differentiable static double f(double x) { return x * x; }
                """ + preview + REFUSED + "}");
        assertOnlyRefusal("--enable-preview --release " + newest, "src/p/Model.java");
    }

    @Test
    void hiddenPackagesOfThePlatformMayBeUsed() {
        project.file("src/p/Model.java", """
                package p;
                import dev.leibniz.annotations.Differentiable;
                import jdk.internal.math.DoubleConsts;
                import jdk.incubator.vector.*;
                class Model {
                    @Differentiable static double f(double x) { return x * DoubleConsts.EXP_BIAS; }
                    static int use() { return sun.security.util.Debug.class.hashCode() + DoubleVector.SPECIES_256.length(); }
                """ + REFUSED + "}");
        assertOnlyRefusal(
                "--add-exports java.base/jdk.internal.math=ALL-UNNAMED --add-modules jdk.incubator.vector"
                        + " --add-exports java.base/sun.security.util=ALL-UNNAMED",
                "src/p/Model.java");
    }

    @Test
    void theEncodingOfTheSourcesIsThatOfTheDerivatives() throws IOException {
        String text = """
            package p;
            import dev.leibniz.annotations.Differentiable;
            class Model {
                @Differentiable static double f(double größe) { double fläche = größe * größe; return Math.sin(fläche); }
            }
            """;
        Files.createDirectories(project.path("src/p"));
        Files.writeString(project.path("src/p/Model.java"), text, StandardCharsets.ISO_8859_1);
        Project.Outcome outcome =
                project.javac("-encoding ISO-8859-1 -d $/out -cp " + Project.libraries(), "src/p/Model.java");
        assertTrue(outcome.isSilent(), outcome::toString);
        String generated = Files.readString(project.path("out/p/ModelGrad.java"), StandardCharsets.ISO_8859_1);
        assertTrue(generated.contains("double größe") && generated.contains("fläche"), generated);
    }

    /** As the tests of a module are compiled. */
    @Test
    void aModuleMayBePatched() {
        project.file("src/module-info.java", "module m { requires dev.leibniz.annotations; exports p; }")
                .file("src/p/First.java", """
                package p;
                import dev.leibniz.annotations.Differentiable;
                public class First { @Differentiable public static double f(double x) { return x * x; } }
                """)
                .file("test/p/Model.java", """
                package p;
                import dev.leibniz.annotations.Differentiable;
                class Model {
                    @Differentiable static double g(double x) { return First.f(x) * FirstGrad.fGrad(x).x(); }
                """ + REFUSED + "}");
        Project.Outcome first =
                project.javac("-d $/first -p " + Project.libraries(), "src/module-info.java src/p/First.java");
        assertTrue(first.isSilent(), first::toString);
        Project.Outcome outcome = project.javac(
                "-d $/out --patch-module m=$/test --add-modules m -p " + Project.path("$/first", Project.libraries()),
                "$/test/p/Model.java");
        assertEquals(1, outcome.errors().size(), outcome::toString);
        assertTrue(outcome.errors().get(0).contains("[leibniz:lambda]"), outcome::toString);
        assertTrue(project.has("out/p/ModelGrad.java"));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void aCompactSourceFileIsRefusedAtTheMethod() {
        project.file("src/Model.java", """
            import dev.leibniz.annotations.Differentiable;
            @Differentiable
            static double f(double x) { return x * x; }
            record Point(double x) {}
            static class Inner { @Differentiable static double g(double x) { return x; } }
            void main() { IO.println(f(2)); }
            """);
        Project.Outcome outcome = project.javac("-d $/out -cp " + Project.libraries(), "src/Model.java");
        List<String> errors = outcome.errors();
        assertEquals(2, errors.size(), outcome::toString);
        assertTrue(errors.stream().allMatch(error -> error.contains("[leibniz:compact-source]")), outcome::toString);
        assertTrue(errors.stream().anyMatch(error -> error.contains("Model.java:3: error")), outcome::toString);
        assertTrue(errors.stream().anyMatch(error -> error.contains("Model.java:5: error")), outcome::toString);
    }
}
