package dev.leibniz.processor.transform.arrays;

import dev.leibniz.processor.analysis.Coverage;
import dev.leibniz.processor.ir.Block;
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

/**
 * Gives each iteration of a loop its own copy of a work array that it fills before it reads. What an iteration computed
 * in such an array is then still there when its backward part runs, and iterations that shared nothing but the array
 * become independent.
 */
public final class SinkAllocations {
    private final Map<Var, Stmt> definitions = new HashMap<>();

    private SinkAllocations() {}

    public static Function in(Function function) {
        SinkAllocations pass = new SinkAllocations();
        pass.definitions.putAll(Walk.definitions(function.body()));
        return function.withBody(pass.block(function.body()));
    }

    private Block block(Block block) {
        List<Stmt> stmts = new ArrayList<>(block.stmts());
        for (int i = stmts.size() - 1; i >= 0; i--) {
            if (stmts.get(i) instanceof Stmt.Let let
                    && let.expr() instanceof Expr.NewArray array
                    && array.operands().size() == 1
                    && !let.target().type().element().isArray()
                    && !block.yields().contains(let.target())) {
                sink(i, let, array.operands().get(0), stmts);
            }
        }
        List<Stmt> rebuilt = new ArrayList<>();
        for (Stmt stmt : stmts) {
            rebuilt.add(Walk.rebuild(stmt, this::block));
        }
        return block.with(rebuilt, block.yields());
    }

    /** Moves an allocation into the loops after it, if each of them would do with an array of its own. */
    private void sink(int at, Stmt.Let allocation, Value length, List<Stmt> stmts) {
        Var array = allocation.target();
        List<Integer> users = new ArrayList<>();
        for (int i = at + 1; i < stmts.size(); i++) {
            Stmt stmt = stmts.get(i);
            if (!Walk.uses(stmt, array) || isLengthOf(stmt, array)) {
                continue;
            }
            boolean isLoop =
                    stmt instanceof Loop && !stmt.operands().contains(array) && isPrivateTo(stmt, array, length);
            if (!isLoop) {
                return;
            }
            users.add(i);
        }
        if (users.isEmpty()) {
            return;
        }
        for (int i : users) {
            stmts.set(i, withOwnArray(stmts.get(i), allocation));
        }
        boolean isMeasured = stmts.stream().anyMatch(stmt -> isLengthOf(stmt, array));
        if (!isMeasured) {
            stmts.remove(at);
        }
    }

    private static boolean isLengthOf(Stmt stmt, Var array) {
        return stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Length length && length.array() == array;
    }

    private boolean isPrivateTo(Stmt loop, Var array, Value length) {
        return loop.blocks().stream()
                .allMatch(body -> Indexing.isItsOnlyName(array, body)
                        && Coverage.readsOnlyItsOwn(body, array, List.of(length), definitions::get));
    }

    private Stmt withOwnArray(Stmt loop, Stmt.Let allocation) {
        Var own = allocation.target().fresh();
        return Walk.rebuild(loop, operand -> operand, body -> {
            if (!Walk.uses(body, allocation.target())) {
                return body;
            }
            Block renamed = rename(body, allocation.target(), own);
            List<Stmt> stmts = new ArrayList<>();
            Stmt.Let moved = new Stmt.Let(own, allocation.expr(), allocation.origin());
            definitions.put(own, moved);
            stmts.add(moved);
            stmts.addAll(renamed.stmts());
            return block(new Block(stmts, renamed.yields()));
        });
    }

    private Block rename(Block block, Var from, Var to) {
        List<Stmt> stmts = new ArrayList<>();
        for (Stmt stmt : block.stmts()) {
            Stmt renamed = Walk.rebuild(stmt, value -> value == from ? to : value, inner -> rename(inner, from, to));
            for (Var result : renamed.results()) {
                definitions.put(result, renamed);
            }
            stmts.add(renamed);
        }
        return new Block(stmts, Walk.map(block.yields(), value -> value == from ? to : value));
    }
}
