package dev.leibniz.processor.emit.locals;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drops code that would be printed for nothing: values nobody uses, values carried around a loop for nobody, code after a
 * throw. The simplifier does more and better; this is what javac and a reader insist on when it is switched off.
 */
public final class Pruning {
    private final Set<Value> needed = new HashSet<>();
    private final Set<Stmt> acting = Collections.newSetFromMap(new IdentityHashMap<>());

    private Pruning() {}

    public static Function prune(Function function) {
        Pruning pruning = new Pruning();
        int before;
        do {
            before = pruning.needed.size();
            pruning.mark(function.body(), null);
        } while (pruning.needed.size() > before);
        return function.withBody(pruning.sweep(function.body(), null));
    }

    /** Whether control can come to the end of the block, by the rules that javac applies. */
    public static boolean completes(Block block) {
        for (Stmt stmt : block.stmts()) {
            if (!completes(stmt)) {
                return false;
            }
        }
        return true;
    }

    private static boolean completes(Stmt stmt) {
        if (stmt instanceof Stmt.If s) {
            return completes(s.then()) || completes(s.otherwise());
        }
        return !(stmt instanceof Stmt.Throw) && !(stmt instanceof Loop.While s && isEndless(s));
    }

    private static boolean isEndless(Loop.While loop) {
        return loop.condition().yields().get(0) instanceof Const c && c.isTrue();
    }

    /**
     * Marks the values a block needs; returns whether it does anything at all.
     *
     * @param receivers the variables that are given the values the block yields, each needed or not; null if all are
     */
    private boolean mark(Block block, @Nullable List<Var> receivers) {
        boolean acts = false;
        if (completes(block)) {
            for (int i = 0; i < block.yields().size(); i++) {
                if (receivers == null || needed.contains(receivers.get(i))) {
                    needed.add(block.yields().get(i));
                }
            }
        }
        for (int i = block.stmts().size() - 1; i >= 0; i--) {
            Stmt stmt = block.stmts().get(i);
            if (mark(stmt)) {
                acts = true;
                acting.add(stmt);
            }
        }
        return acts;
    }

    private boolean mark(Stmt stmt) {
        boolean wanted = isAnyNeeded(stmt.results());
        if (stmt instanceof Stmt.Let || isPure(stmt)) {
            require(wanted, stmt.operands());
            return false;
        } else if (stmt instanceof Stmt.Marker) {
            return false;
        } else if (stmt instanceof Stmt.If s) {
            boolean acts = mark(s.then(), s.results());
            acts |= mark(s.otherwise(), s.results());
            return require(acts || wanted, s.operands());
        } else if (stmt instanceof Loop.For s) {
            boolean acts = carried(s.params(), s.inits(), s.body(), s.results());
            return require(acts || wanted, List.of(s.from(), s.bound()));
        } else if (stmt instanceof Loop.While s) {
            boolean acts = carried(s.params(), s.inits(), s.body(), s.results());
            if (acts || wanted) {
                mark(s.condition(), null);
            }
            return acts || wanted;
        }
        return require(true, stmt.operands());
    }

    private boolean isAnyNeeded(List<Var> variables) {
        for (Var variable : variables) {
            if (needed.contains(variable)) {
                return true;
            }
        }
        return false;
    }

    private boolean carried(List<Var> params, List<Value> inits, Block body, List<Var> results) {
        for (int i = 0; i < params.size(); i++) {
            if (needed.contains(results.get(i))) {
                needed.add(params.get(i));
            }
            if (needed.contains(params.get(i))) {
                needed.add(inits.get(i));
            }
        }
        return mark(body, params);
    }

    private boolean require(boolean kept, List<Value> operands) {
        if (kept) {
            needed.addAll(operands);
        }
        return kept;
    }

    private static boolean isPure(Stmt stmt) {
        return stmt instanceof Stmt.Call call
                && call.callee() instanceof Callee.External callee
                && callee.onlyComputes();
    }

    private Block sweep(Block block, @Nullable List<Var> receivers) {
        List<Stmt> kept = new ArrayList<>(block.stmts().size());
        for (Stmt stmt : block.stmts()) {
            if (stmt instanceof Stmt.Marker || acting.contains(stmt) || isAnyNeeded(stmt.results())) {
                kept.add(sweep(stmt));
            }
            if (!completes(stmt)) {
                return new Block(kept, List.of());
            }
        }
        return block.with(kept, keep(block.yields(), receivers));
    }

    private Stmt sweep(Stmt stmt) {
        if (stmt instanceof Stmt.If s) {
            Block then = sweep(s.then(), s.results());
            Block otherwise = sweep(s.otherwise(), s.results());
            List<Var> results = keep(s.results(), s.results());
            return results.size() == s.results().size()
                    ? s.with(s.condition(), then, otherwise)
                    : new Stmt.If(s.condition(), then, otherwise, results, s.origin());
        } else if (stmt instanceof Loop.For s) {
            Block body = sweep(s.body(), s.params());
            List<Var> params = keep(s.params(), s.params());
            return body == s.body() && params.size() == s.params().size()
                    ? s
                    : s.carrying(params, keep(s.inits(), s.params()), body, keep(s.results(), s.params()));
        } else if (stmt instanceof Loop.While s) {
            return new Loop.While(
                    keep(s.params(), s.params()),
                    keep(s.inits(), s.params()),
                    sweep(s.condition(), null),
                    sweep(s.body(), s.params()),
                    keep(s.results(), s.params()),
                    s.origin());
        }
        return stmt;
    }

    private <T> List<T> keep(List<T> values, @Nullable List<Var> receivers) {
        if (receivers == null) {
            return values;
        }
        List<T> kept = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            if (needed.contains(receivers.get(i))) {
                kept.add(values.get(i));
            }
        }
        return kept;
    }
}
