package dev.leibniz.processor.shape;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.program.Companion;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives loops in a loop, where they stand among the loops of a function with many others, a method of their own
 * ({@link LoopRuns}). HotSpot spends what it spends on loops evenly on all loops of a method; in a small method the innermost
 * ones, where the time is spent, get all of it. In a large one range checks often stay in them, and nothing becomes vector
 * instructions.
 */
public final class LoopOutlining {
    /** The number of loops below which HotSpot has time for all loops of a function. */
    private static final int MANY_LOOPS = 8;

    private final String name;
    private final ValueNames names;
    private final List<Function> methods = new ArrayList<>();

    private LoopOutlining(Function function, String name) {
        this.name = name;
        this.names = new ValueNames(function);
    }

    /** The same class with functions for such loops. */
    public static Companion in(Companion companion) {
        return MethodSplitting.each(companion, LoopOutlining::split);
    }

    /**
     * The function itself, or one that calls its loops.
     *
     * @param name the base of the names of the loops
     */
    static MethodSplitting.Split split(Function function, String name) {
        if (Walk.count(function.body(), stmt -> stmt instanceof Loop) < MANY_LOOPS) {
            return new MethodSplitting.Split(function, List.of());
        }
        LoopOutlining outlining = new LoopOutlining(function, name);
        Function outlined = function.withBody(outlining.block(function.body(), false));
        return new MethodSplitting.Split(outlined, outlining.methods);
    }

    private Block block(Block block, boolean inLoop) {
        List<Stmt> stmts = new ArrayList<>();
        int from = 0;
        for (LoopRuns.Run run : inLoop ? LoopRuns.in(block) : List.<LoopRuns.Run>of()) {
            for (Stmt stmt : block.stmts().subList(from, run.from())) {
                stmts.add(inside(stmt, true));
            }
            stmts.add(outlined(block.stmts().subList(run.from(), run.to()), run.params()));
            from = run.to();
        }
        for (Stmt stmt : block.stmts().subList(from, block.stmts().size())) {
            stmts.add(inside(stmt, inLoop));
        }
        return new Block(stmts, block.yields());
    }

    private Stmt inside(Stmt stmt, boolean inLoop) {
        boolean isInside = inLoop || stmt instanceof Loop;
        return Walk.rebuild(stmt, inner -> block(inner, isInside));
    }

    private Stmt outlined(List<Stmt> loops, List<Var> params) {
        String method = name + "Loops" + (methods.size() + 1);
        Copier copier = new Copier();
        List<Var> named = new ArrayList<>();
        for (Var param : params) {
            Var own = new Var(names.of(param), param.type());
            copier.map(param, own);
            named.add(own);
        }
        methods.add(new Function(method, named, List.of(), copier.block(new Block(loops, List.of()))));
        List<Value> args = List.copyOf(params);
        return new Stmt.Call(
                new Callee.Local(method),
                args,
                List.of(),
                loops.get(loops.size() - 1).origin());
    }
}
