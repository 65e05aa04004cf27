package dev.leibniz.processor.transform.arrays;

import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Recognises the loops that leave an array of numbers all zero. */
final class Zeroing {
    private final Function<Var, @Nullable Stmt> definitions;

    /**
     * @param definitions the statement that defines a variable, if one does
     */
    Zeroing(Function<Var, @Nullable Stmt> definitions) {
        this.definitions = definitions;
    }

    /** Whether the loop sets all of the array to zero, and does nothing else with it but read. */
    boolean isOf(Loop.For loop, Var array, Value size) {
        List<Stmt> touching = loop.body().stmts().stream()
                .filter(stmt -> Walk.uses(stmt, array))
                .toList();
        boolean isZeroing = !touching.isEmpty()
                && touching.get(touching.size() - 1) instanceof Stmt.Store store
                && store.index() == loop.index()
                && store.value() instanceof Const c
                && c.is(0)
                && touching.subList(0, touching.size() - 1).stream().allMatch(Zeroing::isRead);
        return isZeroing && runsOverAll(loop, size);
    }

    private static boolean isRead(Stmt stmt) {
        return stmt instanceof Stmt.Let;
    }

    private boolean runsOverAll(Loop.For loop, Value size) {
        if (loop.step() == 1) {
            return loop.from() instanceof Const c
                    && c.is(0)
                    && loop.relation() == Op.Primitive.LT
                    && isSize(loop.bound(), size);
        }
        return loop.step() == -1
                && loop.relation() == Op.Primitive.GE
                && loop.bound() instanceof Const c
                && c.is(0)
                && loop.from() instanceof Var start
                && definitions.apply(start) instanceof Stmt.Let let
                && let.expr() instanceof Expr.Apply minus
                && minus.op() == Op.Primitive.SUB
                && isSize(minus.operand(0), size)
                && minus.operand(1) instanceof Const one
                && one.is(1);
    }

    private boolean isSize(Value value, Value size) {
        return value.equals(size)
                || size instanceof Var variable
                        && definitions.apply(variable) instanceof Stmt.Let let
                        && let.expr() instanceof Expr.Apply max
                        && max.op().equals(Op.math("max"))
                        && max.operand(0).equals(value)
                        && max.operand(1) instanceof Const zero
                        && zero.is(0);
    }
}
