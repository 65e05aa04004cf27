package dev.leibniz.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.DifferentiableProcessor;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of differentiable methods of classes that were compiled before, of which there is no source. */
class LibrariesTest {

    @TempDir
    Path folder;

    private Path library;

    @BeforeEach
    void compileTheLibrary() throws IOException {
        library = Files.createDirectory(folder.resolve("library"));
        assertEquals(List.of(), compile("Library", """
                public class Library {
                    @dev.leibniz.annotations.Differentiable(order = 2)
                    public static double energy(double[] x, double scale) {
                        return scale * x[0] * x[0] * x[1];
                    }
                    @dev.leibniz.annotations.Differentiable
                    public static double[] squares(double[] x) {
                        return new double[] {x[0] * x[0], x[1] * x[1], x[0] * x[1]};
                    }
                    public static int first(int[] table) {
                        return table[0];
                    }
                }
                """, library));
    }

    @Test
    void theirDerivativesAreCalledInAllDirections() throws Exception {
        assertEquals(List.of(), compile("Model", """
                class Model {
                    @dev.leibniz.annotations.Differentiable
                    static double[] both(double[] x, double y) {
                        double[] s = Library.squares(x);
                        return new double[] {s[2] * y, Library.energy(s, y), s[0], y};
                    }
                }
                """, folder));
        double[] x = {2, 3};
        Object jacobian = call("ModelGrad", "bothJacobian", x, 5.0);
        double[][] byX = (double[][]) component(jacobian, "x");
        // x0 x1 y; y x0⁴ x1²; x0²; y
        assertArrayEquals(new double[] {15, 10}, byX[0]);
        assertArrayEquals(new double[] {5 * 4 * 8 * 9, 5 * 16 * 6}, byX[1]);
        assertArrayEquals(new double[] {4, 0}, byX[2]);
        assertArrayEquals(new double[] {6, 144, 0, 1}, (double[]) component(jacobian, "y"));
        Object jvps = call("ModelGrad", "bothJvp", x, 5.0, new double[][] {{1, 0}, {0, 1}}, new double[] {0, 2});
        double[][] tangents = (double[][]) component(jvps, "tangents");
        assertArrayEquals(new double[] {15, 1440, 4, 0}, tangents[0]);
        assertArrayEquals(new double[] {10 + 12, 480 + 288, 0, 2}, tangents[1]);
    }

    @Test
    void thereAreSecondDerivativesThroughThem() throws Exception {
        assertEquals(List.of(), compile("Model", """
                class Model {
                    @dev.leibniz.annotations.Differentiable(order = 2)
                    static double twice(double[] x) {
                        return Library.energy(x, 2) + LibraryGrad.energyGrad(x, 1).scale();
                    }
                }
                """, folder));
        double[] x = {2, 3};
        double[][] hessian = (double[][]) component(call("ModelGrad", "twiceHessian", (Object) x), "matrix");
        // 3 x0² x1
        assertArrayEquals(new double[] {18, 12}, hessian[0]);
        assertArrayEquals(new double[] {12, 0}, hessian[1]);
    }

    /** What only the library's package can see cannot be named elsewhere: its code is called there, but not copied. */
    @Test
    void theirCodeMayMentionWhatIsNotForOthers() throws IOException {
        String library = """
                package lib;
                public class Scaled {
                    static final double[] FACTORS = {2, 3};
                    @dev.leibniz.annotations.Differentiable
                    public static double cubic(double x) {
                        return FACTORS[0] * x * x * x;
                    }
                }
                """;
        assertEquals(List.of(), compile("Scaled", library, this.library));
        String model = """
                package PACKAGE;
                class Model {
                    @dev.leibniz.annotations.Differentiable
                    static double once(double x) {
                        return lib.Scaled.cubic(x);
                    }
                    @dev.leibniz.annotations.Differentiable(order = 2)
                    static double twice(double x) {
                        return lib.Scaled.cubic(x);
                    }
                    @dev.leibniz.annotations.Differentiable
                    static double slope(double x) {
                        return lib.ScaledGrad.cubicGrad(x).x();
                    }
                }
                """;
        assertEquals(List.of(), compile("Model", model.replace("PACKAGE", "lib"), folder));
        List<String> messages = compile("Model", model.replace("PACKAGE", "other"), folder);
        assertEquals(2, messages.size(), messages::toString);
        assertTrue(messages.get(0).startsWith("9: [leibniz:compiled-derivative] `Scaled.cubic`"), messages.get(0));
        assertTrue(messages.get(0).contains("`FACTORS`"), messages.get(0));
        assertTrue(
                messages.get(1).startsWith("13: [leibniz:compiled-derivative] `ScaledGrad.cubicGrad`"),
                messages.get(1));
    }

