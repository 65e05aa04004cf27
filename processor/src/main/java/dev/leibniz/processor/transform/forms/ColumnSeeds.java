package dev.leibniz.processor.transform.forms;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.transform.derivation.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * One direction for each number among the inputs: the tangents to start forward mode from, and its results cut
 * into the gradients of the single parameters. Handles numbers and arrays of numbers.
 */
final class ColumnSeeds {
    private final List<Var> leaves;
    private final Type element;
    private final List<Value> starts = new ArrayList<>();

    /**
     * @param element the type of the outputs
     */
    ColumnSeeds(List<Var> leaves, Type element) {
        this.leaves = leaves;
        this.element = element;
    }

    boolean arePossible() {
        return leaves.stream()
                .allMatch(leaf -> leaf.type().rank() <= 1 && leaf.type().leaf().equals(element));
    }

    /** The number of directions. */
    Value count(BlockBuilder out) {
        Value count = Const.of(0);
        for (Var leaf : leaves) {
            starts.add(count);
            Value size = leaf.type().isArray() ? out.length(leaf) : Const.of(1);
            count = count instanceof Const c && c.is(0) ? size : out.plus(count, size);
        }
        return count;
    }

    List<Value> tangents(Value count, BlockBuilder out) {
        List<Value> tangents = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            Var leaf = leaves.get(i);
            Type type = Type.arrayOf(leaf.type());
            Const one = Const.number(1, element);
            if (leaf.type().isArray()) {
                Value size = out.length(leaf);
                Var seeds = out.newArray(Names.tangent(leaf), type, size, count);
                Var k = new Var("k", Type.INT);
                BlockBuilder body = out.nested();
                body.store(body.load(seeds, k), at(starts.get(i), k, body), one);
                out.loop(k, size, body);
                tangents.add(seeds);
            } else {
                Var seeds = out.newArray(Names.tangent(leaf), type, count);
                out.store(seeds, starts.get(i), one);
                tangents.add(seeds);
            }
        }
        return tangents;
    }

    private static Value at(Value start, Value k, BlockBuilder out) {
        return start instanceof Const c && c.is(0) ? k : out.plus(start, k);
    }

    /** Writes the rows of the Jacobian by each leaf into arrays that are there. */
    void splitInto(List<Var> given, Var tangents, Value outputs, BlockBuilder out) {
        Var row = new Var("row", Type.INT);
        BlockBuilder body = out.nested();
        Value all = body.load("all", tangents, row);
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).type().isArray()) {
                Value target = body.load(given.get(i), row);
                Value length = body.length(leaves.get(i));
                body.add(new Stmt.CopyRange(all, starts.get(i), target, Const.of(0), length, body.origin()));
            } else {
                body.store(given.get(i), row, body.load(all, starts.get(i)));
            }
        }
        out.loop(row, outputs, body);
    }

    /** The rows of the Jacobian by each leaf. */
    List<Value> split(Var tangents, Value outputs, BlockBuilder out) {
        if (leaves.size() == 1 && leaves.get(0).type().isArray()) {
            return List.of(tangents);
        }
        List<Value> jacobians = new ArrayList<>();
        for (Var leaf : leaves) {
            jacobians.add(out.newArray(leaf.name() + "Rows", Type.arrayOf(leaf.type()), outputs));
        }
        Var row = new Var("row", Type.INT);
        BlockBuilder body = out.nested();
        Value all = body.load("all", tangents, row);
        for (int i = 0; i < leaves.size(); i++) {
            Value start = starts.get(i);
            Value part;
            if (leaves.get(i).type().isArray()) {
                Value end = body.plus(start, body.length(leaves.get(i)));
                part = body.let(new Expr.CopyOfRange(all, start, end));
            } else {
                part = body.load(all, start);
            }
            body.store(jacobians.get(i), row, part);
        }
        out.loop(row, outputs, body);
        return jacobians;
    }
}
