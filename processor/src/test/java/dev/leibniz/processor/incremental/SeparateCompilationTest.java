package dev.leibniz.processor.incremental;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is generated for a file depends on that file, and on what can be seen of the classes of others: it is the same text whether
 * these are compiled together with it or were compiled before.
 */
class SeparateCompilationTest {

    @TempDir
    Path folder;

    private static final String CALLEE = """
            import dev.leibniz.annotations.Differentiable;

            class Callee {
                @Differentiable
                static double f(double x) {
                    return helper(x) * x; // x sin x
                }

                private static double helper(double x) {
                    return Math.sin(x);
                }
            }
            """;

    private static String caller(int order, String body) {
        return """
            import dev.leibniz.annotations.Differentiable;

            class Caller {
                @Differentiable(order = ORDER)
                static double g(double x, double y) {
                    return BODY;
                }
            }
            """.replace("ORDER", String.valueOf(order)).replace("BODY", body);
    }

    @Test
    void aCallGoesThroughTheCompanion() throws Exception {
        String text = sameInAllBuilds(CALLEE, caller(1, "Callee.f(x * y) * x"));
        assertTrue(text.contains("CalleeGrad.fVjp("), text);
        assertFalse(text.contains("Math.sin") || text.contains("Math.cos"), text);
    }

    /** The gradient is made of the companion's, and what the companion does not have of the code that it carries. */
    @Test
    void secondDerivativesGoThroughTheCodeThatTheCompanionCarries() throws Exception {
        String text = sameInAllBuilds(CALLEE, caller(2, "Callee.f(x * y) * x"));
        assertTrue(text.contains("CalleeGrad.fVjp(") && text.contains("Math.cos"), text);
        assertTrue(text.contains("@MadeFrom({CalleeGrad.Primals.class})"), text);
        double x = 0.7;
        double y = 1.3;
        double[][] hessian = (double[][]) component(call("CallerGrad", "gHessian", x, y), "matrix");
        // g = x² y sin(x y)
        double sin = Math.sin(x * y);
        double cos = Math.cos(x * y);
        double xx = 2 * y * sin + 4 * x * y * y * cos - x * x * y * y * y * sin;
        double xy = 2 * x * sin + 2 * x * x * y * cos + 2 * x * x * y * cos - x * x * x * y * y * sin;
        double yy = 2 * x * x * x * cos - x * x * x * x * y * sin;
        assertArrayEquals(new double[] {xx, xy}, hessian[0], 1e-12);
        assertArrayEquals(new double[] {xy, yy}, hessian[1], 1e-12);
    }

    @Test
    void derivativesOfDerivatives() throws Exception {
        String text = sameInAllBuilds(CALLEE, caller(1, "CalleeGrad.fGrad(x).x() * y"));
        assertTrue(text.contains("@MadeFrom({CalleeGrad.Primals.class})"), text);
        double x = 0.7;
        Object gradient = call("CallerGrad", "gGrad", x, 2.0);
        assertEquals(2 * (2 * Math.cos(x) - x * Math.sin(x)), (double) component(gradient, "x"), 1e-12);
        assertEquals(Math.sin(x) + x * Math.cos(x), (double) component(gradient, "y"), 1e-12);
    }

    @Test
    void thirdDerivatives() throws Exception {
        String text = sameInAllBuilds(CALLEE, caller(2, "CalleeGrad.fGrad(x).x() + 0 * y"));
        double x = 0.7;
        double[][] hessian = (double[][]) component(call("CallerGrad", "gHessian", x, 2.0), "matrix");
        assertEquals(-3 * Math.sin(x) - x * Math.cos(x), hessian[0][0], 1e-12, text);
    }

    /** No derivative flows through it: it is called, and nothing of its code is needed. */
    @Test
    void derivativesOnConstants() throws Exception {
        String text = sameInAllBuilds(CALLEE, caller(1, "CalleeGrad.fGrad(3).x() * x * y"));
        assertTrue(text.contains("CalleeGrad.fGrad(3"), text);
        assertFalse(text.contains("MadeFrom"), text);
    }

