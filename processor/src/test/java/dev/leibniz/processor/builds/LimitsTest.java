package dev.leibniz.processor.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Very large classes, very deep ones, and names that come close to each other. */
class LimitsTest {
    private static final String D = "@Differentiable ";

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void emptyProject() {
        project = new Project(folder);
    }

    // Size and depth

    /** Each helper is called by the one before: all are read on top of each other. */
    @Test
    void aLongChainOfHelpers() throws Exception {
        compileModel(D + "static double f(double x) { return f0(x); }"
                + each(1000, i -> "static double f" + i + "(double x) { return f" + (i + 1) + "(x) + x; }")
                + "static double f1000(double x) { return x * x; }");
        assertEquals(
                "FGrad[value=3009.0, x=1006.0]",
                project.call("out", "p.ModelGrad", "fGrad", 3.0).toString());
    }

    @Test
    void aLongChainThatCallsItself() throws Exception {
        compileModel(D + "static double f(double x) { return f0(x, 1); }"
                + each(200, i -> "static double f" + i + "(double x, int n) { return f" + (i + 1) + "(x, n); }")
                + "static double f200(double x, int n) { return n == 0 ? x : x * f0(x, n - 1); }");
        assertEquals(
                "FGrad[value=9.0, x=6.0]",
                project.call("out", "p.ModelGrad", "fGrad", 3.0).toString());
    }

    @TestFactory
    Stream<DynamicTest> whatJavacBears() {
        return Stream.of(
                        "return x" + each(900, i -> " + x * " + i) + ";",
                        "return " + "(".repeat(900) + "x" + ")".repeat(900) + " * x;",
                        "return " + "Math.sin(".repeat(90) + "x" + ")".repeat(90) + ";",
                        "double y = x;" + each(1000, i -> "y = Math.sin(y) * x;") + "return y;",
                        "double y = x;" + "if (y > 1) {".repeat(100) + "y *= x;" + "}".repeat(100) + "return y;",
                        "double y = x;"
                                + each(30, i -> "for (int i" + i + " = 0; i" + i + " < 1; i" + i + "++) {")
                                + "y *= x;" + "}".repeat(30) + "return y;",
                        "return " + each(200, i -> "x > " + i + " ? x * " + i + " : ") + "x;")
                .map(body -> dynamicTest(
                        body.substring(0, 40), () -> compileModel(D + "static double f(double x) { " + body + " }")));
    }

    @Test
    void manyMethodsInOneClass() {
        compileModel(each(400, i -> D + "static double f" + i + "(double x) { return x * " + i + "; }"));
    }

    @Test
    void tooManyMethodsInOneClass() {
        Project.Outcome outcome =
                javacModel(each(2000, i -> D + "static double f" + i + "(double x) { return x * x; }"));
        assertEquals(1, outcome.errors().size(), outcome::toString);
        assertTrue(
                outcome.errors().get(0).contains("Model.java:3: error: [leibniz:too-many-methods]"), outcome::toString);
    }

    // Names

    @TestFactory
    Stream<DynamicTest> classesWhoseDerivativesWouldBeInOneFile() {
        String nested = "class A { static class B { METHOD } }";
        return Stream.of(
                        List.of(nested, "class A_B { METHOD }"),
                        List.of("class A_B { METHOD }", nested),
                        List.of("class Loss { METHOD }", "class loss { METHOD }"),
                        List.of(nested, "class a_b { METHOD }"))
                .flatMap(pair -> Stream.of(true, false)
                        .map(together -> dynamicTest(pair + " " + together, () -> {
                            Project fresh = new Project(
                                    folder.resolve("p" + folder.toFile().list().length));
                            String head = "package p; import dev.leibniz.annotations.*;\n";
                            List<String> texts = pair.stream()
                                    .map(text -> text.replace(
                                            "METHOD",
                                            "\n@Differentiable static double f(double x) { return x; }"
                                                    + "\n@Differentiable static double g(double x) { return x; }"))
                                    .toList();
                            fresh.file("src/One.java", head + texts.get(0) + (together ? texts.get(1) : ""));
                            fresh.file("src/Two.java", head + (together ? "" : texts.get(1)));
                            Project.Outcome outcome =
                                    fresh.javac("-d $/out -cp " + Project.libraries(), "src/One.java src/Two.java");
                            assertEquals(1, outcome.errors().size(), outcome::toString);
                            assertTrue(
                                    outcome.errors().get(0).contains("[leibniz:companion-clash]"), outcome::toString);
                            assertEquals(List.of(), outcome.warnings());
                        })));
    }

    @Test
    void theSameNamesInOtherPackagesAreNoMatter() {
        String text = "package PACKAGE; class NAME { @dev.leibniz.annotations.Differentiable "
                + "static double f(double x) { return x; } }";
        for (String name : List.of("p.Loss", "q.loss", "r.Loss")) {
            project.file(
                    "src/" + name.replace('.', '/') + ".java",
                    text.replace("PACKAGE", name.substring(0, 1)).replace("NAME", name.substring(2)));
        }
        Project.Outcome outcome = project.javac(
                "-Xlint:all -Werror -d $/out -cp " + Project.libraries(), String.join(" ", project.sources()));
        assertTrue(outcome.isSilent(), outcome::toString);
    }

    private void compileModel(String members) {
        Project.Outcome outcome = javacModel(members);
        assertTrue(outcome.isSilent(), outcome::toString);
    }

    private Project.Outcome javacModel(String members) {
        project.file(
                "src/p/Model.java",
                "package p;\nimport dev.leibniz.annotations.Differentiable;\nclass Model { " + members + "}");
        return project.javac("-d $/out -cp " + Project.libraries(), "src/p/Model.java");
    }

    private static String each(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }
}
