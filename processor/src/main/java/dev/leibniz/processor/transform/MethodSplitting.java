package dev.leibniz.processor.transform;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.IrVerifier;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts functions that are too long for the JVM into parts: HotSpot never compiles a method of more than 8,000 bytes of
 * bytecode, and the verifier rejects one of more than 64 KB. Runs of consecutive statements move into functions of their
 * own, first inside loops and branches that are too long themselves, then among the statements around them, until what
 * is left is short. Values that go from part to part travel in frames ({@link FrameLayout}); nothing is computed twice
 * or in another order, so the results are the same to the last bit.
 *
 * <p>It comes after everything else: no later pass looks through a frame.
 */
final class MethodSplitting {
    /** In estimated bytes; well below 8,000, for an estimate is one. */
    static final int LIMIT = 6_000;

    /** What became of a function: a short one of the same name and meaning, and the parts that it calls. */
    record Split(Function function, List<Function> parts) {
        Split {
            parts = List.copyOf(parts);
        }
    }

    private static final int MOST_ROUNDS = 10;

    private final String name;
    private final int limit;
    private final BytecodeSize size;
    private final FrameLayout frames = new FrameLayout();
    private final List<Function> parts = new ArrayList<>();

    private MethodSplitting(Function function, String name, int limit) {
        this.name = name;
        this.limit = limit;
        this.size = new BytecodeSize(function);
    }

    /**
     * The function itself if it is short enough, else one that calls its parts.
     *
     * @param name what the parts are called after
     */
    static Split split(Function function, String name) {
        return split(function, name, LIMIT);
    }

    static Split split(Function function, String name, int limit) {
        MethodSplitting splitting = new MethodSplitting(function, name, limit);
        int whole = splitting.size.of(function);
        if (whole <= limit) {
            return new Split(function, List.of());
        }
        int around = whole - splitting.size.of(function.body());
        Block body = splitting.shorten(function.body(), Math.max(limit / 2, limit - around));
        List<Stmt> stmts = new ArrayList<>(splitting.frames.allocations());
        stmts.addAll(splitting.frames.stores(function.params(), Origin.NONE));
        stmts.addAll(splitting.frames.withStores(body.stmts()));
        Function shortened = function.withBody(new Block(stmts, body.yields()));
        IrVerifier.verify(shortened);
        splitting.parts.forEach(IrVerifier::verify);
        return new Split(shortened, splitting.parts);
    }

    /** The same block with parts taken out until it has the wanted size, or nothing is left to take out. */
    private Block shorten(Block block, int wanted) {
        List<Stmt> stmts = new ArrayList<>();
        block.stmts().forEach(stmt -> stmts.add(shortened(stmt)));
        List<Stmt> reloads = new ArrayList<>();
        for (int round = 0; round < MOST_ROUNDS && size.of(stmts) > wanted; round++) {
            int before = stmts.size();
            Set<Var> after = new LinkedHashSet<>(variables(block.yields()));
            reloads.forEach(reload -> after.removeAll(reload.results()));
            Outlining outlining = new Outlining(stmts, after, size, frames, limit);
            List<Stmt> shorter = outlining.apply(this::part);
            stmts.clear();
            stmts.addAll(shorter);
            outlining.missingAfter().forEach(variable -> reloads.add(frames.load(variable)));
            if (stmts.size() >= before) {
                break;
            }
        }
        stmts.addAll(reloads);
        return new Block(stmts, block.yields());
    }

    private static List<Var> variables(List<Value> values) {
        List<Var> variables = new ArrayList<>();
        values.forEach(value -> {
            if (value instanceof Var variable) {
                variables.add(variable);
            }
        });
        return variables;
    }

    /** The statement with its blocks shortened if it would fill too much of a part. */
    private Stmt shortened(Stmt stmt) {
        int wanted = limit / (stmt.blocks().size() + 1);
        if (stmt.blocks().isEmpty() || size.of(stmt) <= limit / 2) {
            return stmt;
        } else if (stmt instanceof Stmt.If s) {
            return new Stmt.If(
                    s.condition(), shorten(s.then(), wanted), shorten(s.otherwise(), wanted), s.results(), s.origin());
        } else if (stmt instanceof Stmt.For s) {
            return new Stmt.For(
                    s.index(),
                    s.from(),
                    s.relation(),
                    s.bound(),
                    s.step(),
                    s.params(),
                    s.inits(),
                    shorten(s.body(), wanted),
                    s.results(),
                    s.origin());
        } else if (stmt instanceof Stmt.While s) {
            return new Stmt.While(
                    s.params(), s.inits(), test(s.condition(), wanted), shorten(s.body(), wanted), s.results(), s.origin());
        }
        throw new IllegalStateException("unknown statement with blocks: " + stmt);
    }

    /** The test of a loop writes no memory, frames included: a long one becomes a function as a whole. */
    private Block test(Block condition, int wanted) {
        if (size.of(condition) <= wanted || !(condition.yields().get(0) instanceof Var outcome)) {
            return condition;
        }
        String testName = nextName();
        Set<Var> params = Crossing.freeIn(condition.stmts());
        if (params.contains(outcome)) {
            return condition;
        }
        Function test = new Function(testName, List.copyOf(params), List.of(outcome.fresh()), condition);
        Split split = split(test, testName, limit);
        parts.add(split.function());
        parts.addAll(split.parts());
        Stmt call = new Stmt.Call(
                new Callee.Local(testName), List.copyOf(params), List.of(outcome), Origin.NONE);
        return new Block(List.of(call), condition.yields());
    }

    private String nextName() {
        return name + "Part" + (parts.size() + 1);
    }

    /** Makes a function of statements; what it takes from outside has the same variables inside and outside. */
    private Stmt part(List<Stmt> stmts, List<Var> results) {
        List<Stmt> body = frames.withStores(stmts);
        List<Var> params = List.copyOf(Crossing.freeIn(body));
        String partName = nextName();
        List<Var> declared = results.stream().map(Var::fresh).toList();
        parts.add(new Function(partName, params, declared, new Block(body, List.copyOf(results))));
        return new Stmt.Call(new Callee.Local(partName), params, results, Origin.NONE);
    }
}
