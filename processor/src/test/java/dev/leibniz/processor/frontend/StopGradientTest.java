package dev.leibniz.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.DifferentiableProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code @NoDerivative} methods: their bodies may hold anything, run once where they stand, and are never looked into. */
class StopGradientTest {

    private static final String HEAD = """
        import dev.leibniz.annotations.*;
        import java.util.*;
        import java.util.function.*;
        import java.util.stream.*;
        class Model {
        """;

    private static Compiled compile(String body) {
        return Compiled.of(Map.of("Model.java", HEAD + body + "\n}\n"), new DifferentiableProcessor());
    }

    private static List<String> problems(Compiled compiled) {
        List<String> problems = new ArrayList<>();
        for (Diagnostic<?> error : compiled.errors()) {
            String code = error.getMessage(null).replaceFirst("(?s)\\[leibniz:([a-z-]+)].*", "$1");
            problems.add((error.getLineNumber() - 5) + " " + code);
        }
        return problems;
    }

    /** Each is the body of a method of an array that returns a number. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "return new Box(x).get(0);",
                "double[] y = x.clone(); Arrays.sort(y); return y[0];",
                "double[] y = new double[3]; Runnable r = () -> y[0] = x[0]; r.run(); return y[0];",
                "try { return new Scanner(\"3\").nextDouble(); } catch (RuntimeException e) { return 2; }",
                "List<Double> all = new ArrayList<>(); for (double v : x) all.add(v); return Collections.max(all);",
                "return DoubleStream.of(x).boxed().collect(Collectors.groupingBy(v -> v > 0)).size();",
                "class Local { double f() { return x[0]; } } return new Local().f();",
                "return new Object() { int n = x.length; }.n;",
                "synchronized (Model.class) { return counter++; }",
                "Object o = x; return o instanceof double[] d && d.length > 1 ? d[1] : 0;",
                "Function<double[], Double> f = a -> a[0]; return f.andThen(v -> v + 1).apply(x);",
                "return new java.util.concurrent.atomic.AtomicReference<>(x).get()[0];",
                "return Optional.of(x).map(a -> a[0]).orElseThrow();",
                "record Pair<T>(T a, int b) {} return new Pair<>(x, 1).a()[0];",
                "return helper(x) + new Wrapped(x).sum();",
                "return java.nio.DoubleBuffer.wrap(x).get(0);",
                "Iterator<Double> i = new Iterator<>() {"
                        + " int at; public boolean hasNext() { return at < x.length; } public Double next() { return x[at++]; } };"
                        + " return i.next();",
            })
    void theirBodiesMayBeAnything(String body) {
        Compiled compiled = compile("""
            static int counter;
            static class Box { double[] v; Box(double[] v) { this.v = v; } double get(int i) { return v[i]; } }
            record Wrapped(double[] v) { double sum() { return DoubleStream.of(v).sum(); } }
            static double helper(double[] x) { return Stream.of(x).mapToDouble(a -> a[0]).sum(); }
            @Differentiable static double f(double[] x) { return x[0] * h(x); }
            @NoDerivative static double h(double[] x) { BODY }
            """.replace("BODY", body));
        assertEquals(List.of(), problems(compiled), () -> compiled.messages().toString());
        assertTrue(compiled.success());
    }

    @Test
    void whatTheyMakeOfWorkArraysIsTheirs() {
        Compiled compiled = compile("""
            @Differentiable static double sorted(double[] x) {
                int[] order = new int[x.length];
                argsort(order, x);
                double s = 0;
                for (int i = 0; i < order.length; i++) s += x[order[i]] * i;
                return s;
            }
            @NoDerivative static void argsort(int[] order, double[] key) {
                Integer[] boxes = new Integer[key.length];
                Arrays.setAll(boxes, i -> i);
                Arrays.sort(boxes, Comparator.comparingDouble(i -> key[i]));
                for (int i = 0; i < boxes.length; i++) order[i] = boxes[i];
            }
            @Differentiable static double masked(double[] x) {
                double[] y = detached(x);
                y[0] = 2;
                return y[0] * x[0] * y[1];
            }
            @NoDerivative static double[] detached(double[] x) { List<double[]> one = List.of(x.clone()); return x.clone(); }
            """);
        assertEquals(List.of(), problems(compiled), () -> compiled.messages().toString());
    }

    /** Each is a statement in a method of an array {@code x}, of which {@code y} is a changed copy. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "unseen-write | return y[0] * escaping(y);",
                "unseen-write | return y[0] * throughHelper(y);",
                "unseen-write | double[][] m = {y, y}; return m[0][0] * inRows(m);",
                "unseen-write | double[][] m = {y, y}; return m[0][0] * inRows(new double[][] {y});",
                "unseen-write | writing(y); return y[0];",
                "unseen-write | listed(y); return y[0];",
                "unseen-write | sorting(new double[][] {y, x.clone()}); return y[0];",
                "mutated-parameter | writing(x); return x[0];",
                "mutated-parameter | listed(x); return x[0];",
                "aliasing | double[] z = same(y); z[0] = 2; return y[0];",
                "aliasing | double[] z = boxed(y.clone()); y[0] = 2; double[] w = boxed(y); w[0] = 1; return y[0] * z[0];",
                " | return y[0] * escaping(y.clone()) * escaping(x);",
                " | return y[0] * escaping(new double[] {y[0], 1});",
                " | return y[0] * throughHelper(x);",
                " | writing(y.clone()); return y[0];",
                " | double[] z = same(y); return y[0] * z[0];",
            })
    void whatTheyMayWriteIsKnown(String example) {
        String[] parts = example.split(" \\| ", 2);
        Compiled compiled = compile("""
            @Differentiable static double f(double[] x) { double[] y = x.clone(); y[0] *= x[1];
                STATEMENT
            }
            @NoDerivative static double escaping(double[] x) { return java.nio.DoubleBuffer.wrap(x).get(0); }
            static double throughHelper(double[] x) { return x[0] * escaping(x); }
            @NoDerivative static double inRows(double[][] m) { return java.util.concurrent.atomic.AtomicInteger.class.hashCode()
                    + new java.util.concurrent.atomic.AtomicReference<>(m[0]).get()[0]; }
            @NoDerivative static void writing(double[] x) { Runnable r = () -> x[0] = 3; r.run(); }
            @NoDerivative static void listed(double[] x) { List<double[]> l = new ArrayList<>(); l.add(x); l.get(0)[0] = 1; }
            @NoDerivative static void sorting(double[][] m) { Stream.of(m).forEach(Arrays::sort); }
            @NoDerivative static double[] same(double[] x) { return x; }
            @NoDerivative static double[] boxed(double[] x) { Object[] o = {x}; return (double[]) o[0]; }
            """.replace("STATEMENT", parts[1]));
        List<String> expected = parts[0].isBlank() ? List.of() : List.of("2 " + parts[0]);
        assertEquals(expected, problems(compiled), () -> compiled.messages().toString());
    }

    @Test
    void whatIsPrivateIsPrintedIfItCanBeAndNamedIfNot() {
        Compiled compiled = compile("""
            @Differentiable static double f(double x) { return x * twice(x) * same(x); }
            @NoDerivative private static double twice(double x) { return same(x) + same(x); }
            private static double same(double x) { return x; }
            @Differentiable static double g(double x) { return x * hidden(x); }
            @NoDerivative private static double hidden(double x) { return Optional.of(x).map(v -> v * x).get(); }
            """);
        assertEquals(
                List.of("4 private-callee"),
                problems(compiled),
                () -> compiled.messages().toString());
        assertTrue(compiled.generated().get("ModelGrad.java").contains("fGrad("));
    }

    /** A body that counts, draws or prints runs once for each call, and what it returned is what the backward sweep sees. */
    @Test
    void theyRunOnceForEachCallAndInOrder() throws ReflectiveOperationException {
        Class<?> grad = Loaded.of("Model", HEAD + """
            static final StringBuilder LOG = new StringBuilder();
            static int calls;
            @NoDerivative static double next() { LOG.append(++calls); return calls; }
            @NoDerivative static double next(double x) { LOG.append('(').append(x).append(')'); return next(); }
            @NoDerivative static void note(String s) { LOG.append(s); }
            @Differentiable static double product(double x, int n) {
                double s = 1;
                for (int i = 0; i < n; i++) {
                    note(":");
                    double a = next();
                    double b = next(2);
                    s *= b * Math.sin(x * a);
                }
                return s;
            }
            static double[] run(int n) {
                calls = 0;
                LOG.setLength(0);
                var grad = ModelGrad.productGrad(0.3, n);
                String log = LOG.toString();
                calls = 0;
                LOG.setLength(0);
                var jvp = ModelGrad.productJvp(0.3, n, 1);
                if (!log.equals(LOG.toString())) throw new AssertionError(log + " and " + LOG);
                return new double[] {grad.value(), grad.x(), jvp.tangent(), log.length()};
            }
            }
            """, "Model");
        var run = grad.getDeclaredMethod("run", int.class);
        run.setAccessible(true);
        double first = Math.sin(0.3) * 2 * Math.sin(0.9) * 4;
        double slope = 8 * (Math.cos(0.3) * Math.sin(0.9) + 3 * Math.sin(0.3) * Math.cos(0.9));
        assertArrayEquals(
                new double[] {first, slope, slope, ":1(2.0)2:3(2.0)4".length()}, (double[]) run.invoke(null, 2), 1e-14);
    }

