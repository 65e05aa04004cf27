package dev.leibniz.processor.simplify;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrVerifier;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statements and values that a function's results, its writes to memory that others see, its calls and its exceptions depend on. Marks
 * backwards from these; so a carried value that only feeds itself stays unmarked, and so does a write to an array that
 * nobody reads.
 */
final class Liveness {

    /** A statement and the one whose block it is in. */
    private record Enclosing(Stmt stmt, @Nullable Enclosing parent) {}

    private final Map<Var, Enclosing> definitions = new HashMap<>();
    private final Map<Value, List<Enclosing>> writesByArray = new HashMap<>();
    private final Set<Stmt> liveStmts = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Var> liveVars = new HashSet<>();
    private final Deque<Var> pending = new ArrayDeque<>();

    Liveness(Function function) {
        OwnArrays origins = new OwnArrays(function);
        List<Enclosing> roots = new ArrayList<>();
        index(function.body(), null, origins, roots);
        for (Enclosing root : roots) {
            mark(root);
        }
        mark(function.body().yields());
        while (!pending.isEmpty()) {
            follow(pending.pop());
        }
    }

    boolean isLive(Stmt stmt) {
        return liveStmts.contains(stmt);
    }

    boolean isLive(Var variable) {
        return liveVars.contains(variable);
    }

    private void index(Block block, @Nullable Enclosing parent, OwnArrays origins, List<Enclosing> roots) {
        for (Stmt stmt : block.stmts()) {
            Enclosing place = new Enclosing(stmt, parent);
            for (Var result : stmt.results()) {
                definitions.put(result, place);
            }
            for (Var param : Walk.blockParams(stmt)) {
                definitions.put(param, place);
            }
            if (stmt instanceof Stmt.Call || stmt instanceof Stmt.Throw || stmt instanceof Stmt.Assert) {
                roots.add(place);
            } else if (OwnArrays.target(stmt) != null) {
                Var made = origins.madeHere(stmt);
                if (made == null) {
                    roots.add(place);
                } else {
                    writesByArray.computeIfAbsent(made, m -> new ArrayList<>()).add(place);
                }
            }
            for (Block inner : stmt.blocks()) {
                index(inner, place, origins, roots);
            }
        }
    }

    private void mark(Value value) {
        if (value instanceof Var variable && liveVars.add(variable)) {
            pending.push(variable);
        }
    }

    private void mark(Enclosing place) {
        for (Enclosing p = place; p != null && liveStmts.add(p.stmt()); p = p.parent()) {
            Stmt stmt = p.stmt();
            if (stmt instanceof Loop.For s) {
                mark(s.from());
                mark(s.bound());
            } else if (stmt instanceof Loop.While s) {
                mark(s.condition().yields().get(0));
            } else {
                mark(stmt.operands());
            }
        }
    }

    private void mark(List<Value> values) {
        for (Value value : values) {
            mark(value);
        }
    }

    private void follow(Var variable) {
        for (Enclosing write : writesByArray.getOrDefault(variable, List.of())) {
            mark(write);
        }
        Enclosing place = definitions.get(variable);
        if (place == null) {
            return;
        }
        mark(place);
        Stmt stmt = place.stmt();
        if (stmt instanceof Stmt.If s) {
            int i = s.results().indexOf(variable);
            markYield(s.then(), i);
            markYield(s.otherwise(), i);
        } else if (stmt instanceof Loop.For s && variable != s.index()) {
            carried(variable, s.params(), s.inits(), s.body(), s.results());
        } else if (stmt instanceof Loop.While s) {
            carried(variable, s.params(), s.inits(), s.body(), s.results());
        }
    }

    private void carried(Var variable, List<Var> params, List<Value> inits, Block body, List<Var> results) {
        int i = Math.max(params.indexOf(variable), results.indexOf(variable));
        mark(params.get(i));
        mark(inits.get(i));
        markYield(body, i);
    }

    private void markYield(Block block, int i) {
        if (!IrVerifier.endsInThrow(block)) {
            mark(block.yields().get(i));
        }
    }
}
