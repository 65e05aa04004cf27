package dev.leibniz.processor.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The second build in a folder where the first has left its classes and generated sources. */
class RebuildTest {
    private static final String MODEL = """
        package p;
        import dev.leibniz.annotations.Differentiable;
        public class Model {
            @Differentiable(order = 2)
            public static double loss(double[] w) {
                return w[0] * w[0];
            }
        }
        """;

    /** Ways to use what was generated; none of them has its records in a signature. */
    private static final Map<String, String> USERS = new TreeMap<>(Map.of(
            "body", """
                package p;
                class User {
                    double slope() { return ModelGrad.lossGrad(new double[] {1}).w()[0]; }
                }
                """,
            "local", """
                package p;
                class User {
                    void use() { ModelGrad.LossGrad g = ModelGrad.lossGrad(new double[] {1}); }
                }
                """,
            "annotated", """
                package p;
                class User {
                    @dev.leibniz.annotations.Differentiable
                    static double slope(double[] w) {
                        ModelGrad.LossGrad g = ModelGrad.lossGrad(w);
                        p.ModelGrad.LossHvp h = p.ModelGrad.lossHvp(w, w);
                        return g.w()[0] + h.w()[0];
                    }
                }
                """,
            "far", """
                package q;
                import p.ModelGrad;
                class User {
                    @dev.leibniz.annotations.Differentiable
                    static double slope(double[] w) {
                        ModelGrad.LossGrad g = ModelGrad.lossGrad(w);
                        return g.w()[0];
                    }
                }
                """));

    /** How javac is called, by Ant, by a person, and by maven-compiler-plugin. */
    private static final Map<String, String> LAYOUTS = new TreeMap<>(Map.of(
            "all in one folder", "-cp $/out:LIBRARIES -d $/out",
            "generated sources apart", "-cp $/out:LIBRARIES -d $/out -s $/gen",
            "maven 3.8.1 to 3.13.0", "-d $/out -cp $/out:LIBRARIES: -sourcepath $/src:$/gen: -s $/gen -g -nowarn",
            "maven 3.14.0 and later", "-d $/out -cp $/out:LIBRARIES: -sourcepath $/src: -s $/gen -g",
            "source path alone", "-cp LIBRARIES -d $/out -s $/gen -sourcepath $/gen:$/src"));

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void emptyProject() {
        project = new Project(folder);
    }

    @TestFactory
    Stream<DynamicTest> givesTheSameClassesAgain() {
        return LAYOUTS.keySet().stream()
                .flatMap(layout -> USERS.keySet().stream()
                        .flatMap(user -> Stream.of(true, false)
                                .map(keep -> dynamicTest(
                                        layout + ", " + user + (keep ? "" : ", classes deleted"),
                                        () -> twice(LAYOUTS.get(layout), USERS.get(user), keep)))));
    }

    private void twice(String layout, String user, boolean keepClasses) {
        Project fresh = new Project(folder.resolve("p" + folder.toFile().list().length));
        fresh.file("src/p/Model.java", MODEL).folder("out").folder("gen");
        String userFile = user.contains("package q;") ? "src/q/User.java" : "src/p/User.java";
        fresh.file(userFile, user);
        String arguments = layout.replace("LIBRARIES", Project.libraries());
        Project.Outcome first = fresh.javac(arguments, "src/p/Model.java", userFile);
        assertTrue(first.isSilent(), first::toString);
        var classes = fresh.contents("out");
        if (!keepClasses) {
            fresh.files("out", ".class").forEach(fresh::delete);
        }
        Project.Outcome second = fresh.javac(arguments, "src/p/Model.java", userFile);
        assertGood(second);
        assertEquals(classes, fresh.contents("out"));
        assertGood(fresh.javac(arguments, "src/p/Model.java"));
        assertEquals(classes, fresh.contents("out"));
    }

    /** If it finds the sources of yesterday on the source path, javac says so; nobody can prevent that. */
    private static void assertGood(Project.Outcome outcome) {
        assertTrue(outcome.status() == 0 && outcome.errors().isEmpty(), outcome::toString);
        List<String> warnings = outcome.warnings().stream()
                .filter(line -> !line.contains("Implicitly compiled files were not subject to annotation processing"))
                .toList();
        assertEquals(List.of(), warnings);
    }

