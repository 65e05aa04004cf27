package dev.leibniz.processor.shape;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stretches of a block that are worth a method of their own and hand nothing back but what they write to arrays: a nest of two
 * loops, or several loops in a row, with what is only computed for them.
 */
final class LoopRuns {
    /** The number of arguments HotSpot passes in registers. */
    private static final int MOST_PARAMETERS = 8;

    /** The limit for several loops: passing arguments costs little in comparison with running them. */
    private static final int MOST_PARAMETERS_OF_SEVERAL = 20;

    /** The statements from one to before another, and the values they need from before them. */
    record Run(int from, int to, List<Var> params) {}

    private final List<Stmt> stmts;
    private final Crossing crossing;

    private LoopRuns(Block block) {
        stmts = block.stmts();
        crossing = new Crossing(block);
    }

    /** The runs from the first to the last; none overlaps another. */
    static List<Run> in(Block block) {
        if (block.stmts().stream().noneMatch(Loop.For.class::isInstance)) {
            return List.of();
        }
        LoopRuns runs = new LoopRuns(block);
        List<Run> found = new ArrayList<>();
        int after = 0;
        for (int i = 0; i < block.stmts().size(); i++) {
            Stmt stmt = block.stmts().get(i);
            if (i >= after && isPlainLoop(stmt)) {
                Optional<Run> run = runs.startingWith(i, after);
                run.ifPresent(found::add);
                after = run.map(Run::to).orElse(after);
            }
        }
        return found;
    }

    /** The longest run of loops that hand nothing on and do not need too many values. */
    private Optional<Run> startingWith(int first, int after) {
        Optional<Run> longest = Optional.empty();
        int loops = 0;
        int neededUntil = -1;
        for (int i = first; i < stmts.size() && (isPlainLoop(stmts.get(i)) || isSimple(stmts.get(i))); i++) {
            neededUntil = Math.max(neededUntil, lastUse(stmts.get(i)));
            if (isPlainLoop(stmts.get(i))) {
                loops += Walk.loopDepth(stmts.get(i).blocks().get(0)) + 1;
                if (loops > 1 && neededUntil <= i) {
                    Run run = run(first, i + 1, after);
                    int most = i == first ? MOST_PARAMETERS : MOST_PARAMETERS_OF_SEVERAL;
                    longest = run.params().isEmpty() || run.params().size() > most ? longest : Optional.of(run);
                }
            }
        }
        return longest;
    }

    /** The run with the statements in front of it that compute values for it only. */
    private Run run(int first, int to, int after) {
        int from = first;
        while (from > after && isComputation(stmts.get(from - 1)) && lastUse(stmts.get(from - 1)) < to) {
            from--;
        }
        return new Run(from, to, List.copyOf(Crossing.freeIn(stmts.subList(from, to))));
    }

    private int lastUse(Stmt stmt) {
        return stmt.results().stream().mapToInt(crossing::lastUseOf).max().orElse(-1);
    }

    private static boolean isComputation(Stmt stmt) {
        return stmt instanceof Stmt.Let let
                && (let.expr() instanceof Expr.Load
                        || let.expr() instanceof Expr.Apply
                        || let.expr() instanceof Expr.Length);
    }

    private static boolean isSimple(Stmt stmt) {
        return isComputation(stmt)
                || stmt instanceof Stmt.Store
                || stmt instanceof Stmt.Accumulate
                || stmt instanceof Stmt.Fill
                || stmt instanceof Stmt.CopyRange;
    }

    /** Whether a statement is a loop, or one with a single loop in it, that only computes numbers and writes them to arrays. */
    private static boolean isPlainLoop(Stmt stmt) {
        return stmt instanceof Loop.For loop
                && loop.params().isEmpty()
                && Walk.loopDepth(loop.body()) <= 1
                && Walk.count(loop.body(), inner -> inner instanceof Loop) <= 1
                && loop.body().stmts().stream().allMatch(LoopRuns::isPlain);
    }

    private static boolean isPlain(Stmt stmt) {
        boolean isOther = stmt instanceof Stmt.Call
                || stmt instanceof Stmt.Throw
                || stmt instanceof Stmt.Assert
                || stmt instanceof Loop.While
                || stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Opaque;
        return !isOther
                && stmt.blocks().stream()
                        .flatMap(inner -> inner.stmts().stream())
                        .allMatch(LoopRuns::isPlain);
    }
}
