package dev.leibniz.processor.transform.record;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The stacks on which functions that are not inlined keep the values for their backward sweeps: they grow; there is one for each type.
 * The forward sweep of a call lays its values on top, and the backward sweep takes them from there; as calls are swept backward in
 * the reverse of their order, each finds its own. A stack is an array of one row, which is replaced by a longer one when it is full,
 * and its height is an array of one number, so that every function that is given them can change them.
 */
public final class ValueStacks {
    private static final int FIRST_CAPACITY = 16;

    private final Map<Type, Stack> stacks = new LinkedHashMap<>();

    private record Stack(Var rows, Var height) {}

    ValueStacks copy() {
        ValueStacks copy = new ValueStacks();
        copy.stacks.putAll(stacks);
        return copy;
    }

    private Stack stack(Type type) {
        return stacks.computeIfAbsent(type, t -> {
            String name = name(t) + "Stack";
            return new Stack(
                    new Var(name, Type.arrayOf(Type.arrayOf(t))), new Var(name + "Height", Type.arrayOf(Type.INT)));
        });
    }

    private static String name(Type type) {
        String leaf = type.leaf() instanceof Type.Scalar scalar ? scalar.toString() : "object";
        return leaf + "Row".repeat(type.rank());
    }

    /** The stacks for values of these types, and their heights: parameters of a function, or arguments of a call. */
    public List<Var> of(List<Type> layout) {
        List<Var> all = new ArrayList<>();
        layout.forEach(type -> {
            all.add(stack(type).rows());
            all.add(stack(type).height());
        });
        return all;
    }

    /** Makes empty stacks of all types that were asked for. */
    public void make(BlockBuilder out) {
        stacks.forEach((type, stack) -> {
            Expr rows = new Expr.NewArray(stack.rows().type(), List.of(Const.of(1), Const.of(FIRST_CAPACITY)));
            Expr height = new Expr.NewArray(stack.height().type(), List.of(Const.of(1)));
            out.add(new Stmt.Let(stack.rows(), rows, Origin.NONE));
            out.add(new Stmt.Let(stack.height(), height, Origin.NONE));
        });
    }

    /** Appends code that lays values on top. */
    public void push(List<Var> values, BlockBuilder out) {
        byType(values).forEach((type, some) -> {
            Stack stack = stack(type);
            Value height = out.load("height", stack.height(), Const.of(0));
            Value end = out.plus(height, Const.of(some.size()));
            Value row = roomFor(end, stack, out);
            for (int i = 0; i < some.size(); i++) {
                out.store(row, i == 0 ? height : out.plus(height, Const.of(i)), some.get(i));
            }
            out.store(stack.height(), Const.of(0), end);
        });
    }

    /** The row of a stack, or one of twice the length if it is too short. */
    private static Value roomFor(Value end, Stack stack, BlockBuilder out) {
        Value row = out.load("row", stack.rows(), Const.of(0));
        Value isFull = out.compare(Op.Primitive.GT, end, out.length(row));
        BlockBuilder grow = out.nested();
        Value twice = grow.apply(Op.Primitive.MUL, Type.INT, Const.of(2), end);
        Var longer = grow.let("row", new Expr.CopyOfRange(row, Const.of(0), twice));
        grow.store(stack.rows(), Const.of(0), longer);
        Var enough = new Var("row", row.type());
        out.add(new Stmt.If(isFull, grow.build(longer), Block.yielding(row), List.of(enough), out.origin()));
        return enough;
    }

    /** Appends code that takes the values from the top, and defines them anew. */
    public void pop(List<Var> values, BlockBuilder out) {
        byType(values).forEach((type, some) -> {
            Stack stack = stack(type);
            Value end = out.load("height", stack.height(), Const.of(0));
            Value height = out.minus(end, Const.of(some.size()));
            Value row = out.load("row", stack.rows(), Const.of(0));
            for (int i = 0; i < some.size(); i++) {
                Value place = i == 0 ? height : out.plus(height, Const.of(i));
                out.add(new Stmt.Let(some.get(i), new Expr.Load(row, place), out.origin()));
            }
            out.store(stack.height(), Const.of(0), height);
        });
    }

    private static Map<Type, List<Var>> byType(List<Var> values) {
        Map<Type, List<Var>> byType = new LinkedHashMap<>();
        values.forEach(value ->
                byType.computeIfAbsent(value.type(), t -> new ArrayList<>()).add(value));
        return byType;
    }
}
