package dev.leibniz.processor.transform.forward;

import dev.leibniz.processor.analysis.Activity;
import dev.leibniz.processor.analysis.FunctionAnalysis;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import dev.leibniz.processor.rules.Composition;
import dev.leibniz.processor.rules.DerivativeRules;
import dev.leibniz.processor.rules.Seed;
import dev.leibniz.processor.shape.LoopParts;
import dev.leibniz.processor.transform.derivation.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of code without branches: first the primal statements, then one loop over the directions with the tangents of
 * all of them. Tangents that are not needed outside the stretch are mere locals of that loop.
 */
final class DirectionLoop implements LoopParts.Arrays {
    private final VectorTangents tangents;
    private final Activity activity;
    private final Var directions;
    private final List<Stmt> taken = new ArrayList<>();
    private final Var direction = new Var("d", Type.INT);
    private final Map<Var, Value> local = new HashMap<>();
    private final Map<Value, Row> rows = new HashMap<>();

    /** The tangents of an element of an array, which are a row of the array's. */
    private record Row(Value array, Value index) {}

    DirectionLoop(VectorTangents tangents, Var directions) {
        this.tangents = tangents;
        this.activity = tangents.activity();
        this.directions = directions;
    }

    /** Whether a statement works on single numbers. */
    boolean takes(Stmt stmt) {
        return stmt instanceof Stmt.Let let && !activity.carries(let.target())
                || stmt instanceof Stmt.Let scalar && !scalar.target().type().isArray()
                || stmt instanceof Stmt.Store store && !store.value().type().isArray()
                || stmt instanceof Stmt.Accumulate
                || stmt instanceof Stmt.Assert
                || stmt instanceof Stmt.Marker;
    }

    void add(Stmt stmt, BlockBuilder out) {
        out.add(stmt);
        taken.add(stmt);
    }

    /** Appends the loop over the directions. */
    void finish(BlockBuilder out) {
        finish(Map.of(), out);
    }

    /**
     * Appends the loop over the directions.
     *
     * @param updates arrays that are to have the tangents of these values afterwards; nothing else uses the values then
     */
    void finish(Map<Value, Value> updates, BlockBuilder out) {
        BlockBuilder body = out.nested();
        Map<Var, Var> kept = new LinkedHashMap<>();
        Set<Var> wanted = wantedOutside(updates.values());
        for (Stmt stmt : taken) {
            body.at(stmt.origin());
            out.at(stmt.origin());
            if (stmt instanceof Stmt.Let let) {
                Value tangent = activity.isActive(let.target()) ? tangentOf(let, body, out) : null;
                if (tangent != null) {
                    local.put(let.target(), tangent);
                    if (wanted.contains(let.target())) {
                        Var array = tangents.make(
                                Names.tangent(let.target()), let.target().type(), out);
                        body.store(array, direction, tangent);
                        kept.put(let.target(), array);
                    }
                }
            } else if (stmt instanceof Stmt.Store store && activity.hasShadow(store.array())) {
                Value row = row(store.array(), store.index(), out);
                body.store(row, direction, tangent(store.value(), body));
            } else if (stmt instanceof Stmt.Accumulate add
                    && activity.hasShadow(add.array())
                    && activity.isActive(add.value())) {
                Value row = row(add.array(), add.index(), out);
                body.accumulate(row, direction, tangent(add.value(), body));
            }
        }
        update(updates, body);
        if (!body.isEmpty()) {
            Loop.For loop = Loop.For.upTo(direction, directions, body.build(), out.origin());
            out.addAll(tangents.shaped(loop, this));
        }
        kept.forEach(tangents::put);
        taken.clear();
    }

    /** Writes the new values of buffers; all of them are read before any is written. */
    private void update(Map<Value, Value> updates, BlockBuilder body) {
        Map<Value, Value> changed = new LinkedHashMap<>();
        updates.forEach((array, next) -> {
            if (!array.equals(tangents.ofOrNull(next))) {
                changed.put(array, tangent(next, body));
            }
        });
        if (changed.isEmpty()) {
            return;
        }
        Map<Value, Stmt.Let> definitions = new HashMap<>();
        body.stmts().forEach(stmt -> {
            if (stmt instanceof Stmt.Let let) {
                definitions.put(let.target(), let);
            }
        });
        Map<Var, Integer> uses = Walk.useCounts(body.build());
        changed.forEach((array, tangent) -> {
            Stmt.Let definition = definitions.get(tangent);
            Optional<Value> summand = definition == null || uses.containsKey(definition.target())
                    ? Optional.empty()
                    : summand(definition.expr(), array, definitions);
            if (definition != null) {
                body.at(definition.origin());
            }
            if (summand.isPresent()) {
                body.accumulate(array, direction, summand.get());
            } else {
                body.store(array, direction, tangent);
            }
        });
    }

