package dev.leibniz.processor.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/** All that the contract says of the derivatives of one method, at one point. */
final class MethodChecks {
    private final CorpusMethod method;
    private final Shaped shaped;
    private final PrimalCall primal;
    private final DerivativeCalls derivatives;
    private final Object[] arguments;
    private final Object value;
    private final Random random;
    private final boolean single;

    MethodChecks(CorpusMethod method, CorpusCompiler.Result compiled, long seed) throws ReflectiveOperationException {
        this.method = method;
        this.shaped = new Shaped(compiled.constantComponents());
        this.random = new Random(seed + 1);
        Class<?> owner = compiled.loader().loadClass(method.className());
        Class<?> grad = compiled.loader().loadClass(method.gradClass());
        this.primal = new PrimalCall(method, owner, grad);
        this.arguments = new Inputs(method, seed).arguments(primal.java());
        Object[] given = Arrays.stream(arguments).map(shaped::copy).toArray();
        Traces.clear(owner);
        this.value = primal.apply(given);
        this.derivatives = new DerivativeCalls(method, shaped, owner, grad, arguments, Traces.of(owner, given));
        this.single = method.single()
                || Shaped.mentionsFloat(value)
                || Arrays.stream(arguments).anyMatch(Shaped::mentionsFloat);
    }

    /** Runs all checks; the gradients, for comparison with those of other compiles. */
    List<Double> check() throws ReflectiveOperationException {
        assertTrue(shaped.numbers(value).stream().allMatch(Double::isFinite), "value is " + Shaped.show(value));
        Object cotangent = likeValue();
        List<Object> tangents = new ArrayList<>();
        for (Object argument : differentiated(arguments)) {
            tangents.add(randomLike(argument));
        }
        List<Object> gradients = vjp(cotangent);
        Object tangent = jvp(tangents);
        double backward = dot(gradients, tangents);
        double forward = shaped.dot(cotangent, tangent);
        double scale = magnitude(gradients, tangents) + Math.abs(forward);
        assertEquals(forward, backward, (single ? 1e-4 : 1e-9) * (scale + 1e-3), "forward against reverse mode");
        if (method.hasDifferences()) {
            checkDifferences(cotangent, tangents, backward, scale);
        }
        checkInto("VjpInto", cotangent, gradients);
        checkSeveral(0);
        checkSeveral(3);
        if (value instanceof Double || value instanceof Float) {
            checkScalar();
        } else if (value instanceof double[] || value instanceof float[]) {
            checkJacobian();
        }
        List<Double> numbers = new ArrayList<>();
        gradients.forEach(gradient -> numbers.addAll(shaped.numbers(gradient)));
        return numbers;
    }

    private List<Object> vjp(Object cotangent) throws ReflectiveOperationException {
        Object first = derivatives.call("Vjp", List.of(cotangent));
        Object second = derivatives.call("Vjp", List.of(cotangent));
        assertEquals(Shaped.show(first), Shaped.show(second), "called twice");
        return gradients(first);
    }

    private Object jvp(List<Object> tangents) throws ReflectiveOperationException {
        Object result = derivatives.call("Jvp", tangents);
        assertPrimal(component(result, 0));
        return component(result, 1);
    }

    /** The primal is the method's own, to the last bit; gradients have the shapes of their parameters. */
    private List<Object> gradients(Object result) {
        assertPrimal(component(result, 0));
        List<Object> gradients = new ArrayList<>();
        List<Object> inputs = differentiated(arguments);
        assertEquals(inputs.size() + 1, result.getClass().getRecordComponents().length, "components");
        for (int i = 0; i < inputs.size(); i++) {
            Object gradient = component(result, i + 1);
            assertNotNull(gradient);
            assertEquals(shape(inputs.get(i)), shape(gradient), "shape of gradient " + i);
            gradients.add(gradient);
        }
        return gradients;
    }

    private void assertPrimal(Object actual) {
        assertEquals(Shaped.show(value), Shaped.show(actual), "the value");
    }

    private String shape(Object value) {
        return shaped.shape(value);
    }

