package dev.leibniz.processor.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lombok, which changes the classes that are compiled: before us and behind us on the processor path. */
class LombokTest {
    private static final String LOMBOK =
            Path.of("target/others/lombok.jar").toAbsolutePath().toString();

    /** Each in a class of its own, with a method that is refused; the mark is where the message has to be. */
    private static final List<String> CLASSES = List.of("""
            @Getter class Model {
                private final double n = 3;
                @Getter private static final double scale = 2;
                static double use(Model model) { return model.getN() + getScale(); }
                BODY
            }
            """, """
            class Model {
                static double first() { val values = new double[] {1, 2}; for (val v : values) { return v; } return 0; }
                @Differentiable static double square(double x) { val y = x; lombok.val z = y * y; return z; }
                BODY
            }
            """, """
            @UtilityClass class Model {
                private double helper(double x) { return x * 2; }
                @Differentiable double twice(double x) { return helper(x); }
                BODY
            }
            """, """
            @Value @With class Model {
                double a; double b;
                static double use() { return new Model(1, 2).withA(3).getA(); }
                BODY
            }
            """, """
            class Model {
                @Data static class Point { private double x; }
                @RequiredArgsConstructor @Getter static class Sum { private final double a; }
                @Builder record Range(double low, double high) {}
                static double use(Point p) { p.setX(1); return p.getX() + new Sum(1).getA() + Range.builder().low(1).build().low(); }
                BODY
            }
            """, """
            @Log class Model {
                @RequiredArgsConstructor @Getter enum Kind { A(1), B(2); private final double weight; }
                @Getter enum Plain { A, B }
                interface HasN { double getN(); }
                @AllArgsConstructor @Getter static class Impl implements HasN { private double n; }
                static double use() { log.info("used"); return Kind.A.getWeight() + new Impl(1).getN(); }
                BODY
            }
            """, """
            class Model {
                @SneakyThrows static double read() { throw new java.io.IOException(); }
                @Differentiable static double first(@NonNull double[] x) { return x[0]; }
                BODY
            }
            """, """
            class Model {
                @SuperBuilder @Getter static class Base { double a; }
                @SuperBuilder @Accessors(fluent = true) @Setter static class Derived extends Base { double b; }
                static double use() { return Derived.builder().a(1).b(2).build().b(3).getA(); }
                BODY
            }
            """, """
            @ExtensionMethod(Model.Texts.class) class Model {
                static class Texts { public static double half(String text) { return text.length() / 2; } }
                static double use(String text) { return text.half(); }
                BODY
            }
            """, """
            @FieldDefaults(makeFinal = true, level = AccessLevel.PACKAGE) class Model {
                private interface Named { String getName(); }
                @lombok.experimental.Delegate private Named named = null;
                @Getter(lazy = true) private static final double size = use(null);
                static double use(Model model) { return model == null ? 1 : model.getName().length() + getSize(); }
                BODY
            }
            """);

    private static final String IMPORTS = """
        import dev.leibniz.annotations.*;
        import lombok.*;
        import lombok.experimental.*;
        import lombok.extern.java.Log;
        """;

    private static final String PLAIN = "static double f(double x) { return x * x; }";
    private static final String GOOD = "@Differentiable " + PLAIN;
    private static final String REFUSED =
            "@Differentiable static double f(double x) { java.util.List.of(1).forEach(i -> i.equals(x)); return x; }";

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void setUp() {
        project = new Project(folder).folder("out");
    }

    /** Writes all classes, each with a method {@code f}; their files. */
    private String write(String method) {
        for (int i = 0; i < CLASSES.size(); i++) {
            String text = CLASSES.get(i).replace("BODY", method).replace("Model", "Model" + i);
            project.file("src/Model" + i + ".java", IMPORTS + text);
        }
        return String.join(" ", project.sources());
    }

