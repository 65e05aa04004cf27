package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Failure.Kind;
import dev.leibniz.processor.fuzz.Series.Term;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Holds all forms of one method with a number as its result to what is expected at a point: gradients with cotangents that are
 * zero, tangents in directions with zeros in them, several at once, and the second order.
 */
final class FormChecks {

    /** Below this numbers have lost their digits. */
    private static final double UNDERFLOW = 1e-300;

    private final Companion companion;
    private final List<Object> arguments;
    private final Expected expected;
    private final double tolerance;
    private final Choices choose;
    private final int n;

    FormChecks(Companion companion, List<Object> arguments, Expected expected, double tolerance, Choices choose) {
        this.companion = companion;
        this.arguments = arguments;
        this.expected = expected;
        this.tolerance = tolerance;
        this.choose = choose;
        this.n = expected.gradient().size();
    }

    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Failure failure;

        Found(Kind kind, String detail) {
            super(detail, null, false, false);
            this.failure = new Failure(kind, detail);
        }
    }

    /** The first failure, if there is one. */
    Optional<Failure> check(int order) {
        try {
            first();
            if (order > 1) {
                second();
            }
            return Optional.empty();
        } catch (Found found) {
            return Optional.of(found.failure);
        } catch (CompiledProgram.Absent e) {
            return Optional.of(new Failure(Kind.MISSING, String.valueOf(e.getMessage())));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return Optional.of(new Failure(Kind.THROWS, e + trace(e)));
        }
    }

    private static String trace(Throwable e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return " at " + List.of(cause.getStackTrace()).stream().limit(3).toList();
    }

    private void first() {
        gradient(Kind.GRADIENT, "Grad", List.of(), 1);
        for (double cotangent : new double[] {0, -1.5}) {
            gradient(Kind.VJP, "Vjp", List.of(number(cotangent)), cotangent);
        }
        into("GradInto", List.of(), 1);
        into("VjpInto", List.of(number(0)), 0);
        List<double[]> directions = directions();
        for (double[] direction : directions) {
            List<Object> found = call("Jvp", companion.tangents(arguments, direction));
            compare(Kind.JVP, "Jvp " + text(direction), found.get(1), expected.along(direction), 1);
        }
        several(directions);
    }

    private Object number(double value) {
        return companion.isSingle() ? (Object) (float) value : (Object) value;
    }

    private static String text(double[] direction) {
        return "in direction " + Arrays.toString(direction);
    }

    private List<double[]> directions() {
        List<double[]> made = new ArrayList<>();
        made.add(new double[n]);
        for (int k = 0; k < Math.min(n, 5); k++) {
            double[] unit = new double[n];
            unit[n <= 5 ? k : choose.below(n)] = 1;
            made.add(unit);
        }
        for (int i = 0; i < 2; i++) {
            double[] direction = new double[n];
            Arrays.setAll(direction, k -> choose.of(0.0, 0.0, 1.0, -1.0, 0.5, -0.75));
            made.add(direction);
        }
        return made;
    }

    private List<Object> call(String form, List<Object> more) {
        List<Object> all = companion.arguments(arguments);
        all.addAll(more);
        return companion.derivative(form, all);
    }

    private double[] flattened(List<Object> gradients) {
        List<Object> scalars = new ArrayList<>();
        List<Program.Parameter> parameters = companion.differentiated();
        for (int i = 0; i < parameters.size(); i++) {
            scalars.addAll(JavaValues.scalars(gradients.get(i), parameters.get(i).type(), true));
        }
        return scalars.stream().mapToDouble(s -> ((Number) s).doubleValue()).toArray();
    }

    private void gradient(Kind kind, String form, List<Object> more, double cotangent) {
        List<Object> components = call(form, more);
        Object value = companion.value(arguments);
        if (!components.get(0).equals(value)) {
            throw new Found(Kind.PRIMAL, form + ": value " + components.get(0) + ", the method gives " + value);
        }
        compare(Kind.PRIMAL, "value of " + form, value, expected.value(), 0);
        String name = form + (more.isEmpty() ? "" : " of cotangent " + cotangent);
        compare(kind, name, flattened(components.subList(1, components.size())), cotangent, new double[n]);
    }

    private void compare(Kind kind, String what, double[] found, double cotangent, double[] already) {
        for (int k = 0; k < n; k++) {
            Term term = Expected.combined(List.of(expected.gradient().get(k), Term.of(already[k])), cotangent, 1);
            compare(kind, what + ", component " + k, found[k], term, 1);
        }
    }

    /** {@code order} is the order of the derivative. */
    private void compare(Kind kind, String what, Object found, Term term, int order) {
        if (order > expected.trusted()) {
            return;
        }
        double value = ((Number) found).doubleValue();
        double wanted = term.value().toDouble();
        double size = term.size().toDouble();
        if (size < Double.MAX_VALUE && !(Math.abs(value - wanted) <= tolerance * size + UNDERFLOW)) {
            throw new Found(kind, what + " is " + value + ", expected " + wanted + " (terms up to " + size + ")");
        }
    }

    private void into(String form, List<Object> more, double cotangent) {
        List<Program.Parameter> parameters = companion.differentiated();
        if (parameters.stream().allMatch(p -> p.type().isFloating())) {
            return;
        }
        double[] filling = new double[n];
        Arrays.setAll(filling, k -> choose.of(0.0, 1.0, -0.5));
        List<Object> all = companion.tangents(arguments, filling);
        double[] already = new double[n];
        List<Object> buffers = new ArrayList<>(more);
        int next = 0;
        for (int i = 0; i < parameters.size(); i++) {
            Type type = parameters.get(i).type();
            for (Object ignored : JavaValues.scalars(all.get(i), type, true)) {
                already[next] = type.isFloating() ? 0 : filling[next];
                next++;
            }
            if (!type.isFloating()) {
                buffers.add(all.get(i));
            }
        }
        List<Object> components = call(form, buffers);
        compare(Kind.INTO, form, flattened(components.subList(1, components.size())), cotangent, already);
    }

    private void several(List<double[]> directions) {
        List<List<Object>> tangents =
                directions.stream().map(d -> companion.tangents(arguments, d)).toList();
        List<Object> forward = new ArrayList<>();
        List<Program.Parameter> parameters = companion.differentiated();
        for (int i = 0; i < parameters.size(); i++) {
            int at = i;
            forward.add(companion.several(tangents.stream().map(t -> t.get(at)).toList(), parameters.get(i)));
        }
        Object found = call("Jvp", forward).get(1);
        for (int d = 0; d < directions.size(); d++) {
            double[] direction = directions.get(d);
            compare(Kind.JVP, "Jvp of several " + text(direction), Array.get(found, d), expected.along(direction), 1);
        }
        double[] cotangents = {0, 1, -2};
        List<Object> numbers = Arrays.stream(cotangents).mapToObj(this::number).toList();
        List<Object> rows =
                call("Vjp", List.of(JavaValues.array(numbers, companion.isSingle() ? float.class : double.class)));
        for (int d = 0; d < cotangents.length; d++) {
            int at = d;
            List<Object> gradient =
                    rows.subList(1, rows.size()).stream().map(r -> Array.get(r, at)).toList();
            compare(Kind.VJP, "Vjp of several", flattened(gradient), cotangents[d], new double[n]);
        }
    }

    private void second() {
        List<Object> components = call("Hessian", List.of());
        double[][] matrix = (double[][]) components.get(1);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Term term = expected.hessian().get(i).get(j);
                compare(Kind.HESSIAN, "Hessian " + i + ", " + j, matrix[i][j], term, 2);
            }
        }
        List<Object> grad = JavaValues.components(components.get(0));
        compare(Kind.HESSIAN, "gradient of Hessian", flattened(grad.subList(1, grad.size())), 1, new double[n]);
        for (double[] direction : directions()) {
            List<Object> products = call("Hvp", companion.tangents(arguments, direction));
            double[] product = flattened(products.subList(1, products.size()));
            List<Term> terms = expected.hessianTimes(direction);
            for (int k = 0; k < n; k++) {
                compare(Kind.HVP, "Hvp " + text(direction) + ", component " + k, product[k], terms.get(k), 2);
            }
        }
    }
}