    private void checkDifferences(Object cotangent, List<Object> tangents, double expected, double scale) {
        DoubleUnaryOperator along = h -> {
            Object[] moved = derivatives.copies();
            int next = 0;
            for (int i = 0; i < moved.length; i++) {
                if (method.parameters().get(i).differentiated()) {
                    moved[i] = shaped.combine(moved[i], tangents.get(next++), (x, t) -> x + h * t);
                }
            }
            try {
                return shaped.dot(cotangent, primal.apply(moved));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        };
        double best = Double.MAX_VALUE;
        double closest = Double.NaN;
        for (double h = single ? 0.05 : 1e-3; h > (single ? 1e-3 : 1e-6); h /= 4) {
            double coarse = (along.applyAsDouble(2 * h) - along.applyAsDouble(-2 * h)) / (4 * h);
            double fine = (along.applyAsDouble(h) - along.applyAsDouble(-h)) / (2 * h);
            double slope = (4 * fine - coarse) / 3;
            if (Math.abs(slope - expected) < best) {
                best = Math.abs(slope - expected);
                closest = slope;
            }
        }
        assertEquals(closest, expected, (single ? 3e-3 : 1e-6) * (scale + 1e-2), "against central differences");
    }

    /** Buffers are added to, and come back in the record. */
    private void checkInto(String suffix, Object cotangent, List<Object> gradients)
            throws ReflectiveOperationException {
        List<Object> extra = new ArrayList<>(cotangent == null ? List.of() : List.of(cotangent));
        List<Object> inputs = differentiated(arguments);
        List<Object> buffers = new ArrayList<>();
        List<Object> before = new ArrayList<>();
        for (Object input : inputs) {
            boolean buffered = input.getClass().isArray() || Parts.has(input);
            Object buffer = buffered ? randomLike(input) : null;
            buffers.add(buffer);
            before.add(buffered ? shaped.copy(buffer) : null);
            if (buffered) {
                extra.add(buffer);
            }
        }
        if (buffers.stream().allMatch(java.util.Objects::isNull)) {
            return;
        }
        Object result = derivatives.call(suffix, extra);
        assertPrimal(component(result, 0));
        for (int i = 0; i < inputs.size(); i++) {
            Object actual = component(result, i + 1);
            Object expected = before.get(i) == null
                    ? gradients.get(i)
                    : shaped.combine(gradients.get(i), before.get(i), Double::sum);
            assertClose(expected, actual, suffix + ", gradient " + i);
            if (inputs.get(i).getClass().isArray()) {
                assertSame(buffers.get(i), actual, suffix + " returns the buffer");
            }
        }
    }

    /** Several tangents and cotangents at once do what they do one by one. */
    private void checkSeveral(int count) throws ReflectiveOperationException {
        List<Object> inputs = differentiated(arguments);
        List<Object> tangents = new ArrayList<>();
        List<Object> cotangents = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Object input = inputs.get(i);
            tangents.add(several(count, inputTypes().get(i), () -> randomLike(input)));
        }
        Object given = several(count, primal.type(value), this::likeValue);
        Object found = jvp(tangents);
        Object rows = derivatives.call("Vjp", List.of(given));
        assertPrimal(component(rows, 0));
        assertEquals(count, Array.getLength(found), "tangents");
        for (int d = 0; d < count; d++) {
            List<Object> one = new ArrayList<>();
            for (Object tangent : tangents) {
                one.add(Array.get(tangent, d));
            }
            Object expected = jvp(one);
            assertEquals(shape(expected), shape(Array.get(found, d)), "shape of tangent " + d);
            assertClose(expected, Array.get(found, d), "tangent " + d);
            List<Object> gradients = vjp(Array.get(given, d));
            for (int i = 0; i < gradients.size(); i++) {
                Object gradient = Array.get(component(rows, i + 1), d);
                assertEquals(shape(gradients.get(i)), shape(gradient), "shape of gradient " + i);
                assertClose(gradients.get(i), gradient, "cotangent " + d + ", gradient " + i);
            }
        }
        for (int i = 0; i < inputs.size(); i++) {
            assertEquals(count, Array.getLength(component(rows, i + 1)), "gradients");
        }
    }

