package dev.leibniz.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What other processors do in builds that are hard for a processor, and what ours does there. */
class ComparisonTest {
    private static final BuildTable TABLE = new BuildTable("JDK 17, JDK 25");
    private static final String LOMBOK = "org.projectlombok:lombok:1.18.46";

    /** The last that runs on JDK 17. */
    private static final String TURBINE = "0.11.0";

    /** A build, in which a project's program has to print {@code 3.0}. */
    private interface Trial {
        void of(Subject subject, Jdk jdk, Project project);
    }

    private static Map<String, Trial> trials() {
        Map<String, Trial> trials = new LinkedHashMap<>();
        trials.put("`javac` again, yesterday's classes on the class path", ComparisonTest::again);
        trials.put("`javac` of one changed file, the other classes on the class path", ComparisonTest::oneFile);
        for (String version : List.of("3.8.1", "3.10.1", "3.11.0")) {
            trials.put(
                    "Maven again, compiler plugin " + version,
                    (subject, jdk, project) -> maven(version, subject, jdk, project));
        }
        trials.put("a module that exports, `-Xlint:all,-processing -Werror`", ComparisonTest::module);
        trials.put("another processor behind it", ComparisonTest::otherProcessor);
        trials.put(
                "Lombok's `val`, Lombok behind it",
                (subject, jdk, project) ->
                        lombok(subject.processors().and(ClassPath.of(LOMBOK)), subject, jdk, project));
        trials.put(
                "Lombok's `val`, Lombok before it",
                (subject, jdk, project) ->
                        lombok(ClassPath.of(LOMBOK).and(subject.processors()), subject, jdk, project));
        trials.put("Turbine " + TURBINE + ", the header compiler of Bazel", ComparisonTest::turbine);
        return trials;
    }

    @TestFactory
    Stream<DynamicNode> comparison() {
        return trials().entrySet().stream()
                .filter(trial -> Settings.only().map(trial.getKey()::matches).orElse(true))
                .map(trial -> DynamicContainer.dynamicContainer(
                        trial.getKey(),
                        Stream.of(Subject.values())
                                .flatMap(subject -> Jdk.all().stream()
                                        .map(jdk -> test(trial.getKey(), trial.getValue(), subject, jdk)))));
    }

    private static DynamicNode test(String title, Trial trial, Subject subject, Jdk jdk) {
        return DynamicTest.dynamicTest(subject.title() + ", " + jdk, () -> {
            Path directory = Settings.directory()
                    .resolve("comparison")
                    .resolve((title + "-" + subject.name() + "-" + jdk.feature()).replaceAll("[^A-Za-z0-9.]+", "-"));
            try {
                TABLE.run(title, subject.title(), jdk, () -> {
                    Project project = Project.in(directory);
                    project.edit(subject.sources());
                    trial.of(subject, jdk, project);
                });
            } catch (AssertionError e) {
                // What does not work for the others is for the table, not for us to mend.
                Assumptions.assumeTrue(subject == Subject.LEIBNIZ, e::getMessage);
                throw e;
            }
        });
    }

    @AfterAll
    static void writeTable() throws IOException {
        TABLE.write("comparison.md");
        if (Jdk.all().size() == Jdk.FEATURES.size()) {
            TABLE.assertShown("comparison");
        }
    }

    private static void again(Subject subject, Jdk jdk, Project project) {
        javac(subject.processors(), subject.libraries(), jdk, project, List.of());
        project.edit(subject.edited());
        javac(subject.processors(), subject.libraries(), jdk, project, List.of());
    }

    private static void oneFile(Subject subject, Jdk jdk, Project project) {
        javac(subject.processors(), subject.libraries(), jdk, project, List.of());
        for (String file : subject.sources().keySet()) {
            Project alone = Project.in(project.resolve("alone"));
            alone.edit(Map.of(file, subject.edited().get(file)));
            Outcome outcome = Javac.compile(
                    alone,
                    jdk,
                    classes(project),
                    generated(project),
                    subject.libraries(),
                    subject.processors(),
                    List.of());
            assertTrue(outcome.success(), outcome::tail);
            run(jdk, subject.libraries().with(classes(project)));
        }
    }

