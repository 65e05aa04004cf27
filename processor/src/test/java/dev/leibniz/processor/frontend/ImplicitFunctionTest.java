package dev.leibniz.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.DifferentiableProcessor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the derivative of a solution checks, and what it may call. */
class ImplicitFunctionTest {
    private static final String MODEL = """
        import dev.leibniz.annotations.*;
        import org.hipparchus.analysis.solvers.BrentSolver;
        class Model {
            @Differentiable
            @ImplicitFunction(residual = "equation")
            static double root(double a, @NoDerivative double error) {
                return new BrentSolver(1e-14).solve(100, x -> equation(x, a, 0), 0, 10) + error;
            }
            static double equation(double x, double a, double error) { return x * x - a; }

            @Differentiable
            @ImplicitFunction(residual = "equations")
            static double[] roots(double[] a, @NoDerivative double error) {
                double[] x = new double[a.length];
                for (int i = 0; i < x.length; i++) x[i] = Math.sqrt(a[i]) + error;
                return x;
            }
            static double[] equations(double[] x, double[] a, double error) {
                double[] r = new double[error > 8 ? 1 : x.length];
                for (int i = 0; i < r.length; i++) r[i] = x[i] * x[i] - a[i];
                return r;
            }

            @Differentiable
            @FixedPoint(map = "step")
            static double[] fixed(double[] a, @NoDerivative double slope, @NoDerivative double error) {
                double[] x = new double[a.length];
                for (int i = 0; i < x.length; i++) x[i] = a[i] / (1 - slope) + error;
                return x;
            }
            static double[] step(double[] x, double[] a, double slope, double error) {
                double[] y = new double[x.length];
                for (int i = 0; i < x.length; i++) y[i] = slope * x[i] + a[i];
                return y;
            }

            static int solutions;

            @Differentiable(forms = {Form.JACOBIAN, Form.VJP})
            static double[] scaled(double[] a) {
                double[] x = counted(a);
                double[] y = new double[x.length];
                for (int i = 0; i < y.length; i++) y[i] = x[i] * a[0];
                return y;
            }
            @ImplicitFunction(residual = "counts")
            static double[] counted(double[] a) {
                solutions++;
                double[] x = new double[a.length];
                for (int i = 0; i < x.length; i++) x[i] = Math.sqrt(a[i]);
                return x;
            }
            static double[] counts(double[] x, double[] a) { return equations(x, a, 0); }

            @Differentiable
            static double warm(double a) {
                double x = a;
                for (int i = 0; i < 3; i++) x = root(x + 1, 0 * x);
                return x;
            }
        }
        """;

    private static Class<?> derivatives;

    @BeforeAll
    static void compile() throws ReflectiveOperationException {
        derivatives = Loaded.of("Model", MODEL, "ModelGrad");
    }

    private static Object call(String form, String component, Object... args) throws Throwable {
        Method method = Arrays.stream(derivatives.getDeclaredMethods())
                .filter(found -> found.getName().equals(form)
                        && found.getParameterCount() == args.length
                        && !found.getReturnType().getSimpleName().endsWith("Grads"))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        try {
            Object record = method.invoke(null, args);
            Method accessor = record.getClass().getDeclaredMethod(component);
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void aSolverOfALibraryIsNotLookedInto() throws Throwable {
        assertEquals(0.25, (double) call("rootGrad", "a", 4.0, 0.0), 1e-9);
    }

    /** One solution and one factorisation serve all rows of a Jacobian, and all cotangents. */
    @Test
    void severalDerivativesTakeOneSolution() throws Throwable {
        double[] a = {4, 9};
        double[][] jacobian = {{2 + 4 * 0.25, 0}, {3, 4.0 / 6}};
        Field solutions = derivatives.getClassLoader().loadClass("Model").getDeclaredField("solutions");
        solutions.setAccessible(true);
        solutions.set(null, 0);
        double[][] rows = (double[][]) call("scaledJacobian", "a", (Object) a);
        assertEquals(1, solutions.get(null));
        assertArrayEquals(jacobian[0], rows[0], 1e-12);
        assertArrayEquals(jacobian[1], rows[1], 1e-12);

        String grad = Compiled.of(Map.of("Model.java", MODEL), new DifferentiableProcessor())
                .generated()
                .get("ModelGrad.java");
        for (String form : List.of("ScaledJacobian scaledJacobian(", "ScaledGrads scaledVjp(")) {
            String body = grad.substring(grad.indexOf("public static " + form));
            int factors = body.indexOf("Factorization.lu(");
            int sweep = body.indexOf("Systems.solveTransposed(");
            assertTrue(factors >= 0 && factors < sweep, form);
            assertTrue(body.substring(factors, sweep).contains("for (int row = 0; "), form);
        }
    }

    /** The guess of a solver may depend on what is differentiated, if the residual does not use it. */
    @Test
    void aGuessMayDependOnAnything() throws Throwable {
        double h = 1e-6;
        double slope =
                ((double) call("warmGrad", "value", 2 + h) - (double) call("warmGrad", "value", 2 - h)) / (2 * h);
        assertEquals(slope, (double) call("warmGrad", "a", 2.0), 1e-6);
    }

    @Test
    void whatDoesNotSolveTheEquationFailsAnAssertion() {
        AssertionError number = assertThrows(AssertionError.class, () -> call("rootGrad", "a", 4.0, 0.01));
        assertTrue(
                number.getMessage().startsWith("Model.root returned what does not solve `equation`"),
                number::getMessage);
        double[] a = {4, 9};
        AssertionError array =
                assertThrows(AssertionError.class, () -> call("rootsVjp", "a", a, 0.01, new double[] {1, 1}));
        assertTrue(
                array.getMessage().startsWith("Model.roots returned what does not solve `equations`"),
                array::getMessage);
        AssertionError point =
                assertThrows(AssertionError.class, () -> call("fixedVjp", "a", a, 0.5, 0.01, new double[] {1, 1}));
        assertTrue(point.getMessage().startsWith("Model.fixed returned what does not solve `step`"), point::getMessage);
    }

    @Test
    void aSingularSystemSaysOfWhichMethod() {
        double[] cotangent = {1, 1};
        ArithmeticException number = assertThrows(ArithmeticException.class, () -> call("rootGrad", "a", 0.0, 0.0));
        assertTrue(number.getMessage().startsWith("Model.root: "), number::getMessage);
        ArithmeticException array = assertThrows(
                ArithmeticException.class, () -> call("rootsVjp", "a", new double[] {4, 0}, 0.0, cotangent));
        assertTrue(array.getMessage().startsWith("Model.roots: "), array::getMessage);
        ArithmeticException point = assertThrows(
                ArithmeticException.class, () -> call("fixedVjp", "a", new double[] {4, 9}, 2.0, 0.0, cotangent));
        assertTrue(point.getMessage().startsWith("Model.fixed: "), point::getMessage);
    }

    @Test
    void aFixedPointIsDifferentiatedByItsStep() throws Throwable {
        double[] gradient = (double[]) call("fixedVjp", "a", new double[] {4, 9}, 0.5, 0.0, new double[] {1, 3});
        assertArrayEquals(new double[] {2, 6}, gradient, 1e-11);
    }

    @Test
    void aResidualOfAnotherLengthIsNoSystem() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> call("rootsVjp", "a", new double[] {4, 9}, 9.0, new double[] {1, 1}));
        assertTrue(e.getMessage().contains("is not square"), e::getMessage);
    }
}
