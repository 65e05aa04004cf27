package dev.leibniz.processor.transform.trace;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Copier;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.transform.derivation.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the bodies of called functions in place of the calls, as they were read, between marks that say whose they are: a trace shows
 * the user's own statements, and where they are.
 */
public final class TraceInliner {
    /** Begins the mark in front of a body; the name of the function follows. */
    static final String ENTER = "enter ";

    /** The mark behind a body. */
    static final String EXIT = "exit";

    /** The mark where the user gives a name to the value that a body returned; the name follows. */
    static final String NAME = "name ";

    private static final int LARGE = 20_000;

    /** The source of the bodies. */
    public interface Bodies {
        /** The function to put in place of a call; empty if the call has to stay. */
        Optional<Function> of(Callee callee);
    }

    private final Bodies bodies;
    private final Map<Var, Value> substitution = new HashMap<>();
    private final Map<Stmt.Marker, Value> named = new IdentityHashMap<>();
    private int size;

    private TraceInliner(Bodies bodies) {
        this.bodies = bodies;
    }

    /**
     * A function with the bodies in it.
     *
     * @param named for each mark that gives a name, the named value
     */
    public record Inlined(Function function, Map<Stmt.Marker, Value> named) {}

    public static Inlined inline(Function function, Bodies bodies) {
        TraceInliner inliner = new TraceInliner(bodies);
        return new Inlined(function.withBody(inliner.block(function.body())), inliner.named);
    }

    private Block block(Block block) {
        List<Stmt> stmts = new ArrayList<>();
        for (Stmt stmt : block.stmts()) {
            Stmt rebuilt = Walk.rebuild(stmt, this::value, this::block);
            Optional<Function> body = rebuilt instanceof Stmt.Call call ? bodies.of(call.callee()) : Optional.empty();
            if (body.isPresent()) {
                inline((Stmt.Call) rebuilt, body.get(), stmts);
            } else {
                stmts.add(rebuilt);
                size++;
            }
        }
        return block.with(stmts, Walk.map(block.yields(), this::value));
    }

    private Value value(Value value) {
        return value instanceof Var variable ? substitution.getOrDefault(variable, variable) : value;
    }

    private void inline(Stmt.Call call, Function callee, List<Stmt> into) {
        if (size > LARGE) {
            throw new Refusal(
                    call.origin(),
                    "a trace of it would be too long: with all that it calls, it has more than " + LARGE
                            + " operations");
        }
        Copier copier = new Copier();
        for (int i = 0; i < callee.params().size(); i++) {
            copier.map(callee.params().get(i), call.args().get(i));
        }
        Block body = block(copier.block(callee.body()));
        into.add(new Stmt.Marker(ENTER + call.callee().name(), call.origin()));
        into.addAll(body.stmts());
        into.add(new Stmt.Marker(EXIT, call.origin()));
        for (int i = 0; i < call.results().size(); i++) {
            Var result = call.results().get(i);
            Value yield = i < body.yields().size() ? body.yields().get(i) : Const.zero(result.type());
            substitution.put(result, yield);
            if (result.isNamed() && result.type().isFloating()) {
                Stmt.Marker naming = new Stmt.Marker(NAME + result.name(), call.origin());
                named.put(naming, yield);
                into.add(naming);
            }
        }
    }
}
