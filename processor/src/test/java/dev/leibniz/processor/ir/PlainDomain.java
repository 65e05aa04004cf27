package dev.leibniz.processor.ir;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Java's own values: boxed primitives, arrays, and objects. */
final class PlainDomain implements IrInterpreter.Domain {
    private final BiFunction<Expr.Opaque, List<Object>, Object> opaque;

    PlainDomain(BiFunction<Expr.Opaque, List<Object>, Object> opaque) {
        this.opaque = opaque;
    }

    @Override
    public Object constant(Const constant) {
        return constant.value();
    }

    @Override
    public Object plain(Object value) {
        return value;
    }

    @Override
    public Object eval(Expr expr, List<Object> operands) {
        if (expr instanceof Expr.Apply apply) {
            return JavaOperators.apply(apply, operands);
        } else if (expr instanceof Expr.Load) {
            return Array.get(operands.get(0), (Integer) operands.get(1));
        } else if (expr instanceof Expr.GetField read) {
            return fields(operands.get(0)).get(read.field());
        } else if (expr instanceof Expr.NewFrame) {
            return new HashMap<String, Object>();
        } else if (expr instanceof Expr.Length) {
            return Array.getLength(operands.get(0));
        } else if (expr instanceof Expr.NewArray array) {
            return newArray(array.type(), operands);
        } else if (expr instanceof Expr.ZerosLike) {
            return zerosLike(operands.get(0));
        } else if (expr instanceof Expr.CloneArray clone) {
            return cloneArray(operands.get(0), clone.deep());
        } else if (expr instanceof Expr.CopyOfRange) {
            return copyOfRange(operands.get(0), (Integer) operands.get(1), (Integer) operands.get(2));
        }
        return opaque.apply((Expr.Opaque) expr, operands);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object frame) {
        return (Map<String, Object>) frame;
    }

    static Object newArray(Type type, List<Object> dims) {
        Type element = type;
        for (int i = 0; i < dims.size(); i++) {
            element = element.element();
        }
        int[] lengths = dims.stream().mapToInt(dim -> (Integer) dim).toArray();
        return Array.newInstance(JavaOperators.javaClass(element), lengths);
    }

    static Object zerosLike(Object array) {
        Object zeros = Array.newInstance(array.getClass().getComponentType(), Array.getLength(array));
        if (array instanceof Object[] rows) {
            for (int i = 0; i < rows.length; i++) {
                Array.set(zeros, i, zerosLike(rows[i]));
            }
        }
        return zeros;
    }

    static Object cloneArray(Object array, boolean deep) {
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        if (deep
                && copy instanceof Object[] rows
                && array.getClass().getComponentType().isArray()) {
            Arrays.setAll(rows, i -> cloneArray(rows[i], true));
        }
        return copy;
    }

    static Object copyOfRange(Object array, int from, int to) {
        int length = Array.getLength(array);
        if (from < 0 || from > length) {
            throw new ArrayIndexOutOfBoundsException(from);
        }
        if (from > to) {
            throw new IllegalArgumentException(from + " > " + to);
        }
        Object copy = Array.newInstance(array.getClass().getComponentType(), to - from);
        System.arraycopy(array, from, copy, 0, Math.min(to, length) - from);
        return copy;
    }

    @Override
    public void write(Stmt stmt, List<Object> operands) {
        if (stmt instanceof Stmt.Store) {
            Array.set(operands.get(0), (Integer) operands.get(1), operands.get(2));
        } else if (stmt instanceof Stmt.SetField write) {
            fields(operands.get(0)).put(write.field(), operands.get(1));
        } else if (stmt instanceof Stmt.Accumulate) {
            accumulate(operands.get(0), (Integer) operands.get(1), operands.get(2));
        } else if (stmt instanceof Stmt.Fill) {
            fill(operands.get(0), (Integer) operands.get(1), (Integer) operands.get(2), operands.get(3));
        } else if (stmt instanceof Stmt.CopyRange) {
            System.arraycopy(
                    operands.get(0), (Integer) operands.get(1), operands.get(2), (Integer) operands.get(3), (Integer)
                            operands.get(4));
        } else if (stmt instanceof Stmt.AddInto) {
            addInto(operands.get(0), operands.get(1));
        } else if (!(stmt instanceof Stmt.Marker)) {
            throw new IllegalStateException("unknown statement " + stmt);
        }
    }

    static void accumulate(Object array, int i, Object value) {
        if (array instanceof float[] floats) {
            floats[i] += (Float) value;
        } else {
            ((double[]) array)[i] += (Double) value;
        }
    }

    static void fill(Object array, int from, int to, Object value) {
        if (from < 0 || to > Array.getLength(array)) {
            throw new ArrayIndexOutOfBoundsException(from < 0 ? from : to);
        }
        if (from > to) {
            throw new IllegalArgumentException(from + " > " + to);
        }
        for (int i = from; i < to; i++) {
            Array.set(array, i, value);
        }
    }

    static void addInto(Object target, Object source) {
        if (target == source) {
            return;
        }
        for (int i = 0; i < Array.getLength(source); i++) {
            if (source instanceof Object[] rows) {
                addInto(Array.get(target, i), rows[i]);
            } else {
                accumulate(target, i, Array.get(source, i));
            }
        }
    }
}
