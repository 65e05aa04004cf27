package dev.leibniz.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

class CodePagesTest {
    private static final JavaFileObject MODEL = JavaFileObjects.forSourceLines(
            "fitting.Model",
            "package fitting;",
            "",
            "import dev.leibniz.annotations.Differentiable;",
            "",
            "final class Model {",
            "    static boolean less(int a, int b) { return a < b; }",
            "",
            "    @Differentiable",
            "    static double first(double x, double y) {",
            "        double z = Math.sin(x * y);",
            "        return z * z;",
            "    }",
            "",
            "    @Differentiable(order = 2)",
            "    static double second(double x) {",
            "        double root = Math.sqrt(x);",
            "        return Math.exp(root);",
            "    }",
            "}");

    private static Compilation compile(JavaFileObject file, String... options) {
        Compilation compilation = Compiler.javac()
                .withProcessors(new DifferentiableProcessor())
                .withOptions((Object[]) options)
                .compile(file);
        assertThat(compilation).succeededWithoutWarnings();
        return compilation;
    }

    private static String page(Compilation compilation, String file) throws IOException {
        JavaFileObject page = compilation
                .generatedFile(StandardLocation.SOURCE_OUTPUT, file)
                .orElseThrow(() -> new AssertionError("no " + file));
        return page.getCharContent(true).toString();
    }

    @Test
    void eachMethodStandsBesideItsGradient() throws IOException {
        String html = page(compile(MODEL, "-Aleibniz.explain=true"), "fitting/ModelGrad.html");
        for (String method : List.of("first", "second")) {
            assertTrue(html.contains("<section id=\"" + method + "\""), method);
            assertTrue(html.contains("<a href=\"#" + method + "\">"), method);
        }
        assertTrue(html.contains("<figcaption>Model.java</figcaption>"));
        assertTrue(html.contains("<figcaption>ModelGrad.java, backward</figcaption>"));
        String own = "data-line=\"10\" tabindex=\"0\"><span class=\"at\">10</span><code class=\"language-java\">"
                + "    double z = Math.sin(x * y);";
        assertTrue(html.contains(own), "a line has its number in the file");
        assertTrue(html.split("data-line=\"10\"", -1).length > 3, "what came of it is linked to it");
        assertFalse(html.contains("static boolean less"), "what is not differentiated is not shown");
        assertFalse(html.contains("http://") || html.contains("https://"), "no address");
        assertTrue(html.contains("Prism"), "the code is coloured");
    }

    @Test
    void thePageIsTheSameEachTime() throws IOException {
        assertEquals(
                page(compile(MODEL, "-Aleibniz.explain=true"), "fitting/ModelGrad.html"),
                page(compile(MODEL, "-Aleibniz.explain=true"), "fitting/ModelGrad.html"));
    }

    @Test
    void theClassIsTheSameWithAPageAndWithout() throws IOException {
        Compilation without = compile(MODEL);
        Compilation with = compile(MODEL, "-Aleibniz.explain=true");
        assertEquals(Optional.empty(), without.generatedFile(StandardLocation.SOURCE_OUTPUT, "fitting/ModelGrad.html"));
        assertEquals(page(without, "fitting/ModelGrad.java"), page(with, "fitting/ModelGrad.java"));
    }

    /** The same text twice: each class shows its own. */
    @Test
    void aMethodIsShownWhereItStands() throws IOException {
        JavaFileObject twins = JavaFileObjects.forSourceLines(
                "Twins",
                "class Twins {",
                "    static class First {",
                "        @dev.leibniz.annotations.Differentiable",
                "        static double f(double x) { return x * x; }",
                "    }",
                "    static class Second {",
                "        @dev.leibniz.annotations.Differentiable",
                "        static double f(double x) { return x * x; }",
                "    }",
                "}");
        Compilation compilation = compile(twins, "-Aleibniz.explain=true");
        String first = page(compilation, "Twins_FirstGrad.html");
        String second = page(compilation, "Twins_SecondGrad.html");
        assertTrue(first.contains("<span class=\"at\">4</span>")
                && !first.contains("<div class=\"line\" data-line=\"8\""));
        assertTrue(second.contains("<div class=\"line\" data-line=\"8\""), "the second one");
        assertFalse(second.contains("<div class=\"line\" data-line=\"4\""), "not the first one");
    }

    @Test
    void nestedClassesWithoutAPackageHavePagesToo() throws IOException {
        JavaFileObject nested = JavaFileObjects.forSourceLines(
                "Outer",
                "class Outer {",
                "    static class Inner {",
                "        @dev.leibniz.annotations.Differentiable",
                "        static double f(double x) {",
                "            return x < 0 ? 0 : x * x;",
                "        }",
                "    }",
                "}");
        String html = page(compile(nested, "-Aleibniz.explain=true"), "Outer_InnerGrad.html");
        assertTrue(html.contains("return x &lt; 0 ? 0 : x * x;"));
    }
}
