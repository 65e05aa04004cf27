package dev.leibniz.processor.transform.arrays;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Allocates the rows of an array of arrays together with it: {@code rows = new double[n][]} followed by a loop over
 * {@code i} with {@code rows[i] = new double[m]} becomes {@code rows = new double[n][m]} and {@code rows[i]}, where
 * {@code m} is the same in all iterations. Values that are saved in nested loops then have one declaration, and their
 * loops allocate nothing.
 */
public final class NestAllocations {
    private final Map<Var, Integer> stores = new HashMap<>();
    private final Set<Var> handedOn = new HashSet<>();

    private NestAllocations() {}

    public static Function in(Function function) {
        if (!Walk.any(function.body(), NestAllocations::allocatesRowsLater)) {
            return function;
        }
        NestAllocations pass = new NestAllocations();
        pass.note(function.body());
        return function.withBody(pass.block(function.body(), new HashSet<>(function.params())));
    }

    private static boolean allocatesRowsLater(Stmt stmt) {
        return stmt instanceof Stmt.Let let
                && let.expr() instanceof Expr.NewArray array
                && array.type().rank() > array.operands().size();
    }

    /** Notes which arrays get rows put into them, and which are known by more than one name. */
    private void note(Block block) {
        for (Stmt stmt : Walk.statements(block)) {
            if (stmt instanceof Stmt.Store store) {
                if (store.array() instanceof Var array && array.type().rank() > 1) {
                    stores.merge(array, 1, Integer::sum);
                }
            } else if (!(stmt instanceof Stmt.Let let && isPlainRead(let.expr()))) {
                for (Value value : stmt.operands()) {
                    handOn(value);
                }
            }
            for (Block inner : stmt.blocks()) {
                inner.yields().forEach(this::handOn);
            }
        }
        for (Value value : block.yields()) {
            handOn(value);
        }
    }

    private static boolean isPlainRead(Expr expr) {
        return expr instanceof Expr.Load || expr instanceof Expr.Length;
    }

    private void handOn(Value value) {
        if (value instanceof Var variable && variable.type().rank() > 1) {
            handedOn.add(variable);
        }
    }

    private Block block(Block block, Set<Var> outside) {
        Set<Var> known = new HashSet<>(outside);
        Map<Var, Integer> allocatedHere = new HashMap<>();
        List<Stmt> stmts = new ArrayList<>();
        for (Stmt original : block.stmts()) {
            Stmt stmt = original;
            if (!original.blocks().isEmpty()) {
                Set<Var> inside = new HashSet<>(known);
                inside.addAll(Walk.blockParams(original));
                stmt = Walk.rebuild(original, operand -> operand, inner -> block(inner, inside));
            }
            if (stmt instanceof Loop.For loop && loop.step() == 1) {
                stmt = withoutRowAllocations(loop, allocatedHere, stmts, known);
            }
            if (allocatesRowsLater(stmt)) {
                allocatedHere.put(stmt.results().get(0), stmts.size());
            }
            known.addAll(stmt.results());
            stmts.add(stmt);
        }
        return block.with(stmts, block.yields());
    }

    /** The loop with {@code rows[i]} where it allocated a row; the allocations of the outer arrays are widened. */
    private Stmt withoutRowAllocations(
            Loop.For loop, Map<Var, Integer> allocatedHere, List<Stmt> stmts, Set<Var> known) {
        List<Stmt> body = new ArrayList<>(loop.body().stmts());
        boolean changed = false;
        for (int i = 0; i < body.size(); i++) {
            if (!(body.get(i) instanceof Stmt.Store store)
                    || store.index() != loop.index()
                    || !(store.array() instanceof Var rows)
                    || !(store.value() instanceof Var row)) {
                continue;
            }
            Integer at = allocatedHere.get(rows);
            int allocation = allocationOf(row, body, i);
            if (at == null || allocation < 0 || stores.getOrDefault(rows, 0) != 1 || handedOn.contains(rows)) {
                continue;
            }
            Stmt.Let outer = (Stmt.Let) stmts.get(at);
            Stmt.Let inner = (Stmt.Let) body.get(allocation);
            List<Value> rowSizes = inner.expr().operands();
            List<Value> sizes = new ArrayList<>(outer.expr().operands());
            if (sizes.size() != 1 || !rowSizes.stream().allMatch(size -> isKnown(size, known))) {
                continue;
            }
            sizes.addAll(rowSizes);
            Stmt.Let widened = new Stmt.Let(
                    outer.target(), new Expr.NewArray(outer.target().type(), sizes), outer.origin());
            int place = lastDefinition(rowSizes, at, stmts);
            if (place > at && usedBetween(rows, at, place, stmts)) {
                continue;
            }
            if (place > at) {
                stmts.remove((int) at);
                stmts.add(place, widened);
                allocatedHere.replaceAll((array, index) -> index > at && index <= place ? index - 1 : index);
                allocatedHere.put(rows, place);
            } else {
                stmts.set(at, widened);
            }
            body.set(allocation, new Stmt.Let(row, new Expr.Load(rows, loop.index()), inner.origin()));
            body.remove(i);
            i--;
            changed = true;
        }
        return changed
                ? Walk.rebuild(
                        loop,
                        operand -> operand,
                        ignored -> new Block(body, loop.body().yields()))
                : loop;
    }

    /** The position in the loop body at which the row is allocated, before {@code end}; -1 if it is not a new array of that body. */
    private static int allocationOf(Var row, List<Stmt> body, int end) {
        for (int i = 0; i < end; i++) {
            if (body.get(i) instanceof Stmt.Let let && let.target() == row) {
                return let.expr() instanceof Expr.NewArray ? i : -1;
            }
        }
        return -1;
    }

    private static boolean isKnown(Value size, Set<Var> known) {
        return size instanceof Const || size instanceof Var variable && known.contains(variable);
    }

    /** The position of the last statement from {@code at} on that defines one of the sizes; {@code at} if none does. */
    private static int lastDefinition(List<Value> sizes, int at, List<Stmt> stmts) {
        int last = at;
        for (int i = at + 1; i < stmts.size(); i++) {
            if (stmts.get(i).results().stream().anyMatch(sizes::contains)) {
                last = i;
            }
        }
        return last;
    }

    private static boolean usedBetween(Var array, int from, int to, List<Stmt> stmts) {
        return stmts.subList(from + 1, to + 1).stream().anyMatch(stmt -> Walk.uses(stmt, array));
    }
}
