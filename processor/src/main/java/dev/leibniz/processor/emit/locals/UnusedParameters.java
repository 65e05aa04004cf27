package dev.leibniz.processor.emit.locals;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.program.Companion;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Drops parameters of private methods that nobody reads, and what is handed over for them; and again, as long as their callers have
 * less to hand over themselves for that.
 */
public final class UnusedParameters {
    /** The parameters that are read, of functions that have others. */
    private final Map<String, Set<Var>> read = new HashMap<>();

    private final Map<String, List<Var>> params = new HashMap<>();

    private UnusedParameters(Companion companion) {
        for (Function function : companion.functions()) {
            Set<Var> used = used(function);
            if (!used.containsAll(function.params())) {
                read.put(function.name(), used);
                params.put(function.name(), function.params());
            }
        }
    }

    public static Companion remove(Companion companion) {
        Companion smaller = companion;
        while (true) {
            UnusedParameters unused = new UnusedParameters(smaller);
            if (unused.read.isEmpty()) {
                return smaller;
            }
            smaller = smaller.withEach(function -> Pruning.prune(unused.without(function)));
        }
    }

    /** The parameters a function reads, apart from those it only passes on to itself in the same position. */
    private static Set<Var> used(Function function) {
        Set<Var> used = new HashSet<>();
        collect(function.body(), function, used);
        return used;
    }

    private static void collect(Block block, Function function, Set<Var> used) {
        for (Stmt stmt : block.stmts()) {
            boolean isItself = stmt instanceof Stmt.Call call
                    && call.callee() instanceof Callee.Local local
                    && local.name().equals(function.name());
            List<Value> operands = stmt.operands();
            for (int i = 0; i < operands.size(); i++) {
                if (operands.get(i) instanceof Var variable
                        && !(isItself && variable == function.params().get(i))) {
                    used.add(variable);
                }
            }
            stmt.blocks().forEach(inner -> collect(inner, function, used));
        }
        for (Value yield : block.yields()) {
            if (yield instanceof Var variable) {
                used.add(variable);
            }
        }
    }

    private Function without(Function function) {
        Function calling = function.withBody(block(function.body()));
        Set<Var> own = read.get(function.name());
        return own == null || params.get(function.name()) != function.params()
                ? calling
                : new Function(
                        calling.name(),
                        calling.params().stream().filter(own::contains).toList(),
                        calling.results(),
                        calling.body());
    }

    private Block block(Block block) {
        return block.with(Walk.map(block.stmts(), this::stmt), block.yields());
    }

    private Stmt stmt(Stmt stmt) {
        if (stmt instanceof Stmt.Call call
                && call.callee() instanceof Callee.Local local
                && read.containsKey(local.name())) {
            List<Var> all = params.get(local.name());
            Set<Var> kept = read.get(local.name());
            List<Value> args = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if (kept.contains(all.get(i))) {
                    args.add(call.args().get(i));
                }
            }
            return new Stmt.Call(local, args, call.results(), call.origin());
        }
        return Walk.rebuild(stmt, this::block);
    }
}
