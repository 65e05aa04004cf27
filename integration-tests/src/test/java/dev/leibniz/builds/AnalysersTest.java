package dev.leibniz.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tools that look for mistakes have nothing to say about generated code: that of the sample and of the benchmarks' problems. */
class AnalysersTest {
    private static final List<String> JAVAC_ROOMS =
            List.of("api", "code", "comp", "file", "main", "model", "parser", "processing", "tree", "util");

    private static final List<String> ERROR_PRONE =
            List.of("com.google.errorprone:error_prone_core:2.42.0", "com.uber.nullaway:nullaway:0.14.3");

    private static final String SAMPLE = "sample-app/src/main/java";
    private static final String SOLVERS = "org.hipparchus:hipparchus-core:3.1";
    private static final String PROBLEMS = "benchmarks/src/main/java/dev/leibniz/benchmarks/problems";

    /** The JDK that the versions in use are for. */
    private final Jdk jdk = Jdk.all().get(0);

    @Test
    void errorProneAndNullAway() {
        Outcome outcome = compile(
                "error-prone", List.of(SAMPLE), ERROR_PRONE, errorProne("-XepOpt:NullAway:AnnotatedPackages=dev"));
        assertTrue(outcome.success(), outcome::tail);
    }

    /**
     * Methods with many loops and helpers: NullAway does not see that a flag says whether an array is there, and there may be parts
     * of a record that a helper does not need.
     */
    @Test
    void errorProneOnLargeMethods() {
        Outcome outcome = compile(
                "error-prone-large",
                List.of(SAMPLE, PROBLEMS),
                ERROR_PRONE,
                errorProne("-XepOpt:NullAway:AnnotatedPackages=dev -XepOpt:NullAway:TreatGeneratedAsUnannotated=true "
                        + "-Xep:UnusedVariable:OFF"));
        assertTrue(outcome.success(), outcome::tail);
    }

    private static List<String> errorProne(String options) {
        return List.of(
                "-XDcompilePolicy=simple",
                "--should-stop=ifError=FLOW",
                "-Xplugin:ErrorProne -Xep:NullAway:WARN " + options);
    }

    @Test
    void checkerFramework() {
        compile(
                "checker-framework",
                List.of(SAMPLE),
                List.of("org.checkerframework:checker:3.54.1"),
                List.of(
                        "-processor",
                        "org.checkerframework.checker.nullness.NullnessChecker,"
                                + "org.checkerframework.checker.interning.InterningChecker,"
                                + "dev.leibniz.processor.DifferentiableProcessor",
                        "-Awarns"));
    }

    /** Compiles with a tool; it must have run, and must not say anything about generated files. */
    private Outcome compile(String name, List<String> folders, List<String> coordinates, List<String> options) {
        ClassPath tool = ClassPath.of(coordinates.toArray(String[]::new));
        Project project = Project.in(Settings.directory().resolve("analysers").resolve(name));
        List<Path> sources = folders.stream()
                .map(SourceTree.root()::resolve)
                .flatMap(folder -> Project.files(folder, ".java").values().stream())
                .toList();
        List<String> command = new ArrayList<>(List.of(jdk.javac(), "--release", "17", "-Xmaxwarns", "9999"));
        for (String room : JAVAC_ROOMS) {
            command.add("-J--add-opens=jdk.compiler/com.sun.tools.javac." + room + "=ALL-UNNAMED");
        }
        Path generated = project.resolve("generated");
        project.write("generated/empty", "").write("classes/empty", "");
        command.addAll(List.of("-d", project.resolve("classes").toString(), "-s", generated.toString()));
        ClassPath libraries = ClassPath.runtime().and(ClassPath.of(SOLVERS)).and(tool);
        command.addAll(List.of("-cp", libraries.toString()));
        command.addAll(List.of("-processorpath", tool.and(ClassPath.processor()).toString()));
        command.addAll(options);
        sources.forEach(file -> command.add(file.toString()));
        Outcome outcome = Command.run(project.directory(), command);
        List<String> said = outcome.log()
                .lines()
                .filter(line -> line.startsWith(generated.toString()))
                .toList();
        assertEquals(List.of(), said);
        assertTrue(Project.companions(generated).size() >= 2, outcome::tail);
        return outcome;
    }
}
