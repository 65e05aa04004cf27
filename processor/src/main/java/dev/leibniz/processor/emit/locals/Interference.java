package dev.leibniz.processor.emit.locals;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values that are alive at the same time, so that they cannot share a Java variable, and the values that are copied into
 * one another, so that they should.
 *
 * <p>One walk backwards over the code as it will be printed. A value from outside a loop that is used in it is alive in
 * all of it, so no iteration to a fixed point is needed. A definition interferes with all that is alive after it; a
 * copy does not interfere with its own source.
 */
final class Interference {
    /** {@code target} takes the value of {@code source}; they had better be one variable. */
    record Copy(Var target, Var source) {}

    private final Nesting nesting;
    private final Map<Var, Set<Var>> edges = new HashMap<>();
    private final List<Copy> carried = new ArrayList<>();
    private final List<Copy> started = new ArrayList<>();

    /**
     * @param kept the parameters that are read when the body has ended
     */
    Interference(Function function, Set<Var> kept, Nesting nesting) {
        this.nesting = nesting;
        Set<Var> live = new HashSet<>(kept);
        use(function.body().yields(), live);
        block(function.body(), live);
        live.addAll(function.params());
        for (Var param : function.params()) {
            define(param, live, Set.of());
        }
    }

    /** The values of the same type that are alive where the variable is defined, or are defined where it is alive. */
    Set<Var> of(Var variable) {
        return edges.getOrDefault(variable, Set.of());
    }

    /** The copies, those that matter most first. */
    List<Copy> copies() {
        List<Copy> all = new ArrayList<>(carried);
        all.addAll(started);
        return all;
    }

    private void use(Value value, Set<Var> live) {
        if (value instanceof Var variable && nesting.nested(variable) == null) {
            live.add(variable);
        } else {
            nesting.forEachMention(value, live::add);
        }
    }

    private void use(List<Value> values, Set<Var> live) {
        for (Value value : values) {
            use(value, live);
        }
    }

    private static void remove(List<Var> variables, Set<Var> live) {
        for (Var variable : variables) {
            live.remove(variable);
        }
    }

    private void define(Var variable, Set<Var> live, Set<Var> sources) {
        Set<Var> own = edges.computeIfAbsent(variable, v -> new HashSet<>());
        Type type = variable.type();
        for (Var other : live) {
            if (other != variable && type.equals(other.type()) && !sources.contains(other)) {
                own.add(other);
                edges.computeIfAbsent(other, v -> new HashSet<>()).add(variable);
            }
        }
    }

    /** {@code targets = sources}, all at once; {@code live} is what is alive after it, then what is alive before. */
    private void copy(List<Var> targets, List<Value> sources, Set<Var> live, List<Copy> affinities) {
        Set<Var> after = new HashSet<>(live);
        after.addAll(targets);
        for (int i = 0; i < targets.size(); i++) {
            Var target = targets.get(i);
            if (sources.get(i) instanceof Var source && nesting.nested(source) == null) {
                define(target, after, Set.of(source));
                affinities.add(new Copy(target, source));
            } else {
                define(target, after, Set.of());
            }
        }
        remove(targets, live);
        use(sources, live);
    }

    private void block(Block block, Set<Var> live) {
        for (int i = block.stmts().size() - 1; i >= 0; i--) {
            Stmt stmt = block.stmts().get(i);
            if (!nesting.isNested(stmt)) {
                stmt(stmt, live);
            }
        }
    }

    private void stmt(Stmt stmt, Set<Var> live) {
        if (stmt instanceof Stmt.If s) {
            branch(s, live);
        } else if (stmt instanceof Loop.For s) {
            loop(s.params(), s.inits(), s.body(), s.results(), s, live);
        } else if (stmt instanceof Loop.While s) {
            loop(s.params(), s.inits(), s.body(), s.results(), s, live);
        } else {
            live.addAll(stmt.results());
            for (Var result : stmt.results()) {
                define(result, live, Set.of());
            }
            remove(stmt.results(), live);
            use(stmt.operands(), live);
        }
    }

    private void branch(Stmt.If stmt, Set<Var> live) {
        Set<Var> before = new HashSet<>();
        for (Block block : stmt.blocks()) {
            Set<Var> inner = new HashSet<>();
            if (Pruning.completes(block)) {
                inner.addAll(live);
                copy(stmt.results(), block.yields(), inner, carried);
            }
            block(block, inner);
            before.addAll(inner);
        }
        live.clear();
        live.addAll(before);
        use(stmt.condition(), live);
    }

    private void loop(List<Var> params, List<Value> inits, Block body, List<Var> results, Stmt stmt, Set<Var> live) {
        copy(results, List.copyOf(params), live, carried);
        Set<Var> throughout = new HashSet<>(live);
        usesWithin(stmt, throughout);
        throughout.addAll(params);
        if (stmt instanceof Loop.For s) {
            use(s.bound(), throughout);
            throughout.add(s.index());
        }
        Set<Var> inner = new HashSet<>(throughout);
        if (Pruning.completes(body)) {
            copy(params, body.yields(), inner, carried);
        }
        inner.addAll(withoutParams(throughout, params));
        block(body, inner);
        if (stmt instanceof Loop.While s) {
            inner.addAll(throughout);
            use(s.condition().yields().get(0), inner);
            block(s.condition(), inner);
        }
        live.addAll(throughout);
        if (stmt instanceof Loop.For s) {
            define(s.index(), live, Set.of());
            live.remove(s.index());
            use(s.from(), live);
        }
        copy(params, inits, live, started);
        if (stmt instanceof Loop.For s) {
            use(s.from(), live);
            use(s.bound(), live);
        }
    }

    private static Set<Var> withoutParams(Set<Var> variables, List<Var> params) {
        Set<Var> rest = new HashSet<>(variables);
        remove(params, rest);
        return rest;
    }

    /** Adds the variables that are used anywhere in the blocks of a statement and come from outside of it. */
    private void usesWithin(Stmt stmt, Set<Var> into) {
        Set<Var> used = new HashSet<>();
        Set<Var> defined = new HashSet<>();
        for (Block block : stmt.blocks()) {
            collect(block, used, defined);
        }
        used.removeAll(defined);
        into.addAll(used);
    }

    private void collect(Block block, Set<Var> used, Set<Var> defined) {
        for (Stmt stmt : block.stmts()) {
            if (!nesting.isNested(stmt)) {
                use(stmt.operands(), used);
                defined.addAll(stmt.results());
                defined.addAll(dev.leibniz.processor.ir.walk.Walk.blockParams(stmt));
                for (Block inner : stmt.blocks()) {
                    collect(inner, used, defined);
                }
            }
        }
        use(block.yields(), used);
    }
}
