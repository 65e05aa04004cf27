package dev.leibniz.processor.analysis.memory;

import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Whether two rows of a matrix may be one array. A deep copy of such a matrix, or a matrix of zeros of its shape, is another
 * thing: there they are two.
 */
public final class RepeatedRows {
    private final Function function;
    private final Places places;
    private final PointsTo pointsTo;
    private final Summaries summaries;

    public RepeatedRows(Function function, Places places, PointsTo pointsTo, Summaries summaries) {
        this.function = function;
        this.places = places;
        this.pointsTo = pointsTo;
        this.summaries = summaries;
    }

    /** Whether a row may be in a matrix twice, as far as this function, and those it calls, put it there. */
    public boolean mayBeIn(Value matrix) {
        if (matrix.type().rank() < 2) {
            return false;
        }
        Set<Site> matrices = new LinkedHashSet<>(pointsTo.reachable(matrix));
        matrices.removeIf(site -> site.type().rank() < 2);
        boolean grows = true;
        while (grows) {
            Set<Site> sources = new LinkedHashSet<>();
            matrices.forEach(site -> sources.addAll(sourceOf(site)));
            grows = matrices.addAll(sources);
        }
        Set<Site> rows = new LinkedHashSet<>();
        return matrices.stream().anyMatch(this::isReturnedWith)
                || Walk.any(function.body(), stmt -> repeats(stmt, matrices, rows));
    }

    /** The array whose rows an array had at first. */
    private Set<Site> sourceOf(Site site) {
        Stmt made = places.definition(site.creator());
        if (made instanceof Stmt.Let let
                && (let.expr() instanceof Expr.CloneArray || let.expr() instanceof Expr.CopyOfRange)) {
            return pointsTo.sites(let.expr().operands().get(0));
        }
        return Set.of();
    }

    private boolean isReturnedWith(Site site) {
        return places.definition(site.creator()) instanceof Stmt.Call call
                && !summaries.returnsSeparateArrays(call.callee());
    }

    /**
     * Whether a statement may put a row where it was already.
     *
     * @param rows the rows that other statements put there; those of this one are added
     */
    private boolean repeats(Stmt stmt, Set<Site> matrices, Set<Site> rows) {
        return stmt.rowFlows().stream()
                .filter(row -> isIn(matrices, row.to()))
                .anyMatch(row -> !(stmt instanceof Stmt.Store store
                        && isMadeFor(store)
                        && rows.addAll(pointsTo.sites(store.value()))));
    }

    private boolean isIn(Set<Site> sites, Value array) {
        return !Collections.disjoint(sites, pointsTo.sites(array));
    }

    /** Whether each time a row is put into a matrix it is one that was made just for that. */
    private boolean isMadeFor(Stmt.Store store) {
        return store.value() instanceof Var row
                && places.definition(row) instanceof Stmt.Let let
                && let.expr().makesArray()
                && places.definedIn(row).iteration()
                        == places.place(store).region().iteration();
    }
}
