package dev.leibniz.processor.emit.locals;

import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Effect;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Stmt;

/** The facts that decide whether an evaluation may be moved: does it depend on memory, or change it? */
final class MemoryAccess {
    private MemoryAccess() {}

    /** Whether the statement itself, not counting its blocks, may change the contents of an array. */
    static boolean writes(Stmt stmt) {
        if (stmt instanceof Stmt.Call call) {
            return !(call.callee() instanceof Callee.External callee && callee.onlyComputes());
        }
        return stmt.effects().stream().anyMatch(Effect::writes);
    }

    static boolean isReadBy(Expr expr) {
        return expr instanceof Expr.Opaque || expr.effects().stream().anyMatch(Effect::reads);
    }
}