    /** The summand that an expression adds to the element of a buffer, if the expression is such a sum. */
    private static Optional<Value> summand(Expr sum, Value buffer, Map<Value, Stmt.Let> definitions) {
        if (!(sum instanceof Expr.Apply apply) || apply.op() != Op.Primitive.ADD) {
            return Optional.empty();
        }
        Stmt.Let first = definitions.get(apply.operand(0));
        boolean isElement = first != null
                && first.expr() instanceof Expr.Load load
                && load.array().equals(buffer);
        return isElement ? Optional.of(apply.operand(1)) : Optional.empty();
    }

    private Value row(Value array, Value index, BlockBuilder out) {
        Value row = out.load(tangents.orZeros(array, out), index);
        rows.put(row, new Row(array, index));
        return row;
    }

    @Override
    public Object identity(Value array) {
        Row row = rows.get(array);
        return row == null ? array : row;
    }

    /** Rows are the same only where elements are; the tangents of a number have an array of their own. */
    @Override
    public boolean mayBeSame(Value a, Value b) {
        Row first = rows.get(a);
        Row second = rows.get(b);
        if (first == null || second == null) {
            boolean areApart = first != second || tangents.isMadeHere(a) && tangents.isMadeHere(b);
            return a.equals(b) || !areApart;
        }
        boolean areApart = first.index() instanceof Const
                && second.index() instanceof Const
                && !first.index().equals(second.index());
        return !areApart && tangents.facts().pointsTo().mayAlias(first.array(), second.array());
    }

    /** The tangent of a value in the current direction. */
    private Value tangent(Value primal, BlockBuilder body) {
        if (!(primal instanceof Var variable) || !activity.isActive(variable)) {
            return Const.zero(primal.type());
        }
        Value known = local.get(variable);
        if (known == null) {
            Value array = tangents.ofOrNull(variable);
            known = array == null ? Const.zero(primal.type()) : body.load(Names.tangent(variable), array, direction);
            local.put(variable, known);
        }
        return known;
    }

    private @Nullable Value tangentOf(Stmt.Let let, BlockBuilder body, BlockBuilder out) {
        Var target = let.target();
        if (let.expr() instanceof Expr.Load load) {
            Value row = row(load.array(), load.index(), out);
            return body.load(Names.tangent(target), row, direction);
        }
        if (!(let.expr() instanceof Expr.Apply apply)) {
            return null;
        }
        FunctionAnalysis facts = tangents.facts();
        Optional<Composition> composition = facts.compositionEndingIn(apply);
        if (composition.isPresent() && activity.isActive(composition.get().inner())) {
            Value inner = composition.get().inner();
            ForwardValues mentioned = new ForwardValues(facts, composition.get().mentioned(), target);
            Seed known = facts.extremes().tangentOf(inner);
            return named(composition.get().contribution(mentioned, tangent(inner, body), known, body), target);
        }
        ForwardValues primal = new ForwardValues(facts, apply.operands(), target);
        Value sum = null;
        for (int i = 0; i < apply.operands().size(); i++) {
            if (activity.isActive(apply.operand(i))) {
                Value seed = tangent(apply.operand(i), body);
                Seed known = facts.extremes().tangentOf(apply.operand(i));
                Value part = DerivativeRules.contribution(apply, i, primal, seed, known, target.type(), body)
                        .orElse(null);
                if (part != null) {
                    sum = sum == null ? part : body.plus(sum, part);
                }
            }
        }
        return sum == null ? Const.zero(target.type()) : named(sum, target);
    }

    private static Value named(Value tangent, Var target) {
        if (tangent instanceof Var variable) {
            variable.suggestName(Names.tangent(target));
        }
        return tangent;
    }

    /** The variables of this stretch that are used by statements outside it. */
    private Set<Var> wantedOutside(Collection<Value> updates) {
        Set<Var> defined = new HashSet<>();
        Map<Var, Integer> inside = new HashMap<>();
        for (Value next : updates) {
            if (next instanceof Var variable) {
                inside.merge(variable, 1, Integer::sum);
            }
        }
        for (Stmt stmt : taken) {
            defined.addAll(stmt.results());
            stmt.operands().forEach(operand -> {
                if (operand instanceof Var variable) {
                    inside.merge(variable, 1, Integer::sum);
                }
            });
        }
        Map<Var, Integer> all = tangents.useCounts();
        Set<Var> wanted = new HashSet<>();
        for (Var variable : defined) {
            boolean isInner = tangents.mentionedByCompositions().contains(variable);
            if (isInner || all.getOrDefault(variable, 0) > inside.getOrDefault(variable, 0)) {
                wanted.add(variable);
            }
        }
        return wanted;
    }
}