    @Test
    void aCommentInTheCalleeChangesNothing() throws IOException {
        SourceTree tree = tree(CALLEE, caller(2, "Callee.f(x * y) * x"));
        assertEquals(List.of(), tree.compileAll());
        Map<String, String> before = tree.generated();
        tree.edit("Callee.java", "import", "// a comment\n\nimport").edit("Callee.java", " // x sin x", " /* other */");
        assertEquals(List.of(), tree.compile("Callee.java"));
        assertEquals(before, tree.generated());
    }

    /** That the companion carries other code is what tells a build tool to compile the caller again. */
    @Test
    void anotherBodyOfTheCalleeIsOtherCode() throws IOException {
        for (int order : List.of(1, 2)) {
            SourceTree tree = tree(CALLEE, caller(order, "Callee.f(x * y) * x"));
            assertEquals(List.of(), tree.compileAll());
            Map<String, String> before = tree.generated();
            tree.edit("Callee.java", "Math.sin", "Math.cos");
            assertEquals(List.of(), tree.compile("Callee.java"));
            assertNotEquals(carried(before), carried(tree.generated()));
            assertEquals(List.of(), tree.compile("Caller.java"));
            Map<String, String> partly = tree.generated();
            boolean isSame = before.get("CallerGrad.java").equals(partly.get("CallerGrad.java"));
            assertEquals(order == 1, isSame, "the caller of order " + order);
            assertEquals(List.of(), tree.compileAll());
            assertEquals(tree.generated(), partly);
        }
    }

    private static String carried(Map<String, String> generated) {
        String text = generated.get("CalleeGrad.java");
        int start = text.indexOf("@PrimalCode(");
        return text.substring(start, text.indexOf(')', start));
    }

    @Test
    void anotherSignatureOfTheCallee() throws IOException {
        for (int order : List.of(1, 2)) {
            SourceTree tree = tree(CALLEE, caller(order, "Callee.f(x * y) * x"));
            assertEquals(List.of(), tree.compileAll());
            tree.edit("Callee.java", "f(double x)", "f(float x)").edit("Caller.java", "f(x * y)", "f((float) (x * y))");
            assertEquals(List.of(), tree.compile("Callee.java"));
            assertEquals(List.of(), tree.compile("Caller.java"));
            Map<String, String> partly = tree.generated();
            assertEquals(List.of(), tree.compileAll());
            assertEquals(tree.generated(), partly);
        }
    }

    /** A build that compiles only what was edited leaves the second derivatives of the old body, which do not run. */
    @Test
    void aCallerThatIsNotCompiledAgain() throws Exception {
        SourceTree tree = tree(CALLEE, caller(2, "Callee.f(x * y) * x"));
        assertEquals(List.of(), tree.compileAll());
        assertTrue(call("CallerGrad", "gHessian", 0.7, 1.3) != null);
        tree.edit("Callee.java", "Math.sin", "Math.cos");
        assertEquals(List.of(), tree.compile("Callee.java"));
        IncompatibleClassChangeError thrown =
                assertThrows(IncompatibleClassChangeError.class, () -> call("CallerGrad", "gHessian", 0.7, 1.3));
        assertEquals(
                "Caller has to be compiled again: the code that CalleeGrad carries has changed", thrown.getMessage());
    }

    @Test
    void aCalleeThatIsGone() throws IOException {
        for (int order : List.of(1, 2)) {
            SourceTree tree = tree(CALLEE, caller(order, "Callee.f(x * y) * x"));
            assertEquals(List.of(), tree.compileAll());
            tree.delete("Callee.java");
            List<String> messages = tree.compile("Caller.java");
            assertEquals(1, messages.size(), messages::toString);
            assertTrue(messages.get(0).startsWith("Caller.java:6: cannot find symbol"), messages.get(0));
            tree.write("Callee.java", CALLEE);
            assertEquals(List.of(), tree.compile("Callee.java"));
            assertEquals(List.of(), tree.compile("Caller.java"));
            Map<String, String> partly = tree.generated();
            assertEquals(List.of(), tree.compileAll());
            assertEquals(tree.generated(), partly);
        }
    }

