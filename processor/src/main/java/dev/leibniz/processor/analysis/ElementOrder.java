package dev.leibniz.processor.analysis;

import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which elements are written before they are read for the last time, and not after: those of a triangular factor, of a table that is
 * filled row by row, of a recurrence. What later writes go to is told from the indices, and from the loops that count them.
 */
final class ElementOrder {
    private final Places places;
    private final Memory memory;
    private final PointsTo pointsTo;
    private final RepeatedRows repeated;
    private final Map<Value, Boolean> hasRepeatedRows = new HashMap<>();

    ElementOrder(Places places, Memory memory, PointsTo pointsTo, RepeatedRows repeated) {
        this.places = places;
        this.memory = memory;
        this.pointsTo = pointsTo;
        this.repeated = repeated;
    }

    /** Whether no later write goes to the element that is loaded, until the end of {@code joint}, see {@link Memory#isStable}. */
    boolean isFinal(Expr.Load load, Stmt at, Region joint) {
        return !load.type().isArray()
                && pointsTo.sites(load.array()).stream()
                        .allMatch(site -> memory.writers(site).stream()
                                .allMatch(writer -> !memory.mayRunAfter(writer, site, at, joint)
                                        || misses(writer, load, at, joint)));
    }

    private boolean misses(Stmt writer, Expr.Load load, Stmt at, Region joint) {
        Value array;
        Value index;
        if (writer instanceof Stmt.Store store) {
            array = store.array();
            index = store.index();
        } else if (writer instanceof Stmt.Accumulate add) {
            array = add.array();
            index = add.index();
        } else {
            return false;
        }
        Region shared = shared(places.place(writer).region(), places.place(at).region());
        boolean isTested =
                position(writer, shared) == position(at, shared) && below(writer, shared) instanceof Stmt.While;
        if (isTested || isBehind(writer, at, shared) && !differ(load, array, index, bounds(shared, null))) {
            return false;
        }
        for (Region around = shared; around != joint; around = parent(around)) {
            if (around.kind() == Region.Kind.LOOP) {
                if (!(around.owner() instanceof Stmt.For loop)
                        || !differ(load, array, index, bounds(parent(around), loop))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What is known where all loops around {@code outer} are in the same iteration, and {@code loop}, in it, in a later one. */
    private Bounds bounds(Region outer, Stmt.@Nullable For loop) {
        return new Bounds(places, variable -> outer.isWithin(places.definedIn(variable)), loop);
    }

    /** Whether an element of one array is another than what was loaded: by the last index, or by one of the rows around. */
    private boolean differ(Expr.Load load, Value array, Value index, Bounds bounds) {
        if (bounds.differ(load.index(), index)) {
            return true;
        }
        Expr.Load row = rowOf(load.array());
        Expr.Load writtenRow = rowOf(array);
        return row != null
                && writtenRow != null
                && row.array().equals(writtenRow.array())
                && bounds.isSame(row.array())
                && !hasRepeatedRows.computeIfAbsent(row.array(), repeated::mayBeIn)
                && bounds.differ(row.index(), writtenRow.index());
    }

    private Expr.@Nullable Load rowOf(Value array) {
        return array instanceof Var variable
                        && places.knows(variable)
                        && places.definition(variable) instanceof Stmt.Let let
                        && let.expr() instanceof Expr.Load load
                ? load
                : null;
    }

    private static Region shared(Region a, Region b) {
        Region one = a;
        Region other = b;
        while (one != other) {
            if (one.depth() >= other.depth()) {
                one = parent(one);
            } else {
                other = parent(other);
            }
        }
        return one;
    }

    private boolean isBehind(Stmt writer, Stmt at, Region shared) {
        return position(writer, shared) > position(at, shared);
    }

    private int position(Stmt stmt, Region shared) {
        Places.Place place = places.place(stmt);
        int index = place.index();
        for (Region around = place.region(); around != shared; around = parent(around)) {
            index = around.index();
        }
        return index;
    }

    /** The statement of a region around a statement, or the one that it stands in there. */
    private Stmt below(Stmt stmt, Region region) {
        Stmt owner = stmt;
        for (Region around = places.place(stmt).region(); around != region; around = parent(around)) {
            owner = around.owner() == null ? owner : around.owner();
        }
        return owner;
    }

    private static Region parent(Region region) {
        if (region.parent() == null) {
            throw new IllegalStateException("no region encloses both");
        }
        return region.parent();
    }
}
