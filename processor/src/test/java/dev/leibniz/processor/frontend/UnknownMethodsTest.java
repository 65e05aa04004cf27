package dev.leibniz.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.DifferentiableProcessor;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A method of another class of which nothing is known may return something else each time: no derivative calls it twice. */
class UnknownMethodsTest {
    private static final Map<String, String> SOURCES = Map.of("Model.java", """
        import dev.leibniz.annotations.Differentiable;
        public class Model {
            @Differentiable static double[] scaled(double[] x) {
                double[] y = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                    y[i] = x[i] * Noise.next(i);
                }
                return y;
            }
            @Differentiable(order = 2) static double squares(double[] x) {
                double y = 0;
                for (int i = 0; i < x.length; i++) {
                    y += x[i] * x[i] * x[0] * Noise.next(i);
                }
                return y;
            }
        }
        """, "Noise.java", """
        public class Noise {
            static int calls;
            public static double next(int i) { return ++calls; }
        }
        """);

    private static String result(String form) throws ReflectiveOperationException {
        Compiled compiled = Compiled.of(SOURCES, new DifferentiableProcessor());
        assertTrue(compiled.success(), () -> compiled.messages().toString());
        Method method = compiled.loader().loadClass("ModelGrad").getDeclaredMethod(form, double[].class);
        return method.invoke(null, new double[] {1, 1, 1}).toString();
    }

    @Test
    void aJacobianIsThatOfItsValue() throws ReflectiveOperationException {
        assertEquals(
                "ScaledJacobian[value=[1.0, 2.0, 3.0], x=[[1.0, 0.0, 0.0], [0.0, 2.0, 0.0], [0.0, 0.0, 3.0]]]",
                result("scaledJacobian"));
    }

    @Test
    void aHessianIsThatOfItsGradient() throws ReflectiveOperationException {
        assertEquals(
                "SquaresHessian[grad=SquaresGrad[value=6.0, x=[8.0, 4.0, 6.0]],"
                        + " matrix=[[6.0, 4.0, 6.0], [4.0, 4.0, 0.0], [6.0, 0.0, 6.0]]]",
                result("squaresHessian"));
    }
}
