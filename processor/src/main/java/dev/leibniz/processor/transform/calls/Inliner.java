package dev.leibniz.processor.transform.calls;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.transform.derivation.Callees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the bodies of called functions in place of the calls. These stay calls: recursive functions, functions that stop
 * the gradient, and functions that would make the caller too large.
 */
public final class Inliner {
    private static final int LARGE = 20_000;

    private final Callees calls;
    private final Map<Var, Value> substitution = new HashMap<>();
    private int size;

    private Inliner(Callees calls) {
        this.calls = calls;
    }

    public static Function inline(Function function, Callees calls) {
        Inliner inliner = new Inliner(calls);
        return function.withBody(inliner.block(function.body()));
    }

    private Block block(Block block) {
        List<Stmt> stmts = new ArrayList<>();
        for (Stmt stmt : block.stmts()) {
            Stmt rebuilt = Walk.rebuild(stmt, this::value, this::block);
            Optional<Function> body =
                    stmt instanceof Stmt.Call call && size < LARGE ? calls.bodyOf(call.callee()) : Optional.empty();
            if (body.isPresent()) {
                inline((Stmt.Call) rebuilt, body.get(), stmts);
            } else {
                stmts.add(rebuilt instanceof Stmt.Call call ? withCallee(call) : rebuilt);
                size++;
            }
        }
        return block.with(stmts, Walk.map(block.yields(), this::value));
    }

    private Stmt withCallee(Stmt.Call call) {
        Callee callee = calls.instead(call.callee());
        return callee == call.callee() ? call : new Stmt.Call(callee, call.args(), call.results(), call.origin());
    }

    private Value value(Value value) {
        return value instanceof Var variable ? substitution.getOrDefault(variable, variable) : value;
    }

    private void inline(Stmt.Call call, Function callee, List<Stmt> into) {
        Copier copier = new Copier();
        for (int i = 0; i < callee.params().size(); i++) {
            copier.map(callee.params().get(i), call.args().get(i));
        }
        Block body = copier.block(callee.body());
        Walk.forEach(body, stmt -> size++);
        into.addAll(body.stmts());
        for (int i = 0; i < call.results().size(); i++) {
            Var result = call.results().get(i);
            substitution.put(result, i < body.yields().size() ? body.yields().get(i) : Const.zero(result.type()));
        }
    }
}
