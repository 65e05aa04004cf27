package dev.leibniz.processor.transform;

import dev.leibniz.processor.analysis.Coverage;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Moves the allocation of a work array out of a loop when one array will do for all iterations: it is never known
 * outside the iteration, its size does not change, and each iteration writes its elements before it reads them or leaves
 * them all zero, as it found them.
 */
final class HoistAllocations {
    private final Map<Var, Stmt> definitions = new HashMap<>();

    private HoistAllocations() {}

    static Function in(Function function) {
        HoistAllocations pass = new HoistAllocations();
        Walk.forEach(function.body(), stmt -> stmt.results().forEach(result -> pass.definitions.put(result, stmt)));
        return function.withBody(pass.block(function.body()));
    }

    private Block block(Block block) {
        List<Stmt> stmts = new ArrayList<>();
        for (Stmt original : block.stmts()) {
            Stmt stmt = original.blocks().isEmpty()
                    ? original
                    : Walk.rebuild(original, operand -> operand, this::block);
            if (stmt instanceof Stmt.For || stmt instanceof Stmt.While) {
                stmt = hoistFrom(stmt, stmts);
            }
            stmts.add(stmt);
        }
        return new Block(stmts, block.yields());
    }

    private Stmt hoistFrom(Stmt loop, List<Stmt> before) {
        Block body = loop.blocks().get(loop.blocks().size() - 1);
        Set<Var> inside = new HashSet<>(Walk.blockParams(loop));
        Walk.forEach(body, stmt -> inside.addAll(stmt.results()));
        Set<Stmt> moved = new HashSet<>();
        for (int i = 0; i < body.stmts().size(); i++) {
            if (body.stmts().get(i) instanceof Stmt.Let let
                    && let.expr() instanceof Expr.NewArray array
                    && array.operands().size() == array.type().rank()
                    && array.operands().stream().noneMatch(size -> size instanceof Var v && inside.contains(v))) {
                Block rest = new Block(body.stmts().subList(i + 1, body.stmts().size()), body.yields());
                if (staysInside(rest, let.target()) && isReusable(rest, let.target(), array.operands())) {
                    moved.add(let);
                    before.add(let);
                }
            }
        }
        if (moved.isEmpty()) {
            return loop;
        }
        List<Stmt> kept = new ArrayList<>(body.stmts());
        kept.removeIf(moved::contains);
        return Walk.rebuild(
                loop, operand -> operand, inner -> inner == body ? new Block(kept, body.yields()) : inner);
    }

    /** Whether the array and its rows are only ever indexed, filled and measured. */
    private static boolean staysInside(Block block, Var array) {
        if (block.yields().contains(array)) {
            return false;
        }
        for (Stmt stmt : block.stmts()) {
            if (stmt instanceof Stmt.Let let && let.operands().contains(array)) {
                boolean isRow = let.target().type().isArray();
                if (!(let.expr() instanceof Expr.Load || let.expr() instanceof Expr.Length)
                        || isRow && !staysInside(block, let.target())) {
                    return false;
                }
            } else if (stmt instanceof Stmt.Store store && store.operands().contains(array)) {
                if (store.value() == array || store.value().type().isArray()) {
                    return false;
                }
            } else if (stmt.operands().contains(array)
                    && !(stmt instanceof Stmt.Accumulate)
                    && !(stmt instanceof Stmt.Fill fill && fill.value() != array)
                    && !(stmt instanceof Stmt.CopyRange && !array.type().element().isArray())) {
                return false;
            }
            for (Block inner : stmt.blocks()) {
                if (!staysInside(inner, array)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isReusable(Block rest, Var array, List<Value> sizes) {
        return Coverage.readsOnlyItsOwn(rest, array, sizes, definitions::get)
                || sizes.size() == 1 && endsZeroed(rest, array, sizes.get(0));
    }

    /** Whether the last statement to touch the array sets all of it to zero. */
    private boolean endsZeroed(Block rest, Var array, Value size) {
        Stmt last = null;
        for (Stmt stmt : rest.stmts()) {
            if (Walk.uses(stmt, array)) {
                last = stmt;
            }
        }
        if (!(last instanceof Stmt.For loop)) {
            return false;
        }
        List<Stmt> touching = loop.body().stmts().stream()
                .filter(stmt -> Walk.uses(stmt, array))
                .toList();
        boolean isZeroing = !touching.isEmpty()
                && touching.get(touching.size() - 1) instanceof Stmt.Store store
                && store.index() == loop.index()
                && store.value() instanceof Const c
                && c.is(0)
                && touching.subList(0, touching.size() - 1).stream().allMatch(HoistAllocations::isRead);
        return isZeroing && runsOverAll(loop, size);
    }

    private static boolean isRead(Stmt stmt) {
        return stmt instanceof Stmt.Let;
    }

    private boolean runsOverAll(Stmt.For loop, Value size) {
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
                && definitions.get(start) instanceof Stmt.Let let
                && let.expr() instanceof Expr.Apply minus
                && minus.op() == Op.Primitive.SUB
                && isSize(minus.operand(0), size)
                && minus.operand(1) instanceof Const one
                && one.is(1);
    }

    private boolean isSize(Value value, Value size) {
        return value.equals(size)
                || size instanceof Var variable
                        && definitions.get(variable) instanceof Stmt.Let let
                        && let.expr() instanceof Expr.Apply max
                        && max.op().equals(Op.math("max"))
                        && max.operand(0).equals(value);
    }
}
