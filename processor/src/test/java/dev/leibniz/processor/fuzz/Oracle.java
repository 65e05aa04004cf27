package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the interpreter says of a program: the scalars of its result, and its Jacobian with the magnitudes that errors are
 * measured by. Rows are the differentiated scalars of the result, columns those of the parameters.
 */
record Oracle(List<Object> primal, double[][] jacobian, double[][] magnitude, Set<String> doubts) {

    static Oracle of(Program program) {
        int columns = DualArguments.count(program);
        Set<String> doubts = new TreeSet<>();
        DualInterpreter.Outcome plain = DualInterpreter.run(program, 0, true);
        int rows = differentiated(plain).size();
        double[][] jacobian = new double[rows][columns];
        double[][] magnitude = new double[rows][columns];
        for (int k = 0; k < columns; k++) {
            DualInterpreter.Outcome outcome = DualInterpreter.run(program, 0, true, unit(columns, k));
            doubts.addAll(outcome.watch().doubts());
            List<Scalar> results = differentiated(outcome);
            for (int row = 0; row < rows; row++) {
                Scalar.Real tangent = results.get(row).tangentAt(1).real();
                jacobian[row][k] = tangent.value();
                magnitude[row][k] = tangent.magnitude();
            }
        }
        return new Oracle(primal(plain), jacobian, magnitude, doubts);
    }

    static double[] unit(int n, int k) {
        double[] unit = new double[n];
        unit[k] = 1;
        return unit;
    }

    /** The Hessian of a program with one result times a direction, with its magnitudes; nothing if it is in doubt. */
    static Optional<List<Scalar.Real>> secondDerivatives(Program program, double[] direction) {
        List<Scalar.Real> product = new ArrayList<>();
        for (int k = 0; k < direction.length; k++) {
            DualInterpreter.Outcome outcome =
                    DualInterpreter.run(program, 0, true, unit(direction.length, k), direction);
            if (!outcome.watch().doubts().isEmpty()) {
                return Optional.empty();
            }
            product.add(((Scalar) outcome.value()).tangentAt(2).tangentAt(1).real());
        }
        return Optional.of(product);
    }

    static List<Scalar> differentiated(DualInterpreter.Outcome outcome) {
        List<Object> results = new ArrayList<>();
        JavaValues.collectInterpreted(outcome.value(), outcome.type(), true, results);
        return results.stream().map(Scalar.class::cast).toList();
    }

    private static List<Object> primal(DualInterpreter.Outcome outcome) {
        List<Object> results = new ArrayList<>();
        JavaValues.collectInterpreted(outcome.value(), outcome.type(), false, results);
        results.replaceAll(r -> r instanceof Scalar scalar ? scalar.real() : r);
        return results;
    }

    /** Whether these are the scalars of the result: bit for bit, except for what is made of derivatives. */
    boolean agrees(List<Object> java, double tolerance) {
        if (java.size() != primal.size()) {
            return false;
        }
        for (int i = 0; i < java.size(); i++) {
            Object expected = primal.get(i);
            if (!(expected instanceof Scalar.Real real)) {
                if (!java.get(i).toString().equals(expected.toString())) {
                    return false;
                }
            } else if (real.exact() ? !java.get(i).equals(real.value()) : !close(real, java.get(i), tolerance)) {
                return false;
            }
        }
        return true;
    }

    private static boolean close(Scalar.Real expected, Object found, double tolerance) {
        double value = ((Number) found).doubleValue();
        double error = Math.abs(value - expected.value());
        return Double.compare(value, expected.value()) == 0 || error <= tolerance * expected.magnitude() + 1e-30;
    }
}
