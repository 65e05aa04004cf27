package dev.leibniz.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.DifferentiableProcessor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Complex numbers of libraries: each method that has a rule, in both modes and twice, against differences of what the library computes. */
class ComplexTest {
    private static final String HIPPARCHUS = "org.hipparchus.complex.Complex";
    private static final String COMMONS = "org.apache.commons.math3.complex.Complex";

    /** As expressions of the complex numbers z and w, and of a real number b. */
    private static final List<String> OF_BOTH = List.of(
            "z.add(w)",
            "z.add(b)",
            "z.subtract(w)",
            "z.subtract(b)",
            "z.multiply(w)",
            "z.multiply(z)",
            "z.multiply(b)",
            "z.multiply(3)",
            "z.divide(w)",
            "z.divide(b)",
            "z.reciprocal()",
            "z.negate().conjugate()",
            "z.exp()",
            "z.log()",
            "z.sqrt()",
            "z.pow(w)",
            "z.pow(b)",
            "z.sin()",
            "z.cos()",
            "z.tan()",
            "z.sinh()",
            "z.cosh()",
            "z.tanh()",
            "z.asin()",
            "z.acos()",
            "z.atan()",
            "new Complex(z.getArgument(), b)",
            "Complex.valueOf(b).multiply(Complex.I)",
            "z.isNaN() || z.equals(w) ? w : z.exp()");

    private static final List<String> OF_HIPPARCHUS = List.of(
            "z.abs()",
            "new Complex(z.norm(), z.getRealPart() * z.getImaginaryPart())",
            "z.square().multiplyPlusI()",
            "z.multiplyMinusI()",
            "z.log1p()",
            "z.log10()",
            "z.cbrt()",
            "z.rootN(5)",
            "z.pow(3)",
            "z.asinh()",
            "z.acosh()",
            "z.atanh()");

    private static final List<String> OF_COMMONS = List.of("new Complex(z.abs())");

    private static final Map<String, Class<?>> MODELS = new HashMap<>();
    private static final Map<String, Class<?>> DERIVATIVES = new HashMap<>();

    private static List<String> functions(String library) {
        return Stream.concat(OF_BOTH.stream(), (library.equals(HIPPARCHUS) ? OF_HIPPARCHUS : OF_COMMONS).stream())
                .toList();
    }

    static Stream<Arguments> functions() {
        return Stream.of(HIPPARCHUS, COMMONS)
                .flatMap(library -> functions(library).stream().map(function -> Arguments.of(library, function)));
    }

    @BeforeAll
    static void compile() throws ReflectiveOperationException {
        for (String library : List.of(HIPPARCHUS, COMMONS)) {
            StringBuilder source = new StringBuilder("import dev.leibniz.annotations.*;\n");
            source.append("import ").append(library).append(";\nclass Functions {\n");
            List<String> functions = functions(library);
            for (int i = 0; i < functions.size(); i++) {
                source.append("""
                        @Differentiable(order = 2) static double f%d(double a, double b) {
                            Complex z = new Complex(a, b);
                            Complex w = new Complex(0.3 * b, a * a);
                            Complex y = %s;
                            return 0.7 * y.getReal() - 1.3 * y.getImaginary();
                        }
                        """.formatted(i, functions.get(i)));
            }
            Compiled compiled = compile(source.append("}\n").toString());
            assertTrue(compiled.success(), () -> compiled.messages().toString());
            MODELS.put(library, compiled.loader().loadClass("Functions"));
            DERIVATIVES.put(library, compiled.loader().loadClass("FunctionsGrad"));
        }
    }