    /** The code of the third file goes into what is generated for the first, too. */
    @Test
    void threeFiles() throws Exception {
        SourceTree tree = tree(CALLEE, caller(2, "Between.h(x) * y")).write("Between.java", """
                import dev.leibniz.annotations.Differentiable;

                class Between {
                    @Differentiable
                    static double h(double x) {
                        return Callee.f(x) + x;
                    }
                }
                """);
        assertEquals(List.of(), tree.compileAll());
        Map<String, String> clean = tree.generated();
        String text = clean.get("CallerGrad.java");
        assertTrue(text.contains("@MadeFrom({BetweenGrad.Primals.class, CalleeGrad.Primals.class})"), text);
        for (String file : List.of("Caller.java", "Between.java", "Callee.java")) {
            assertEquals(List.of(), tree.compile(file));
            assertEquals(clean, tree.generated(), file);
        }
        double x = 0.7;
        double[][] hessian = (double[][]) component(call("CallerGrad", "gHessian", x, 2.0), "matrix");
        assertEquals(2 * (2 * Math.cos(x) - x * Math.sin(x)), hessian[0][0], 1e-12);
    }

    /** Files that call each other: at first order through companions, at second as recursive functions. */
    @Test
    void filesThatCallEachOther() throws Exception {
        String even = """
                import dev.leibniz.annotations.Differentiable;

                class Even {
                    @Differentiable(order = 2)
                    static double power(double x, int n) {
                        return n == 0 ? 1 : x * Odd.power(x, n - 1);
                    }
                }
                """;
        SourceTree tree = new SourceTree(folder)
                .write("Even.java", even)
                .write(
                        "Odd.java",
                        even.replace("Odd", "Other").replace("Even", "Odd").replace("Other", "Even"));
        assertEquals(List.of(), tree.compileAll());
        Map<String, String> clean = tree.generated();
        assertEquals(List.of(), tree.compile("Even.java"));
        assertEquals(clean, tree.generated());
        assertEquals(List.of(), tree.compile("Odd.java"));
        assertEquals(clean, tree.generated());
        assertEquals(4 * 27, (double) component(call("EvenGrad", "powerGrad", 3.0, 4), "x"));
        double[][] hessian = (double[][]) component(call("EvenGrad", "powerHessian", 3.0, 4), "matrix");
        assertEquals(12 * 9, hessian[0][0]);
    }

    @Test
    void filesWhoseDerivativesNeedEachOther() throws IOException {
        String one = """
                import dev.leibniz.annotations.Differentiable;

                class One {
                    @Differentiable
                    static double f(double x) {
                        return x * TwoGrad.fGrad(x).x();
                    }
                }
                """;
        SourceTree tree = new SourceTree(folder)
                .write("One.java", one)
                .write(
                        "Two.java",
                        one.replace("Two", "Other").replace("One", "Two").replace("Other", "One"));
        List<String> messages = tree.compileAll().stream().sorted().toList();
        assertEquals(2, messages.size(), messages::toString);
        assertTrue(messages.get(0).startsWith("One.java:6: [leibniz:derivative-cycle]"), messages.get(0));
        assertTrue(messages.get(1).startsWith("Two.java:6: [leibniz:derivative-cycle]"), messages.get(1));
    }

