package dev.leibniz.processor.fuzz;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Turns arguments into values of the interpreter that carry tangents. The differentiated scalars are counted in the order of
 * the parameters, arrays element by element and records component by component.
 */
final class DualArguments {

    private DualArguments() {}

    /**
     * The arguments of a program, each differentiated scalar moved by {@code shift} times its entry of the first direction,
     * with the tangents of each direction at a level of its own, from 1 on.
     */
    static List<Object> lift(Program program, double shift, double[]... directions) {
        int[] moved = {0};
        List<Object> values = new ArrayList<>();
        List<Program.Parameter> parameters = program.entry().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Program.Parameter p = parameters.get(i);
            Object value = value(program.arguments().get(i), p.type());
            values.add(mapped(
                    value,
                    p.type(),
                    p.constant(),
                    s -> shift == 0 ? s : Scalar.constant(s.value() + shift * directions[0][moved[0]++])));
        }
        for (int level = 1; level <= directions.length; level++) {
            double[] direction = directions[level - 1];
            int[] next = {0};
            values = lifted(values, parameters, level, () -> tangent(direction[next[0]++]));
        }
        return values;
    }

    /** The arguments of a program, each differentiated scalar a variable. */
    static List<Object> jets(Program program) {
        int[] next = {0};
        List<Object> values = new ArrayList<>();
        List<Program.Parameter> parameters = program.entry().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Program.Parameter p = parameters.get(i);
            Object value = value(program.arguments().get(i), p.type());
            values.add(mapped(value, p.type(), p.constant(), s -> {
                Series variable = Series.variable(next[0]++, Double.isFinite(s.value()) ? s.value() : 0);
                Scalar.Jet jet = Scalar.Jet.of(s);
                return new Scalar.Jet(s.value(), variable, jet.trusted(), jet.why());
            }));
        }
        return values;
    }

    static Scalar tangent(double value) {
        return new Scalar.Real(value, Math.abs(value), false);
    }

    /** Arguments as a derivative of the given level sees them: frozen copies with these tangents, one for each scalar. */
    static List<Object> lifted(
            List<Object> arguments, List<Program.Parameter> parameters, int level, Supplier<Scalar> tangents) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Program.Parameter p = parameters.get(i);
            values.add(
                    mapped(arguments.get(i), p.type(), p.constant(), s -> new Scalar.Dual(level, s, tangents.get())));
        }
        return values;
    }

    /** What becomes of a differentiated scalar. */
    interface Change {
        Scalar of(Scalar scalar);
    }

    /** A frozen copy of a value with other scalars in the place of the differentiated ones. */
    static Object mapped(Object value, Type type, boolean constant, Change change) {
        if (type instanceof Type.ArrayOf array) {
            ArrayValue old = (ArrayValue) value;
            Object[] cells = new Object[old.length()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = mapped(old.get(i), array.element(), constant, change);
            }
            return new ArrayValue(cells, true);
        }
        if (type instanceof Type.RecordOf record) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < record.components().size(); i++) {
                Type.Component c = record.components().get(i);
                values.add(mapped(((RecordValue) value).values().get(i), c.type(), constant || c.constant(), change));
            }
            return new RecordValue(record, List.copyOf(values));
        }
        return constant || !type.isFloating() ? value : change.of((Scalar) value);
    }

    /** The number of differentiated scalars. */
    static int count(Program program) {
        int[] n = {0};
        List<Program.Parameter> parameters = program.entry().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Program.Parameter p = parameters.get(i);
            mapped(value(program.arguments().get(i), p.type()), p.type(), p.constant(), s -> {
                n[0]++;
                return s;
            });
        }
        return n[0];
    }

    /** Plain data as a value of the interpreter. */
    private static Object value(Object plain, Type type) {
        if (type instanceof Type.ArrayOf array) {
            Object[] cells = new Object[Array.getLength(plain)];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = value(Array.get(plain, i), array.element());
            }
            return new ArrayValue(cells, true);
        }
        if (type instanceof Type.Collected c) {
            return new ArrayValue(
                    ((List<?>) plain).stream().map(e -> value(e, c.element())).toArray(), true);
        }
        if (type == Type.RANDOM || type == Type.SPLITTABLE) {
            return JavaValues.generator(plain, type);
        }
        if (type instanceof Type.RecordOf record) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < record.components().size(); i++) {
                values.add(value(
                        ((List<?>) plain).get(i), record.components().get(i).type()));
            }
            return new RecordValue(record, List.copyOf(values));
        }
        if (plain instanceof Character c) {
            return (int) c;
        }
        if (type.isNarrow()) {
            return ((Number) plain).intValue();
        }
        return type.isFloating() ? Scalar.constant(((Number) plain).doubleValue()) : plain;
    }
}