    private static Compiled compile(String source) {
        return Compiled.of(Map.of("Functions.java", source), new DifferentiableProcessor());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void agreesWithDifferences(String library, String function) throws ReflectiveOperationException {
        int i = functions(library).indexOf(function);
        for (double[] at : new double[][] {{0.7, 0.4}, {-0.6, 0.9}, {0.2, -1.7}}) {
            double value = (double) call(MODELS.get(library), "f" + i, at[0], at[1]);
            Object gradient = call(DERIVATIVES.get(library), "f" + i + "Grad", at[0], at[1]);
            assertEquals(value, (double) component(gradient, "value"), 0);
            double[] slopes = gradient(library, i, at);
            double[][] matrix =
                    (double[][]) component(call(DERIVATIVES.get(library), "f" + i + "Hessian", at[0], at[1]), "matrix");
            double h = 1e-5;
            for (int k = 0; k < 2; k++) {
                double[] up = at.clone();
                double[] down = at.clone();
                up[k] += h;
                down[k] -= h;
                double difference = ((double) call(MODELS.get(library), "f" + i, up[0], up[1])
                                - (double) call(MODELS.get(library), "f" + i, down[0], down[1]))
                        / (2 * h);
                assertEquals(difference, slopes[k], 1e-7 * (1 + Math.abs(difference)), function);
                for (int j = 0; j < 2; j++) {
                    double curvature = (gradient(library, i, up)[j] - gradient(library, i, down)[j]) / (2 * h);
                    assertEquals(curvature, matrix[j][k], 1e-7 * (1 + Math.abs(curvature)), function + " twice");
                }
            }
            double tangent = (double)
                    component(call(DERIVATIVES.get(library), "f" + i + "Jvp", at[0], at[1], 0.3, -0.8), "tangent");
            double expected = 0.3 * slopes[0] - 0.8 * slopes[1];
            assertEquals(expected, tangent, 1e-12 * (1 + Math.abs(expected)), function + " forward");
        }
    }

    @Test
    void theyAreParametersResultsElementsAndComponents() throws ReflectiveOperationException {
        Compiled compiled = compile("""
                import dev.leibniz.annotations.*;
                import org.hipparchus.complex.Complex;
                import java.util.List;
                class Functions {
                    record Pole(Complex at, double weight) {}
                    @Differentiable static Complex response(Complex s, Pole pole) {
                        return s.subtract(pole.at()).reciprocal().multiply(pole.weight());
                    }
                    @Differentiable static double energy(double a, @NoDerivative List<Complex> points, @NoDerivative Complex shift) {
                        Complex[] all = new Complex[points.size()];
                        for (int i = 0; i < all.length; i++) {
                            all[i] = points.get(i).multiply(a).add(shift);
                        }
                        double sum = 0;
                        for (Complex z : all) {
                            sum += z.norm() * z.norm();
                        }
                        return sum;
                    }
                    static double energyAt(double a) {
                        return energy(a, List.of(new Complex(1, 2), new Complex(-1, 0.5)), Complex.I);
                    }
                    static double slopeAt(double a) {
                        return FunctionsGrad.energyGrad(a, List.of(new Complex(1, 2), new Complex(-1, 0.5)), Complex.I).a();
                    }
                    /** The difference of what the two modes say. */
                    static double gap(double x) {
                        Complex s = new Complex(x, 0.3);
                        Pole pole = new Pole(new Complex(-0.4, 1), 2);
                        Complex c = new Complex(0.6, -0.2);
                        Complex ds = new Complex(0.1, 0.9);
                        Pole dPole = new Pole(new Complex(0.5, -0.7), 0.25);
                        var back = FunctionsGrad.responseVjp(s, pole, c);
                        Complex along = FunctionsGrad.responseJvp(s, pole, ds, dPole).tangent();
                        double left = c.getReal() * along.getReal() + c.getImaginary() * along.getImaginary();
                        double right = back.s().getReal() * ds.getReal() + back.s().getImaginary() * ds.getImaginary()
                                + back.pole().at().getReal() * dPole.at().getReal()
                                + back.pole().at().getImaginary() * dPole.at().getImaginary()
                                + back.pole().weight() * dPole.weight();
                        return left - right;
                    }
                }
                """);
        assertTrue(compiled.success(), () -> compiled.messages().toString());
        Class<?> model = compiled.loader().loadClass("Functions");
        assertEquals(0, (double) call(model, "gap", 0.8), 1e-14);
        double h = 1e-5;
        double slope =
                ((double) call(model, "energyAt", 0.7 + h) - (double) call(model, "energyAt", 0.7 - h)) / (2 * h);
        assertEquals(slope, (double) call(model, "slopeAt", 0.7), 1e-8);
    }

    @Test
    void whereItIsZero() throws ReflectiveOperationException {
        Compiled compiled = compile("""
                import dev.leibniz.annotations.*;
                import org.hipparchus.complex.Complex;
                class Functions {
                    @Differentiable(order = 2) static double f0(double a, double b) {
                        Complex z = new Complex(a, b);
                        return z.norm() + z.pow(2).getReal() + z.multiply(z).add(z.pow(1.0)).getImaginary();
                    }
                }
                """);
        assertTrue(compiled.success(), () -> compiled.messages().toString());
        Class<?> derivatives = compiled.loader().loadClass("FunctionsGrad");
        Object gradient = call(derivatives, "f0Grad", 0.0, 0.0);
        assertEquals(0, (double) component(gradient, "a"), 0);
        assertEquals(1, (double) component(gradient, "b"), 0);
    }

    @Test
    void whatHasNoRuleIsRefusedWhereItStands() {
        Compiled compiled = compile("""
                import dev.leibniz.annotations.*;
                import org.hipparchus.complex.Complex;
                class Functions {
                    @Differentiable static double f(double a) {
                        return new Complex(a, 1).hypot(Complex.ONE).getReal();
                    }
                }
                """);
        assertEquals(1, compiled.problems().size(), () -> compiled.messages().toString());
        assertTrue(
                compiled.problems().get(0).getMessage(null).contains("`Complex.hypot`"),
                () -> compiled.messages().toString());
        assertEquals(5, compiled.problems().get(0).getLineNumber());
    }

    @Test
    void whatASubclassDoesIsNotKnown() {
        Compiled compiled = compile("""
                import dev.leibniz.annotations.*;
                import org.hipparchus.complex.Complex;
                class Functions {
                    static final class Doubled extends Complex {
                        Doubled(double re, double im) { super(re, im); }
                        @Override public Complex multiply(Complex z) { return super.multiply(z).multiply(2); }
                    }
                    @Differentiable static double f(double a, @NoDerivative Complex k) {
                        return k.multiply(new Complex(a, 1)).getReal();
                    }
                }
                """);
        assertEquals(1, compiled.problems().size(), () -> compiled.messages().toString());
        assertTrue(
                compiled.problems().get(0).getMessage(null).contains("`Complex.multiply`"),
                () -> compiled.messages().toString());
    }

    @Test
    void aSubclassIsTakenApartByTheGetters() throws ReflectiveOperationException {
        Compiled compiled = compile("""
                import dev.leibniz.annotations.*;
                import org.hipparchus.complex.Complex;
                class Functions {
                    static final class Named extends Complex {
                        Named(double re, double im) { super(re, im); }
                    }
                    static double scaled(Complex z, double a) { return z.getReal() * a + z.getImaginary(); }
                    @Differentiable static double f0(double a, double b) {
                        return scaled(new Named(3, 4), a) * b;
                    }
                }
                """);
        assertTrue(compiled.success(), () -> compiled.messages().toString());
        Object gradient = call(compiled.loader().loadClass("FunctionsGrad"), "f0Grad", 2.0, 5.0);
        assertEquals(15, (double) component(gradient, "a"), 0);
        assertEquals(10, (double) component(gradient, "b"), 0);
    }

    private static double[] gradient(String library, int i, double[] at) throws ReflectiveOperationException {
        Object gradient = call(DERIVATIVES.get(library), "f" + i + "Grad", at[0], at[1]);
        return new double[] {(double) component(gradient, "a"), (double) component(gradient, "b")};
    }

    private static Object call(Class<?> type, String name, Object... args) throws ReflectiveOperationException {
        Method method = Arrays.stream(type.getDeclaredMethods())
                .filter(found -> found.getName().equals(name)
                        && found.getParameterCount() == args.length
                        && Arrays.stream(found.getParameterTypes()).noneMatch(Class::isArray))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        return method.invoke(null, args);
    }

    private static Object component(Object record, String name) throws ReflectiveOperationException {
        Method accessor = record.getClass().getDeclaredMethod(name);
        accessor.setAccessible(true);
        return accessor.invoke(record);
    }
}
