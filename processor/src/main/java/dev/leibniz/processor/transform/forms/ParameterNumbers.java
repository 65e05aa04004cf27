package dev.leibniz.processor.transform.forms;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** All numbers among the parameters, counted: parameters in order, arrays row by row. */
final class ParameterNumbers {
    private ParameterNumbers() {}

    /** The action for one number, by the leaf it is in, its indices there, and its place among all. */
    interface Visit {
        void number(int leaf, List<Value> indices, Value position, BlockBuilder out);
    }

    /** The count of the numbers. */
    static Value count(List<Var> leaves, BlockBuilder out) {
        Value count = Const.of(0);
        for (Var leaf : leaves) {
            count = plus(count, size(leaf, out), out);
        }
        return count;
    }

    private static Value plus(Value a, Value b, BlockBuilder out) {
        return a instanceof Const c && c.is(0) ? b : out.plus(a, b);
    }

    private static Value size(Value array, BlockBuilder out) {
        if (!array.type().isArray()) {
            return Const.of(1);
        }
        if (array.type().rank() == 1) {
            return out.length(array);
        }
        return overRows(array, Const.of(0), out, (row, soFar, i, body) -> body.plus(soFar, size(row, body)));
    }

    /** Appends code for each number; there are loops for those in arrays. */
    static void forEach(List<Var> leaves, BlockBuilder out, Visit visit) {
        Value position = Const.of(0);
        for (int i = 0; i < leaves.size(); i++) {
            position = visit(i, leaves.get(i), List.of(), position, out, visit);
        }
    }

    /** Visits the numbers in a value, beginning at a place; the place after them. */
    private static Value visit(int leaf, Value value, List<Value> indices, Value start, BlockBuilder out, Visit visit) {
        if (!value.type().isArray()) {
            visit.number(leaf, indices, start, out);
            return plus(start, Const.of(1), out);
        }
        if (value.type().rank() > 1) {
            return overRows(
                    value, start, out, (row, at, i, body) -> visit(leaf, row, with(indices, i), at, body, visit));
        }
        Var i = new Var("i", Type.INT);
        BlockBuilder body = out.nested();
        visit.number(leaf, with(indices, i), plus(start, i, body), body);
        out.loop(i, out.length(value), body);
        return plus(start, out.length(value), out);
    }

    private static List<Value> with(List<Value> indices, Value index) {
        List<Value> all = new ArrayList<>(indices);
        all.add(index);
        return all;
    }

    private interface Row {
        Value next(Value row, Value at, Value i, BlockBuilder body);
    }

    private static Value overRows(Value rows, Value start, BlockBuilder out, Row code) {
        Var i = new Var("i", Type.INT);
        Var at = new Var("at", Type.INT);
        Var end = new Var("at", Type.INT);
        BlockBuilder body = out.nested();
        Value next = code.next(body.load(rows, i), at, i, body);
        out.add(Loop.For.upTo(
                i, out.length(rows), List.of(at), List.of(start), body.build(next), List.of(end), out.origin()));
        return end;
    }
}
