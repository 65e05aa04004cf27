package dev.leibniz.processor.transform.arrays;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;

/** Whether an array of numbers is known to code by one name only. */
final class Indexing {
    private Indexing() {}

    /** Whether a block only reads, writes and measures the array: hands it to nobody, and gives it no other name. */
    static boolean isAllThatHappensTo(Value array, Block block) {
        return !block.yields().contains(array)
                && block.stmts().stream()
                        .allMatch(stmt ->
                                (isIndexing(stmt, array) || !stmt.operands().contains(array))
                                        && stmt.blocks().stream().allMatch(inner -> isAllThatHappensTo(array, inner)));
    }

    /** Whether the array is known by no other name in the block, and not behind it; it may be copied there. */
    static boolean isItsOnlyName(Value array, Block block) {
        return !block.yields().contains(array)
                && block.stmts().stream()
                        .allMatch(stmt -> (isIndexing(stmt, array)
                                        || isCopying(stmt)
                                        || !stmt.operands().contains(array))
                                && stmt.blocks().stream().allMatch(inner -> isItsOnlyName(array, inner)));
    }

    private static boolean isCopying(Stmt stmt) {
        if (stmt instanceof Stmt.Call call) {
            boolean mayReturnIt =
                    call.results().stream().anyMatch(result -> result.type().isArray());
            boolean mayStoreIt = call.args().stream().anyMatch(arg -> arg.type().rank() > 1);
            return !mayReturnIt && !mayStoreIt;
        }
        return stmt instanceof Stmt.Let let
                && (let.expr() instanceof Expr.CloneArray
                        || let.expr() instanceof Expr.CopyOfRange
                        || let.expr() instanceof Expr.ZerosLike);
    }

    private static boolean isIndexing(Stmt stmt, Value array) {
        return stmt instanceof Stmt.Let let && isRead(let.expr())
                || stmt instanceof Stmt.Store store && store.value() != array
                || stmt instanceof Stmt.Accumulate
                || stmt instanceof Stmt.Fill fill && fill.value() != array
                || stmt instanceof Stmt.CopyRange
                || stmt instanceof Stmt.AddInto;
    }

    private static boolean isRead(Expr expr) {
        return expr instanceof Expr.Load || expr instanceof Expr.Length;
    }

    /** Whether a statement does no more than to read elements of the array, or its length. */
    static boolean isReading(Stmt stmt, Var array) {
        return stmt instanceof Stmt.Let let
                && isRead(let.expr())
                && let.expr().operands().get(0) == array;
    }
}