    /** Then javac reads the old records before any processor is called; javac 17 cannot compile them again. */
    @TestFactory
    Stream<DynamicTest> itsRecordsMayBeNamedInSignaturesIfJavacCanBearIt() {
        return Stream.of(
                        "class User { ModelGrad.LossGrad field; }",
                        "class User { static ModelGrad.LossHvp method(ModelGrad.LossHvp g) { return g; } }",
                        "import p.ModelGrad.LossGrad; class User { void f() { LossGrad local; } }",
                        "import static p.ModelGrad.*; class User { void f() { LossGrad local; } }")
                .map(user -> dynamicTest(user, () -> {
                    Project fresh =
                            new Project(folder.resolve("p" + folder.toFile().list().length));
                    fresh.file("src/p/Model.java", MODEL).file("src/p/User.java", "package p; " + user);
                    String arguments = "-cp " + Project.path("$/out", Project.libraries()) + " -d $/out";
                    Project.Outcome first = fresh.javac(arguments, "src/p/Model.java src/p/User.java");
                    assertTrue(first.isSilent(), first::toString);
                    Project.Outcome second = fresh.javac(arguments, "src/p/Model.java src/p/User.java");
                    if (second.status() != 0 && Runtime.version().feature() < 24) {
                        assertEquals(1, second.errors().size(), second::toString);
                        assertTrue(
                                second.errors().get(0).contains("Model.java:5: error: [leibniz:stale-class]"),
                                second::toString);
                        fresh.delete("out");
                        second = fresh.javac(arguments, "src/p/Model.java src/p/User.java");
                    }
                    assertTrue(second.isSilent(), second::toString);
                }));
    }

    /** Whoever generates into the folder of the sources gives all of them to javac. */
    @Test
    void generatedSourcesMayBeAmongTheInputs() {
        project.file("src/p/Model.java", MODEL);
        String arguments = "-Xlint:all -cp " + Project.libraries() + " -d $/out -s $/src";
        Project.Outcome first = project.javac(arguments, "src/p/Model.java");
        assertTrue(first.isSilent(), first::toString);
        Project.Outcome same = project.javac(arguments, "src/p/Model.java", "src/p/ModelGrad.java");
        assertEquals(0, same.status(), same::toString);
        project.file("src/p/Model.java", MODEL.replace("w[0] * w[0]", "w[0] * w[1]"));
        Project.Outcome other = project.javac(arguments, "src/p/Model.java", "src/p/ModelGrad.java");
        assertEquals(1, other.errors().size(), other::toString);
        assertTrue(other.errors().get(0).contains("Model.java:5: error: [leibniz:stale-source]"), other::toString);
    }

    /** What is edited between two builds: the first of each pair becomes the second. */
    private static final Map<String, List<String>> EDITS = new TreeMap<>(Map.of(
            "a longer body", List.of("return w[0] * w[0];", "double s = Math.sin(w[1]); return w[0] * w[0] * s;"),
            "one parameter more", List.of("double[] w)", "double[] w, double... bias)"),
            "another parameter", List.of("double[] w) {", "double[] a) { double[] w = a;"),
            "lower order", List.of("(order = 2)", ""),
            "a method before it",
                    List.of("@Diff", "@Differentiable static double cost(double x) { return x; }\n    @Diff"),
            "renamed", List.of("double loss(", "double cost(")));

    /** Uses of what is there before and after each edit. */
    private static final Map<String, String> LASTING_USERS = new TreeMap<>(Map.of(
            "nobody", "package p; class User {}",
            "not annotated",
                    "package p; class User { double slope(double[] w) { return ModelGrad.FORMGrad(w).value(); } }",
            "annotated", """
                package p;
                class User {
                    @dev.leibniz.annotations.Differentiable
                    static double slope(double[] v) { return Math.sin(ModelGrad.FORMGrad(v).value()); }
                }
                """,
            "far", """
                package a;
                import p.ModelGrad;
                class User { double slope(double[] w) { return ModelGrad.FORMGrad(w).value(); } }
                """));

    /** A third of the cases, in which each pair of circumstances meets; {@code -Drebuild.all=true} runs all. */
    @TestFactory
    Stream<DynamicTest> whatHasChangedIsGeneratedAnew() {
        List<DynamicTest> all = edits().toList();
        return IntStream.range(0, all.size())
                .filter(i -> Boolean.getBoolean("rebuild.all") || (i + i / 8 + i / 48) % 3 == 0)
                .mapToObj(all::get);
    }

    private Stream<DynamicTest> edits() {
        return LAYOUTS.keySet().stream()
                .flatMap(layout -> EDITS.keySet().stream()
                        .flatMap(edit -> LASTING_USERS.keySet().stream()
                                .flatMap(user -> Stream.of(true, false)
                                        .map(keep -> dynamicTest(
                                                String.join(", ", layout, edit, user)
                                                        + (keep ? "" : ", classes deleted"),
                                                () -> edited(
                                                        layout, EDITS.get(edit), LASTING_USERS.get(user), keep))))));
    }

