package dev.leibniz.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.DifferentiableProcessor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions of libraries that have rules by name: first and second derivatives against differences of what the libraries compute. */
class LibraryFunctionsTest {
    private static final String HEAD = """
        import dev.leibniz.annotations.*;
        import net.jafama.StrictFastMath;
        import org.apache.commons.numbers.gamma.*;
        import org.hipparchus.special.Beta;
        import org.hipparchus.util.FastMath;
        class Functions {
        """;

    /** As expressions of x, and of a constant k. */
    private static final List<String> FUNCTIONS = List.of(
            "Erf.value(x)",
            "Erfc.value(x)",
            "InverseErf.value(x / 3)",
            "InverseErfc.value(x)",
            "LogGamma.value(x)",
            "Digamma.value(x)",
            "Trigamma.value(x)",
            "Gamma.value(x)",
            "LogBeta.value(x, 2 * x)",
            "RegularizedGamma.P.value(k, x)",
            "RegularizedGamma.Q.value(k, x)",
            "org.hipparchus.special.Erf.erf(x)",
            "org.hipparchus.special.Erf.erfc(x)",
            "org.hipparchus.special.Erf.erfInv(x / 3)",
            "org.hipparchus.special.Erf.erfcInv(x)",
            "org.hipparchus.special.Gamma.logGamma(x)",
            "org.hipparchus.special.Gamma.gamma(x)",
            "org.hipparchus.special.Gamma.digamma(x)",
            "org.hipparchus.special.Gamma.trigamma(x)",
            "org.hipparchus.special.Gamma.regularizedGammaP(k, x)",
            "org.hipparchus.special.Gamma.regularizedGammaQ(k, x)",
            "Beta.logBeta(2, x)",
            "org.apache.commons.math3.special.Gamma.digamma(x)",
            "org.apache.commons.math3.special.Erf.erf(x)",
            "FastMath.sin(x) * FastMath.exp(x) + FastMath.hypot(x, 1)",
            "FastMath.pow(x, 3) + FastMath.pow(x, 2.5) + FastMath.pow(k, x)",
            "FastMath.asinh(x) + FastMath.acosh(1 + x) + FastMath.atanh(x / 3)",
            "org.apache.commons.math3.util.FastMath.tanh(x) + org.apache.commons.math3.util.FastMath.cbrt(x)",
            "net.jafama.FastMath.cos(x) * net.jafama.FastMath.log(x) + net.jafama.FastMath.atan2(x, k)",
            "StrictFastMath.tan(x) * StrictFastMath.max(x, 0.5)");

    private static Class<?> model;
    private static Class<?> derivatives;

    static Stream<String> functions() {
        return FUNCTIONS.stream();
    }

    @BeforeAll
    static void compile() throws ReflectiveOperationException {
        StringBuilder source = new StringBuilder(HEAD);
        for (int i = 0; i < FUNCTIONS.size(); i++) {
            source.append("@Differentiable(order = 2) static double f").append(i);
            source.append("(double x, @NoDerivative double k) { return ").append(FUNCTIONS.get(i));
            source.append("; }\n");
        }
        Compiled compiled =
                Compiled.of(Map.of("Functions.java", source.append("}\n").toString()), new DifferentiableProcessor());
        assertTrue(compiled.success(), () -> compiled.messages().toString());
        model = compiled.loader().loadClass("Functions");
        derivatives = compiled.loader().loadClass("FunctionsGrad");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void agreesWithDifferences(String function) throws ReflectiveOperationException {
        int i = FUNCTIONS.indexOf(function);
        for (double x : new double[] {0.2, 0.7, 1.3, 1.9}) {
            double h = 1e-5;
            double slope = (value(i, x + h) - value(i, x - h)) / (2 * h);
            assertEquals(slope, gradient(i, x), 1e-7 * (1 + Math.abs(slope)), function + " at " + x);
            double curvature = (gradient(i, x + h) - gradient(i, x - h)) / (2 * h);
            double[][] matrix = (double[][]) component(form("f" + i + "Hessian", x), "matrix");
            assertEquals(curvature, matrix[0][0], 1e-7 * (1 + Math.abs(curvature)), function + " twice at " + x);
        }
    }

    @Test
    void theParameterOfAnIncompleteGammaFunctionHasNoDerivative() {
        Compiled compiled = Compiled.of(Map.of("Functions.java", HEAD + """
                        @Differentiable static double f(double x) {
                            return RegularizedGamma.P.value(x, 2);
                        }
                        }
                        """), new DifferentiableProcessor());
        List<String> messages = new ArrayList<>();
        compiled.problems().forEach(problem -> messages.add(problem.getMessage(null)));
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(messages.get(0).contains("has no derivative for one of these arguments"), messages.get(0));
    }

    private static double value(int i, double x) throws ReflectiveOperationException {
        Method method = model.getDeclaredMethod("f" + i, double.class, double.class);
        method.setAccessible(true);
        return (double) method.invoke(null, x, 1.5);
    }

    private static double gradient(int i, double x) throws ReflectiveOperationException {
        return (double) component(form("f" + i + "Grad", x), "x");
    }

    private static Object form(String name, double x) throws ReflectiveOperationException {
        Method form = Arrays.stream(derivatives.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
        form.setAccessible(true);
        return form.invoke(null, x, 1.5);
    }

    private static Object component(Object record, String name) throws ReflectiveOperationException {
        Method accessor = record.getClass().getDeclaredMethod(name);
        accessor.setAccessible(true);
        return accessor.invoke(record);
    }
}
