package dev.leibniz.processor.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ECJ, the compiler of Eclipse: it has no syntax trees for us, so that its sources are found and read without it. */
class EcjTest {
    private static final String ECJ =
            Path.of("target/others/ecj.jar").toAbsolutePath().toString();

    private static final String MODEL = """
        package p;

        import dev.leibniz.annotations.Differentiable;
        import dev.leibniz.annotations.NoDerivative;
        import dev.leibniz.runtime.Activations;
        import static java.lang.Math.*;

        public final class Model {
            record Point(double x, double y) {
                Point { if (x < 0) throw new IllegalArgumentException("negative"); }
            }
            record Plain(double[] a, double b) {}
            enum Kind { A { @Override double weight() { return 2; } }, B; double weight() { return 1; } }

            @Differentiable
            public static double loss(double[] w, Plain p, @NoDerivative int n) {
                double sum = 0;
                for (double one : w) {
                    sum += Activations.sigmoid(one) * sin(p.b());
                }
                return sum * n + Helper.twice(sum) + new Point(1, sum).y();
            }

            @Differentiable(order = 2)
            static double curved(double x) {
                return x * ModelGrad.lossGrad(new double[] {x}, new Plain(new double[] {x}, x), 1).w()[0];
            }

            static final class Inner {
                @Differentiable
                static double inner(double... x) { return x[0] * Other.cube(x[1]); }
            }

            static double use() { return ModelGrad.curvedGrad(2).x() + Model_InnerGrad.innerGrad(1, 2).x()[0]; }
        }

        class Helper {
            @Differentiable
            static double twice(double x) { return 2 * x; }
        }
        """;

    private static final String OTHER = """
        package p;
        public class Other {
            @dev.leibniz.annotations.Differentiable public static double cube(double x) { return x * x * x; }
        }
        """;

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void setUp() {
        project = new Project(folder).folder("out").folder("ecj");
    }

