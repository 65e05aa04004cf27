package dev.leibniz.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/**
 * One project, one tool, one JDK, and the situations in turn. After each build the program must print what was computed by
 * hand, the companions must be those of a clean build, byte by byte, and none may be left of a class that is gone. Where a
 * situation has failed, the next one starts with a clean build.
 */
final class Scenario {
    private static final Map<Demo, Map<String, String>> CLEAN = new EnumMap<>(Demo.class);

    private final BuildTool tool;
    private final Jdk jdk;
    private final Project project;
    private boolean intact;

    Scenario(BuildTool tool, Jdk jdk) {
        this.tool = tool;
        this.jdk = jdk;
        this.project = Project.in(
                Settings.directory().resolve((tool.name() + "-" + jdk.feature()).replaceAll("[^A-Za-z0-9.]+", "-")));
    }

    void meet(Situation situation) {
        if (!intact && situation != Situation.FIRST) {
            begin(situation.before());
        }
        intact = false;
        switch (situation) {
            case FIRST -> begin(Demo.BEGIN);
            case NO_CHANGE -> build(Demo.BEGIN);
            case BODY -> {
                build(Demo.CALLEE_BODY);
                build(Demo.CALLER_BODY);
            }
            case SIGNATURE -> build(Demo.SIGNATURE);
            case RENAME -> build(Demo.RENAMED);
            case DELETE -> build(Demo.DELETED);
            case ERROR_AND_REPAIR -> {
                breakIt();
                build(Demo.REPAIRED);
            }
            case IDE -> {
                project.edit(Demo.IN_IDE.sources());
                Outcome ide = tool.compileAsIde(project, jdk);
                assertTrue(ide.success(), () -> "the IDE: " + ide.tail());
                check(Demo.IN_IDE);
                build(Demo.IN_IDE);
                build(Demo.AFTER_IDE);
            }
        }
        intact = true;
    }

    /** The first build, in an empty folder. */
    private void begin(Demo first) {
        project.deleteTree("");
        tool.prepare(project, jdk);
        build(first);
    }

    private void build(Demo next) {
        project.edit(next.sources());
        Outcome outcome = tool.build(project, jdk);
        outcome.abortIfRefused();
        assertTrue(outcome.success(), () -> "the build failed: " + outcome.tail());
        check(next);
    }

    private void check(Demo expected) {
        Outcome run = tool.run(project, jdk);
        Assumptions.assumeFalse(
                run.log().contains("has to be compiled again"),
                "the tool compiled too little, and the program says so");
        assertTrue(run.success(), () -> "the program failed: " + run.tail());
        assertEquals(expected.prints(), run.log(), "what the program prints");
        Map<String, String> clean = clean(expected);
        Map<String, String> companions = Project.companions(tool.generated(project));
        clean.forEach((name, text) -> assertEquals(text, companions.get(name), name));
        Set<String> sources = expected.sources().keySet();
        if (!Project.files(tool.classes(project), ".class").containsKey("demo/Model.class")
                || sources.contains("demo/Model.java")) {
            assertEquals(Set.of(), Project.orphans(tool.classes(project)), "companions without their class");
        }
    }

    private void breakIt() {
        project.edit(Demo.BROKEN.sources());
        Outcome broken = tool.build(project, jdk);
        assertFalse(broken.success(), "an error passes");
        assertTrue(broken.log().contains("[leibniz:mutated-parameter]"), () -> "another error: " + broken.tail());
    }

    /** What a compiler writes that has seen nothing before. */
    private static Map<String, String> clean(Demo demo) {
        return CLEAN.computeIfAbsent(demo, Scenario::compileClean);
    }

    private static Map<String, String> compileClean(Demo demo) {
        Project project = Project.in(Settings.directory().resolve("clean").resolve(demo.name()));
        project.edit(demo.sources());
        Path classes = project.resolve("classes");
        Path generated = project.resolve("generated");
        Outcome outcome = Javac.compile(project, Jdk.all().get(0), classes, generated);
        assertTrue(outcome.success(), () -> "the clean build failed: " + outcome.tail());
        return Project.companions(generated);
    }
}
