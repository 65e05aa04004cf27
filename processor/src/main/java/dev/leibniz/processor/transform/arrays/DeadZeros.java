package dev.leibniz.processor.transform.arrays;

import dev.leibniz.processor.analysis.Coverage;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Removes the zeros that the backward sweep leaves in an array of adjoints where they are not read any more. Only
 * for arrays that are written before they are read: the zeros of others let them be used again.
 */
public final class DeadZeros {
    private final Map<Var, Stmt> definitions = new HashMap<>();

    private DeadZeros() {}

    public static Function in(Function function) {
        if (!Walk.any(function.body(), stmt -> stmt instanceof Stmt.Let let && let.expr() instanceof Expr.NewArray)) {
            return function;
        }
        DeadZeros pass = new DeadZeros();
        pass.definitions.putAll(Walk.definitions(function.body()));
        return function.withBody(pass.block(function.body()));
    }

    private Block block(Block block) {
        List<Stmt> stmts = new ArrayList<>();
        for (Stmt stmt : block.stmts()) {
            stmts.add(Walk.rebuild(stmt, this::block));
        }
        for (int i = 0; i < stmts.size(); i++) {
            if (stmts.get(i) instanceof Stmt.Let let
                    && let.expr() instanceof Expr.NewArray array
                    && let.target().type().rank() == 1) {
                Block rest = new Block(stmts.subList(i + 1, stmts.size()), block.yields());
                if (Indexing.isAllThatHappensTo(let.target(), rest)
                        && Coverage.readsOnlyItsOwn(rest, let.target(), array.operands(), definitions::get)) {
                    clear(let.target(), stmts, i + 1);
                }
            }
        }
        return block.with(stmts, block.yields());
    }

    private static void clear(Var array, List<Stmt> stmts, int from) {
        for (int i = stmts.size() - 1; i >= from; i--) {
            List<Stmt> after = stmts.subList(i + 1, stmts.size());
            if (isZero(stmts.get(i), array) && stmts.get(i) instanceof Stmt.Store store) {
                boolean wasRead = isRead(stmts.subList(from, i), array, index -> !index.equals(store.index()));
                if (wasRead && !isRead(after, array, index -> isOther(index, store.index()))) {
                    stmts.remove(i);
                }
            } else if (stmts.get(i) instanceof Loop.For loop && !isRead(after, array, index -> isBelow(index, loop))) {
                stmts.set(i, cleared(loop, array));
            }
        }
    }

    private static boolean isZero(Stmt stmt, Var array) {
        return stmt instanceof Stmt.Store store
                && store.array() == array
                && store.value() instanceof Const c
                && c.is(0);
    }

    /** Whether any statement reads the array at an index that is not known to be of no concern. */
    private static boolean isRead(List<Stmt> stmts, Var array, Predicate<Value> ofNoConcern) {
        for (Stmt stmt : stmts) {
            boolean reads = stmt instanceof Stmt.Let let
                            && let.expr() instanceof Expr.Load load
                            && load.array() == array
                            && !ofNoConcern.test(load.index())
                    || stmt instanceof Stmt.Accumulate add && add.array() == array && !ofNoConcern.test(add.index())
                    || isCopy(stmt) && stmt.operands().contains(array);
            if (reads || stmt.blocks().stream().anyMatch(inner -> isRead(inner.stmts(), array, ofNoConcern))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCopy(Stmt stmt) {
        return stmt instanceof Stmt.CopyRange || stmt instanceof Stmt.AddInto;
    }

    private static boolean isOther(Value a, Value b) {
        return a instanceof Const x && b instanceof Const y && !Objects.equals(x.value(), y.value());
    }

    /** Whether an index is below all those the loop runs through. */
    private static boolean isBelow(Value index, Loop.For loop) {
        Value lowest = loop.step() > 0 ? loop.from() : loop.bound();
        return index instanceof Const c
                && c.value() instanceof Integer at
                && lowest instanceof Const first
                && first.value() instanceof Integer start
                && at < start;
    }

    /** The loop without the zero at its index, if each iteration reads only there, and before. */
    private static Stmt cleared(Loop.For loop, Var array) {
        List<Stmt> body = new ArrayList<>(loop.body().stmts());
        for (int i = body.size() - 1; i >= 0; i--) {
            if (isZero(body.get(i), array) && ((Stmt.Store) body.get(i)).index() == loop.index()) {
                boolean wasRead = isRead(body.subList(0, i), array, index -> index != loop.index());
                boolean readsElsewhere = isRead(body.subList(0, i), array, index -> index == loop.index());
                boolean readsAfter = isRead(body.subList(i + 1, body.size()), array, index -> false);
                if (wasRead && !readsElsewhere && !readsAfter) {
                    body.remove(i);
                }
                break;
            }
        }
        return Walk.rebuild(
                loop, value -> value, ignored -> new Block(body, loop.body().yields()));
    }
}
