package dev.leibniz.processor.analysis.memory;

import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Mask;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the arrays that go with an array of derivatives: those that may be the same as an active one. */
public final class Shadowing {
    private final PointsTo pointsTo;
    private final Predicate<Site> isActive;
    private final Set<Site> shadowed = new HashSet<>();
    private boolean changed;

    /** @param isActive whether a derivative flows through the elements an array holds directly */
    public Shadowing(PointsTo pointsTo, Predicate<Site> isActive) {
        this.pointsTo = pointsTo;
        this.isActive = isActive;
    }

    /**
     * @param stmts all statements of the function
     * @param independent for each parameter whether it is differentiated
     * @param dependent for each result whether its derivative is wanted
     */
    public Set<Site> of(Function function, List<Stmt> stmts, Mask independent, Mask dependent) {
        for (Site site : pointsTo.all()) {
            if (site.type().isDifferentiable()
                    && pointsTo.reachable(site).stream().anyMatch(isActive)) {
                shadowed.add(site);
            }
        }
        List<Var> arrays = new ArrayList<>();
        for (Stmt stmt : stmts) {
            if (!hasShadowOfItsOwn(stmt)) {
                addArrays(stmt.results(), arrays);
            }
            addArrays(Walk.blockParams(stmt), arrays);
        }
        addArrays(function.params(), arrays);
        for (int i = 0; i < function.params().size(); i++) {
            Var param = function.params().get(i);
            if (independent.has(i) && isDifferentiableArray(param)) {
                shadowed.addAll(pointsTo.reachable(param));
            }
        }
        List<Value> yields = function.body().yields();
        for (int i = 0; i < yields.size(); i++) {
            if (dependent.has(i) && isDifferentiableArray(yields.get(i))) {
                shadowed.addAll(pointsTo.reachable(yields.get(i)));
            }
        }
        do {
            changed = false;
            for (Var array : arrays) {
                shadowTogether(array);
            }
            for (Site site : pointsTo.all()) {
                shadowContents(site);
            }
        } while (changed);
        return shadowed;
    }

    /** The result of another class's method may be an array that it was given, but gets a shadow of its own. */
    private static boolean hasShadowOfItsOwn(Stmt stmt) {
        return stmt instanceof Stmt.Call call && call.callee() instanceof Callee.External;
    }

    private static boolean isDifferentiableArray(Value value) {
        return value instanceof Var && value.type().isArray() && value.type().isDifferentiable();
    }

    private static void addArrays(List<Var> variables, List<Var> into) {
        for (Var variable : variables) {
            if (isDifferentiableArray(variable)) {
                into.add(variable);
            }
        }
    }

    /** A variable that may be a shadowed array has a shadow, so whatever else it may be has one too. */
    private void shadowTogether(Var array) {
        Set<Site> sites = pointsTo.sites(array);
        if (!Collections.disjoint(sites, shadowed)) {
            changed |= shadowed.addAll(sites);
        }
    }

    private void shadowContents(Site site) {
        Set<Site> contents = pointsTo.contents(site);
        if (shadowed.contains(site)) {
            changed |= shadowed.addAll(contents);
        } else if (!Collections.disjoint(contents, shadowed)) {
            changed |= shadowed.add(site);
        }
    }
}
