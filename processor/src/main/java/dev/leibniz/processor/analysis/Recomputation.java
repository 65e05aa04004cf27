package dev.leibniz.processor.analysis;

import dev.leibniz.processor.analysis.memory.ElementOrder;
import dev.leibniz.processor.analysis.memory.Memory;
import dev.leibniz.processor.analysis.memory.Region;
import dev.leibniz.processor.analysis.memory.RepeatedRows;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides which values are cheaper to compute a second time than to keep: sums and products of values that are at hand, loads from
 * arrays with unchanged elements, and induction variables. Never a function call, a division of fractions or a loop. An array that is
 * made in an outer loop is kept by reference rather than element by element.
 */
public final class Recomputation {
    private static final int BUDGET = 12;
    /** One reference kept for many loads from the array. */
    private static final int KEEPING_A_REFERENCE = 2;
    /** The number of an iteration times the amount that one adds. */
    private static final int COUNTING = 3;

    private final FunctionAnalysis facts;
    private final ElementOrder elements;
    private final Inductions inductions;
    private final boolean enabled;
    private final Map<Stmt, Checkpoint> checkpoints;
    private final IterationCopies copies;
    private final boolean copying;
    private boolean copyingHelps;

    /**
     * @param checkpoints of the loops whose iterations run again
     * @param copying whether arrays may be copied in iterations
     */
    public Recomputation(FunctionAnalysis facts, boolean enabled, Map<Stmt, Checkpoint> checkpoints, boolean copying) {
        this.facts = facts;
        this.copies = new IterationCopies(facts, checkpoints.keySet());
        this.copying = copying;
        this.elements = new ElementOrder(
                facts.places(),
                facts.memory(),
                facts.pointsTo(),
                new RepeatedRows(facts.function(), facts.places(), facts.pointsTo(), facts.summaries()));
        this.inductions = new Inductions(facts.places());
        this.enabled = enabled;
        this.checkpoints = checkpoints;
    }

    /** The loop around a load at the start of whose iterations the array held the loaded element; its checkpoint has it. */
    public Optional<Stmt> checkpointOf(Stmt.Let let, Expr.Load load) {
        return checkpointOf(let, load, facts.places().place(let).region());
    }

    /** As above, but only a loop whose body is, or is around, {@code innermost}. */
    public Optional<Stmt> checkpointOf(Stmt.Let let, Expr.Load load, Region innermost) {
        for (Region around = innermost; around != null; around = around.parent()) {
            Region loop = around;
            Checkpoint checkpoint = around.owner() == null ? null : checkpoints.get(around.owner());
            if (checkpoint != null
                    && load.array() instanceof Var array
                    && checkpoint.saved().contains(array)
                    && facts.pointsTo().sites(array).stream()
                            .allMatch(site -> facts.memory().isUntouched(site, let, loop))) {
                return Optional.of(around.owner());
            }
        }
        return Optional.empty();
    }

    /** Whether there was a load, so far, from an array that could be copied. */
    public boolean isHelpedByCopying() {
        return copyingHelps;
    }

    /** The copy of an array that no longer holds the loaded element. */
    public Optional<IterationCopy> copyOf(Stmt.Let let, Expr.Load load, Region end) {
        return copying && !isThere(let, load, end) ? copies.of(let, load, end) : Optional.empty();
    }

    private boolean isThere(Stmt.Let let, Expr.Load load, Region end) {
        boolean isLasting = facts.pointsTo().sites(load.array()).stream()
                .allMatch(site -> facts.memory().lasts(site, end));
        return isLasting && (facts.memory().isStable(load.array(), let, end) || elements.isFinal(load, let, end))
                || checkpointOf(let, load).isPresent();
    }

    /** The way in which a variable follows from the number of the iteration, if it does, which is always cheaper than to keep it. */
    public Optional<Induction> inductionOf(Var variable) {
        return enabled ? inductions.of(variable) : Optional.empty();
    }

    /**
     * Whether to compute a variable again.
     *
     * @param end the region at whose end the backward sweep runs, see {@link Memory#isStable}
     * @param isAtHand whether a variable is available there anyway
     */
    public boolean isCheap(Var variable, Region end, Predicate<Var> isAtHand) {
        return enabled && cost(variable, end, isAtHand, BUDGET) <= BUDGET;
    }

    /** Whether the operation that computes a variable is cheap, whatever its operands cost. */
    public boolean isCheapItself(Var variable, Region end) {
        return enabled && facts.places().definition(variable) instanceof Stmt.Let let && ownCost(let, end) <= BUDGET;
    }

    private int cost(Var variable, Region end, Predicate<Var> isAtHand, int budget) {
        Stmt definition = facts.places().definition(variable);
        if (budget < 0 || !(definition instanceof Stmt.Let let)) {
            return inductions.of(variable).isPresent() ? COUNTING : BUDGET + 1;
        }
        int total = ownCost(let, end);
        for (Value operand : let.expr().operands()) {
            if (total > budget) {
                return BUDGET + 1;
            }
            if (operand instanceof Var inner && !isAtHand.test(inner)) {
                boolean isRarelyMade = inner.type().isArray() && loopsAround(inner) < loopsAround(variable);
                int again = cost(inner, end, isAtHand, budget - total);
                total += isRarelyMade ? Math.min(again, KEEPING_A_REFERENCE) : again;
            }
        }
        return total;
    }

    private int loopsAround(Var variable) {
        return facts.places().definedIn(variable).loops();
    }

    private int ownCost(Stmt.Let let, Region end) {
        Expr expr = let.expr();
        if (expr instanceof Expr.Apply apply) {
            return isCheap(apply) ? 1 : BUDGET + 1;
        } else if (expr instanceof Expr.Load load) {
            if (isThere(let, load, end)) {
                return 1;
            }
            boolean isCopied = copies.of(let, load, end).isPresent();
            copyingHelps |= isCopied;
            return copying && isCopied ? 1 : BUDGET + 1;
        } else if (expr instanceof Expr.Length) {
            return 1;
        }
        boolean isConstant = expr instanceof Expr.Opaque opaque
                && !opaque.allocates()
                && opaque.operands().isEmpty();
        return isConstant ? 1 : BUDGET + 1;
    }

    /** Whether it divides whole numbers by a constant, which is a multiplication to HotSpot. */
    private static boolean isByConstant(Expr.Apply apply) {
        return apply.type() == Type.INT && apply.operands().get(1) instanceof Const divisor && !divisor.is(0);
    }

    private static boolean isCheap(Expr.Apply apply) {
        if (apply.op() instanceof Op.MathCall call) {
            return call.isCheap();
        }
        boolean isDivision = apply.op() instanceof Op.Primitive op && op.isDivision();
        return !isDivision || isByConstant(apply);
    }
}