    private static void maven(String compilerPlugin, Subject subject, Jdk jdk, Project project) {
        project.write(
                "pom.xml",
                MavenPom.of(
                        compilerPlugin,
                        true,
                        List.of(subject.libraryCoordinates()),
                        List.of(subject.processorCoordinates())));
        for (Map<String, String> sources : List.of(subject.sources(), subject.edited(), subject.sources())) {
            project.edit(sources);
            Outcome outcome = Maven.run(project.directory(), jdk, List.of("compile"));
            assertTrue(outcome.success(), outcome::tail);
            run(jdk, subject.libraries().with(project.resolve("target/classes")));
        }
    }

    private static void module(Subject subject, Jdk jdk, Project project) {
        Map<String, String> sources = new TreeMap<>(subject.sources());
        sources.put("module-info.java", """
            /** A module that lets others see what is generated. */
            module demo {
                requires transitive %s;

                exports demo;
            }
            """.formatted(subject.module()));
        project.edit(sources);
        javac(
                subject.processors(),
                subject.libraries(),
                jdk,
                project,
                List.of(
                        "--module-path",
                        subject.libraries().toString(),
                        "-Xlint:all,-processing,-requires-automatic,-requires-transitive-automatic",
                        "-Werror"));
    }

    private static void otherProcessor(Subject subject, Jdk jdk, Project project) {
        ClassPath other = OtherProcessor.compiled(jdk, project.resolve("other"));
        Outcome outcome = javac(subject.processors().and(other), subject.libraries(), jdk, project, List.of());
        assertTrue(outcome.log().contains(OtherProcessor.SAYS), () -> "the other was not called: " + outcome.tail());
    }

    private static void lombok(ClassPath processors, Subject subject, Jdk jdk, Project project) {
        Map<String, String> sources = new TreeMap<>(subject.sources());
        sources.put("demo/Values.java", """
            package demo;

            import lombok.val;

            final class Values {
                static double first() {
                    val values = new double[] {1, 2};
                    return values[0];
                }
            }
            """);
        project.edit(sources);
        javac(processors, subject.libraries().and(ClassPath.of(LOMBOK)), jdk, project, List.of("-Xlint:-processing"));
    }

    private static void turbine(Subject subject, Jdk jdk, Project project) {
        List<String> command = new ArrayList<>(List.of(jdk.java(), "-cp"));
        command.add(ClassPath.of("com.google.turbine:turbine:" + TURBINE).toString());
        command.addAll(List.of(
                "com.google.turbine.main.Main",
                "--output",
                project.resolve("header.jar").toString()));
        command.addAll(
                List.of("--gensrc_output", project.resolve("generated.jar").toString()));
        command.addAll(List.of(
                "--javacopts", "--release", "17", "--", "--processors", subject.processorClass(), "--processorpath"));
        subject.processors().jars().forEach(jar -> command.add(jar.toString()));
        command.add("--classpath");
        subject.libraries().jars().forEach(jar -> command.add(jar.toString()));
        command.add("--sources");
        command.addAll(project.sources());
        Outcome outcome = Command.run(project.directory(), command);
        outcome.abortIfRefused();
        assertTrue(outcome.success(), outcome::tail);
    }

    private static Outcome javac(
            ClassPath processors, ClassPath libraries, Jdk jdk, Project project, List<String> options) {
        Outcome outcome =
                Javac.compile(project, jdk, classes(project), generated(project), libraries, processors, options);
        assertTrue(outcome.success(), outcome::tail);
        run(jdk, libraries.with(classes(project)));
        return outcome;
    }

    private static Path classes(Project project) {
        return project.resolve("out");
    }

    private static Path generated(Project project) {
        return project.resolve("generated");
    }

    private static void run(Jdk jdk, ClassPath classPath) {
        Outcome run = Javac.run(jdk, classPath);
        assertEquals("3.0\n", run.log());
    }
}
