package dev.leibniz.processor.emit;

import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;

/** What decides whether an evaluation may be moved: does it depend on memory, change it, or possibly throw? */
final class Memory {
    private Memory() {}

    /** Whether the statement itself, not counting its blocks, may change the contents of an array. */
    static boolean writes(Stmt stmt) {
        if (stmt instanceof Stmt.Call call) {
            return !(call.callee() instanceof Callee.External callee && callee.onlyComputes());
        }
        return stmt instanceof Stmt.Store
                || stmt instanceof Stmt.Accumulate
                || stmt instanceof Stmt.Fill
                || stmt instanceof Stmt.CopyRange
                || stmt instanceof Stmt.AddInto;
    }

    static boolean isReadBy(Expr expr) {
        return expr instanceof Expr.Load
                || expr instanceof Expr.Opaque
                || expr instanceof Expr.CloneArray
                || expr instanceof Expr.CopyOfRange
                || expr instanceof Expr.ZerosLike zeros && zeros.type().rank() > 1;
    }

    static boolean mayThrow(Expr expr) {
        if (expr instanceof Expr.Apply apply) {
            return (apply.op() == Op.Primitive.DIV || apply.op() == Op.Primitive.REM)
                            && !apply.type().isFloating()
                    || apply.op() instanceof Op.MathCall && !apply.type().isFloating();
        }
        return !(expr instanceof Expr.Length);
    }
}
