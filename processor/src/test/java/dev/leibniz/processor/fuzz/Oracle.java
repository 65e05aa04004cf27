package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the interpreter says of a program: the scalars of its result, and its Jacobian with the magnitudes that errors are
 * measured by. Rows are the differentiated scalars of the result, columns those of the parameters.
 */
record Oracle(List<Object> primal, double[][] jacobian, double[][] magnitude, Set<String> doubts) {

    static Oracle of(Program program) {
        return of(program, new double[DualArguments.count(program)], 0);
    }

    /** The same at arguments that are moved by {@code shift} times a direction. */
    static Oracle of(Program program, double[] direction, double shift) {
        Program moved = shift == 0 ? program : moved(program, direction, shift);
        int columns = DualArguments.count(program);
        Set<String> doubts = new TreeSet<>();
        DualInterpreter.Outcome plain = DualInterpreter.run(moved, new double[columns], 0, true);
        int rows = differentiated(plain).size();
        double[][] jacobian = new double[rows][columns];
        double[][] magnitude = new double[rows][columns];
        for (int k = 0; k < columns; k++) {
            double[] unit = new double[columns];
            unit[k] = 1;
            DualInterpreter.Outcome outcome = DualInterpreter.run(moved, unit, 0, true);
            doubts.addAll(outcome.watch().doubts());
            List<Object> results = differentiated(outcome);
            for (int row = 0; row < results.size(); row++) {
                Dual dual = (Dual) results.get(row);
                jacobian[row][k] = dual.tangent();
                magnitude[row][k] = dual.magnitude();
            }
        }
        return new Oracle(primal(plain), jacobian, magnitude, doubts);
    }

    private static List<Object> differentiated(DualInterpreter.Outcome outcome) {
        List<Object> results = new ArrayList<>();
        JavaValues.collectInterpreted(outcome.value(), outcome.type(), true, results);
        return results;
    }

    private static List<Object> primal(DualInterpreter.Outcome outcome) {
        List<Object> results = new ArrayList<>();
        JavaValues.collectInterpreted(outcome.value(), outcome.type(), false, results);
        results.replaceAll(r -> r instanceof Dual dual ? (Object) dual.primal() : r);
        return results;
    }

    /** The program with other arguments. */
    static Program moved(Program program, double[] direction, double shift) {
        int[] next = {0};
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < program.arguments().size(); i++) {
            Program.Parameter p = program.entry().parameters().get(i);
            arguments.add(movedPlain(program.arguments().get(i), p.type(), p.constant(), direction, shift, next));
        }
        return new Program(
                program.name(),
                program.order(),
                program.records(),
                program.constants(),
                program.functions(),
                List.copyOf(arguments));
    }

    private static Object movedPlain(
            Object plain, Type type, boolean constant, double[] direction, double shift, int[] next) {
        if (type instanceof Type.RecordOf record) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < record.components().size(); i++) {
                Type.Component c = record.components().get(i);
                Object value = ((List<?>) plain).get(i);
                values.add(movedPlain(value, c.type(), constant || c.constant(), direction, shift, next));
            }
            return List.copyOf(values);
        }
        return JavaValues.make(plain, type, plain.getClass(), constant, (t, old) -> {
            double value = ((Number) old).doubleValue() + shift * direction[next[0]++];
            return t == Type.FLOAT ? (Object) (float) value : (Object) value;
        });
    }
}
