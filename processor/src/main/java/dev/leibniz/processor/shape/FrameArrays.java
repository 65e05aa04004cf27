package dev.leibniz.processor.shape;

import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a frame that are too many for a class: one array for each type, with one element for each value. The constant pool of a
 * class file would be full of fields, where an index costs nothing.
 */
final class FrameArrays {
    private final Map<Type, Var> arrays = new LinkedHashMap<>();
    private final Map<Var, Integer> slots = new HashMap<>();
    private final Map<Type, Integer> sizes = new HashMap<>();

    /** Gives the variable an element of the array of its type. */
    void add(Var variable) {
        Type type = variable.type();
        arrays.computeIfAbsent(type, t -> new Var(name(t), Type.arrayOf(t)));
        slots.put(variable, sizes.merge(type, 1, Integer::sum) - 1);
    }

    /** {@code doubleArrays} for values that are arrays of numbers. */
    private static String name(Type type) {
        String leaf = type.leaf() instanceof Type.Scalar scalar ? scalar.toString() : "object";
        return leaf + "Array".repeat(type.rank()) + "s";
    }

    boolean has(Var variable) {
        return slots.containsKey(variable);
    }

    /** Whether the variable holds one of the arrays. */
    boolean isArray(Var variable) {
        return variable.type() instanceof Type.Array array && arrays.get(array.element()) == variable;
    }

    /** The element that belongs to the variable. */
    Expr.Load element(Var variable) {
        return new Expr.Load(array(variable), slot(variable));
    }

    /** {@code array[slot] = value}. */
    Stmt store(Var variable, Value value, Origin origin) {
        return new Stmt.Store(array(variable), slot(variable), value, origin);
    }

    private Var array(Var variable) {
        Var array = arrays.get(variable.type());
        if (array == null) {
            throw new IllegalStateException("not in an array: " + variable);
        }
        return array;
    }

    private Value slot(Var variable) {
        Integer slot = slots.get(variable);
        if (slot == null) {
            throw new IllegalStateException("not in an array: " + variable);
        }
        return Const.of(slot);
    }

    /** The allocation of all arrays. */
    List<Stmt> allocations() {
        List<Stmt> all = new ArrayList<>();
        arrays.forEach((type, array) -> all.add(new Stmt.Let(
                array, new Expr.NewArray(array.type(), List.of(Const.of(sizes.getOrDefault(type, 0)))), Origin.NONE)));
        return all;
    }
}
