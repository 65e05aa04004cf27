package dev.leibniz.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.DifferentiableProcessor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Exceptions of lists, and what other packages can see of functions that are handed to them. */
class ListsTest {
    private static final String HEAD =
            "import dev.leibniz.annotations.*; import java.util.*; public final class Model {\n";

    /** A capacity may be the length of something that is no array. */
    @Test
    void aNegativeCapacityIsRefusedAsByTheList() throws ReflectiveOperationException {
        Class<?> grad = Loaded.of("Model", HEAD + """
            record Size(int length) {}
            @Differentiable static double ofNumber(double x, int n) {
                List<Double> list = new ArrayList<>(n);
                for (int i = 0; i < 3; i++) list.add(x * i);
                return list.get(2) * x;
            }
            @Differentiable static double ofRecord(double x, int n) {
                List<Double> list = new ArrayList<>(new Size(n).length);
                for (int i = 0; i < 3; i++) list.add(x * i);
                return list.get(2) * x;
            }
            }
            """, "ModelGrad");
        for (String name : List.of("ofNumberGrad", "ofRecordGrad")) {
            Method gradient = grad.getDeclaredMethod(name, double.class, int.class);
            gradient.setAccessible(true);
            gradient.invoke(null, 2.0, 0);
            Throwable thrown = assertThrows(InvocationTargetException.class, () -> gradient.invoke(null, 2.0, -1))
                    .getCause();
            assertEquals(IllegalArgumentException.class, thrown.getClass(), name);
            assertEquals("Illegal Capacity: -1", thrown.getMessage(), name);
        }
    }

    /** The text of a function names a method that only its own package can see. */
    @Test
    void aFunctionThatOthersCannotSeeIsNotWrittenThere() {
        Map<String, String> sources = Map.of("Model.java", """
                package a;
                import dev.leibniz.annotations.*;
                import java.util.*;
                public final class Model {
                    static boolean isLate(double t) { return t > 1; }
                    public static boolean isSeen(double t) { return t > 1; }
                    @Differentiable(order = 2) public static double hidden(double x, @NoDerivative List<Double> times) {
                        List<Double> early = new ArrayList<>(times);
                        early.removeIf(t -> isLate(t));
                        return x * x * early.size();
                    }
                    @Differentiable(order = 2) public static double seen(double x, @NoDerivative List<Double> times) {
                        List<Double> early = new ArrayList<>(times);
                        early.removeIf(Model::isSeen);
                        return x * x * early.size();
                    }
                }
                """, "Caller.java", """
                package b;
                import a.Model;
                import dev.leibniz.annotations.*;
                import java.util.*;
                public final class Caller {
                    @Differentiable(order = 2) public static double seen(double x, @NoDerivative List<Double> t) {
                        return Model.seen(x * x, t);
                    }
                    @Differentiable(order = 2) public static double hidden(double x, @NoDerivative List<Double> t) {
                        return Model.hidden(x * x, t);
                    }
                }
                """);
        Compiled compiled = Compiled.of(sources, new DifferentiableProcessor());
        assertEquals(1, compiled.errors().size(), () -> compiled.messages().toString());
        String message = compiled.errors().get(0).getMessage(null);
        assertTrue(message.startsWith("[leibniz:compiled-derivative] `Model.hidden`"), message);
        assertTrue(message.contains("`isLate`"), message);
    }
}
