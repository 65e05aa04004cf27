package dev.leibniz.processor.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Another processor on the processor path, before ours or behind it. */
class NeighboursTest {
    /** Says what it is called with and what it sees. */
    private static final String WITNESS = """
        package other;
        import java.util.*;
        import javax.annotation.processing.*;
        import javax.lang.model.SourceVersion;
        import javax.lang.model.element.*;
        import javax.tools.Diagnostic;
        @SupportedAnnotationTypes("TYPES")
        public class Witness extends AbstractProcessor {
            @Override public SourceVersion getSupportedSourceVersion() { return SourceVersion.latestSupported(); }
            @Override public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
                Set<String> seen = new TreeSet<>();
                annotations.forEach(a -> seen.add("@" + a.getSimpleName()));
                round.getRootElements().forEach(e -> seen.add(e.toString()));
                processingEnv.getMessager().printMessage(Diagnostic.Kind.NOTE, "saw " + seen);
                return false;
            }
        }
        """;

    private static final String MODEL = """
        package p;
        public class Model {
            @dev.leibniz.annotations.Differentiable(order = 2)
            public static double loss(double[] w, @dev.leibniz.annotations.NoDerivative double c) { return w[0] * w[0] * c; }
        }
        """;

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void emptyProject() {
        project = new Project(folder).file("src/p/Model.java", MODEL);
    }

    @TestFactory
    Stream<DynamicTest> isCalledWithOurAnnotationsAndSeesWhatWeGenerate() {
        return Stream.of("*", "dev.leibniz.annotations.*", "dev.leibniz.annotations.Differentiable")
                .flatMap(types -> Stream.of(true, false)
                        .map(before -> dynamicTest(types + (before ? " before" : " behind"), () -> {
                            String other = witness(types);
                            Project.Outcome outcome = project.compileApart(
                                    before
                                            ? Project.path(other, Project.processor())
                                            : Project.path(Project.processor(), other),
                                    "-d $/out -cp " + Project.libraries(),
                                    "src/p/Model.java");
                            assertEquals(0, outcome.status(), outcome::toString);
                            List<String> seen = outcome.output()
                                    .lines()
                                    .filter(line -> line.contains("saw"))
                                    .toList();
                            assertTrue(
                                    seen.get(0).contains("@Differentiable, @NoDerivative")
                                            || !types.endsWith("*")
                                                    && seen.get(0).contains("@Differentiable"),
                                    outcome::toString);
                            assertTrue(seen.get(0).contains("p.Model]"), outcome::toString);
                            assertTrue(seen.get(1).contains("p.ModelGrad"), outcome::toString);
                        })));
    }

    /** If ours is the last one, it may say that the annotations are its own. */
    @TestFactory
    Stream<DynamicTest> nobodyWarnsThatAnnotationsAreNotClaimed() {
        return Stream.of("", "*", "dev.leibniz.annotations.Differentiable")
                .map(types -> dynamicTest(types.isEmpty() ? "alone" : types + " before", () -> {
                    Project.Outcome outcome = project.compileApart(
                            types.isEmpty() ? Project.processor() : Project.path(witness(types), Project.processor()),
                            "-Xlint:all -Werror -d $/out -cp " + Project.libraries(),
                            "src/p/Model.java");
                    assertEquals(0, outcome.status(), outcome::toString);
                    assertEquals(List.of(), outcome.warnings());
                }));
    }

    /** A processor that cannot be loaded is javac's affair. */
    @Test
    void aBrokenNeighbourIsNotOurs() {
        project.file("broken/META-INF/services/javax.annotation.processing.Processor", "other.Missing\n");
        Project.Outcome outcome = project.compileApart(
                Project.path(Project.processor(), project.path("broken").toString()),
                "-d $/out -cp " + Project.libraries(),
                "src/p/Model.java");
        assertTrue(outcome.output().contains("other.Missing"), outcome::toString);
        assertTrue(!outcome.output().contains("[leibniz:"), outcome::toString);
    }

    private String witness(String types) {
        String name = "witness" + types.replaceAll("\\W", "_");
        Project other = new Project(project.path(name));
        other.file("src/other/Witness.java", WITNESS.replace("TYPES", types))
                .file("out/META-INF/services/javax.annotation.processing.Processor", "other.Witness\n");
        Project.Outcome outcome = other.javac("-proc:none -d $/out", "src/other/Witness.java");
        assertTrue(outcome.isSilent(), outcome::toString);
        return other.path("out").toString();
    }
}
