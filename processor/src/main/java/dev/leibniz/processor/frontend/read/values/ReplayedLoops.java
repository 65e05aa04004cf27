package dev.leibniz.processor.frontend.read.values;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Callee.Replay;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.program.Program;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes functions of the loops that are to run again in the backward sweep. */
public final class ReplayedLoops {
    private final Map<Stmt, Replay> replays = new IdentityHashMap<>();
    private final Map<String, Function> functions = new LinkedHashMap<>();
    private String method = "";

    /** Notes that a loop, as it was read, is to run again. */
    public void add(Stmt loop, Replay replay) {
        replays.put(loop, replay);
    }

    /** The program with calls in place of these loops. */
    public Program in(Program program) {
        functions.clear();
        functions.putAll(program.functions());
        program.functions().forEach((name, function) -> functions.put(name, inside(function)));
        boolean isNone = functions.size() == program.functions().size(); // each loop is one more
        return isNone ? program : program.with(functions, program.linkage());
    }

    private Function inside(Function function) {
        method = function.name();
        return function.withBody(block(function.body()));
    }

    private Block block(Block block) {
        return block.with(Walk.map(block.stmts(), this::stmt), block.yields());
    }

    private Stmt stmt(Stmt stmt) {
        Stmt rebuilt = Walk.rebuild(stmt, this::block);
        if (!(rebuilt instanceof Loop loop)) {
            return rebuilt;
        }
        Replay replay = replays.get(stmt);
        if (replay == null && makesReversibleSteps(loop)) {
            replay = new Replay.Backwards();
        }
        return replay == null ? rebuilt : call(loop, replay);
    }

    private static boolean makesReversibleSteps(Loop loop) {
        return loop.body().stmts().stream()
                .anyMatch(stmt -> stmt instanceof Stmt.Call call
                        && call.callee() instanceof Callee.Local local
                        && local.replay() instanceof Replay.Inverse);
    }

    private Stmt.Call call(Loop loop, Replay replay) {
        List<Var> params = new ArrayList<>();
        loop.params().forEach(param -> params.add(param.fresh()));
        List<Value> inits = List.copyOf(params);
        List<Value> args = new ArrayList<>(loop.inits());
        Loop own = starting(loop, inits);
        free(own, new HashSet<>(inits)).forEach(variable -> {
            params.add(variable);
            args.add(variable);
        });
        List<Var> results = new ArrayList<>();
        loop.results().forEach(result -> results.add(result.fresh()));
        String name = freeName(method + "Loop");
        Block body = new Block(List.of(own), List.copyOf(own.results()));
        // with variables of its own: those of the loop may be those of the method around it, too
        functions.put(name, new Copier().function(new Function(name, params, results, body)));
        return new Stmt.Call(new Callee.Local(name, false, replay), args, loop.results(), loop.origin());
    }

    private static Loop starting(Loop loop, List<Value> inits) {
        return loop.carrying(loop.params(), inits, loop.body(), loop.results());
    }

    private String freeName(String wish) {
        String name = wish;
        for (int i = 2; functions.containsKey(name); i++) {
            name = wish + i;
        }
        return name;
    }

    /** The variables from outside that a loop uses, in their order. */
    private static Set<Var> free(Loop loop, Set<Value> known) {
        Block alone = new Block(List.of(loop), List.of());
        Set<Value> defined = new HashSet<>(known);
        for (Stmt stmt : Walk.statements(alone)) {
            defined.addAll(stmt.results());
            defined.addAll(Walk.blockParams(stmt));
        }
        Set<Var> free = new LinkedHashSet<>();
        Walk.forEachUse(alone, value -> {
            if (value instanceof Var variable && !defined.contains(variable)) {
                free.add(variable);
            }
        });
        return free;
    }
}
