package dev.leibniz.processor.transform.calls;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
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
 * A reverse derivative also computes the value of its function. Where a function is called and then, in the same block,
 * its reverse derivative with the same arguments, one call does both, provided that the cotangent does not depend on the
 * value. For a recursive function this is the difference between a cost that grows with the depth and one that does not.
 */
public final class MergeCalls {
    private final Map<String, String> primalOf;

    private MergeCalls(Map<String, String> primalOf) {
        this.primalOf = primalOf;
    }

    /**
     * @param primalOf for the name of each reverse derivative that leaves its arguments as they are, the name of its
     *     function
     */
    public static Function in(Function function, Map<String, String> primalOf) {
        return primalOf.isEmpty() ? function : function.withBody(new MergeCalls(primalOf).block(function.body()));
    }

    private Block block(Block block) {
        List<Stmt> stmts = new ArrayList<>();
        block.stmts().forEach(stmt -> stmts.add(Walk.rebuild(stmt, this::block)));
        Map<Var, Value> renamed = new HashMap<>();
        for (int i = 0; i < stmts.size(); i++) {
            if (stmts.get(i) instanceof Stmt.Call call && call.callee() instanceof Callee.Local callee) {
                int reverse = reverseOf(callee.name(), call.args(), stmts, i);
                if (reverse > 0) {
                    merge(i, reverse, stmts, renamed);
                }
            }
        }
        Block merged = block.with(stmts, block.yields());
        return renamed.isEmpty() ? merged : substitute(merged, renamed);
    }

    /** The position of the call of the reverse derivative with the same arguments; -1 if there is none. */
    private int reverseOf(String function, List<Value> args, List<Stmt> stmts, int from) {
        for (int i = from + 1; i < stmts.size(); i++) {
            if (stmts.get(i) instanceof Stmt.Call call
                    && call.callee() instanceof Callee.Local callee
                    && function.equals(primalOf.get(callee.name()))
                    && call.args().subList(0, args.size()).equals(args)) {
                return i;
            }
        }
        return -1;
    }

    /** Puts the later call in the place of the earlier, if the statements between allow it. */
    private void merge(int at, int reverse, List<Stmt> stmts, Map<Var, Value> renamed) {
        Stmt.Call call = (Stmt.Call) stmts.get(at);
        Stmt.Call later = (Stmt.Call) stmts.get(reverse);
        Set<Value> depending = new HashSet<>(call.results());
        List<Stmt> before = new ArrayList<>();
        List<Stmt> after = new ArrayList<>();
        for (Stmt stmt : stmts.subList(at + 1, reverse)) {
            boolean depends = stmt.operands().stream().anyMatch(depending::contains);
            if (!canCross(stmt)) {
                return;
            }
            (depends ? after : before).add(stmt);
            if (depends) {
                depending.addAll(stmt.results());
            }
        }
        if (later.args().stream().anyMatch(depending::contains)) {
            return;
        }
        List<Stmt> merged = new ArrayList<>(stmts.subList(0, at));
        merged.addAll(before);
        merged.add(later);
        merged.addAll(after);
        merged.addAll(stmts.subList(reverse + 1, stmts.size()));
        for (int i = 0; i < call.results().size(); i++) {
            renamed.put(call.results().get(i), later.results().get(i));
        }
        stmts.clear();
        stmts.addAll(merged);
    }

    /** Whether it is all the same if the statement runs before or after the reverse derivative, which only adds. */
    private static boolean canCross(Stmt stmt) {
        return stmt instanceof Stmt.Marker
                || stmt instanceof Stmt.Accumulate
                || stmt instanceof Stmt.Let let
                        && (let.expr() instanceof Expr.Apply || let.expr() instanceof Expr.Length);
    }

    private static Block substitute(Block block, Map<Var, Value> renamed) {
        List<Stmt> stmts = new ArrayList<>();
        for (Stmt stmt : block.stmts()) {
            stmts.add(Walk.rebuild(
                    stmt, value -> renamed.getOrDefault(value, value), inner -> substitute(inner, renamed)));
        }
        return new Block(stmts, Walk.map(block.yields(), value -> renamed.getOrDefault(value, value)));
    }
}
