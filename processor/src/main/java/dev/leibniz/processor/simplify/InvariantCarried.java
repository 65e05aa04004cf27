package dev.leibniz.processor.simplify;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.IrVerifier;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes out of loops the carried values that never change, and those that always equal another one. */
final class InvariantCarried extends Rewriter {

    @Override
    void stmt(Stmt stmt, List<Stmt> out) {
        if (stmt instanceof Stmt.For s && !IrVerifier.endsInThrow(s.body())) {
            List<Integer> kept = kept(s.params(), s.inits(), s.body(), s.results());
            if (kept.size() == s.params().size()) {
                super.stmt(stmt, out);
                return;
            }
            List<Value> inits = values(pick(s.inits(), kept));
            Value from = value(s.from());
            Value bound = value(s.bound());
            out.add(new Stmt.For(
                    s.index(),
                    from,
                    s.relation(),
                    bound,
                    s.step(),
                    pick(s.params(), kept),
                    inits,
                    body(s.body(), kept),
                    pick(s.results(), kept),
                    s.origin()));
        } else if (stmt instanceof Stmt.While s && !IrVerifier.endsInThrow(s.body())) {
            List<Integer> kept = kept(s.params(), s.inits(), s.body(), s.results());
            if (kept.size() == s.params().size()) {
                super.stmt(stmt, out);
                return;
            }
            List<Value> inits = values(pick(s.inits(), kept));
            Block condition = block(s.condition());
            out.add(new Stmt.While(
                    pick(s.params(), kept),
                    inits,
                    condition,
                    body(s.body(), kept),
                    pick(s.results(), kept),
                    s.origin()));
        } else {
            super.stmt(stmt, out);
        }
    }

    private Block body(Block body, List<Integer> kept) {
        return block(new Block(body.stmts(), pick(body.yields(), kept)));
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
