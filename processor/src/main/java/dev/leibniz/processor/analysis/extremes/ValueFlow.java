package dev.leibniz.processor.analysis.extremes;

import dev.leibniz.processor.analysis.memory.PointsTo;
import dev.leibniz.processor.analysis.memory.Site;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The ways that numbers take through a function, by variables and through arrays; a node is a {@link Var} or a {@link Site}. */
final class ValueFlow {
    private final Map<Object, Set<Object>> next = new HashMap<>();
    private final Map<Object, Set<Object>> previous = new HashMap<>();
    private final PointsTo pointsTo;

    private ValueFlow(PointsTo pointsTo) {
        this.pointsTo = pointsTo;
    }

    static ValueFlow of(Function function, PointsTo pointsTo) {
        ValueFlow flow = new ValueFlow(pointsTo);
        for (Stmt stmt : Walk.statements(function.body())) {
            flow.visit(stmt);
        }
        return flow;
    }

    /** The nodes that the given ones flow into, themselves included. */
    Set<Object> after(Collection<?> nodes) {
        return reached(nodes, next);
    }

    /** The nodes that flow into the given ones, themselves included. */
    Set<Object> before(Collection<?> nodes) {
        return reached(nodes, previous);
    }

    /** The nodes of a value: a number itself, or all that an array holds. */
    Set<?> nodes(Value value) {
        return value.type().isArray()
                ? pointsTo.reachable(value)
                : value instanceof Var variable && variable.type().isFloating() ? Set.of(variable) : Set.of();
    }

    private static Set<Object> reached(Collection<?> nodes, Map<Object, Set<Object>> steps) {
        Set<Object> found = new HashSet<>(nodes);
        Deque<Object> work = new ArrayDeque<>(nodes);
        while (!work.isEmpty()) {
            for (Object node : steps.getOrDefault(work.pop(), Set.of())) {
                if (found.add(node)) {
                    work.push(node);
                }
            }
        }
        return found;
    }

    private void visit(Stmt stmt) {
        stmt.flows().forEach(flow -> connect(nodes(flow.from()), nodes(flow.to())));
        if (stmt instanceof Stmt.Call call) {
            Set<Object> results = new LinkedHashSet<>();
            for (Var result : call.results()) {
                results.addAll(nodes(result));
            }
            for (Value arg : call.args()) {
                results.addAll(arg.type().isArray() ? nodes(arg) : Set.of());
            }
            for (Value arg : call.args()) {
                connect(nodes(arg), results);
            }
        }
    }

    private void connect(Collection<?> from, Collection<?> to) {
        for (Object source : from) {
            for (Object target : to) {
                next.computeIfAbsent(source, node -> new LinkedHashSet<>()).add(target);
                previous.computeIfAbsent(target, node -> new LinkedHashSet<>()).add(source);
            }
        }
    }
}