    /** Whether a record is nothing but its components cannot be seen from outside; the answer is the same for source and class. */
    @TestFactory
    Stream<DynamicTest> recordsOfOtherFiles() {
        Map<String, String> refused = new LinkedHashMap<>();
        refused.put("{}", "");
        refused.put("{ public R { java.util.Objects.requireNonNull(b); } }", "");
        refused.put("{ public R { java.util.Objects.requireNonNull(b, \"b\"); } }", "");
        refused.put("{ public R(double a, double[] b) { this.a = a; this.b = b; } }", "");
        refused.put(
                "{ public R(double a, double[] b) { this.a = a; this.b = java.util.Objects.requireNonNull(b); } }", "");
        refused.put("{ public R(double a) { this(a, new double[1]); } }", "");
        refused.put("{ public double a() { return a; } public double[] b() { return this.b; } }", "");
        refused.put("{ public double twice() { return 2 * a; } }", "");
        refused.put("{ public R { if (a > 9) throw new IllegalArgumentException(); } }", "record-code");
        refused.put("{ public R { a = Math.abs(a); } }", "record-code");
        refused.put("{ public R { b = b.clone(); } }", "record-code");
        refused.put("{ public R(double a, double[] b) { this.a = -a; this.b = b; } }", "record-code");
        refused.put("{ public R(double a, double[] b) { this.a = b[0]; this.b = b; } }", "record-code");
        refused.put("{ public double a() { return 2 * a; } }", "record-code");
        refused.put("{ public double[] b() { return b.clone(); } }", "record-code");
        return refused.entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(entry.getKey(), () -> checkRecord(entry.getKey(), entry.getValue())));
    }

    private void checkRecord(String body, String code) throws Exception {
        Path own = Files.createTempDirectory(folder, "record");
        SourceTree tree = new SourceTree(own)
                .write("R.java", "public record R(double a, double[] b) " + body)
                .write("Model.java", """
                        import dev.leibniz.annotations.Differentiable;

                        class Model {
                            @Differentiable
                            static double of(R r) {
                                return r.a() * r.b()[0];
                            }

                            @Differentiable
                            static double made(double x) {
                                var r = new R(-x, new double[] {x});
                                return r.a() * r.b()[0];
                            }
                        }
                        """);
        List<String> together = tree.compileAll();
        Map<String, String> clean = tree.generated();
        if (!code.isEmpty()) {
            assertEquals(2, together.size(), together::toString);
            assertTrue(together.stream().allMatch(message -> message.contains("[leibniz:")), together::toString);
            assertTrue(together.get(0).contains("[leibniz:" + code + "]"), together.get(0));
        } else {
            assertEquals(List.of(), together);
        }
        tree.compileWithout("R.java");
        assertEquals(together, tree.compile("Model.java"));
        assertEquals(clean, tree.generated());
    }

    private SourceTree tree(String callee, String caller) throws IOException {
        return new SourceTree(folder).write("Callee.java", callee).write("Caller.java", caller);
    }

    /** Compiles both files together, then each against the other's class; the companion of the caller. */
    private String sameInAllBuilds(String callee, String caller) throws IOException {
        SourceTree tree = tree(callee, caller);
        assertEquals(List.of(), tree.compileAll());
        Map<String, String> clean = tree.generated();
        assertEquals(List.of(), tree.compile("Caller.java"));
        assertEquals(clean, tree.generated(), "the caller alone");
        assertEquals(List.of(), tree.compile("Callee.java"));
        assertEquals(clean, tree.generated(), "the callee alone");
        return clean.get("CallerGrad.java");
    }

    private Object call(String owner, String name, Object... arguments) throws Exception {
        URL[] places = {folder.resolve("classes").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(places, getClass().getClassLoader())) {
            Method method = Arrays.stream(loader.loadClass(owner).getDeclaredMethods())
                    .filter(m -> m.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
            method.setAccessible(true);
            return method.invoke(null, arguments);
        }
    }

    private static Object component(Object owner, String name) throws ReflectiveOperationException {
        Method accessor = owner.getClass().getMethod(name);
        accessor.setAccessible(true);
        return accessor.invoke(owner);
    }
}
