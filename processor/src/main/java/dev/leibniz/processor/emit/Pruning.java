package dev.leibniz.processor.emit;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Drops what would be printed for nothing: values nobody uses, values carried around a loop for nobody, code after a
 * throw. The simplifier does more and better; this is what javac and a reader insist on when it is switched off.
 */
final class Pruning {
    private final Set<Value> needed = new HashSet<>();

    private Pruning() {}

    static Function prune(Function function) {
        Pruning pruning = new Pruning();
        int before;
        do {
            before = pruning.needed.size();
            pruning.mark(function.body(), all());
        } while (pruning.needed.size() > before);
        return function.withBody(pruning.sweep(function.body(), all()));
    }

    /** Whether control can come to the end of the block, by the rules that javac applies. */
    static boolean completes(Block block) {
        return block.stmts().stream().allMatch(Pruning::completes);
    }

    private static boolean completes(Stmt stmt) {
        if (stmt instanceof Stmt.If s) {
            return completes(s.then()) || completes(s.otherwise());
        }
        return !(stmt instanceof Stmt.Throw) && !(stmt instanceof Stmt.While s && isEndless(s));
    }

    private static boolean isEndless(Stmt.While loop) {
        return loop.condition().yields().get(0) instanceof Const c && c.isTrue();
    }

    private static IntPredicate all() {
        return i -> true;
    }

    /** Marks what a block needs; returns whether it does anything at all. */
    private boolean mark(Block block, IntPredicate yielded) {
        boolean acts = false;
        if (completes(block)) {
            for (int i = 0; i < block.yields().size(); i++) {
                if (yielded.test(i)) {
                    needed.add(block.yields().get(i));
                }
            }
        }
        for (int i = block.stmts().size() - 1; i >= 0; i--) {
            acts |= mark(block.stmts().get(i));
        }
        return acts;
    }

    private boolean mark(Stmt stmt) {
        boolean wanted = stmt.results().stream().anyMatch(needed::contains);
        if (stmt instanceof Stmt.Marker) {
            return false;
        } else if (stmt instanceof Stmt.If s) {
            boolean acts = mark(s.then(), i -> needed.contains(s.results().get(i)));
            acts |= mark(s.otherwise(), i -> needed.contains(s.results().get(i)));
            return require(acts || wanted, s.operands());
        } else if (stmt instanceof Stmt.For s) {
            boolean acts = carried(s.params(), s.inits(), s.body(), s.results());
            return require(acts || wanted, List.of(s.from(), s.bound()));
        } else if (stmt instanceof Stmt.While s) {
            boolean acts = carried(s.params(), s.inits(), s.body(), s.results());
            if (acts || wanted) {
                mark(s.condition(), all());
            }
            return acts || wanted;
        } else if (stmt instanceof Stmt.Let || isPure(stmt)) {
            require(wanted, stmt.operands());
            return false;
        }
        return require(true, stmt.operands());
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
        return mark(body, i -> needed.contains(params.get(i)));
    }

    private boolean require(boolean kept, List<Value> operands) {
        if (kept) {
            needed.addAll(operands);
        }
        return kept;
    }

    private static boolean isPure(Stmt stmt) {
        return stmt instanceof Stmt.Call call && call.callee() instanceof Callee.External callee && callee.pure();
    }

    private Block sweep(Block block, IntPredicate yielded) {
        List<Stmt> kept = new ArrayList<>();
        for (Stmt stmt : block.stmts()) {
            if (isKept(stmt)) {
                kept.add(sweep(stmt));
            }
            if (!completes(stmt)) {
                return new Block(kept, List.of());
            }
        }
        return new Block(kept, keep(block.yields(), yielded));
    }

    private boolean isKept(Stmt stmt) {
        return stmt instanceof Stmt.Marker
                || mark(stmt)
                || stmt.results().stream().anyMatch(needed::contains);
    }

    private Stmt sweep(Stmt stmt) {
        if (stmt instanceof Stmt.If s) {
            IntPredicate wanted = i -> needed.contains(s.results().get(i));
            return new Stmt.If(
                    s.condition(),
                    sweep(s.then(), wanted),
                    sweep(s.otherwise(), wanted),
                    keep(s.results(), wanted),
                    s.origin());
        } else if (stmt instanceof Stmt.For s) {
            IntPredicate wanted = i -> needed.contains(s.params().get(i));
            return new Stmt.For(
                    s.index(),
                    s.from(),
                    s.relation(),
                    s.bound(),
                    s.step(),
                    keep(s.params(), wanted),
                    keep(s.inits(), wanted),
                    sweep(s.body(), wanted),
                    keep(s.results(), wanted),
                    s.origin());
        } else if (stmt instanceof Stmt.While s) {
            IntPredicate wanted = i -> needed.contains(s.params().get(i));
            return new Stmt.While(
                    keep(s.params(), wanted),
                    keep(s.inits(), wanted),
                    sweep(s.condition(), all()),
                    sweep(s.body(), wanted),
                    keep(s.results(), wanted),
                    s.origin());
        }
        return stmt;
    }

    private static <T> List<T> keep(List<T> values, IntPredicate wanted) {
        return IntStream.range(0, values.size())
                .filter(wanted)
                .<T>mapToObj(values::get)
                .toList();
    }
}
