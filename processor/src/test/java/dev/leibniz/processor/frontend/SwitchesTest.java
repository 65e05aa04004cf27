package dev.leibniz.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exceptions of switches. */
class SwitchesTest {

    /** Where the method throws, its derivative does; where it does not come to the switch, nor does its derivative. */
    @Test
    void aSwitchOnNothingThrows() throws ReflectiveOperationException {
        Class<?> grad = Loaded.of("Model", """
            import dev.leibniz.annotations.*;
            public final class Model {
            @Differentiable static double arrows(double x, Thread.State s, int n) {
                return n == 0 ? x : switch (s) { case NEW -> x * x; case BLOCKED -> 2 * x; default -> x; };
            }
            @Differentiable static double fallingThrough(double x, Thread.State s, int n) {
                double r = x;
                for (int i = 0; i < n; i++) { switch (s) { case NEW: r *= x; case BLOCKED: r *= 2; break; } }
                return r;
            }
            @Differentiable static double ofText(double x, String s, int n) {
                if (n > 0) { switch (s) { case "a": return x * x; default: return 3 * x; } }
                return x;
            }
            }
            """, "ModelGrad");
        for (String name : List.of("arrows", "fallingThrough", "ofText")) {
            Class<?> type = name.equals("ofText") ? String.class : Thread.State.class;
            Method gradient = grad.getDeclaredMethod(name + "Grad", double.class, type, int.class);
            gradient.setAccessible(true);
            gradient.invoke(null, 2.0, null, 0);
            Throwable thrown = assertThrows(InvocationTargetException.class, () -> gradient.invoke(null, 2.0, null, 1))
                    .getCause();
            assertEquals(NullPointerException.class, thrown.getClass(), name);
        }
    }
}
