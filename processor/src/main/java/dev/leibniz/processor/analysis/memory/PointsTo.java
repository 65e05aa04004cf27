package dev.leibniz.processor.analysis.memory;

import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arrays an array variable may refer to, by an analysis that is inclusion-based and insensitive to the order of statements. Two
 * variables whose sites are disjoint are never the same array.
 */
public final class PointsTo {
    private final Map<Var, Set<Site>> sites = new HashMap<>();
    private final Map<Site, Set<Site>> contents = new HashMap<>();
    private final Summaries summaries;
    private boolean changed;

    private PointsTo(Summaries summaries) {
        this.summaries = summaries;
    }

    /**
     * @param summaries the summaries of the functions that are called
     */
    public static PointsTo of(Function function, Summaries summaries) {
        PointsTo result = new PointsTo(summaries);
        for (Var param : function.params()) {
            result.create(param, param.type().rank());
        }
        List<Stmt> stmts = Walk.statements(function.body());
        do {
            result.changed = false;
            for (Stmt stmt : stmts) {
                result.visit(stmt);
            }
        } while (result.changed);
        return result;
    }

    /** The arrays that {@code array} itself may be. */
    public Set<Site> sites(Value array) {
        return array instanceof Var variable ? sites.getOrDefault(variable, Set.of()) : Set.of();
    }

    /** The arrays that the elements of {@code site} may be. */
    public Set<Site> contents(Site site) {
        return contents.getOrDefault(site, Set.of());
    }

    /** The arrays that can be reached from {@code array}, itself included. */
    public Set<Site> reachable(Value array) {
        Set<Site> direct = sites(array);
        if (direct.isEmpty()) {
            return Set.of();
        }
        Set<Site> all = new LinkedHashSet<>();
        for (Site site : direct) {
            reach(site, all);
        }
        return all;
    }

    public Set<Site> reachable(Site site) {
        Set<Site> all = new LinkedHashSet<>();
        reach(site, all);
        return all;
    }

    private void reach(Site site, Set<Site> all) {
        if (all.add(site)) {
            for (Site inner : contents(site)) {
                reach(inner, all);
            }
        }
    }

    public boolean mayAlias(Value a, Value b) {
        Set<Site> other = sites(b);
        return !Collections.disjoint(sites(a), other);
    }

    /** All sites. */
    public Set<Site> all() {
        Set<Site> all = new LinkedHashSet<>();
        for (Set<Site> some : sites.values()) {
            all.addAll(some);
        }
        for (Set<Site> some : contents.values()) {
            all.addAll(some);
        }
        return all;
    }

    private void visit(Stmt stmt) {
        if (stmt instanceof Stmt.Let let && let.target().type().isArray()) {
            define(let.target(), let.expr());
        } else if (stmt instanceof Stmt.If choice) {
            flow(choice.results(), choice.then().yields());
            flow(choice.results(), choice.otherwise().yields());
        } else if (stmt instanceof Loop loop) {
            carry(loop.params(), loop.inits(), loop.body().yields(), loop.results());
        } else if (stmt instanceof Stmt.Call call) {
            call(call);
        } else {
            stmt.rowFlows()
                    .forEach(rows ->
                            put(sites(rows.to()), rows.isWhole() ? sites(rows.from()) : contentsOf(rows.from())));
        }
    }

    private void define(Var target, Expr expr) {
        if (expr instanceof Expr.Load load) {
            add(target, contentsOf(load.array()));
        } else if (expr instanceof Expr.NewArray array) {
            create(target, array.operands().size());
        } else if (expr instanceof Expr.CloneArray clone && !clone.deep()) {
            create(target, 1);
            put(sites(target), contentsOf(clone.array()));
        } else if (expr instanceof Expr.CopyOfRange copy) {
            create(target, 1);
            put(sites(target), contentsOf(copy.array()));
        } else if (expr instanceof Expr.Apply apply) {
            apply.operands().forEach(operand -> add(target, sites(operand)));
        } else {
            create(target, target.type().rank());
        }
    }

    private void call(Stmt.Call call) {
        Set<Site> given = new LinkedHashSet<>();
        call.args().forEach(arg -> given.addAll(reachable(arg)));
        Set<Site> returned = new LinkedHashSet<>();
        for (Var result : call.results()) {
            if (result.type().isArray()) {
                create(result, result.type().rank());
                Set<Site> reached = reachable(result);
                Set<Site> others = new LinkedHashSet<>();
                if (!summaries.returnsNewArrays(call.callee())) {
                    others.addAll(given);
                }
                if (!summaries.returnsSeparateArrays(call.callee())) {
                    others.addAll(returned);
                    returned.addAll(reached);
                }
                add(result, ofType(others, result.type()));
                for (Site site : reached) {
                    if (site.type().element().isArray()) {
                        put(Set.of(site), ofType(others, site.type().element()));
                    }
                }
            }
        }
        if (summaries.mayWriteArguments(call.callee())) {
            boolean stores = summaries.mayStoreAnyArray(call.callee());
            for (Site site : given) {
                Type element = site.type().element();
                if (element.isArray() && (stores || !element.isDifferentiable())) {
                    put(Set.of(site), ofType(given, element));
                }
            }
        }
    }

    private static Set<Site> ofType(Set<Site> sites, Type type) {
        Set<Site> matching = new LinkedHashSet<>(sites);
        matching.removeIf(site -> !site.type().equals(type));
        return matching;
    }

    private void carry(List<Var> params, List<Value> inits, List<Value> nexts, List<Var> results) {
        flow(params, inits);
        flow(params, nexts);
        flow(results, inits);
        flow(results, nexts);
    }

    private void flow(List<Var> to, List<Value> from) {
        for (int i = 0; i < to.size() && i < from.size(); i++) {
            if (to.get(i).type().isArray()) {
                add(to.get(i), sites(from.get(i)));
            }
        }
    }

    private Set<Site> contentsOf(Value array) {
        Set<Site> all = new LinkedHashSet<>();
        sites(array).forEach(site -> all.addAll(contents(site)));
        return all;
    }

    /** A new array of its own, and new rows down to {@code depth} levels. */
    private void create(Var target, int depth) {
        Type type = target.type();
        Site outer = null;
        for (int level = 0; level < depth && type.isArray(); level++) {
            Site site = new Site(target, level, type);
            if (outer == null) {
                add(target, Set.of(site));
            } else {
                put(Set.of(outer), Set.of(site));
            }
            outer = site;
            type = type.element();
        }
    }

    private void add(Var target, Set<Site> more) {
        if (!more.isEmpty()) {
            changed |= sites.computeIfAbsent(target, v -> new LinkedHashSet<>()).addAll(more);
        }
    }

    private void put(Set<Site> containers, Set<Site> elements) {
        if (!elements.isEmpty()) {
            for (Site container : List.copyOf(containers)) {
                changed |= contents.computeIfAbsent(container, s -> new LinkedHashSet<>())
                        .addAll(Set.copyOf(elements));
            }
        }
    }
}