    private List<Class<?>> inputTypes() {
        List<Class<?>> types = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (method.parameters().get(i).differentiated()) {
                types.add(primal.types().get(i));
            }
        }
        return types;
    }

    private static Object several(int count, Class<?> type, Supplier<Object> one) {
        Object array = Array.newInstance(type, count);
        for (int d = 0; d < count; d++) {
            Array.set(array, d, one.get());
        }
        return array;
    }

    private void checkScalar() throws ReflectiveOperationException {
        Object one = value instanceof Float ? (Object) 1f : (Object) 1.0;
        List<Object> expected = vjp(one);
        List<Object> actual = gradients(derivatives.call("Grad", List.of()));
        for (int i = 0; i < expected.size(); i++) {
            assertClose(expected.get(i), actual.get(i), "Grad against Vjp, gradient " + i);
        }
        checkInto("GradInto", null, expected);
        if (method.order() > 1) {
            checkSecondOrder();
        }
    }

    private void checkSecondOrder() throws ReflectiveOperationException {
        List<Object> tangents = new ArrayList<>();
        for (Object argument : differentiated(arguments)) {
            tangents.add(randomLike(argument));
        }
        Object hvp = derivatives.call("Hvp", tangents);
        List<Double> product = new ArrayList<>();
        for (int i = 0; i < tangents.size(); i++) {
            product.addAll(shaped.numbers(component(hvp, i + 1)));
        }
        List<Double> direction = new ArrayList<>();
        tangents.forEach(tangent -> direction.addAll(shaped.numbers(tangent)));
        if (derivatives.has("Hessian")) {
            checkHessian(direction, product);
        }
        if (method.hasDifferences()) {
            double h = single ? 1e-2 : 1e-5;
            List<Double> up = gradientAt(tangents, h);
            List<Double> down = gradientAt(tangents, -h);
            for (int i = 0; i < product.size(); i++) {
                double slope = (up.get(i) - down.get(i)) / (2 * h);
                assertEquals(
                        slope,
                        product.get(i),
                        (single ? 1e-2 : 1e-5) * (1 + Math.abs(slope)),
                        "Hvp against differences, " + i);
            }
        }
    }

    private void checkHessian(List<Double> direction, List<Double> product) throws ReflectiveOperationException {
        double[][] matrix = (double[][]) component(derivatives.call("Hessian", List.of()), 1);
        assertEquals(direction.size(), matrix.length);
        double close = single ? 1e-4 : 1e-8;
        for (int i = 0; i < matrix.length; i++) {
            double sum = 0;
            for (int j = 0; j < matrix.length; j++) {
                sum += matrix[i][j] * direction.get(j);
                assertEquals(matrix[i][j], matrix[j][i], close * (1 + Math.abs(matrix[i][j])), "symmetry");
            }
            assertEquals(sum, product.get(i), close * (1 + Math.abs(sum)), "Hessian times tangent, row " + i);
        }
    }

    private List<Double> gradientAt(List<Object> tangents, double h) throws ReflectiveOperationException {
        Object[] moved = derivatives.copies();
        int next = 0;
        for (int i = 0; i < moved.length; i++) {
            if (method.parameters().get(i).differentiated()) {
                moved[i] = shaped.combine(moved[i], tangents.get(next++), (x, t) -> x + h * t);
            }
        }
        Object result = derivatives.at("Grad", moved);
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < tangents.size(); i++) {
            numbers.addAll(shaped.numbers(component(result, i + 1)));
        }
        return numbers;
    }

    /** Each row of the Jacobian is the gradient of one output. */
    private void checkJacobian() throws ReflectiveOperationException {
        Object jacobian = derivatives.call("Jacobian", List.of());
        assertPrimal(component(jacobian, 0));
        int outputs = Array.getLength(value);
        for (int k = 0; k < outputs; k++) {
            Object unit = shaped.combine(value, value, (a, b) -> 0);
            Array.set(unit, k, value instanceof float[] ? (Object) 1f : (Object) 1.0);
            List<Object> expected = vjp(unit);
            for (int i = 0; i < expected.size(); i++) {
                Object rows = component(jacobian, i + 1);
                assertEquals(outputs, Array.getLength(rows), "rows");
                assertClose(expected.get(i), Array.get(rows, k), "Jacobian, row " + k);
            }
        }
        if (differentiated(arguments).stream().noneMatch(MethodChecks::hasRecords)) {
            checkJacobianInto(jacobian, outputs);
        }
    }

    private static boolean hasRecords(Object value) {
        Class<?> type = value.getClass();
        while (type.isArray()) {
            type = type.getComponentType();
        }
        return Parts.has(type);
    }

    /** The same into arrays, whatever was in them. */
    private void checkJacobianInto(Object jacobian, int outputs) throws ReflectiveOperationException {
        List<Object> given = new ArrayList<>();
        List<Object> inputs = differentiated(arguments);
        for (int i = 0; i < inputs.size(); i++) {
            Object input = inputs.get(i);
            given.add(several(outputs, inputTypes().get(i), () -> shaped.combine(input, input, (a, b) -> Double.NaN)));
        }
        Object result = derivatives.call("JacobianInto", given);
        assertPrimal(component(result, 0));
        for (int i = 0; i < given.size(); i++) {
            assertSame(given.get(i), component(result, i + 1), "JacobianInto returns what it is given");
            assertClose(component(jacobian, i + 1), given.get(i), "JacobianInto, rows by parameter " + i);
        }
    }

    private void assertClose(Object expected, Object actual, String what) {
        List<Double> left = shaped.numbers(expected);
        List<Double> right = shaped.numbers(actual);
        assertEquals(left.size(), right.size(), what);
        for (int i = 0; i < left.size(); i++) {
            double tolerance = (single ? 1e-5 : 1e-11) * (1 + Math.abs(left.get(i)));
            assertEquals(left.get(i), right.get(i), tolerance, what);
        }
    }

    private List<Object> differentiated(Object[] all) {
        List<Object> chosen = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            if (method.parameters().get(i).differentiated()) {
                chosen.add(all[i]);
            }
        }
        return chosen;
    }

    private Object likeValue() {
        return randomLike(value);
    }

    private Object randomLike(Object like) {
        return shaped.combine(like, like, (a, b) -> 0.5 + random.nextDouble() * (random.nextBoolean() ? 1 : -1));
    }

    private double dot(List<Object> a, List<Object> b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += shaped.dot(a.get(i), b.get(i));
        }
        return sum;
    }

    private double magnitude(List<Object> a, List<Object> b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += Math.abs(shaped.dot(a.get(i), b.get(i)));
        }
        return sum;
    }

    private static Object component(Object record, int i) {
        return Parts.get(Parts.of(record.getClass()).get(i), record);
    }
}
