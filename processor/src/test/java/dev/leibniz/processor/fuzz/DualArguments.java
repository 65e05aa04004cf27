package dev.leibniz.processor.fuzz;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the arguments of a program into values of the interpreter, with the tangents of one direction. The differentiated
 * scalars are counted in the order of the parameters, arrays element by element and records component by component.
 */
final class DualArguments {

    private final double[] direction;
    private final double shift;
    private int next;

    private DualArguments(double[] direction, double shift) {
        this.direction = direction;
        this.shift = shift;
    }

    /** The arguments, each differentiated scalar moved by {@code shift} times its entry of the direction. */
    static List<Object> lift(Program program, double[] direction, double shift) {
        DualArguments lifting = new DualArguments(direction, shift);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < program.arguments().size(); i++) {
            Program.Parameter p = program.entry().parameters().get(i);
            values.add(lifting.lift(program.arguments().get(i), p.type(), p.constant()));
        }
        return values;
    }

    /** The number of differentiated scalars. */
    static int count(Program program) {
        int n = 0;
        for (int i = 0; i < program.arguments().size(); i++) {
            Program.Parameter p = program.entry().parameters().get(i);
            n += count(program.arguments().get(i), p.type(), p.constant());
        }
        return n;
    }

    private static int count(Object argument, Type type, boolean constant) {
        if (constant || !type.isDifferentiable()) {
            return 0;
        }
        int n = 0;
        if (type instanceof Type.ArrayOf array) {
            for (int i = 0; i < Array.getLength(argument); i++) {
                n += count(Array.get(argument, i), array.element(), false);
            }
            return n;
        }
        if (type instanceof Type.RecordOf record) {
            for (int i = 0; i < record.components().size(); i++) {
                Type.Component c = record.components().get(i);
                n += count(((List<?>) argument).get(i), c.type(), c.constant());
            }
            return n;
        }
        return 1;
    }

    private Object lift(Object argument, Type type, boolean constant) {
        if (type instanceof Type.ArrayOf array) {
            Object[] cells = new Object[Array.getLength(argument)];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = lift(Array.get(argument, i), array.element(), constant);
            }
            return new ArrayValue(cells, true);
        }
        if (type instanceof Type.RecordOf record) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < record.components().size(); i++) {
                Type.Component c = record.components().get(i);
                values.add(lift(((List<?>) argument).get(i), c.type(), constant || c.constant()));
            }
            return new RecordValue(record, List.copyOf(values));
        }
        if (!type.isFloating()) {
            return argument;
        }
        double primal = ((Number) argument).doubleValue();
        if (constant) {
            return Dual.constant(primal);
        }
        double tangent = direction[next++];
        return new Dual(primal + (shift == 0 ? 0 : shift * tangent), tangent, Math.abs(tangent), true);
    }
}
