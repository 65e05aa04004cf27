package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Failure.Kind;
import dev.leibniz.processor.fuzz.Series.Term;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Holds all forms of one method to what is expected at a point: gradients with cotangents that are zero, tangents in
 * directions with zeros in them, several at once, and the second order. There is one {@link Expected} for each number of the
 * result.
 */
final class FormChecks {

    /** Below this numbers have lost their digits. */
    private static final double UNDERFLOW = 1e-300;

    private final Companion companion;
    private final List<Object> arguments;
    private final List<Expected> expected;
    private final double tolerance;
    private final Choices choose;
    private final int n;
    private final Object value;

    FormChecks(Companion companion, List<Object> arguments, List<Expected> expected, double tolerance, Choices choose) {
        this.companion = companion;
        this.arguments = arguments;
        this.expected = expected;
        this.tolerance = tolerance;
        this.choose = choose;
        this.n = companion.count(arguments);
        this.value = companion.value(arguments);
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
    static Optional<Failure> check(
            Companion companion,
            List<Object> arguments,
            List<Expected> expected,
            double tolerance,
            Choices choose,
            int order) {
        try {
            FormChecks checks = new FormChecks(companion, arguments, expected, tolerance, choose);
            checks.first();
            if (order > 1 && companion.isNumber()) {
                checks.second();
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
        values();
        int rows = expected.size();
        if (companion.isNumber()) {
            gradient(Kind.GRADIENT, "Grad", List.of(), new double[] {1});
            into("GradInto", List.of(), new double[] {1});
        }
        List<double[]> cotangents = vectors(rows);
        for (double[] cotangent : cotangents) {
            gradient(Kind.VJP, "Vjp", List.of(companion.cotangent(value, cotangent)), cotangent);
        }
        into("VjpInto", List.of(companion.cotangent(value, cotangents.get(1))), cotangents.get(1));
        List<double[]> directions = vectors(n);
        for (double[] direction : directions) {
            tangent("Jvp", call("Jvp", companion.tangents(arguments, direction)).get(1), direction);
        }
        severalTangents(directions);
        severalCotangents(cotangents);
        if (companion.isArray()) {
            jacobian();
        }
    }

    /** Nothing, units, and a few with zeros among them. */
    private List<double[]> vectors(int size) {
        List<double[]> made = new ArrayList<>();
        made.add(new double[size]);
        for (int k = 0; k < Math.min(size, 4); k++) {
            double[] unit = new double[size];
            unit[size <= 4 ? k : choose.below(size)] = 1;
            made.add(unit);
        }
        for (int i = 0; i < 2; i++) {
            double[] vector = new double[size];
            Arrays.setAll(vector, k -> choose.of(0.0, 0.0, 1.0, -1.0, 0.5, -1.5));
            made.add(vector);
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
            scalars.addAll(
                    JavaValues.scalars(gradients.get(i), parameters.get(i).type(), true));
        }
        return numbers(scalars);
    }

    private static double[] numbers(List<Object> scalars) {
        return scalars.stream().mapToDouble(s -> ((Number) s).doubleValue()).toArray();
    }

    /** The method's own value must be the oracle's. */
    private void values() {
        double[] found = companion.numbers(value);
        for (int row = 0; row < expected.size(); row++) {
            compare(
                    Kind.ORACLE,
                    "value " + row,
                    found[row],
                    expected.get(row).value(),
                    expected.get(row).trusted() >= 0);
        }
    }

    private void gradient(Kind kind, String form, List<Object> more, double[] cotangent) {
        List<Object> components = call(form, more);
        if (!JavaValues.bits(components.get(0)).equals(JavaValues.bits(value))) {
            throw new Found(
                    Kind.PRIMAL,
                    form + ": value " + JavaValues.bits(components.get(0)) + ", the method gives "
                            + JavaValues.bits(value));
        }
        String name = form + (more.isEmpty() ? "" : " of " + Arrays.toString(cotangent));
        compare(kind, name, flattened(components.subList(1, components.size())), cotangent, new double[n]);
    }

    private void compare(Kind kind, String what, double[] found, double[] cotangent, double[] already) {
        boolean known = IntStream.range(0, cotangent.length)
                .allMatch(row -> expected.get(row).trusted() >= (cotangent[row] == 0 ? 0 : 1));
        for (int k = 0; k < n; k++) {
            Term term = Term.of(already[k]);
            for (int row = 0; row < cotangent.length; row++) {
                if (cotangent[row] != 0) {
                    term = term.plus(expected.get(row).gradient().get(k).times(cotangent[row]));
                }
            }
            compare(kind, what + ", component " + k, found[k], term, known);
        }
    }

    private void compare(Kind kind, String what, Object found, Term term, boolean known) {
        double number = ((Number) found).doubleValue();
        double wanted = term.value().toDouble();
        double size = term.size().toDouble();
        boolean isKnown =
                known && size < Double.MAX_VALUE && Double.isFinite(wanted); // else the series had infinities in it
        if (isKnown && !(Math.abs(number - wanted) <= tolerance * size + UNDERFLOW)) {
            throw new Found(kind, what + " is " + number + ", expected " + wanted + " (terms up to " + size + ")");
        }
    }

    private void into(String form, List<Object> more, double[] cotangent) {
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
            int size = JavaValues.scalars(all.get(i), type, true).size();
            for (int k = 0; k < size; k++, next++) {
                already[next] = type.isFloating() ? 0 : filling[next];
            }
            if (!type.isFloating()) {
                buffers.add(all.get(i));
            }
        }
        List<Object> components = call(form, buffers);
        compare(Kind.INTO, form, flattened(components.subList(1, components.size())), cotangent, already);
    }

    private void tangent(String form, Object found, double[] direction) {
        boolean zero = Arrays.stream(direction).allMatch(d -> d == 0);
        double[] numbers = companion.numbers(found);
        for (int row = 0; row < expected.size(); row++) {
            Expected e = expected.get(row);
            String what = form + " in direction " + Arrays.toString(direction) + ", result " + row;
            compare(Kind.JVP, what, numbers[row], e.along(direction), e.trusted() >= (zero ? 0 : 1));
        }
    }

    private void severalTangents(List<double[]> directions) {
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
            tangent("Jvp of several", Array.get(found, d), directions.get(d));
        }
    }

    private void severalCotangents(List<double[]> cotangents) {
        List<Object> made =
                cotangents.stream().map(c -> companion.cotangent(value, c)).toList();
        List<Object> rows = call("Vjp", List.of(companion.several(made)));
        for (int d = 0; d < cotangents.size(); d++) {
            String what = "Vjp of several, " + Arrays.toString(cotangents.get(d));
            compare(Kind.VJP, what, flattened(slice(rows, d)), cotangents.get(d), new double[n]);
        }
    }

    private static List<Object> slice(List<Object> rows, int at) {
        return rows.subList(1, rows.size()).stream().map(r -> Array.get(r, at)).toList();
    }

    private void jacobian() {
        List<Object> rows = call("Jacobian", List.of());
        for (int row = 0; row < expected.size(); row++) {
            double[] unit = new double[expected.size()];
            unit[row] = 1;
            compare(Kind.JACOBIAN, "Jacobian row " + row, flattened(slice(rows, row)), unit, new double[n]);
        }
    }

    private void second() {
        Expected e = expected.get(0);
        boolean known = e.trusted() > 1;
        List<Object> components = call("Hessian", List.of());
        double[][] matrix = (double[][]) components.get(1);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Term term = e.hessian().get(i).get(j);
                compare(Kind.HESSIAN, "Hessian " + i + ", " + j, matrix[i][j], term, known);
            }
        }
        gradientOf("Hessian", components);
        for (double[] direction : vectors(n)) {
            List<Object> products = call("Hvp", companion.tangents(arguments, direction));
            gradientOf("Hvp", products);
            double[] product = flattened(products.subList(1, products.size()));
            List<Term> terms = e.hessianTimes(direction);
            for (int k = 0; k < n; k++) {
                String what = "Hvp in direction " + Arrays.toString(direction) + ", component " + k;
                compare(Kind.HVP, what, product[k], terms.get(k), known);
            }
        }
    }

    private void gradientOf(String form, List<Object> components) {
        List<Object> grad = JavaValues.components(components.get(0));
        double[] found = flattened(grad.subList(1, grad.size()));
        compare(Kind.HESSIAN, "gradient of " + form, found, new double[] {1}, new double[n]);
    }
}
