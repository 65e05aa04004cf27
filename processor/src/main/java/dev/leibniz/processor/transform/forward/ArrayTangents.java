package dev.leibniz.processor.transform.forward;

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
 * Tangents in all directions for the statements that make arrays or move many elements: where the primal has an element,
 * the tangents have a row.
 */
final class ArrayTangents {
    private final VectorTangents tangents;
    private final Var directions;

    ArrayTangents(VectorTangents tangents, Var directions) {
        this.tangents = tangents;
        this.directions = directions;
    }

    /** Appends a statement and its tangents. */
    void add(Stmt stmt, BlockBuilder out) {
        out.add(stmt);
        if (stmt instanceof Stmt.Let let) {
            if (tangents.activity().carries(let.target())) {
                tangents.put(let.target(), tangentsOf(let, out));
            }
        } else if (stmt instanceof Stmt.Store s && s.value().type().isArray()) {
            if (tangents.ofOrNull(s.array()) != null) {
                out.store(tangents.orZeros(s.array(), out), s.index(), tangents.orZeros(s.value(), out));
            }
        } else if (stmt instanceof Stmt.Fill s) {
            if (tangents.ofOrNull(s.array()) != null) {
                fill(s, out);
            }
        } else if (stmt instanceof Stmt.CopyRange s) {
            if (tangents.ofOrNull(s.target()) != null) {
                copyRange(s, out);
            }
        } else if (stmt instanceof Stmt.AddInto s) {
            Value source = tangents.ofOrNull(s.source());
            if (source != null && tangents.ofOrNull(s.target()) != null) {
                out.add(new Stmt.AddInto(tangents.orZeros(s.target(), out), source, s.origin()));
            }
        } else {
            tangents.activity().requireNoShadow(stmt);
        }
    }

    private Value tangentsOf(Stmt.Let let, BlockBuilder out) {
        Expr expr = let.expr();
        String name = Names.tangent(let.target());
        Type type = Type.arrayOf(let.target().type());
        Value source = expr.operands().isEmpty()
                ? null
                : tangents.ofOrNull(expr.operands().get(0));
        boolean hasRows = let.target().type().rank() > 1;
        if (expr instanceof Expr.Load load) {
            return out.load(name, tangents.orZeros(load.array(), out), load.index());
        } else if (expr instanceof Expr.NewArray array) {
            List<Value> sizes = new ArrayList<>(array.operands());
            if (sizes.size() == let.target().type().rank()) {
                sizes.add(directions);
            }
            return out.let(name, new Expr.NewArray(type, sizes));
        } else if (expr instanceof Expr.CloneArray clone && source != null) {
            return out.let(name, new Expr.CloneArray(source, clone.deep() || !hasRows));
        } else if (expr instanceof Expr.CopyOfRange copy && source != null) {
            if (hasRows) {
                return out.let(name, new Expr.CopyOfRange(source, copy.from(), copy.to()));
            }
            Value size = out.length(let.target());
            Var rows = out.newArray(name, type, size, directions);
            Value available = out.minus(out.length(copy.array()), copy.from());
            copyRows(source, copy.from(), rows, Const.of(0), out.math("min", size, available), out);
            return rows;
        } else if (expr instanceof Expr.Apply apply) {
            List<Value> operands = new ArrayList<>(apply.operands());
            operands.replaceAll(operand -> operand.type().isArray() ? tangents.orZeros(operand, out) : operand);
            return out.let(name, new Expr.Apply(apply.op(), operands, type));
        }
        return tangents.zeros(let.target(), out);
    }

    private void fill(Stmt.Fill fill, BlockBuilder out) {
        Value rows = tangents.orZeros(fill.array(), out);
        Value source = tangents.orZeros(fill.value(), out);
        if (fill.value().type().isArray()) {
            out.add(new Stmt.Fill(rows, fill.from(), fill.to(), source, fill.origin()));
            return;
        }
        Var i = new Var("i", Type.INT);
        BlockBuilder body = out.nested();
        tangents.overwrite(body.load(rows, body.plus(fill.from(), i)), source, body);
        out.loop(i, out.minus(fill.to(), fill.from()), body);
    }

    private void copyRange(Stmt.CopyRange copy, BlockBuilder out) {
        Value target = tangents.orZeros(copy.target(), out);
        Value source = tangents.orZeros(copy.source(), out);
        if (copy.source().type().rank() > 1) {
            out.add(new Stmt.CopyRange(
                    source, copy.sourceFrom(), target, copy.targetFrom(), copy.length(), copy.origin()));
            return;
        }
        boolean mayOverlap = tangents.facts().pointsTo().mayAlias(copy.source(), copy.target());
        Value from = mayOverlap ? out.let(new Expr.CloneArray(source, true)) : source;
        copyRows(from, copy.sourceFrom(), target, copy.targetFrom(), copy.length(), out);
    }

    private void copyRows(
            Value source, Value sourceFrom, Value target, Value targetFrom, Value count, BlockBuilder out) {
        Var i = new Var("i", Type.INT);
        BlockBuilder body = out.nested();
        Value from = body.load(source, body.plus(sourceFrom, i));
        tangents.overwrite(body.load(target, body.plus(targetFrom, i)), from, body);
        out.loop(i, count, body);
    }
}
