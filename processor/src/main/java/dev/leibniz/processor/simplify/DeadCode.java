package dev.leibniz.processor.simplify;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrVerifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes everything that {@link Liveness} says nobody needs: values, carried values, branches, loops, arrays that are only
 * written. Calls, throws and assertions stay.
 */
public final class DeadCode {
    private final Liveness liveness;

    private DeadCode(Function function) {
        this.liveness = new Liveness(function);
    }

    public static Function remove(Function function) {
        Block body = function.body();
        return function.withBody(body.with(new DeadCode(function).stmts(body), body.yields()));
    }

    private List<Stmt> stmts(Block block) {
        List<Stmt> kept = new ArrayList<>();
        for (Stmt stmt : block.stmts()) {
            if (stmt instanceof Stmt.Marker) {
                kept.add(stmt);
            } else if (liveness.isLive(stmt)) {
                kept.add(stripped(stmt));
            }
        }
        return kept;
    }

    private Stmt stripped(Stmt stmt) {
        if (stmt instanceof Stmt.If s) {
            List<Integer> live = live(s.results(), s.results());
            List<Var> results = pick(s.results(), live);
            Block then = block(s.then(), live, results);
            Block otherwise = block(s.otherwise(), live, results);
            return live.size() == s.results().size()
                    ? s.with(s.condition(), then, otherwise)
                    : new Stmt.If(s.condition(), then, otherwise, results, s.origin());
        } else if (stmt instanceof Loop.For s) {
            List<Integer> live = live(s.params(), s.results());
            List<Var> results = pick(s.results(), live);
            Block body = block(s.body(), live, results);
            if (body == s.body()) {
                return s;
            }
            return s.carrying(pick(s.params(), live), pick(s.inits(), live), body, results);
        } else if (stmt instanceof Loop.While s) {
            List<Integer> live = live(s.params(), s.results());
            List<Var> results = pick(s.results(), live);
            Block condition =
                    s.condition().with(stmts(s.condition()), s.condition().yields());
            Block body = block(s.body(), live, results);
            if (condition == s.condition() && body == s.body()) {
                return s;
            }
            return new Loop.While(pick(s.params(), live), pick(s.inits(), live), condition, body, results, s.origin());
        }
        return stmt;
    }

    private List<Integer> live(List<Var> params, List<Var> results) {
        List<Integer> live = new ArrayList<>();
        for (int i = 0; i < params.size(); i++) {
            if (liveness.isLive(params.get(i)) || liveness.isLive(results.get(i))) {
                live.add(i);
            }
        }
        return live;
    }

    /** A block that throws yields something in every place, no matter what. */
    private Block block(Block block, List<Integer> live, List<Var> results) {
        List<Value> yields = IrVerifier.endsInThrow(block) ? zeros(results) : pick(block.yields(), live);
        return block.with(stmts(block), yields.equals(block.yields()) ? block.yields() : yields);
    }

    private static List<Value> zeros(List<Var> variables) {
        List<Value> zeros = new ArrayList<>(variables.size());
        for (Var variable : variables) {
            zeros.add(Const.zero(variable.type()));
        }
        return zeros;
    }

    private static <T> List<T> pick(List<T> all, List<Integer> kept) {
        List<T> picked = new ArrayList<>(kept.size());
        for (int i : kept) {
            picked.add(all.get(i));
        }
        return picked;
    }
}
