package dev.leibniz.processor.simplify;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrVerifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes out of loops the carried values that never change, and those that always equal another one. */
public final class InvariantCarried extends Rewriter {

    /** The same function with nothing carried around loops that does not change there. */
    public static Function in(Function function) {
        return new InvariantCarried().function(function);
    }

    @Override
    void stmt(Stmt stmt, List<Stmt> out) {
        if (stmt instanceof Loop loop && !IrVerifier.endsInThrow(loop.body())) {
            List<Integer> kept = kept(loop.params(), loop.inits(), loop.body(), loop.results());
            if (kept.size() < loop.params().size()) {
                Block body = new Block(loop.body().stmts(), pick(loop.body().yields(), kept));
                super.stmt(
                        loop.carrying(
                                pick(loop.params(), kept), pick(loop.inits(), kept), body, pick(loop.results(), kept)),
                        out);
                return;
            }
        }
        super.stmt(stmt, out);
    }

    private List<Integer> kept(List<Var> params, List<Value> inits, Block body, List<Var> results) {
        List<Integer> kept = new ArrayList<>();
        Map<List<Value>, Integer> seen = new HashMap<>();
        for (int i = 0; i < params.size(); i++) {
            Value init = value(inits.get(i));
            Value next = value(body.yields().get(i));
            Integer twin = seen.putIfAbsent(List.of(init, next), i);
            if (next.equals(params.get(i)) || next.equals(init)) {
                replace(params.get(i), init);
                replace(results.get(i), init);
            } else if (twin != null) {
                replace(params.get(i), params.get(twin));
                replace(results.get(i), results.get(twin));
            } else {
                kept.add(i);
            }
        }
        return kept;
    }

    private static <T> List<T> pick(List<T> all, List<Integer> kept) {
        return kept.stream().map(all::get).toList();
    }
}
