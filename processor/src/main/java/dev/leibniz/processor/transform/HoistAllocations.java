package dev.leibniz.processor.transform;

import dev.leibniz.processor.analysis.Coverage;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
    private final Zeroing zeroing = new Zeroing(definitions::get);

    private HoistAllocations() {}

    static Function in(Function function) {
        if (!Walk.any(function.body(), HoistAllocations::isLoopThatAllocates)) {
            return function;
        }
        HoistAllocations pass = new HoistAllocations();
        Walk.forEach(function.body(), stmt -> stmt.results().forEach(result -> pass.definitions.put(result, stmt)));
        return function.withBody(pass.block(function.body()));
    }

    private static boolean isLoopThatAllocates(Stmt stmt) {
        return stmt instanceof Stmt.Loop
                && stmt.blocks().get(stmt.blocks().size() - 1).stmts().stream()
                        .anyMatch(inner -> inner instanceof Stmt.Let let && let.expr() instanceof Expr.NewArray);
    }

    private Block block(Block block) {
        List<Stmt> stmts = new ArrayList<>();
        for (Stmt original : block.stmts()) {
            Stmt stmt =
                    original.blocks().isEmpty() ? original : Walk.rebuild(original, operand -> operand, this::block);
            if (stmt instanceof Stmt.Loop) {
                stmt = hoistFrom(stmt, stmts);
            }
            stmts.add(stmt);
        }
        return block.with(stmts, block.yields());
    }

    private Stmt hoistFrom(Stmt loop, List<Stmt> before) {
        Block body = loop.blocks().get(loop.blocks().size() - 1);
        Set<Var> inside = new HashSet<>(Walk.blockParams(loop));
        Walk.forEach(body, stmt -> inside.addAll(stmt.results()));
        Map<Var, Stmt.Let> sizes = sizesOf(body, inside);
        Set<Stmt> moved = new LinkedHashSet<>();
        for (int i = 0; i < body.stmts().size(); i++) {
            if (body.stmts().get(i) instanceof Stmt.Let let
                    && let.expr() instanceof Expr.NewArray array
                    && array.operands().size() == array.type().rank()
                    && array.operands().stream().allMatch(size -> isKnown(size, inside, sizes))) {
                Block rest = new Block(body.stmts().subList(i + 1, body.stmts().size()), body.yields());
                if (staysInside(rest, let.target()) && isReusable(rest, let.target(), array.operands())) {
                    array.operands().forEach(size -> moveSize(size, sizes, moved));
                    moved.add(let);
                }
            }
        }
        before.addAll(moved);
        if (moved.isEmpty()) {
            return loop;
        }
        List<Stmt> kept = new ArrayList<>(body.stmts());
        kept.removeIf(moved::contains);
        return Walk.rebuild(loop, operand -> operand, inner -> inner == body ? new Block(kept, body.yields()) : inner);
    }

    /** What the body computes from values outside without being able to fail: lengths, and arithmetic on them. */
    private static Map<Var, Stmt.Let> sizesOf(Block body, Set<Var> inside) {
        Map<Var, Stmt.Let> sizes = new HashMap<>();
        for (Stmt stmt : body.stmts()) {
            if (stmt instanceof Stmt.Let let
                    && let.target().type() == Type.INT
                    && isSafe(let.expr())
                    && let.operands().stream().allMatch(operand -> isKnown(operand, inside, sizes))) {
                sizes.put(let.target(), let);
            }
        }
        return sizes;
    }

    private static boolean isSafe(Expr expr) {
        if (expr instanceof Expr.Apply apply) {
            return apply.op() == Op.Primitive.ADD
                    || apply.op() == Op.Primitive.SUB
                    || apply.op() == Op.Primitive.MUL
                    || apply.op().equals(Op.math("max"));
        }
        return expr instanceof Expr.Length;
    }

    private static boolean isKnown(Value value, Set<Var> inside, Map<Var, Stmt.Let> sizes) {
        return !(value instanceof Var variable) || !inside.contains(variable) || sizes.containsKey(variable);
    }

    private static void moveSize(Value size, Map<Var, Stmt.Let> sizes, Set<Stmt> moved) {
        Stmt.Let let = size instanceof Var variable ? sizes.get(variable) : null;
        if (let != null && !moved.contains(let)) {
            let.operands().forEach(operand -> moveSize(operand, sizes, moved));
            moved.add(let);
        }
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
                    && !(stmt instanceof Stmt.CopyRange
                            && !array.type().element().isArray())) {
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

    /**
     * Whether the code leaves the array all zero if it was all zero before: the last statement to touch it sets it to
     * zero, or each one that does is a loop whose body leaves it so.
     */
    private boolean endsZeroed(Block code, Var array, Value size) {
        List<Stmt> users =
                code.stmts().stream().filter(stmt -> Walk.uses(stmt, array)).toList();
        if (users.isEmpty()) {
            return true;
        }
        return users.get(users.size() - 1) instanceof Stmt.For last && zeroing.isOf(last, array, size)
                || users.stream()
                        .allMatch(stmt -> stmt instanceof Stmt.For loop
                                && !loop.operands().contains(array)
                                && endsZeroed(loop.body(), array, size));
    }
}
