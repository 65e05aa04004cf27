package dev.leibniz.processor.analysis;

import dev.leibniz.processor.analysis.memory.Memory;
import dev.leibniz.processor.analysis.memory.Region;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Var;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The arrays that are better copied than recorded load by load: if each iteration of an outer loop sweeps one, and reads it in its inner
 * loops before it writes to it, or after it has written, then one copy at the start, or at the end, of the iteration has all that was
 * read. So it is with the state from which a step of a simulation, or of an iteration for an eigenvector, starts.
 */
final class IterationCopies {
    private final FunctionAnalysis facts;
    private final Set<Stmt> rerun;
    private final WholeSweeps sweeps;

    /**
     * @param rerun the loops whose iterations run again: they keep nothing else
     */
    IterationCopies(FunctionAnalysis facts, Set<Stmt> rerun) {
        this.facts = facts;
        this.rerun = rerun;
        this.sweeps = new WholeSweeps(facts.places());
    }

    /** The copy that holds the loaded element; made in the outermost loop inside {@code joint} in which that is so. */
    Optional<IterationCopy> of(Stmt.Let let, Expr.Load load, Region joint) {
        if (load.type().isArray() || !(load.array() instanceof Var array)) {
            return Optional.empty();
        }
        Optional<IterationCopy> atEnd = outermost(
                        let, array, joint, around -> facts.memory().isStable(array, let, around))
                .map(loop -> new IterationCopy(loop, array, false));
        return atEnd.isPresent()
                ? atEnd
                : outermost(let, array, joint, around -> isUntouched(array, let, around))
                        .map(loop -> new IterationCopy(loop, array, true));
    }

    private boolean isUntouched(Var array, Stmt.Let let, Region around) {
        boolean isThere =
                around != facts.places().definedIn(array) || facts.places().definition(array) == null;
        return around.kind() != Region.Kind.LOOP
                || isThere
                        && facts.pointsTo().sites(array).stream()
                                .allMatch(site -> facts.memory().isUntouched(site, let, around));
    }

    private Optional<Loop> outermost(Stmt.Let let, Var array, Region joint, Predicate<Region> holds) {
        Optional<Loop> found = Optional.empty();
        boolean isReadOften = false;
        for (Region around = facts.places().place(let).region(); around != joint; around = Memory.parent(around)) {
            if (!around.isWithin(facts.places().definedIn(array)) || !holds.test(around)) {
                return found;
            }
            if (around.owner() instanceof Loop loop) {
                if (isReadOften && !rerun.contains(loop) && sweeps.cover(loop, array)) {
                    found = Optional.of(loop);
                }
                isReadOften |= !isShort(loop);
            }
        }
        return found;
    }

    private static boolean isShort(Loop loop) {
        return loop instanceof Loop.For counted && counted.from() instanceof Const && counted.bound() instanceof Const;
    }
}
