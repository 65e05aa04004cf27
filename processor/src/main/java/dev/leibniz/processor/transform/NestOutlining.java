package dev.leibniz.processor.transform;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Copier;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.TemporaryNames;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives loops in a loop, where they stand in the loops of a function with many others, a method of their own. HotSpot
 * spends what it spends on loops evenly on all loops of a method; in a small method the innermost ones, where the time
 * is spent, get all of it, and what they need is in parameters, that is, in registers.
 *
 * <p>Only for nests that hand nothing back but what they write to arrays. It comes after everything else.
 */
final class NestOutlining {
    /** In functions with fewer loops HotSpot has time for all. */
    private static final int MANY_LOOPS = 8;

    private static final int MOST_PARAMETERS = 8;

    private final String name;
    private final Map<Var, Expr> definitions = new HashMap<>();
    private final List<Function> nests = new ArrayList<>();

    private NestOutlining(Function function, String name) {
        this.name = name;
        Walk.forEach(function.body(), stmt -> {
            if (stmt instanceof Stmt.Let let) {
                definitions.put(let.target(), let.expr());
            }
        });
    }

    /**
     * The function itself, or one that calls its nests.
     *
     * @param name what the nests are called after
     */
    static MethodSplitting.Split split(Function function, String name) {
        int[] loops = {0};
        Walk.forEach(function.body(), stmt -> loops[0] += stmt instanceof Stmt.Loop ? 1 : 0);
        if (loops[0] < MANY_LOOPS) {
            return new MethodSplitting.Split(function, List.of());
        }
        NestOutlining outlining = new NestOutlining(function, name);
        Function outlined = function.withBody(outlining.block(function.body(), false));
        return new MethodSplitting.Split(outlined, outlining.nests);
    }

    private Block block(Block block, boolean inLoop) {
        List<Stmt> stmts = new ArrayList<>();
        for (Stmt stmt : block.stmts()) {
            List<Var> params = inLoop && stmt instanceof Stmt.For loop && isNest(loop)
                    ? List.copyOf(Crossing.freeIn(List.of(loop)))
                    : List.of();
            if (!params.isEmpty() && params.size() <= MOST_PARAMETERS) {
                stmts.add(outlined(stmt, params));
            } else {
                boolean inside = inLoop || stmt instanceof Stmt.Loop;
                stmts.add(Walk.rebuild(stmt, inner -> block(inner, inside)));
            }
        }
        return new Block(stmts, block.yields());
    }

    private Stmt outlined(Stmt nest, List<Var> params) {
        String method = name + "Loops" + (nests.size() + 1);
        Copier copier = new Copier();
        List<Var> named = new ArrayList<>();
        for (Var param : params) {
            Var own = new Var(nameOf(param), param.type());
            copier.map(param, own);
            named.add(own);
        }
        nests.add(new Function(method, named, List.of(), copier.block(new Block(List.of(nest), List.of()))));
        List<Value> args = List.copyOf(params);
        return new Stmt.Call(new Callee.Local(method), args, List.of(), nest.origin());
    }

    private String nameOf(Value value) {
        if (!(value instanceof Var variable)) {
            return "";
        }
        return variable.isNamed()
                ? variable.name()
                : TemporaryNames.suggest(definitions.get(variable), variable.type(), this::nameOf);
    }

    /** Whether a loop has loops in it, these have none, and it only computes numbers and writes them to arrays. */
    private static boolean isNest(Stmt.For loop) {
        return loop.params().isEmpty()
                && Walk.loopDepth(loop.body()) == 1
                && loop.body().stmts().stream().allMatch(NestOutlining::isPlain);
    }

    private static boolean isPlain(Stmt stmt) {
        boolean isOther = stmt instanceof Stmt.Call
                || stmt instanceof Stmt.Throw
                || stmt instanceof Stmt.Assert
                || stmt instanceof Stmt.While
                || stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Opaque;
        return !isOther
                && stmt.blocks().stream()
                        .flatMap(inner -> inner.stmts().stream())
                        .allMatch(NestOutlining::isPlain);
    }
}
