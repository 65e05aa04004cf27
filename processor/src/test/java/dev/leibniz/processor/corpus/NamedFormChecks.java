package dev.leibniz.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.runtime.FlatFunction;
import dev.leibniz.runtime.FlatVectorFunction;
import dev.leibniz.runtime.SparseMatrix;
import dev.leibniz.runtime.SparsityPattern;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The forms of a method that have to be named, against its others at one point. */
final class NamedFormChecks {
    private static final double CLOSE = 1e-11;

    private final CorpusMethod method;
    private final Shaped shaped;
    private final Class<?> grad;
    private final Object[] arguments;
    private final Object value;
    private final double[] start;
    private final Random random;

    NamedFormChecks(CorpusMethod method, CorpusCompiler.Result compiled, long seed)
            throws ReflectiveOperationException {
        this.method = method;
        this.shaped = new Shaped(compiled.constantComponents());
        this.random = new Random(seed);
        Class<?> owner = compiled.loader().loadClass(method.className());
        this.grad = compiled.loader().loadClass(method.gradClass());
        PrimalCall primal = new PrimalCall(method, owner, grad);
        this.arguments = new Inputs(method, seed).arguments(primal.java());
        this.value = primal.apply(arguments);
        List<Double> numbers = new ArrayList<>();
        differentiated().forEach(argument -> numbers.addAll(shaped.numbers(argument)));
        this.start = numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Whether the method has such forms. */
    static boolean apply(CorpusMethod method, CorpusCompiler.Result compiled) throws ReflectiveOperationException {
        return Arrays.stream(compiled.loader().loadClass(method.gradClass()).getMethods())
                .anyMatch(m -> m.getName().equals(method.name() + "Flat"));
    }

    void check() throws ReflectiveOperationException {
        Object flat = call("Flat", arguments);
        if (flat instanceof FlatFunction function) {
            checkNumber(function);
            if (method.order() > 1) {
                checkSparse("HessianSparsity", "SparseHessian", matrix());
            }
        } else {
            checkVector((FlatVectorFunction) flat);
            checkSparse("Sparsity", "SparseJacobian", jacobian());
        }
    }

    /** The pattern has all that is not zero, and with it, as with the one that has all, the elements are those of the dense form. */
    private void checkSparse(String patternForm, String form, double[][] dense) throws ReflectiveOperationException {
        SparsityPattern pattern = (SparsityPattern) call(patternForm, arguments);
        assertEquals(dense.length, pattern.rows(), "rows");
        assertEquals(start.length, pattern.columns(), "columns");
        for (SparsityPattern given : List.of(pattern, SparsityPattern.dense(dense.length, start.length))) {
            Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
            all[arguments.length] = given;
            Object result = call(form, all);
            SparseMatrix matrix = (SparseMatrix) component(result, 1);
            checkRefilled(form + "Into", given, matrix);
            for (int i = 0; i < dense.length; i++) {
                for (int j = 0; j < start.length; j++) {
                    String element = form + ", element " + i + ", " + j;
                    assertEquals(dense[i][j], matrix.get(i, j), tolerance() * (1 + Math.abs(dense[i][j])), element);
                    assertTrue(dense[i][j] == 0 || given.contains(i, j), element + " is not in the pattern");
                }
            }
        }
    }

    /** A matrix that had other elements has those of a new one after it was filled. */
    private void checkRefilled(String form, SparsityPattern pattern, SparseMatrix expected)
            throws ReflectiveOperationException {
        SparseMatrix matrix = SparseMatrix.zeros(pattern);
        Arrays.fill(matrix.values(), Double.NaN);
        Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = matrix;
        assertSame(matrix, component(call(form, all), 1));
        assertArrayEquals(expected.values(), matrix.values(), form);
    }

    private double tolerance() {
        boolean single = method.single()
                || Shaped.mentionsFloat(value)
                || Arrays.stream(arguments).anyMatch(Shaped::mentionsFloat);
        return single ? 1e-4 : 1e-8;
    }

    private double[][] matrix() throws ReflectiveOperationException {
        return (double[][]) component(call("Hessian", arguments), 1);
    }

    private double[][] jacobian() throws ReflectiveOperationException {
        Object result = call("Jacobian", arguments);
        double[][] rows = new double[Array.getLength(value)][];
        for (int i = 0; i < rows.length; i++) {
            List<Double> row = new ArrayList<>();
            for (int p = 1; p < result.getClass().getRecordComponents().length; p++) {
                row.addAll(shaped.numbers(Array.get(component(result, p), i)));
            }
            rows[i] = row.stream().mapToDouble(Double::doubleValue).toArray();
        }
        return rows;
    }

    private void checkNumber(FlatFunction function) throws ReflectiveOperationException {
        assertEquals(start.length, function.dimension());
        assertArrayEquals(start, function.start());
        assertEquals(((Number) value).doubleValue(), function.value(start), "the value");
        assertParameters(function.unflatten(start));
        double[] expected = numbersAfterFirst(call("Grad", arguments));
        double[] gradient = new double[start.length];
        Arrays.fill(gradient, Double.NaN);
        assertEquals(((Number) value).doubleValue(), function.gradient(start, gradient), "the value of the gradient");
        assertClose(expected, gradient, "gradient");
        double[] elsewhere = moved();
        double before = tryAt(function, elsewhere);
        double[] again = new double[start.length];
        function.gradient(start, again);
        assertArrayEquals(gradient, again, "called at another point in between");
        assertEquals(before, tryAt(function.copy(), elsewhere), "a copy");
        if (method.order() > 1) {
            checkSecond(function);
        } else {
            assertThrows(UnsupportedOperationException.class, () -> function.hvp(start, start, again));
        }
    }

    private void checkSecond(FlatFunction function) throws ReflectiveOperationException {
        double[][] matrix = matrix();
        double[] direction = new double[start.length];
        double[] expected = new double[start.length];
        for (int j = 0; j < direction.length; j++) {
            direction[j] = random.nextDouble() - 0.5;
            for (int i = 0; i < direction.length; i++) {
                expected[i] += matrix[i][j] * direction[j];
            }
        }
        double[] product = new double[start.length];
        assertEquals(((Number) value).doubleValue(), function.hvp(start, direction, product), "the value of hvp");
        double close = tolerance();
        for (int i = 0; i < product.length; i++) {
            assertEquals(expected[i], product[i], close * (1 + Math.abs(expected[i])), "Hessian times direction, " + i);
        }
    }

    private void checkVector(FlatVectorFunction function) throws ReflectiveOperationException {
        assertArrayEquals(start, function.start());
        assertEquals(shaped.numbers(value), boxed(function.residuals(start)), "residuals");
        assertParameters(function.unflatten(start));
        double[][] jacobian = function.jacobian(start);
        double[][] into = new double[jacobian.length][start.length];
        assertEquals(shaped.numbers(value), boxed(function.copy().jacobian(start, into)), "residuals of the Jacobian");
        double[][] expected = jacobian();
        assertEquals(expected.length, jacobian.length);
        for (int i = 0; i < jacobian.length; i++) {
            assertArrayEquals(expected[i], jacobian[i], "row " + i);
            assertArrayEquals(jacobian[i], into[i]);
        }
    }

    private void assertParameters(Object parameters) {
        List<Object> given = differentiated();
        for (int i = 0; i < given.size(); i++) {
            assertEquals(Shaped.show(given.get(i)), Shaped.show(component(parameters, i)), "parameter " + i);
        }
    }

    /** The method may not be defined there. */
    private static double tryAt(FlatFunction function, double[] point) {
        try {
            return function.value(point);
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }

    private double[] moved() {
        return Arrays.stream(start).map(x -> x + 1e-3 * random.nextDouble()).toArray();
    }

    private static void assertClose(double[] expected, double[] actual, String what) {
        assertEquals(expected.length, actual.length, what);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], CLOSE * (1 + Math.abs(expected[i])), what + ", " + i);
        }
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private double[] numbersAfterFirst(Object result) {
        List<Double> numbers = new ArrayList<>();
        for (int i = 1; i < result.getClass().getRecordComponents().length; i++) {
            numbers.addAll(shaped.numbers(component(result, i)));
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Object component(Object result, int index) {
        return Parts.get(Parts.of(result.getClass()).get(index), result);
    }

    private List<Object> differentiated() {
        List<Object> chosen = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (method.parameters().get(i).differentiated()) {
                chosen.add(arguments[i]);
            }
        }
        return chosen;
    }

    private Object call(String suffix, Object... all) throws ReflectiveOperationException {
        return invoke(method(grad, method.name() + suffix, all.length), all);
    }

    private static Method method(Class<?> type, String name, int parameters) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == parameters)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + type));
    }

    private static Object invoke(Method called, Object... all) throws ReflectiveOperationException {
        called.setAccessible(true);
        try {
            return called.invoke(null, all);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(called.getName(), e.getCause());
        }
    }
}