    private Project.Outcome ecj(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", ECJ));
        command.addAll(List.of("--release", "17", "-nowarn", "-d", path("ecj"), "-s", path("ecj")));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("-processorpath", Project.processor())); // ECJ does not find it before the class path
        return project.run(command);
    }

    private String path(String file) {
        return project.path(file).toString();
    }

    private static TreeMap<String, String> generatedIn(Project project, String folder) {
        TreeMap<String, String> texts = new TreeMap<>();
        project.files(folder, "Grad.java")
                .forEach(file -> texts.put(file.substring(folder.length()), project.text(file)));
        return texts;
    }

    @Test
    void generatesWhatJavacGenerates() {
        project.file("src/p/Model.java", MODEL).file("src/p/Other.java", OTHER);
        Project.Outcome javac =
                project.javac("-d $/out -cp " + Project.libraries(), "src/p/Model.java src/p/Other.java");
        assertTrue(javac.isSilent(), javac::toString);
        Project.Outcome ecj = ecj("-cp", Project.libraries(), path("src/p/Model.java"), path("src/p/Other.java"));
        assertTrue(ecj.isSilent(), ecj::toString);
        assertEquals(4, generatedIn(project, "ecj").size());
        assertEquals(generatedIn(project, "out"), generatedIn(project, "ecj"));
        assertTrue(project.has("ecj/p/ModelGrad.class"));
    }

    @Test
    void findsSourcesOnTheSourcePath() {
        project.file("src/p/Model.java", MODEL).file("src/p/Other.java", OTHER);
        Project.Outcome ecj = ecj(
                "-cp",
                Project.libraries(),
                "-sourcepath",
                path("src"),
                path("src/p/Model.java"),
                path("src/p/Other.java"));
        assertTrue(ecj.isSilent(), ecj::toString);
        assertEquals(4, generatedIn(project, "ecj").size());
    }

    @Test
    void aMessageIsAtTheMethodAndNamesTheLine() {
        project.file("src/p/Model.java", """
            package p;
            import dev.leibniz.annotations.Differentiable;
            class Model {
                @Differentiable
                static double first(double[] x) {
                    double y = x[0];
                    x[0] = 2;
                    return y;
                }
                @Differentiable
                double second(double x) { return x; }
                @Differentiable
                static double first(float x) {
                    return helper(x);
                }
                static double helper(double x) {
                    double y = x;
                    java.util.List.of(1).forEach(i -> i.equals(x));
                    return y;
                }
                @Differentiable static double third(double x) { return helper(x); }
                static class Inner { @Differentiable static double good(double x) { return x; } }
            }
            """);
        Project.Outcome ecj = ecj("-cp", Project.libraries(), path("src/p/Model.java"));
        assertEquals(255, ecj.status(), ecj::toString);
        assertError(ecj, 5, "[leibniz:mutated-parameter]", "(line 7: `x[0] = 2`)");
        assertError(ecj, 11, "[leibniz:not-static]", "reads as parameters.");
        assertError(ecj, 13, "[leibniz:ambiguous-name]", "(name = \"first2\").");
        assertError(ecj, 16, "[leibniz:lambda]", "(line 18: `i -> i.equals(x)`)");
        assertTrue(project.has("ecj/p/Model_InnerGrad.java"));
    }

    /** ECJ prints the line, the text with a mark, and then the message. */
    private static void assertError(Project.Outcome outcome, int line, String code, String end) {
        List<String> lines = outcome.output().lines().toList();
        int at = 0;
        while (at < lines.size() && !lines.get(at).startsWith(code)) {
            at++;
        }
        assertTrue(at < lines.size(), () -> code + " in " + outcome);
        assertTrue(lines.get(at).endsWith(end), lines.get(at));
        List<String> before = lines.subList(at - 3, at);
        assertTrue(before.get(0).endsWith(".java (at line " + line + ")"), () -> code + ": " + before);
    }

    @Test
    void modulesAndEncodings() throws IOException {
        String text = """
            package p;
            import dev.leibniz.annotations.Differentiable;
            public class Model {
                @Differentiable public static double f(double größe) { return Math.sin(größe) * größe; }
            }
            """;
        project.file("src/module-info.java", "module m { requires dev.leibniz.annotations; exports p; }");
        Files.createDirectories(project.path("src/p"));
        Files.writeString(project.path("src/p/Model.java"), text, StandardCharsets.ISO_8859_1);
        String options = "-encoding ISO-8859-1 -p " + Project.libraries();
        Project.Outcome javac = project.javac(options + " -d $/out", "src/module-info.java src/p/Model.java");
        assertTrue(javac.isSilent(), javac::toString);
        Project.Outcome ecj = ecj(Stream.concat(
                        Arrays.stream(options.split(" ")),
                        Stream.of(path("src/module-info.java"), path("src/p/Model.java")))
                .toArray(String[]::new));
        assertTrue(ecj.isSilent(), ecj::toString);
        assertEquals(
                Files.readString(project.path("out/p/ModelGrad.java"), StandardCharsets.ISO_8859_1),
                project.text("ecj/p/ModelGrad.java")); // ECJ writes UTF-8
    }

    @Test
    void yesterdaysClassesMustNotBeOnTheClassPath() {
        project.file("src/p/Model.java", MODEL).file("src/p/Other.java", OTHER);
        String[] sources = {path("src/p/Model.java"), path("src/p/Other.java")};
        Project.Outcome first = ecj("-cp", Project.libraries(), sources[0], sources[1]);
        assertTrue(first.isSilent(), first::toString);
        Project.Outcome again = ecj("-cp", Project.libraries(), sources[0], sources[1]);
        assertTrue(again.isSilent(), again::toString);
        project.delete("ecj/p/OtherGrad.java");
        Project.Outcome seen = ecj("-cp", Project.path(Project.libraries(), path("ecj")), sources[1]);
        assertError(seen, 3, "[leibniz:existing-class] `p.OtherGrad`", "out of the class path.");
    }
}