    private Project.Outcome compile(boolean lombokFirst, String files) {
        String processors =
                lombokFirst ? Project.path(LOMBOK, Project.processor()) : Project.path(Project.processor(), LOMBOK);
        return project.compileApart(
                processors, "-Xlint:all,-processing -d $/out -cp " + Project.path(Project.libraries(), LOMBOK), files);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatLombokAddsIsSeen(boolean lombokFirst) {
        Project.Outcome outcome = compile(lombokFirst, write(GOOD));
        assertEquals(0, outcome.status(), outcome::toString);
        for (int i = 0; i < CLASSES.size(); i++) {
            assertTrue(project.has("out/Model" + i + "Grad.class"), "Model" + i);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRefusedMethodIsTheOnlyErrorAndAtItsPlace(boolean lombokFirst) {
        String files = write(REFUSED);
        Project.Outcome outcome = compile(lombokFirst, files);
        assertEquals(CLASSES.size(), outcome.errors().size(), outcome::toString);
        for (int i = 0; i < CLASSES.size(); i++) {
            List<String> lines = project.text("src/Model" + i + ".java").lines().toList();
            int line = 0;
            while (!lines.get(line).contains("i ->")) {
                line++;
            }
            String message = "Model" + i + ".java:" + (line + 1) + ": error: [leibniz:lambda]";
            assertTrue(outcome.output().contains(message), () -> message + " in " + outcome);
            String column = lines.get(line) + "\n" + " ".repeat(lines.get(line).indexOf("i ->")) + "^\n";
            assertTrue(outcome.output().contains(column), () -> column + " in " + outcome);
        }
    }

    /** The same is generated in either order, and it is what comes without Lombok. */
    @Test
    void valIsReadAsIfTheTypeWereWritten() {
        String text = """
            import dev.leibniz.annotations.*;
            import lombok.val;
            class Model {
                @Differentiable static double f(double x) { val y = Math.sin(x); return y * y; }
            }
            """;
        project.file("src/Model.java", text);
        Project.Outcome before = compile(true, "src/Model.java");
        assertEquals(0, before.status(), before::toString);
        String generated = project.text("out/ModelGrad.java");
        project.delete("out");
        Project.Outcome behind = compile(false, "src/Model.java");
        assertEquals(0, behind.status(), behind::toString);
        assertEquals(generated, project.text("out/ModelGrad.java"));
        project.delete("out");
        project.file("src/Model.java", text.replace("val y", "double y").replace("import lombok.val;", ""))
                .folder("out");
        Project.Outcome without = project.javac("-d $/out -cp " + Project.libraries(), "src/Model.java");
        assertEquals(0, without.status(), without::toString);
        assertEquals(withoutQuotations(generated), withoutQuotations(project.text("out/ModelGrad.java")));
    }

    private static String withoutQuotations(String generated) {
        return generated.replaceAll(" *// .*\n|(?s)@PrimalCode\\(.*?\n *\\)\n|return -?\\d+L;", "");
    }

    @Test
    void membersOfOtherFilesAreSeenToo() {
        project.file("src/Model.java", """
            import dev.leibniz.annotations.*;
            class Model {
                @Differentiable static double f(double x) { return x * Constants.scale() * Constants.factor(2); }
            }
            """).file("src/Constants.java", """
            import lombok.experimental.*;
            @UtilityClass class Constants {
                @lombok.Getter @Accessors(fluent = true) private final double scale = 2;
                double factor(double x) { return x; }
            }
            """);
        for (boolean first : List.of(true, false)) {
            Project.Outcome outcome = compile(first, "src/Model.java src/Constants.java");
            assertEquals(0, outcome.status(), outcome::toString);
        }
    }

    @Test
    void whatIsMissingNonethelessIsReportedOnce() {
        project.file("src/Model.java", """
            import dev.leibniz.annotations.*;
            @lombok.Getter class Model {
                private double n;
                @Differentiable static double f(double x) { return x * unknown(x); }
            }
            """);
        Project.Outcome outcome = compile(true, "src/Model.java");
        assertEquals(1, outcome.errors().size(), outcome::toString);
        String error = outcome.errors().get(0);
        assertTrue(error.contains("Model.java:4: error: [leibniz:changed-source]"), outcome::toString);
        assertTrue(error.contains("cannot find symbol"), outcome::toString);
    }

    /** A processor that says by MapStruct's interface that it is not done before the second round. */
    private static final String[] SLOW = {
        "other/org/mapstruct/ap/spi/AstModifyingAnnotationProcessor.java", """
            package org.mapstruct.ap.spi;
            public interface AstModifyingAnnotationProcessor { boolean isTypeComplete(javax.lang.model.type.TypeMirror type); }
            """,
        "other/slow/Slow.java", """
            package slow;
            import javax.annotation.processing.*;
            import javax.lang.model.element.TypeElement;
            import javax.tools.Diagnostic;
            @SupportedAnnotationTypes("*")
            public class Slow extends AbstractProcessor {
                static boolean done;
                private int rounds;
                public javax.lang.model.SourceVersion getSupportedSourceVersion() { return processingEnv.getSourceVersion(); }
                public boolean process(java.util.Set<? extends TypeElement> annotations, RoundEnvironment round) {
                    rounds++;
                    done = rounds > 1;
                    processingEnv.getMessager().printMessage(Diagnostic.Kind.NOTE, rounds + " " + round.getRootElements());
                    if (rounds < 3) {
                        try (var file = processingEnv.getFiler().createSourceFile("Made" + rounds).openWriter()) {
                            file.write("class Made" + rounds + " {}");
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    }
                    return false;
                }
                public static final class Done implements org.mapstruct.ap.spi.AstModifyingAnnotationProcessor {
                    public boolean isTypeComplete(javax.lang.model.type.TypeMirror type) { return done; }
                }
            }
            """,
        "slow/META-INF/services/javax.annotation.processing.Processor", "slow.Slow # comment\n",
        "slow/META-INF/services/org.mapstruct.ap.spi.AstModifyingAnnotationProcessor", "slow.Slow$Done\n"
    };

    @Test
    void whoeverTellsMapStructIsWaitedFor() {
        for (int i = 0; i < SLOW.length; i += 2) {
            project.file(SLOW[i], SLOW[i + 1]);
        }
        Project.Outcome slow =
                project.javac("-proc:none -d $/slow", "$/" + String.join(" $/", project.files("other", ".java")));
        assertEquals(0, slow.status(), slow::toString);
        project.file("src/Model.java", "class Model { @dev.leibniz.annotations.Differentiable " + PLAIN + "}");
        for (boolean slowFirst : List.of(true, false)) {
            String path = slowFirst
                    ? Project.path("$/slow", Project.processor())
                    : Project.path(Project.processor(), "$/slow");
            Project.Outcome outcome = project.compileApart(
                    path.replace("$", folder.toString()), "-d $/out -cp " + Project.libraries(), "src/Model.java");
            assertEquals(0, outcome.status(), outcome::toString);
            String round = slowFirst ? "3 [" : "4 [";
            assertTrue(
                    outcome.output().lines().anyMatch(line -> line.contains(round) && line.contains("ModelGrad")),
                    outcome::toString);
        }
    }
}
