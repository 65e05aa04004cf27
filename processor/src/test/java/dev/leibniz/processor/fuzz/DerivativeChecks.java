package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Failure.Kind;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds the generated derivatives of one program to the oracle and to the promises of the contract. Derivatives are
 * compared within a small multiple of the magnitude that the oracle gives along with them: cancellation between paths is
 * thus never mistaken for an error, and an error in any path that matters is seen.
 */
final class DerivativeChecks {

    private final Program program;
    private final CompiledProgram compiled;
    private final Oracle oracle;
    private final double tolerance;
    private final Choices choose;
    private final List<Object> java;

    private DerivativeChecks(Program program, CompiledProgram compiled, Oracle oracle) {
        this.program = program;
        this.compiled = compiled;
        this.oracle = oracle;
        this.tolerance = program.mentionsFloat() ? 3e-4 : 1e-9;
        this.choose = new Choices(program.name().hashCode());
        this.java = compiled.primalScalars();
    }

    /** Thrown to leave the checks at the first failure. */
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Failure failure;

        Found(Kind kind, String detail) {
            super(detail, null, false, false);
            this.failure = new Failure(kind, detail);
        }
    }

    /** The first failure, if there is one. */
    static Optional<Failure> check(Program program, ClassLoader loader) {
        try {
            CompiledProgram compiled = new CompiledProgram(program, loader);
            Oracle oracle = Oracle.of(program);
            new DerivativeChecks(program, compiled, oracle).all();
            return Optional.empty();
        } catch (Found found) {
            return Optional.of(found.failure);
        } catch (Watch.Rejected e) {
            return Optional.of(new Failure(Kind.ORACLE, "rejected: " + e.getMessage()));
        } catch (CompiledProgram.Absent e) {
            return Optional.of(new Failure(Kind.MISSING, String.valueOf(e.getMessage())));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            String at = e.getCause() == null
                    ? ""
                    : " at "
                            + List.of(e.getCause().getStackTrace()).stream()
                                    .limit(3)
                                    .toList();
            return Optional.of(new Failure(Kind.THROWS, e + at));
        }
    }

    private void all() {
        if (!oracle.agrees(java, tolerance)) {
            throw new Found(Kind.ORACLE, "Java " + java + ", oracle " + oracle.primal());
        }
        boolean scalar = program.entry().result().isFloating();
        if (scalar) {
            gradient("Grad", List.of(), new double[] {1}, Kind.GRADIENT);
            into("GradInto", List.of(), new double[] {1});
        }
        double[] cotangents = random(oracle.jacobian().length);
        Object cotangent = compiled.cotangent(compiled.primal(), cotangents);
        double[] reverse = gradient("Vjp", List.of(cotangent), cotangents, Kind.VJP);
        into("VjpInto", List.of(cotangent), cotangents);
        tangents(cotangents, reverse);
        several();
        if (program.entry().result() instanceof Type.ArrayOf result
                && result.element().isFloating()) {
            jacobian();
        }
        if (program.order() > 1 && scalar) {
            new SecondOrderChecks(program, compiled, choose).check().ifPresent(f -> {
                throw new Found(f.kind(), f.detail());
            });
        }
    }

    private double[] random(int n) {
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            // Representable as float, so that tangents of floats are what they are taken for.
            numbers[i] = (float) choose.number();
        }
        return numbers;
    }

    /** Calls a derivative twice, on arguments that must not change. */
    private List<Object> called(String form, List<Object> more) {
        List<Object> arguments = compiled.arguments();
        String before = JavaValues.bits(arguments);
        List<Object> all = new ArrayList<>(arguments);
        all.addAll(more);
        String moreBefore = JavaValues.bits(more);
        Object result = compiled.derivative(form, all);
        String bits = JavaValues.bits(result);
        if (!JavaValues.bits(arguments).equals(before) || !JavaValues.bits(more).equals(moreBefore)) {
            throw new Found(Kind.ARGUMENTS, form + ": " + before + " became " + JavaValues.bits(arguments));
        }
        // A generator of random numbers is another one after the first call.
        List<Object> anew = new ArrayList<>(compiled.arguments());
        anew.addAll(more);
        String again = JavaValues.bits(compiled.derivative(form, anew));
        if (!again.equals(bits)) {
            throw new Found(Kind.REPEAT, form + ": " + bits + ", then " + again);
        }
        List<Object> components = JavaValues.components(result);
        primal(form, components.get(0));
        return components;
    }

    private void primal(String form, Object value) {
        List<Object> found = CompiledProgram.widened(
                JavaValues.scalars(value, program.entry().result(), false));
        if (!found.toString().equals(java.toString())) {
            throw new Found(Kind.PRIMAL, form + ": value " + found + ", the method gives " + java);
        }
    }

    private List<Program.Parameter> differentiated() {
        return program.entry().parameters().stream()
                .filter(Program.Parameter::isDifferentiated)
                .toList();
    }

    /** Scalars of the gradients in a list that has the value in front of them. */
    private double[] flattened(List<Object> components) {
        List<Object> scalars = new ArrayList<>();
        List<Program.Parameter> parameters = differentiated();
        if (components.size() != parameters.size() + 1) {
            throw new CompiledProgram.Absent("components " + components + " for parameters " + parameters);
        }
        for (int i = 0; i < parameters.size(); i++) {
            scalars.addAll(
                    JavaValues.scalars(components.get(i + 1), parameters.get(i).type(), true));
        }
        return scalars.stream().mapToDouble(s -> ((Number) s).doubleValue()).toArray();
    }

    private double[] gradient(String form, List<Object> more, double[] cotangents, Kind kind) {
        double[] found = flattened(called(form, more));
        compare(kind, form, found, cotangents, new double[found.length]);
        return found;
    }

    /** Compares with cotangents times the oracle's Jacobian, plus what was in the buffers. */
    private void compare(Kind kind, String form, double[] found, double[] cotangents, double[] already) {
        if (found.length != DualArguments.count(program)) {
            throw new Found(kind, form + ": " + found.length + " numbers for " + DualArguments.count(program));
        }
        if (!oracle.doubts().isEmpty()) {
            return;
        }
        for (int k = 0; k < found.length; k++) {
            double expected = already[k];
            double magnitude = Math.abs(already[k]);
            for (int row = 0; row < cotangents.length; row++) {
                expected += cotangents[row] * oracle.jacobian()[row][k];
                magnitude += Math.abs(cotangents[row]) * oracle.magnitude()[row][k];
            }
            check(kind, form + " component " + k, found[k], expected, magnitude);
        }
    }

    private void check(Kind kind, String what, double found, double expected, double magnitude) {
        if (!(Math.abs(found - expected) <= tolerance * magnitude + 1e-30)) {
            throw new Found(
                    kind, what + " is " + found + ", expected " + expected + " (terms up to " + magnitude + ")");
        }
    }

    private void into(String form, List<Object> more, double[] cotangents) {
        List<Program.Parameter> parameters = differentiated();
        boolean buffered = parameters.stream().anyMatch(p -> !p.type().isFloating());
        if (!buffered) {
            return;
        }
        double[] filling = random(DualArguments.count(program));
        List<Object> tangents = compiled.tangents(filling);
        double[] already = new double[filling.length];
        List<Object> buffers = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < parameters.size(); i++) {
            boolean buffer = !parameters.get(i).type().isFloating();
            int size = JavaValues.scalars(tangents.get(i), parameters.get(i).type(), true)
                    .size();
            for (int k = 0; k < size; k++, next++) {
                already[next] = buffer ? filling[next] : 0;
            }
            if (buffer) {
                buffers.add(tangents.get(i));
            }
        }
        List<Object> arguments = compiled.arguments();
        String before = JavaValues.bits(arguments);
        arguments.addAll(more);
        arguments.addAll(buffers);
        List<Object> components = JavaValues.components(compiled.derivative(form, arguments));
        if (!JavaValues.bits(arguments.subList(0, program.arguments().size())).equals(before)) {
            throw new Found(Kind.ARGUMENTS, form + " modified " + before);
        }
        primal(form, components.get(0));
        compare(Kind.INTO, form, flattened(components), cotangents, already);
        int b = 0;
        for (int i = 0; i < parameters.size(); i++) {
            Type type = parameters.get(i).type();
            if (!type.isFloating()) {
                Object buffer = buffers.get(b++);
                if (type instanceof Type.ArrayOf && components.get(i + 1) != buffer) {
                    throw new Found(
                            Kind.INTO,
                            form + " does not return the buffer of "
                                    + parameters.get(i).name());
                }
            }
        }
    }

    private void tangents(double[] cotangents, double[] reverse) {
        double[] direction = random(DualArguments.count(program));
        List<Object> components = called("Jvp", compiled.tangents(direction));
        double[] found = JavaValues.scalars(components.get(1), program.entry().result(), true).stream()
                .mapToDouble(s -> ((Number) s).doubleValue())
                .toArray();
        if (found.length != oracle.jacobian().length) {
            throw new Found(Kind.JVP, found.length + " tangents for " + oracle.jacobian().length);
        }
        if (!oracle.doubts().isEmpty()) {
            return;
        }
        double forwardSum = 0;
        double reverseSum = 0;
        double whole = 0;
        for (int row = 0; row < found.length; row++) {
            double expected = 0;
            double magnitude = 0;
            for (int k = 0; k < direction.length; k++) {
                expected += oracle.jacobian()[row][k] * direction[k];
                magnitude += oracle.magnitude()[row][k] * Math.abs(direction[k]);
            }
            check(Kind.JVP, "Jvp result " + row, found[row], expected, magnitude);
            forwardSum += cotangents[row] * found[row];
            whole += Math.abs(cotangents[row]) * magnitude;
        }
        for (int k = 0; k < direction.length; k++) {
            reverseSum += reverse[k] * direction[k];
        }
        check(Kind.DOT_PRODUCT, "reverse product", reverseSum, forwardSum, whole);
    }

    /** Several tangents and cotangents at once are as good as one after the other. */
    private void several() {
        int directions = 1 + choose.below(3);
        List<List<Object>> tangents = new ArrayList<>();
        List<Object> cotangents = new ArrayList<>();
        List<Object> products = new ArrayList<>();
        List<List<Object>> gradients = new ArrayList<>();
        for (int d = 0; d < directions; d++) {
            List<Object> tangent = compiled.tangents(random(DualArguments.count(program)));
            Object cotangent = compiled.cotangent(compiled.primal(), random(oracle.jacobian().length));
            tangents.add(tangent);
            cotangents.add(cotangent);
            products.add(called("Jvp", tangent).get(1));
            gradients.add(called("Vjp", List.of(cotangent)));
        }
        List<Object> forward = new ArrayList<>();
        for (int i = 0; i < differentiated().size(); i++) {
            int at = i;
            forward.add(JavaValues.array(
                    tangents.stream().map(t -> t.get(at)).toList(),
                    compiled.parameterType(differentiated().get(i))));
        }
        Object found = called("Jvp", forward).get(1);
        Object reverse = JavaValues.array(cotangents, compiled.resultType());
        List<Object> rows = called("Vjp", List.of(reverse));
        for (int d = 0; d < directions; d++) {
            same(Kind.JVP, "direction " + d, numbers(products.get(d)), numbers(Array.get(found, d)));
            List<Object> gradient = new ArrayList<>(List.of(""));
            for (Object row : rows.subList(1, rows.size())) {
                gradient.add(Array.get(row, d));
            }
            same(Kind.VJP, "cotangent " + d, flattened(gradients.get(d)), flattened(gradient));
        }
    }

    private double[] numbers(Object result) {
        return JavaValues.scalars(result, program.entry().result(), true).stream()
                .mapToDouble(s -> ((Number) s).doubleValue())
                .toArray();
    }

    private void same(Kind kind, String what, double[] expected, double[] found) {
        if (expected.length != found.length) {
            throw new Found(kind, what + ": " + found.length + " numbers for " + expected.length);
        }
        double largest = 0;
        for (double[] row : oracle.magnitude()) {
            for (double magnitude : row) {
                largest = Math.max(largest, magnitude);
            }
        }
        for (int i = 0; oracle.doubts().isEmpty() && i < expected.length; i++) {
            check(kind, what + ", component " + i, found[i], expected[i], 100 * largest);
        }
    }

    private void jacobian() {
        List<Object> components = called("Jacobian", List.of());
        List<Program.Parameter> parameters = differentiated();
        int rows = oracle.jacobian().length;
        for (int row = 0; row < rows; row++) {
            List<Object> one = new ArrayList<>();
            one.add("");
            for (int i = 0; i < parameters.size(); i++) {
                Object all = components.get(i + 1);
                if (Array.getLength(all) != rows) {
                    throw new Found(Kind.JACOBIAN, Array.getLength(all) + " rows for " + rows + " outputs");
                }
                one.add(Array.get(all, row));
            }
            double[] unit = new double[rows];
            unit[row] = 1;
            compare(
                    Kind.JACOBIAN,
                    "Jacobian row " + row,
                    flattened(one),
                    unit,
                    new double[DualArguments.count(program)]);
        }
    }
}
