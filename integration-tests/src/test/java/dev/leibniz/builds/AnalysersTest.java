package dev.leibniz.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tools that look for mistakes have nothing to say about generated code: that of the sample and of the benchmarks' problems. */
class AnalysersTest {
    private static final List<String> JAVAC_ROOMS =
            List.of("api", "code", "comp", "file", "main", "model", "parser", "processing", "tree", "util");

    /** The JDK that the versions in use are for. */
    private final Jdk jdk = Jdk.all().get(0);

    @Test
    void errorProneAndNullAway() {
        Outcome outcome = compile(
                "error-prone",
                ClassPath.of("com.google.errorprone:error_prone_core:2.42.0", "com.uber.nullaway:nullaway:0.14.3"),
                List.of(
                        "-XDcompilePolicy=simple",
                        "--should-stop=ifError=FLOW",
                        "-Xplugin:ErrorProne -Xep:NullAway:WARN -XepOpt:NullAway:AnnotatedPackages=dev.leibniz"));
        assertTrue(outcome.success(), outcome::tail);
    }

    @Test
    void checkerFramework() {
        compile(
                "checker-framework",
                ClassPath.of("org.checkerframework:checker:3.54.1"),
                List.of(
                        "-processor",
                        "org.checkerframework.checker.nullness.NullnessChecker,"
                                + "org.checkerframework.checker.interning.InterningChecker,"
                                + "dev.leibniz.processor.DifferentiableProcessor",
                        "-Awarns"));
    }

    /** Compiles with a tool; it must have run, and must not say anything about generated files. */
    private Outcome compile(String name, ClassPath tool, List<String> options) {
        Project project = Project.in(Settings.directory().resolve("analysers").resolve(name));
        List<Path> sources = Stream.of("sample-app", "benchmarks/src/main/java/dev/leibniz/benchmarks/problems")
                .map(SourceTree.root()::resolve)
                .flatMap(folder -> Project.files(folder, ".java").values().stream())
                .filter(file -> !file.toString().contains("src/test/")
                        && !file.toString().contains("/target/"))
                .toList();
        List<String> command = new ArrayList<>(List.of(jdk.javac(), "--release", "17", "-Xmaxwarns", "9999"));
        for (String room : JAVAC_ROOMS) {
            command.add("-J--add-opens=jdk.compiler/com.sun.tools.javac." + room + "=ALL-UNNAMED");
        }
        Path generated = project.resolve("generated");
        project.write("generated/empty", "").write("classes/empty", "");
        command.addAll(List.of("-d", project.resolve("classes").toString(), "-s", generated.toString()));
        command.addAll(List.of("-cp", ClassPath.runtime().and(tool).toString()));
        command.addAll(List.of("-processorpath", tool.and(ClassPath.processor()).toString()));
        command.addAll(options);
        sources.forEach(file -> command.add(file.toString()));
        Outcome outcome = Command.run(project.directory(), command);
        List<String> said = outcome.log()
                .lines()
                .filter(line -> line.startsWith(generated.toString()))
                .toList();
        assertEquals(List.of(), said);
        assertTrue(Project.companions(generated).size() > 10, outcome::tail);
        return outcome;
    }
}