    @Test
    void whatMayNotRunTwiceIsNotPartOfARecursion() {
        Compiled compiled = compile("""
            @Differentiable static double f(double x, int n) {
                return n == 0 ? x : x * draw() * f(x, n - 1);
            }
            @NoDerivative static double draw() { return Math.random(); }
            @Differentiable static double g(double x, int n) {
                return n == 0 ? x : x * steady(x) * g(x, n - 1);
            }
            @NoDerivative static double steady(double x) { return DoubleStream.of(x).map(v -> v * v).sum(); }
            """);
        assertEquals(
                List.of("2 unavailable"),
                problems(compiled),
                () -> compiled.messages().toString());
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void newerJavaInTheirBodiesHidesNoProblem() {
        Compiled compiled =
                Compiled.of(Map.of("Shape.java", """
                    sealed interface Shape permits Shape.Disc, Shape.Box {
                        record Disc(double r) implements Shape {}
                        record Box(double a, double b) implements Shape {}
                    }
                    """, "Model.java", HEAD + """
                    @Differentiable static double f(double x) { java.util.List.of(1).forEach(i -> i.equals(x)); return x * h(x); }
                    @NoDerivative static double h(double x) {
                        Shape s = new Shape.Disc(x);
                        return switch (s) {
                            case Shape.Disc(double r) -> r;
                            case Shape.Box b when b.a() > 0 -> b.a();
                            case Shape.Box b -> b.b();
                        };
                    }
                    }
                    """), new DifferentiableProcessor());
        assertEquals(
                List.of("1 lambda"),
                problems(compiled),
                () -> compiled.messages().toString());
    }

    /** What another library's stop-gradient does is not known: it gets no array that somebody else looks at. */
    @Test
    void whatWasCompiledBeforeGetsNoLocalArrays() {
        Compiled compiled = Compiled.against(
                Map.of("Library.java", """
                    import dev.leibniz.annotations.*;
                    public class Library {
                        @NoDerivative public static double first(double[] x) { return x[0]; }
                        @NoDerivative public static void log(String text) {}
                    }
                    """), Map.of("Model.java", HEAD + """
                    @Differentiable static double f(double[] x) { Library.log("f"); return x[0] * Library.first(x); }
                    @Differentiable static double g(double[] x) {
                        double[] y = x.clone();
                        return y[0] * Library.first(y);
                    }
                    }
                    """), new DifferentiableProcessor());
        assertEquals(
                List.of("4 unseen-write"),
                problems(compiled),
                () -> compiled.messages().toString());
        assertTrue(compiled.generated().get("ModelGrad.java").contains("Library.log(\"f\");"));
    }
}
