package dev.leibniz.launcher;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the jar that people run, in a machine of its own. */
class LauncherTest {
    private static final String IMPORTS =
            "import dev.leibniz.annotations.Differentiable;\nimport dev.leibniz.annotations.NoDerivative;\n\n";
    private static final String MAIN = """
                public static void main(String[] args) {
                    var grad = ModelGrad.lossGrad(new double[] {1, 2}, new double[] {3, 4}, 10);
                    System.out.println(grad.value() + " " + grad.w()[0] + " " + grad.w()[1] + " " + String.join("+", args));
                    if (args.length == 1) {
                        throw new IllegalStateException(args[0]);
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void theExampleOfTheReadmeRuns() throws Exception {
        Run run = run(model().toString(), "a", "b");
        assertAll(
                () -> assertEquals("1.0 6.0 8.0 a+b\n", run.out()),
                () -> assertEquals("", run.err()),
                () -> assertEquals(0, run.status()));
    }

    @Test
    void whatTheProgramThrowsIsShownAsJavaShowsIt() throws Exception {
        Run run = run(model().toString(), "no luck");
        assertAll(
                () -> assertEquals(1, run.status()),
                () -> assertTrue(
                        run.err()
                                .matches("Exception in thread \"main\" java.lang.IllegalStateException: no luck\n"
                                        + "\tat Model\\.main\\(Model\\.java:\\d+\\)\n"),
                        run.err()));
    }

    @Test
    void theDerivativesAreShown() throws Exception {
        Path model = model();
        Run all = run("--show", model.toString());
        Run one = run("--show", "loss", model.toString());
        Run none = run("--show", "gain", model.toString());
        assertAll(
                () -> assertTrue(all.out().contains("final class ModelGrad {"), all.out()),
                () -> assertTrue(one.out().startsWith("public static LossGrad lossGrad(double[] w"), one.out()),
                () -> assertTrue(one.out().contains("wBuffer[j] += dz * x[j];"), one.out()),
                () -> assertTrue(one.out().contains("public record LossGrad("), one.out()),
                () -> assertFalse(one.out().contains("class ModelGrad"), one.out()),
                () -> assertEquals(0, one.status()),
                () -> assertEquals(
                        "error: no derivatives of gain were generated; there are those of loss\n", none.err()),
                () -> assertEquals(1, none.status()));
    }

    @Test
    void theDerivativesOfAMethodAreNotThoseOfOneWithALongerName() throws Exception {
        Path file = write(
                "Two.java",
                IMPORTS + "class Two {\n    @Differentiable static double f(double x) { return x * x; }\n"
                        + "    @Differentiable(name = \"fast\") static double f(float x) { return x; }\n}\n");
        Run run = run("--show", "f", file.toString());
        assertAll(
                () -> assertTrue(run.out().contains("FGrad fGrad(double x)"), run.out()),
                () -> assertFalse(run.out().contains("fastGrad"), run.out()),
                () -> assertTrue(run("--show", "fast", file.toString()).out().contains("FastGrad fastGrad(float x)")));
    }

    @Test
    void aPageIsWritten() throws Exception {
        Path page = Path.of("Model.html");
        Run run = run("--explain", "loss", model().toString());
        assertAll(
                () -> assertEquals("Model.html\n", run.out()),
                () -> assertEquals("", run.err()),
                () -> assertEquals(0, run.status()),
                () -> assertTrue(Files.readString(page).contains("wBuffer[j] += dz * x[j];")));
        Files.delete(page);
    }

    @Test
    void aProgramMayWriteAPageOfATrace() throws Exception {
        Path page = folder.resolve("page.html");
        Path file = write(
                "Traced.java",
                IMPORTS + "import dev.leibniz.annotations.Form;\nclass Traced {\n"
                        + "    @Differentiable(forms = Form.TRACE)\n    static double f(double x) {\n"
                        + "        double u = x * x;\n        return Math.sin(u);\n    }\n\n"
                        + "    public static void main(String[] args) throws Exception {\n"
                        + "        dev.leibniz.explain.ExplainPage.of(TracedGrad.fTrace(2)).writeTo(java.nio.file.Path.of(args[0]));\n"
                        + "    }\n}\n");
        Run run = run(file.toString(), page.toString());
        assertAll(
                () -> assertEquals(0, run.status(), run.err()),
                () -> assertTrue(Files.readString(page).contains("∂f/∂u")));
    }

    @Test
    void anErrorReadsAsThatOfTheCompiler() throws Exception {
        Path file = write("Bad.java", "class Bad {\n    int x = \"one\";\n}\n");
        Run run = run(file.toString());
        assertAll(
                () -> assertEquals(1, run.status()),
                () -> assertEquals(
                        file + ":2: error: incompatible types: String cannot be converted to int\n"
                                + "    int x = \"one\";\n            ^\n1 error\n",
                        run.err()));
    }

    @Test
    void whatCannotBeDifferentiatedIsRefusedAtItsPlace() throws Exception {
        Path file = write(
                "Bad.java",
                IMPORTS + "class Bad {\n    static double sum;\n\n    @Differentiable\n"
                        + "    static double f(double x) {\n        sum = x;\n        return x;\n    }\n}\n");
        Run run = run(file.toString());
        assertAll(
                () -> assertEquals(1, run.status()),
                () -> assertTrue(run.err().startsWith(file + ":9: error: [leibniz:field-write]"), run.err()));
    }

    @Test
    void aWrongCommandLineIsExplained() throws Exception {
        Path empty = write("Empty.java", "// nothing\n");
        Path noMain = write("NoMain.java", "class NoMain {}\n");
        assertAll(
                () -> assertFails(2, "error: no source file\nUsage: java -jar leibniz.jar"),
                () -> assertFails(2, "error: unknown option --shew\nUsage", "--shew", "Model.java"),
                () -> assertFails(2, "error: file not found: Missing.java\n", "Missing.java"),
                () -> assertFails(2, "error: not a .java file: Model\n", "Model"),
                () -> assertFails(2, "error: -cp needs a path\n", "-cp"),
                () -> assertFails(1, "error: no class declared in " + empty, empty.toString()),
                () -> assertFails(
                        1, "error: there is no 'static void main(String[])' in class NoMain", noMain.toString()),
                () -> assertFails(
                        1, "error: there is no @Differentiable method in " + noMain, "--show", noMain.toString()),
                () -> assertEquals(0, run("--help").status()));
    }

    private static void assertFails(int status, String message, String... arguments) throws Exception {
        Run run = run(arguments);
        assertTrue(run.err().startsWith(message), run.err());
        assertEquals(status, run.status());
    }

    /** The README's first example, with a main method. */
    private Path model() throws IOException {
        Matcher example = Pattern.compile("(?s)<!-- stage: source -->\n```java\n(.*?)}\n```")
                .matcher(Files.readString(Path.of(System.getProperty("launcher.readme"))));
        assertTrue(example.find());
        return write("Model.java", IMPORTS + example.group(1) + "\n" + MAIN);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("launcher.jar")));
        command.addAll(List.of(arguments));
        Path err = Files.createTempFile("launcher", ".err");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(err.toFile()).start();
            String out = new String(process.getInputStream().readAllBytes()).replace("\r\n", "\n");
            int status = process.waitFor();
            return new Run(status, out, Files.readString(err).replace("\r\n", "\n"));
        } finally {
            Files.delete(err);
        }
    }

    private record Run(int status, String out, String err) {}
}
