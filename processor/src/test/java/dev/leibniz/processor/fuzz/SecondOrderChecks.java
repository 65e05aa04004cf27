package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Failure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds second derivatives to the oracle, and the Hessian to its symmetry and to the Hessian-vector products. */
final class SecondOrderChecks {

    private final Program program;
    private final CompiledProgram compiled;
    private final Choices choose;
    private final double tolerance;

    SecondOrderChecks(Program program, CompiledProgram compiled, Choices choose) {
        this.program = program;
        this.compiled = compiled;
        this.choose = choose;
        this.tolerance = program.mentionsFloat() ? 1e-3 : 1e-8;
    }

    Optional<Failure> check() {
        int n = DualArguments.count(program);
        Optional<double[][]> matrix = matrix();
        double[] direction = new double[n];
        for (int i = 0; i < n; i++) {
            direction[i] = (float) choose.number();
        }
        double[] product = product(direction);
        int rows = matrix.map(all -> all.length).orElse(n);
        if (product.length != n || rows != n) {
            return Optional.of(new Failure(Kind.HESSIAN, "sizes " + product.length + ", " + rows));
        }
        Optional<List<Scalar.Real>> expected = Oracle.secondDerivatives(program, direction);
        if (expected.isEmpty()) {
            return Optional.empty();
        }
        Optional<Failure> wrong = compared(Kind.HVP, "Hvp", product, expected.get());
        if (matrix.isEmpty() || wrong.isPresent()) {
            return wrong;
        }
        for (int row = 0; row < n && n <= 9 && wrong.isEmpty(); row++) {
            Optional<List<Scalar.Real>> exact = Oracle.secondDerivatives(program, Oracle.unit(n, row));
            if (exact.isPresent()) {
                wrong = compared(Kind.HESSIAN, "Hessian row " + row, matrix.get()[row], exact.get());
            }
        }
        return wrong.or(() -> symmetry(matrix.get(), direction, product));
    }

    /** The Hessian; nothing where there is none, since the numbers of arrays of records are not in one row. */
    private Optional<double[][]> matrix() {
        boolean hasRecordArrays = compiled.arguments().stream()
                .map(Object::getClass)
                .anyMatch(type -> type.isArray() && type.getComponentType().isRecord());
        return hasRecordArrays
                ? Optional.empty()
                : Optional.of((double[][]) JavaValues.components(compiled.derivative("Hessian", compiled.arguments()))
                        .get(1));
    }

    private double[] product(double[] direction) {
        List<Object> arguments = compiled.arguments();
        arguments.addAll(compiled.tangents(direction));
        List<Object> components = JavaValues.components(compiled.derivative("Hvp", arguments));
        List<Object> scalars = new ArrayList<>();
        int next = 1;
        for (Program.Parameter p : program.entry().parameters()) {
            if (p.isDifferentiated()) {
                scalars.addAll(JavaValues.scalars(components.get(next++), p.type(), true));
            }
        }
        return scalars.stream().mapToDouble(s -> ((Number) s).doubleValue()).toArray();
    }

    private Optional<Failure> compared(Kind kind, String what, double[] found, List<Scalar.Real> expected) {
        for (int k = 0; k < found.length; k++) {
            Scalar.Real e = expected.get(k);
            if (!(Math.abs(found[k] - e.value()) <= tolerance * e.magnitude() + 1e-30)) {
                return Optional.of(new Failure(
                        kind,
                        what + " component " + k + " is " + found[k] + ", expected " + e.value() + " (terms up to "
                                + e.magnitude() + ")"));
            }
        }
        return Optional.empty();
    }

    private Optional<Failure> symmetry(double[][] matrix, double[] direction, double[] product) {
        double size = 1;
        for (double[] row : matrix) {
            for (double entry : row) {
                size = Math.max(size, Math.abs(entry));
            }
        }
        for (int i = 0; i < matrix.length; i++) {
            double expected = 0;
            for (int j = 0; j < matrix.length; j++) {
                expected += matrix[i][j] * direction[j];
                if (!(Math.abs(matrix[i][j] - matrix[j][i]) <= tolerance * size)) {
                    return Optional.of(
                            new Failure(Kind.HESSIAN, i + ", " + j + ": " + matrix[i][j] + " and " + matrix[j][i]));
                }
            }
            if (!(Math.abs(expected - product[i]) <= 10 * tolerance * size)) {
                return Optional.of(new Failure(
                        Kind.HESSIAN, "row " + i + " times the direction " + expected + ", Hvp " + product[i]));
            }
        }
        return Optional.empty();
    }
}
