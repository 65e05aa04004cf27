package dev.leibniz.processor.transform.record;

import dev.leibniz.processor.analysis.Checkpoint;
import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.analysis.WholeSweeps;
import dev.leibniz.processor.analysis.memory.Region;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Chooses the loops that keep no more than the state each iteration starts from, and run the iteration again in the backward
 * sweep: those whose nested loops would have to keep more than it costs to compute it a second time. That is so in
 * time-stepping loops over arrays, where each value of a step would be stored for each step. A loop that changes a few elements of
 * a long array in each iteration is none of them: the whole array would be copied each time.
 *
 * <p>What counts is the innermost code, where the time is spent. Costs are in units of an addition.
 */
public final class Checkpointing {
    /** The cost of writing a number to an array that does not stay in the cache, and of reading it again. */
    private static final int KEEPING = 30;

    private static final int DIVISION = 10;
    private static final int FUNCTION = 60;
    private static final int CALL = 300;

    private final FunctionAnalysis facts;
    private final Recorder recorder;
    private final boolean always;
    private final WholeSweeps sweeps;
    private final Map<Stmt, Checkpoint> chosen = new IdentityHashMap<>();

    private Checkpointing(FunctionAnalysis facts, Recorder recorder, boolean always) {
        this.facts = facts;
        this.recorder = recorder;
        this.always = always;
        this.sweeps = new WholeSweeps(facts.places());
    }

    /**
     * @param recorder the values that the sweeps would keep without checkpoints
     * @param always to choose every loop that can be chosen, whatever it costs
     */
    public static Map<Stmt, Checkpoint> choose(FunctionAnalysis facts, Recorder recorder, boolean always) {
        Checkpointing choice = new Checkpointing(facts, recorder, always);
        choice.block(facts.function().body());
        return choice.chosen;
    }

    private void block(Block block) {
        for (Stmt stmt : block.stmts()) {
            for (Block inner : stmt.blocks()) {
                if (recorder.isJoint(facts.places().region(inner))) {
                    block(inner);
                }
            }
            if (stmt instanceof Loop loop) {
                loop(loop, loop.body(), block);
            }
        }
    }

    private void loop(Stmt loop, Block body, Block around) {
        Region inside = facts.places().region(body);
        if (recorder.isJoint(inside)) {
            return;
        }
        int innermost = Walk.loopDepth(body);
        long kept = recorder.keptWithin(inside, innermost);
        if (!always && (innermost == 0 || kept * KEEPING <= cost(body, innermost))) {
            return;
        }
        Checkpoint.of(loop, facts, facts.places().region(around)).ifPresent(checkpoint -> {
            long saved = innermost == 1 ? checkpoint.saved().size() : 0;
            boolean pays = (kept - saved) * KEEPING > cost(body, innermost) && sweeps.coverCopies(loop, checkpoint);
            if (always || pays) {
                chosen.put(loop, checkpoint);
            }
        });
    }

    /** The cost of the code that stands {@code level} loops deep in a block. */
    private static long cost(Block block, int level) {
        long cost = 0;
        for (Stmt stmt : block.stmts()) {
            cost += level == 0 ? cost(stmt) : 0;
            for (Block inner : stmt.blocks()) {
                cost += cost(inner, stmt instanceof Loop ? level - 1 : level);
            }
        }
        return cost;
    }

    private static int cost(Stmt stmt) {
        if (stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Apply apply) {
            if (apply.op() instanceof Op.MathCall call) {
                return call.isCheap() ? 1 : FUNCTION;
            }
            return apply.op() instanceof Op.Primitive op && op.isDivision() ? DIVISION : 1;
        }
        return stmt instanceof Stmt.Call ? CALL : 1;
    }
}
