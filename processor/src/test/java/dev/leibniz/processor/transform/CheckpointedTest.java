package dev.leibniz.processor.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.DifferentiableProcessor;
import dev.leibniz.processor.frontend.Compiled;
import dev.leibniz.runtime.replay.BinomialSchedule;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How often code that keeps copies runs again. */
class CheckpointedTest {
    private static final String MODEL = """
        import dev.leibniz.annotations.*;
        public class Model {
            public static int ticks;
            static double tick(double x) { ticks++; return x; }
            @DerivativeOf("tick") static double tickRule(double x, double cotangent) { return cotangent; }

            @Differentiable
            public static double threeCopies(double x, int n) {
                double s = x;
                for (@Checkpointed(snapshots = 3) int i = 0; i < n; i++) s = Math.sin(tick(s)) + 0.1 * x;
                return s;
            }

            @Differentiable
            public static double unknownLength(double x, int n) {
                double s = x;
                for (@Checkpointed(snapshots = 3) int i = 0; ; i++) {
                    s = Math.sin(tick(s)) + 0.1 * x;
                    if (i + 1 == n) break;
                }
                return s;
            }

            @Differentiable
            public static double usual(double x, int n) {
                double s = x;
                for (@Checkpointed int i = 0; i < n; i++) s = Math.sin(tick(s)) + 0.1 * x;
                return s;
            }

            @Differentiable
            public static double plain(double x, int n) {
                double s = x;
                for (int i = 0; i < n; i++) s = Math.sin(tick(s)) + 0.1 * x;
                return s;
            }

            @Checkpointed
            static double step(double s, double x) { return Math.sin(tick(s)) + 0.1 * x; }

            @Differentiable
            public static double method(double x, int n) {
                double s = x;
                for (int i = 0; i < n; i++) s = step(s, x);
                return s;
            }
        }
        """;

    private static Class<?> model;
    private static Class<?> derivatives;

    @BeforeAll
    static void compile() throws ReflectiveOperationException {
        Compiled compiled = Compiled.of(Map.of("Model.java", MODEL), new DifferentiableProcessor());
        assertTrue(compiled.success(), () -> compiled.messages().toString());
        derivatives = compiled.loader().loadClass("ModelGrad");
        model = derivatives.getClassLoader().loadClass("Model");
    }

    private static long run(String form, int n) throws ReflectiveOperationException {
        Field ticks = model.getField("ticks");
        Method plain = derivatives.getMethod("plainGrad", double.class, int.class);
        Method method = derivatives.getMethod(form + "Grad", double.class, int.class);
        Object expected = plain.invoke(null, 0.3, n);
        ticks.setInt(null, 0);
        Object found = method.invoke(null, 0.3, n);
        long count = ticks.getInt(null);
        double slope = (double) expected.getClass().getMethod("x").invoke(expected);
        assertEquals(slope, (double) found.getClass().getMethod("x").invoke(found), 1e-13, form + " of " + n);
        assertEquals(
                expected.getClass().getMethod("value").invoke(expected),
                found.getClass().getMethod("value").invoke(found));
        return count;
    }

    /** Griewank and Walther's minimum, the iterations beside the backward sweep not counted. */
    private static long optimum(int n, int copies) {
        int repeats = 0;
        while (BinomialSchedule.capacity(copies, repeats) < n) {
            repeats++;
        }
        return (long) repeats * n - BinomialSchedule.capacity(copies + 1, repeats - 1);
    }

    @Test
    void aLoopRunsAsOftenAsTheBinomialScheduleSays() throws ReflectiveOperationException {
        for (int n = 1; n < 100; n++) {
            // the last iteration of the forward sweep, and each once beside its backward part
            assertEquals(optimum(n, 3) + 1 + n, run("threeCopies", n), "n = " + n);
        }
        assertEquals(0, run("threeCopies", 0));
    }

    @Test
    void aLoopOfUnknownLengthRunsOnceMore() throws ReflectiveOperationException {
        for (int n = 1; n < 60; n++) {
            assertEquals(optimum(n, 3) + 2L * n, run("unknownLength", n), "n = " + n);
        }
    }

    @Test
    void withoutANumberNoIterationRunsMoreThanTwiceBeforeItsTurn() throws ReflectiveOperationException {
        for (int n : new int[] {1, 2, 3, 10, 66, 1000}) {
            assertTrue(run("usual", n) <= 3L * n + 1, "n = " + n);
        }
    }

    @Test
    void aMethodRunsTwice() throws ReflectiveOperationException {
        assertEquals(2 * 20, run("method", 20));
    }
}
