package dev.leibniz.processor.transform.forward;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.transform.derivation.Names;

/**
 * Users have the directions of tangents in the outermost dimension, one whole tangent after the other; in vector mode they
 * are in the innermost one. This is the way from one to the other, for values of any, also jagged, shape.
 */
public final class Transposition {
    private Transposition() {}

    /** {@code tangents[d][i]} as {@code rows[i][d]}. */
    public static Value inward(Var primal, Value tangents, Value directions, BlockBuilder out) {
        if (!primal.type().isArray()) {
            return tangents;
        }
        Value rows = VectorTangents.zeros(primal, Names.tangent(primal), directions, out);
        Var d = new Var("d", Type.INT);
        BlockBuilder body = out.nested();
        forEachNumber(
                rows,
                body.load(tangents, d),
                body,
                (row, tangent, i, inner) -> inner.store(inner.load(row, i), d, inner.load(tangent, i)));
        out.loop(d, directions, body);
        return rows;
    }

    /** {@code rows[i][d]} as {@code tangents[d][i]}. */
    public static Value outward(Value primal, Value rows, String name, Value directions, BlockBuilder out) {
        if (!primal.type().isArray()) {
            return rows;
        }
        Var tangents = out.newArray(name, rows.type(), directions);
        Var d = new Var("d", Type.INT);
        BlockBuilder body = out.nested();
        Var tangent = body.zerosLike("tangent", primal);
        forEachNumber(
                rows, tangent, body, (row, into, i, inner) -> inner.store(into, i, inner.load(inner.load(row, i), d)));
        body.store(tangents, d, tangent);
        out.loop(d, directions, body);
        return tangents;
    }

    private interface Move {
        void number(Value row, Value tangent, Value i, BlockBuilder out);
    }

    private static void forEachNumber(Value rows, Value tangent, BlockBuilder out, Move move) {
        Var i = new Var("i", Type.INT);
        BlockBuilder body = out.nested();
        if (tangent.type().rank() == 1) {
            move.number(rows, tangent, i, body);
        } else {
            forEachNumber(body.load(rows, i), body.load(tangent, i), body, move);
        }
        out.loop(i, out.length(rows), body);
    }
}
