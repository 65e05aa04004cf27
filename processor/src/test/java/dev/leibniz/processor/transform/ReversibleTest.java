package dev.leibniz.processor.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.DifferentiableProcessor;
import dev.leibniz.processor.frontend.Compiled;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is checked of loops whose steps are undone, and what they keep. */
class ReversibleTest {
    private static final String MODEL = """
        import dev.leibniz.annotations.*;
        public class Model {
            public record State(double x, double v) {}

            @Reversible(inverse = "back")
            static State step(State s, double dt) {
                double v = s.v() - dt * Math.sin(s.x());
                return new State(s.x() + dt * v, v);
            }
            static State back(State s, double dt) {
                double x = s.x() - dt * s.v();
                return new State(x, s.v() + dt * Math.sin(x));
            }
            @Differentiable
            public static double orbit(double x, double dt, int n) {
                State s = new State(x, 0);
                for (int i = 0; i < n; i++) s = step(s, dt);
                return s.x();
            }
            @Differentiable
            public static double plainOrbit(double x, double dt, int n) {
                double v = 0;
                for (int i = 0; i < n; i++) { v -= dt * Math.sin(x); x += dt * v; }
                return x;
            }

            @Reversible(inverse = "wrong")
            static State careless(State s, double dt) { return new State(s.x() + dt * s.v(), s.v()); }
            static State wrong(State s, double dt) { return new State(s.x() - 2 * dt * s.v(), s.v()); }
            @Differentiable
            public static double lost(double x, double v, int n) {
                State s = new State(x, v);
                for (int i = 0; i < n; i++) s = careless(s, 0.5);
                return s.x() * s.v();
            }

            @Reversible(inverse = "unfold")
            static double fold(double x, double a) { return Math.sin(x) * a; }
            static double unfold(double y, double a) { return Math.asin(y / a); }
            @Differentiable
            public static double folded(double x, int n) {
                for (int i = 0; i < n; i++) x = fold(x, 3.3);
                return x;
            }

            @Reversible(inverse = "unmix")
            static void mix(double[] a, double[] b) { for (int i = 0; i < a.length; i++) a[i] += 0.01 * Math.sin(b[i]); }
            static void unmix(double[] a, double[] b) { for (int i = 0; i < a.length; i++) a[i] -= 0.01 * Math.sin(b[i]); }
            @Differentiable(forms = Form.GRAD)
            public static double mixed(double[] x, int n) {
                double[] a = x.clone();
                double[] b = x.clone();
                for (int i = 0; i < n; i++) { mix(a, b); mix(b, a); }
                return a[0] * b[1];
            }

            @Reversible(inverse = "same")
            static void brokenMix(double[] a, double[] b) { for (int i = 0; i < a.length; i++) a[i] += b[i]; }
            static void same(double[] a, double[] b) { }
            @Differentiable(forms = Form.GRAD)
            public static double lostMix(double[] x, int n) {
                double[] a = x.clone();
                for (int i = 0; i < n; i++) brokenMix(a, x);
                return a[0] * a[1];
            }
        }
        """;

    private static Compiled compiled;
    private static Class<?> derivatives;

    @BeforeAll
    static void compile() throws ReflectiveOperationException {
        compiled = Compiled.of(Map.of("Model.java", MODEL), new DifferentiableProcessor());
        assertTrue(compiled.success(), () -> compiled.messages().toString());
        assertTrue(compiled.messages().isEmpty(), () -> compiled.messages().toString());
        ClassLoader loader = compiled.loader();
        loader.setDefaultAssertionStatus(true);
        derivatives = loader.loadClass("ModelGrad");
    }

    private static Object call(String form, Object... args) throws Throwable {
        Method method = Arrays.stream(derivatives.getMethods())
                .filter(found -> found.getName().equals(form) && found.getParameterCount() == args.length)
                .findFirst()
                .orElseThrow();
        try {
            return method.invoke(null, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static double component(Object record, String name) throws ReflectiveOperationException {
        return (double) record.getClass().getMethod(name).invoke(record);
    }

    @Test
    void theGradientIsTheSameButForRounding() throws Throwable {
        for (int n : new int[] {0, 1, 2, 100, 3000}) {
            Object expected = call("plainOrbitGrad", 0.5, 0.01, n);
            Object found = call("orbitGrad", 0.5, 0.01, n);
            assertEquals(component(expected, "value"), component(found, "value"));
            assertEquals(component(expected, "x"), component(found, "x"), 1e-9);
            assertEquals(component(expected, "dt"), component(found, "dt"), 1e-7);
        }
    }

    @Test
    void anInverseThatIsNoneIsNamed() {
        AssertionError error = assertThrows(AssertionError.class, () -> call("lostGrad", 0.5, 1.0, 4));
        assertTrue(error.getMessage().contains("Model.wrong does not undo Model.careless"), error.getMessage());
        assertTrue(error.getMessage().contains("step 3"), error.getMessage());
        AssertionError inPlace = assertThrows(AssertionError.class, () -> call("lostMixGrad", new double[] {1, 2}, 3));
        assertTrue(inPlace.getMessage().contains("Model.same does not undo Model.brokenMix"), inPlace.getMessage());
    }

    @Test
    void aStateThatIsNotFoundAgainIsNoticed() throws Throwable {
        assertEquals(Math.cos(0.5) * 3.3, component(call("foldedGrad", 0.5, 1), "x"), 1e-12);
        AssertionError error = assertThrows(AssertionError.class, () -> call("foldedGrad", 2.5, 5));
        assertTrue(error.getMessage().contains("does not lead back"), error.getMessage());
    }

    @Test
    void manyStepsNeedNoMemory() throws Throwable {
        Object found = call("mixedGrad", new double[10], 20_000);
        assertEquals(0, component(found, "value"));
    }
}
