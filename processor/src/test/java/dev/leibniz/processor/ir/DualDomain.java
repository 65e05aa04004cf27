package dev.leibniz.processor.ir;

import java.lang.reflect.Array;
import java.util.List;
import java.util.function.BiFunction;

/** Floating-point values with their directional derivatives; all other values are Java's own. */
final class DualDomain implements IrInterpreter.Domain {

    /** A {@code double} or {@code float} and its derivative. */
    record Dual(Number primal, double tangent) {}

    /** An array and the array of the derivatives of its elements, as mutable as the array itself. */
    record DualArray(Object primal, Object tangent) {}

    private final PlainDomain plain;

    DualDomain(BiFunction<Expr.Opaque, List<Object>, Object> opaque) {
        this.plain = new PlainDomain(opaque);
    }

    /** Zeros of type double, in the shape of an array. */
    static Object tangentLike(Object array) {
        if (array == null) {
            return null;
        }
        int length = Array.getLength(array);
        if (!(array instanceof Object[] rows)) {
            return new double[length];
        }
        Class<?> row = array.getClass().getComponentType();
        Object tangent = Array.newInstance(tangentClass(row), length);
        for (int i = 0; i < length; i++) {
            Array.set(tangent, i, tangentLike(rows[i]));
        }
        return tangent;
    }

    private static Class<?> tangentClass(Class<?> primal) {
        return primal.isArray() ? tangentClass(primal.getComponentType()).arrayType() : double.class;
    }

    @Override
    public Object constant(Const constant) {
        return constant.type().isDifferentiable()
                ? dual(constant.type(), constant.value(), constant.type().isArray() ? null : (Object) 0.0)
                : constant.value();
    }

    private static Object dual(Type type, Object primal, Object tangent) {
        if (!type.isDifferentiable()) {
            return primal;
        }
        return type.isArray() ? new DualArray(primal, tangent) : new Dual((Number) primal, (Double) tangent);
    }

    @Override
    public Object plain(Object value) {
        return value instanceof Dual dual ? dual.primal() : value instanceof DualArray array ? array.primal() : value;
    }

    private static Object tangent(Object value) {
        return value instanceof Dual dual ? dual.tangent() : value instanceof DualArray array ? array.tangent() : null;
    }

    private List<Object> plain(List<Object> values) {
        return java.util.Arrays.asList(values.stream().map(this::plain).toArray());
    }

    @Override
    public Object eval(Expr expr, List<Object> operands) {
        Object primal = plain.eval(expr, plain(operands));
        if (!expr.type().isDifferentiable()) {
            return primal;
        }
        Object first = operands.isEmpty() ? null : tangent(operands.get(0));
        if (expr instanceof Expr.Apply apply) {
            return new Dual((Number) primal, DualPartials.tangent(apply, plain(operands), tangents(operands)));
        } else if (expr instanceof Expr.Load) {
            return dual(expr.type(), primal, Array.get(first, (Integer) operands.get(1)));
        } else if (expr instanceof Expr.CloneArray clone) {
            return new DualArray(primal, PlainDomain.cloneArray(first, clone.deep()));
        } else if (expr instanceof Expr.CopyOfRange) {
            Object copy = PlainDomain.copyOfRange(first, (Integer) operands.get(1), (Integer) operands.get(2));
            return new DualArray(primal, copy);
        }
        return dual(expr.type(), primal, expr.type().isArray() ? tangentLike(primal) : (Object) 0.0);
    }

    private static double[] tangents(List<Object> operands) {
        return operands.stream()
                .mapToDouble(value -> value instanceof Dual dual ? dual.tangent() : 0)
                .toArray();
    }

    @Override
    public void write(Stmt stmt, List<Object> operands) {
        plain.write(stmt, plain(operands));
        if (stmt instanceof Stmt.Marker || !(operands.get(0) instanceof DualArray array)) {
            return;
        }
        if (stmt instanceof Stmt.Store) {
            Array.set(array.tangent(), (Integer) operands.get(1), tangent(operands.get(2)));
        } else if (stmt instanceof Stmt.Accumulate) {
            PlainDomain.accumulate(array.tangent(), (Integer) operands.get(1), tangent(operands.get(2)));
        } else if (stmt instanceof Stmt.Fill) {
            Object value = tangent(operands.get(3));
            PlainDomain.fill(array.tangent(), (Integer) operands.get(1), (Integer) operands.get(2), value);
        } else if (stmt instanceof Stmt.AddInto) {
            PlainDomain.addInto(array.tangent(), tangent(operands.get(1)));
        } else {
            System.arraycopy(
                    array.tangent(),
                    (Integer) operands.get(1),
                    tangent(operands.get(2)),
                    (Integer) operands.get(3),
                    (Integer) operands.get(4));
        }
    }
}
