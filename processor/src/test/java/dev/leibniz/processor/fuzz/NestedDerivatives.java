package dev.leibniz.processor.fuzz;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Calls of generated derivatives inside a program, as the contract describes them: the method is run once for each direction,
 * on arguments that carry tangents of a level above all there are, and the derivatives are read off its results.
 */
final class NestedDerivatives {

    private final DualInterpreter methods;
    private int level;

    NestedDerivatives(DualInterpreter methods, int levels) {
        this.methods = methods;
        this.level = levels;
    }

    /** The record that the derivative returns. */
    Object evaluate(Expr.Derivative e, List<Object> arguments) {
        Program.Function function = methods.function(e.function());
        int n = function.parameters().size();
        List<Object> own = arguments.subList(0, n);
        List<Object> more = arguments.subList(n, arguments.size());
        level++;
        try {
            return switch (e.form()) {
                case "Grad" -> gradient(e.type(), function, own, List.of(Scalar.constant(1)), List.of());
                case "GradInto" -> gradient(e.type(), function, own, List.of(Scalar.constant(1)), more);
                case "Vjp" -> {
                    List<Object> cotangents = new ArrayList<>();
                    JavaValues.collectInterpreted(more.get(0), function.result(), true, cotangents);
                    yield gradient(e.type(), function, own, scalars(cotangents), List.of());
                }
                case "Jvp" -> tangent(e.type(), function, own, more);
                case "Jacobian" -> jacobian(e.type(), function, own);
                case "Hvp" -> product(e.type(), function, own, more);
                default -> hessian(e.type(), function, own);
            };
        } finally {
            level--;
        }
    }

    private static List<Scalar> scalars(List<Object> values) {
        return values.stream().map(Scalar.class::cast).toList();
    }