    /** A library that nobody processed has annotations, but no derivatives. */
    @Test
    void theirDerivativesMayBeMissing() throws IOException {
        try (Stream<Path> classes = Files.list(library)) {
            for (Path file :
                    classes.filter(f -> f.toString().contains("LibraryGrad")).toList()) {
                Files.delete(file);
            }
        }
        List<String> messages = compile("Model", """
                class Model {
                    @dev.leibniz.annotations.Differentiable
                    static double of(double[] x) {
                        return Library.energy(x, 2);
                    }
                }
                """, folder);
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(
                messages.get(0).startsWith("4: [leibniz:missing-companion] `energy` is @Differentiable"),
                messages.get(0));
        assertTrue(messages.get(0).contains("`LibraryGrad`"), messages.get(0));
    }

    /** Nor is it said of such a method that another form of it should be called. */
    @Test
    void theirDerivativesMayBeMissingWhereTheyAreCalled() throws IOException {
        try (Stream<Path> classes = Files.list(library)) {
            for (Path file :
                    classes.filter(f -> f.toString().contains("LibraryGrad")).toList()) {
                Files.delete(file);
            }
        }
        List<String> messages = compile("Model", """
                class Model {
                    @dev.leibniz.annotations.Differentiable
                    static double of(double[] x) {
                        return LibraryGrad.energyGrad(x, 2).x()[0];
                    }
                }
                """, folder);
        assertEquals(1, messages.size(), messages::toString);
        String expected =
                "4: [leibniz:missing-companion] `energy` is @Differentiable, but its derivatives are missing: there is no ";
        assertTrue(messages.get(0).startsWith(expected), messages.get(0));
        assertTrue(messages.get(0).contains("LibraryGrad`"), messages.get(0));
    }

    /** Another version may have written the code in another way. */
    @Test
    void theirCodeMayBeUnreadable() throws IOException {
        Path generated = this.library.resolve("LibraryGrad.java");
        String text = Files.readString(generated);
        for (String other : List.of(
                text.replaceFirst("format = \\d+", "format = 99"),
                text.replaceAll("(?s)@PrimalCode\\(.*?\n *\\)\n", ""))) {
            assertEquals(
                    List.of(),
                    compile(
                            "LibraryGrad",
                            other.replace(
                                    "import dev.leibniz.annotations.PrimalCode;",
                                    other.contains("@PrimalCode") ? "import dev.leibniz.annotations.PrimalCode;" : ""),
                            library));
            List<String> messages = compile("Model", """
                    class Model {
                        @dev.leibniz.annotations.Differentiable(order = 2)
                        static double of(double[] x) {
                            return Library.energy(x, 2);
                        }
                    }
                    """, folder);
            assertEquals(1, messages.size(), messages::toString);
            assertTrue(
                    messages.get(0).startsWith("4: [leibniz:compiled-derivative] `Library.energy`"), messages.get(0));
            assertTrue(messages.get(0).contains("another version"), messages.get(0));
        }
    }

    /** What a method does to an array cannot be seen without its source: an array of others it may read, a local one not. */
    @Test
    void theyGetNoLocalArrays() throws IOException {
        List<String> messages = compile("Model", """
                class Model {
                    @dev.leibniz.annotations.Differentiable
                    static double of(double x, int[] given) {
                        int[] table = {3, 1};
                        return x * Library.first(given) * Library.first(table.clone())
                                * Library.first(table);
                    }
                }
                """, folder);
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(messages.get(0).startsWith("6: [leibniz:unseen-write] `Library.first(table)`"), messages.get(0));
    }

    /** The errors and warnings, each with its line. */
    private List<String> compile(String name, String source, Path into) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                + File.pathSeparator
                + library;
        List<String> options =
                List.of("-classpath", classPath, "-d", into.toString(), "-Xlint:all,-options", "-sourcepath", "");
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, null, null)) {
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, manager, diagnostics, options, null, manager.getJavaFileObjects(file));
            task.setProcessors(List.of(new DifferentiableProcessor()));
            task.call();
        }
        List<String> messages = new ArrayList<>();
        for (Diagnostic<?> diagnostic : diagnostics.getDiagnostics()) {
            messages.add(diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT));
        }
        return messages;
    }

    private Object call(String owner, String name, Object... arguments) throws Exception {
        URL[] places = {folder.toUri().toURL(), library.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(places, LibrariesTest.class.getClassLoader())) {
            for (var method : loader.loadClass(owner).getDeclaredMethods()) {
                boolean isSeveral = method.getReturnType().getSimpleName().endsWith("s");
                if (method.getName().equals(name) && isSeveral == (arguments.length > 2)) {
                    method.setAccessible(true);
                    return method.invoke(null, arguments);
                }
            }
        }
        throw new AssertionError("no " + name);
    }

    private static Object component(Object owner, String name) throws ReflectiveOperationException {
        var accessor = owner.getClass().getMethod(name);
        accessor.setAccessible(true);
        return accessor.invoke(owner);
    }
}