    private void edited(String layout, List<String> edit, String user, boolean keepClasses) {
        Project fresh = new Project(folder.resolve("p" + folder.toFile().list().length));
        fresh.file("src/p/Model.java", MODEL).folder("out").folder("gen");
        String userFile = user.contains("package a;") ? "src/a/User.java" : "src/p/User.java";
        fresh.file(userFile, user.replace("FORM", "loss"));
        String arguments = LAYOUTS.get(layout).replace("LIBRARIES", Project.libraries());
        Project.Outcome first = fresh.javac(arguments, userFile, "src/p/Model.java");
        assertTrue(first.isSilent(), first::toString);
        if (!keepClasses) {
            fresh.files("out", ".class").forEach(fresh::delete);
        }
        fresh.file("src/p/Model.java", MODEL.replace(edit.get(0), edit.get(1)));
        fresh.file(
                userFile,
                user.replace(
                        "FORM", edit.get(1).contains("cost(") && !edit.get(1).contains("static") ? "cost" : "loss"));
        Project.Outcome second = fresh.javac(arguments, userFile, "src/p/Model.java");
        if (second.status() != 0
                && user.contains("import p.ModelGrad")
                && Runtime.version().feature() < 24) {
            // javac has read what it finds for the import, before any processor is called
            assertTrue(second.errors().get(0).contains("[leibniz:stale-class]"), second::toString);
            assertEquals(1, second.errors().size(), second::toString);
            fresh.delete("gen");
            fresh.folder("gen").files("out", "Grad.java").forEach(fresh::delete);
            second = fresh.javac(arguments, userFile, "src/p/Model.java");
        }
        assertGood(second);
        var generated = Stream.of("out", "gen")
                .flatMap(place -> fresh.files(place, "Grad.java").stream())
                .collect(Collectors.toMap(file -> file.substring(file.indexOf('/')), fresh::text));
        fresh.folder("clean").folder("again");
        Project.Outcome clean =
                fresh.javac("-cp " + Project.libraries() + " -d $/clean -s $/again", userFile, "src/p/Model.java");
        assertTrue(clean.isSilent(), clean::toString);
        assertEquals(
                fresh.files("again", "Grad.java").stream()
                        .collect(Collectors.toMap(file -> file.substring(file.indexOf('/')), fresh::text)),
                generated);
    }

    /** What was generated for a method whose annotation is gone is not used any more, where its source is found. */
    @TestFactory
    Stream<DynamicTest> whatIsNotGeneratedAnyMoreIsNotFound() {
        return Stream.of("Model", "Model.Inner")
                .flatMap(owner -> Stream.of("", "import p.MGrad; ")
                        .flatMap(imports -> Stream.of("maven 3.8.1 to 3.13.0", "source path alone", "all in one folder")
                                .map(layout -> dynamicTest(
                                        String.join(", ", layout, owner, imports),
                                        () -> withoutAnnotation(LAYOUTS.get(layout), owner, imports)))));
    }

    private void withoutAnnotation(String layout, String owner, String imports) {
        Project fresh = new Project(folder.resolve("p" + folder.toFile().list().length));
        String model = owner.equals("Model")
                ? MODEL
                : MODEL.replace("class Model {", "class Model { public static class Inner {") + "}";
        String companion = owner.replace('.', '_') + "Grad";
        fresh.file("src/p/Model.java", model)
                .file("src/p/Other.java", MODEL.replace("Model", "Other"))
                .file(
                        "src/a/User.java",
                        (imports.isEmpty() ? "package p; class User { " : "package a; " + imports + "class User { ")
                                        .replace("MGrad", companion)
                                + "Object slope(double[] w) { return " + companion + ".lossGrad(w); } }")
                .folder("out")
                .folder("gen");
        String arguments = layout.replace("LIBRARIES", Project.libraries());
        String sources = "src/p/Model.java src/p/Other.java src/a/User.java";
        Project.Outcome first = fresh.javac(arguments, sources);
        assertTrue(first.isSilent(), first::toString);
        fresh.files("out", ".class").forEach(fresh::delete);
        fresh.file("src/p/Model.java", model.replace("@Differentiable(order = 2)", ""));
        Project.Outcome second = fresh.javac(arguments, sources);
        assertEquals(1, second.errors().size(), second::toString);
        boolean isRead = second.errors().get(0).contains("[leibniz:stale-source]");
        assertTrue(isRead ? !imports.isEmpty() : second.output().contains("cannot find symbol"), second::toString);
        fresh.file("src/p/Model.java", model);
        Project.Outcome third = fresh.javac(arguments, sources);
        assertTrue(third.status() == 0, third::toString);
    }
}
