package dev.leibniz.processor.shape;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrVerifier;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computes what a block hands on, such as the next value of a loop's variable, at its end: {@code sign = -sign} after the calls
 * and loops of the block instead of before them, where both the old and the new value would have to be kept meanwhile. Only what
 * depends on a single value of the block moves, so that no more values have to be kept than before.
 */
public final class LateUpdates {
    private final List<Stmt> stmts;
    private final Map<Value, Integer> left;
    private final Set<Var> own;
    private final Map<Value, Stmt.Let> movable = new HashMap<>();

    private LateUpdates(Block block, List<Var> params) {
        stmts = block.stmts();
        left = new HashMap<>(Walk.useCounts(block));
        own = new HashSet<>(params);
        for (Stmt stmt : stmts) {
            own.addAll(stmt.results());
        }
    }

    /** The same function with its updates in other places. */
    public static Function of(Function function) {
        return function.withBody(in(function.body(), List.of()));
    }

    private static Block in(Block block, List<Var> params) {
        Block inner = block.with(
                Walk.map(block.stmts(), stmt -> Walk.rebuild(stmt, each -> in(each, Walk.blockParams(stmt)))),
                block.yields());
        int heavy = inner.yields().isEmpty() ? -1 : inner.stmts().size() - 1;
        while (heavy >= 0 && !isHeavy(inner.stmts().get(heavy))) {
            heavy--;
        }
        return heavy < 0 || IrVerifier.endsInThrow(inner)
                ? inner
                : new LateUpdates(inner, params).moved(inner.yields(), heavy);
    }

    private static boolean isHeavy(Stmt stmt) {
        return stmt instanceof Stmt.Call || stmt instanceof Loop;
    }

    private Block moved(List<Value> yields, int heavy) {
        for (int i = 0; i < heavy; i++) {
            if (stmts.get(i) instanceof Stmt.Let let && isPure(let.expr())) {
                movable.put(let.target(), let);
            }
        }
        for (Value value : yields) {
            handOn(value);
        }
        Deque<Stmt> late = new ArrayDeque<>();
        Set<Var> targets = new HashSet<>();
        for (int i = heavy - 1; i >= 0; i--) {
            if (stmts.get(i) instanceof Stmt.Let let
                    && movable.containsKey(let.target())
                    && left.getOrDefault(let.target(), 0) == 0
                    && dependsOnOne(let)) {
                late.addFirst(let);
                targets.add(let.target());
                for (Value value : let.operands()) {
                    handOn(value);
                }
            }
        }
        if (late.isEmpty()) {
            return new Block(stmts, yields);
        }
        List<Stmt> all = new ArrayList<>(stmts);
        all.removeIf(stmt -> stmt instanceof Stmt.Let let && targets.contains(let.target()));
        all.addAll(late);
        return new Block(all, yields);
    }

    /** Counts one use fewer that stands in the way. */
    private void handOn(Value value) {
        left.computeIfPresent(value, (v, count) -> count - 1);
    }

    /** Whether all that it is computed from, but one value, is there anyway or can move, too. */
    private boolean dependsOnOne(Stmt.Let let) {
        Set<Value> needed = new HashSet<>();
        need(let, needed);
        return needed.size() <= 1;
    }

    private void need(Stmt.Let let, Set<Value> needed) {
        for (Value operand : let.operands()) {
            Stmt.Let definition = movable.get(operand);
            if (definition != null && left.getOrDefault(operand, 0) <= 1) {
                need(definition, needed);
            } else if (operand instanceof Var variable && own.contains(variable)) {
                needed.add(operand);
            }
        }
    }

    /** Whether it matters in no way when it is computed. */
    private static boolean isPure(Expr expr) {
        return expr instanceof Expr.Apply apply
                && apply.op() instanceof Primitive op
                && (op != Primitive.DIV && op != Primitive.REM || apply.type().isFloating());
    }
}
