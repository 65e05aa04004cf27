package dev.leibniz.builds;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each build tool, in each situation, on each JDK: the table of docs/builds.md. */
class BuildToolsTest {
    private static final BuildTable TABLE = new BuildTable("JDK 17, JDK 25");

    private static List<BuildTool> tools() {
        return Stream.<BuildTool>of(
                        new MavenBuild("3.8.1"),
                        new MavenBuild("3.10.1"),
                        new MavenBuild("3.11.0"),
                        new MavenBuild("3.13.0"),
                        new MavenBuild("3.14.1"),
                        new MavenBuild("3.16.0"),
                        new MavenBuild("3.16.0", false),
                        new Javac(),
                        new Ant(),
                        new Gradle(),
                        new Ecj(),
                        new KotlinCaller())
                .filter(tool -> Settings.only().map(tool.name()::matches).orElse(true))
                .toList();
    }

    @TestFactory
    Stream<DynamicNode> situations() {
        return tools().stream()
                .map(tool -> DynamicContainer.dynamicContainer(
                        tool.name(),
                        Jdk.all().stream()
                                .map(jdk -> DynamicContainer.dynamicContainer(jdk.toString(), scenario(tool, jdk)))));
    }

    private static Stream<DynamicNode> scenario(BuildTool tool, Jdk jdk) {
        Scenario scenario = new Scenario(tool, jdk);
        List<DynamicNode> tests = new ArrayList<>();
        for (Situation situation : Situation.values()) {
            tests.add(DynamicTest.dynamicTest(
                    situation.title(),
                    () -> TABLE.run(tool.name(), situation.title(), jdk, () -> scenario.meet(situation))));
        }
        return tests.stream();
    }

    @AfterAll
    static void writeTable() throws IOException {
        TABLE.write("tools.md");
        if (Jdk.all().size() == Jdk.FEATURES.size()) {
            TABLE.assertShown("tools");
        }
    }

    @Test
    void bothJdksAreThere() {
        assertTrue(Jdk.all().size() == Jdk.FEATURES.size(), () -> "found only " + Jdk.all());
    }
}