    private static List<Scalar> scalars(List<Object> values, List<Program.Parameter> parameters) {
        List<Object> found = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).isDifferentiated()) {
                JavaValues.collectInterpreted(values.get(i), parameters.get(i).type(), true, found);
            }
        }
        return scalars(found);
    }

    /** The tangents of the differentiated parameters, in order. */
    private static List<Scalar> tangents(List<Object> values, List<Program.Parameter> parameters) {
        return scalars(
                values,
                parameters.stream().filter(Program.Parameter::isDifferentiated).toList());
    }

    private Object run(Program.Function function, List<Object> arguments, int at, List<Scalar> tangents) {
        Iterator<Scalar> next = tangents.iterator();
        return methods.invoke(function.name(), DualArguments.lifted(arguments, function.parameters(), at, next::next));
    }

    private static List<Scalar> unit(int n, int k) {
        List<Scalar> unit = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            unit.add(i == k ? DualArguments.tangent(1) : Scalar.ZERO);
        }
        return unit;
    }

    private Object primal(Program.Function function, List<Object> arguments) {
        return methods.invoke(
                function.name(), DualArguments.lifted(arguments, function.parameters(), level, () -> Scalar.ZERO));
    }

    private Object atLevel(Object result, Type type, boolean tangent) {
        return DualArguments.mapped(result, type, false, s -> tangent ? s.tangentAt(level) : s.primalAt(level));
    }

    /** The rows of the Jacobian, one for each scalar of the result. */
    private List<List<Scalar>> rows(Program.Function function, List<Object> arguments) {
        int n = scalars(arguments, function.parameters()).size();
        List<List<Scalar>> rows = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            List<Object> results = new ArrayList<>();
            Object result = run(function, arguments, level, unit(n, k));
            JavaValues.collectInterpreted(result, function.result(), true, results);
            for (int row = 0; row < results.size(); row++) {
                if (k == 0) {
                    rows.add(new ArrayList<>());
                }
                rows.get(row).add(((Scalar) results.get(row)).tangentAt(level));
            }
        }
        return rows;
    }

    private Object gradient(
            Type.RecordOf type,
            Program.Function function,
            List<Object> arguments,
            List<Scalar> cotangents,
            List<Object> buffers) {
        List<Object> components = new ArrayList<>();
        components.add(atLevel(primal(function, arguments), function.result(), false));
        List<List<Scalar>> rows = rows(function, arguments);
        int n = scalars(arguments, function.parameters()).size();
        List<Scalar> gradient = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            Scalar sum = Scalar.ZERO;
            for (int row = 0; row < rows.size(); row++) {
                sum = Tangents.sum(
                        sum, Tangents.product(cotangents.get(row), rows.get(row).get(k)));
            }
            gradient.add(sum);
        }
        Iterator<Object> buffer = buffers.iterator();
        for (Object part : shaped(gradient.iterator(), function, arguments)) {
            boolean added = part instanceof ArrayValue && buffer.hasNext();
            components.add(added ? added((ArrayValue) buffer.next(), (ArrayValue) part) : part);
        }
        return new RecordValue(type, List.copyOf(components));
    }

    /** Adds to what is in a buffer. */
    private static ArrayValue added(ArrayValue buffer, ArrayValue gradient) {
        for (int i = 0; i < gradient.length(); i++) {
            if (gradient.get(i) instanceof ArrayValue row) {
                added((ArrayValue) buffer.get(i), row);
            } else {
                buffer.set(i, Tangents.sum((Scalar) buffer.get(i), (Scalar) gradient.get(i)));
            }
        }
        return buffer;
    }

    /** Scalars in the shape of the differentiated parameters. */
    private static List<Object> shaped(Iterator<Scalar> scalars, Program.Function function, List<Object> arguments) {
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Program.Parameter p = function.parameters().get(i);
            if (p.isDifferentiated()) {
                parts.add(shaped(scalars, arguments.get(i), p.type(), false));
            }
        }
        return parts;
    }

    /** Scalars in the shape of a value, with zeros for floating-point numbers that are constants. */
    private static Object shaped(Iterator<Scalar> scalars, Object like, Type type, boolean constant) {
        if (type instanceof Type.ArrayOf array) {
            Object[] cells = new Object[((ArrayValue) like).length()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = shaped(scalars, ((ArrayValue) like).get(i), array.element(), constant);
            }
            return new ArrayValue(cells, false);
        }
        if (type instanceof Type.RecordOf record) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < record.components().size(); i++) {
                Type.Component c = record.components().get(i);
                Object part = ((RecordValue) like).values().get(i);
                values.add(shaped(scalars, part, c.type(), constant || c.constant()));
            }
            return new RecordValue(record, List.copyOf(values));
        }
        if (!type.isFloating()) {
            return like;
        }
        return constant ? Scalar.constant(0) : scalars.next();
    }

    /** A value with arrays that may be written to. */
    private static Object thawed(Object value) {
        if (!(value instanceof ArrayValue array)) {
            return value;
        }
        ArrayValue copy = array.copy(0, array.length(), ArrayValue.ABSENT);
        for (int i = 0; i < copy.length(); i++) {
            copy.set(i, thawed(copy.get(i)));
        }
        return copy;
    }

    private Object tangent(
            Type.RecordOf type, Program.Function function, List<Object> arguments, List<Object> tangents) {
        Object result = run(function, arguments, level, tangents(tangents, function.parameters()));
        return new RecordValue(
                type,
                List.of(atLevel(result, function.result(), false), thawed(atLevel(result, function.result(), true))));
    }

    private Object jacobian(Type.RecordOf type, Program.Function function, List<Object> arguments) {
        List<Object> components = new ArrayList<>();
        components.add(atLevel(primal(function, arguments), function.result(), false));
        List<List<Object>> rows = new ArrayList<>();
        for (List<Scalar> row : rows(function, arguments)) {
            rows.add(shaped(row.iterator(), function, arguments));
        }
        for (int i = 0; i < type.components().size() - 1; i++) {
            int part = i;
            components.add(
                    new ArrayValue(rows.stream().map(row -> row.get(part)).toArray(), false));
        }
        return new RecordValue(type, List.copyOf(components));
    }

    private Object product(
            Type.RecordOf type, Program.Function function, List<Object> arguments, List<Object> tangents) {
        List<Scalar> direction = tangents(tangents, function.parameters());
        List<Scalar> gradient = new ArrayList<>();
        List<Scalar> product = new ArrayList<>();
        Object value = atLevel(primal(function, arguments), function.result(), false);
        for (int k = 0; k < direction.size(); k++) {
            Scalar second = second(function, arguments, unit(direction.size(), k), direction);
            gradient.add(second.primalAt(level + 1).tangentAt(level));
            product.add(second.tangentAt(level + 1).tangentAt(level));
        }
        List<Object> components = new ArrayList<>();
        components.add(gradientRecord(type, value, gradient, function, arguments));
        components.addAll(shaped(product.iterator(), function, arguments));
        return new RecordValue(type, List.copyOf(components));
    }

    private static RecordValue gradientRecord(
            Type.RecordOf type,
            Object value,
            List<Scalar> gradient,
            Program.Function function,
            List<Object> arguments) {
        List<Object> parts = new ArrayList<>(List.of(value));
        parts.addAll(shaped(gradient.iterator(), function, arguments));
        return new RecordValue((Type.RecordOf) type.components().get(0).type(), List.copyOf(parts));
    }

    /** The result with tangents at this level and at the next. */
    private Scalar second(
            Program.Function function, List<Object> arguments, List<Scalar> first, List<Scalar> direction) {
        Iterator<Scalar> next = first.iterator();
        List<Object> once = DualArguments.lifted(arguments, function.parameters(), level, next::next);
        level++;
        try {
            return (Scalar) run(function, once, level, direction);
        } finally {
            level--;
        }
    }

    private Object hessian(Type.RecordOf type, Program.Function function, List<Object> arguments) {
        int n = scalars(arguments, function.parameters()).size();
        List<Scalar> gradient = new ArrayList<>();
        Object[] rows = new Object[n];
        for (int i = 0; i < n; i++) {
            Object[] row = new Object[n];
            for (int k = 0; k < n; k++) {
                Scalar second = second(function, arguments, unit(n, i), unit(n, k));
                row[k] = second.tangentAt(level + 1).tangentAt(level);
                if (k == 0) {
                    gradient.add(second.primalAt(level + 1).tangentAt(level));
                }
            }
            rows[i] = new ArrayValue(row, false);
        }
        Object value = atLevel(primal(function, arguments), function.result(), false);
        RecordValue grad = gradientRecord(type, value, gradient, function, arguments);
        return new RecordValue(type, List.of(grad, new ArrayValue(rows, false)));
    }
}
