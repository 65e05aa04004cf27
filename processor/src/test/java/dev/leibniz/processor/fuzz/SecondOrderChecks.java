package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Failure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds second derivatives to differences of the oracle's gradient, and the Hessian to its symmetry. */
final class SecondOrderChecks {

    private final Program program;
    private final CompiledProgram compiled;
    private final Oracle oracle;
    private final Choices choose;

    SecondOrderChecks(Program program, CompiledProgram compiled, Oracle oracle, Choices choose) {
        this.program = program;
        this.compiled = compiled;
        this.oracle = oracle;
        this.choose = choose;
    }

    Optional<Failure> check() {
        int n = DualArguments.count(program);
        double[] direction = new double[n];
        for (int i = 0; i < n; i++) {
            direction[i] = (float) choose.number();
        }
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
        double[] product =
                scalars.stream().mapToDouble(s -> ((Number) s).doubleValue()).toArray();
        List<Object> hessian = JavaValues.components(compiled.derivative("Hessian", compiled.arguments()));
        double[][] matrix = (double[][]) hessian.get(1);
        if (product.length != n || matrix.length != n) {
            return Optional.of(new Failure(Kind.HESSIAN, "sizes " + product.length + ", " + matrix.length));
        }
        if (!oracle.doubts().isEmpty() || program.mentionsFloat()) {
            return Optional.empty();
        }
        return differences(direction, product).or(() -> symmetry(matrix, direction, product));
    }

    private Optional<Failure> differences(double[] direction, double[] product) {
        double h = 1e-5;
        List<double[]> gradients = new ArrayList<>();
        DualInterpreter.Outcome here = DualInterpreter.run(program, direction, 0, true);
        for (double shift : new double[] {h, -h, 2 * h, -2 * h}) {
            try {
                DualInterpreter.Outcome there =
                        DualInterpreter.run(Oracle.moved(program, direction, shift), direction, 0, true);
                Oracle moved = Oracle.of(program, direction, shift);
                if (there.watch().way() != here.watch().way() || !moved.doubts().isEmpty()) {
                    return Optional.empty();
                }
                gradients.add(moved.jacobian()[0]);
            } catch (Watch.Rejected e) {
                return Optional.empty();
            }
        }
        for (int k = 0; k < product.length; k++) {
            double fine = (gradients.get(0)[k] - gradients.get(1)[k]) / (2 * h);
            double coarse = (gradients.get(2)[k] - gradients.get(3)[k]) / (4 * h);
            double magnitude = oracle.magnitude()[0][k];
            double uncertainty = Math.abs(fine - coarse) + 1e-8 * (1 + magnitude);
            boolean usable = uncertainty < 1e-3 * (1 + Math.abs(fine)) && magnitude < 1e4;
            if (usable && !(Math.abs(product[k] - fine) <= 2 * uncertainty + 1e-5 * (1 + Math.abs(fine)))) {
                return Optional.of(new Failure(
                        Kind.HVP, "component " + k + " is " + product[k] + ", differences of the gradient " + fine));
            }
        }
        return Optional.empty();
    }

    private static Optional<Failure> symmetry(double[][] matrix, double[] direction, double[] product) {
        double size = 0;
        for (double[] row : matrix) {
            for (double entry : row) {
                size = Math.max(size, Math.abs(entry));
            }
        }
        for (int i = 0; i < matrix.length; i++) {
            double expected = 0;
            for (int j = 0; j < matrix.length; j++) {
                expected += matrix[i][j] * direction[j];
                if (!(Math.abs(matrix[i][j] - matrix[j][i]) <= 1e-8 * (size + 1))) {
                    return Optional.of(
                            new Failure(Kind.HESSIAN, i + ", " + j + ": " + matrix[i][j] + " and " + matrix[j][i]));
                }
            }
            if (!(Math.abs(expected - product[i]) <= 1e-7 * (size + 1))) {
                return Optional.of(new Failure(
                        Kind.HESSIAN, "row " + i + " times the direction " + expected + ", Hvp " + product[i]));
            }
        }
        return Optional.empty();
    }
}
