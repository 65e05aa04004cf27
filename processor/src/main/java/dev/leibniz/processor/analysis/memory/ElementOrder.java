package dev.leibniz.processor.analysis.memory;

import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The elements that are written before they are read for the last time, and not after: those of a triangular factor, of a table that is
 * filled row by row, of a recurrence. The elements that later writes go to are told from the indices, and from the loops that count them.
 */
public final class ElementOrder {
    private final Places places;
    private final Memory memory;
    private final PointsTo pointsTo;
    private final RepeatedRows repeated;
    private final Map<Value, Boolean> hasRepeatedRows = new HashMap<>();

    public ElementOrder(Places places, Memory memory, PointsTo pointsTo, RepeatedRows repeated) {
        this.places = places;
        this.memory = memory;
        this.pointsTo = pointsTo;
        this.repeated = repeated;
    }

    /** Whether no later write goes to the element that is loaded, until the end of {@code joint}, see {@link Memory#isStable}. */
    public boolean isFinal(Expr.Load load, Stmt at, Region joint) {
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
        Memory.Meeting meeting = memory.meeting(writer, at);
        Region shared = meeting.region();
        if (meeting.byTurns() || meeting.order() > 0 && !differ(load, array, index, bounds(shared, null))) {
            return false;
        }
        for (Region around = shared; around != joint; around = Memory.parent(around)) {
            if (around.kind() == Region.Kind.LOOP) {
                if (!(around.owner() instanceof Loop.For loop)
                        || !differ(load, array, index, bounds(Memory.parent(around), loop))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The bounds where all loops around {@code outer} are in the same iteration, and {@code loop}, in it, in a later one. */
    private Bounds bounds(Region outer, Loop.@Nullable For loop) {
        return new Bounds(places, variable -> outer.isWithin(places.definedIn(variable)), loop);
    }

    /** Whether an element of one array is another than the loaded one: by the last index, or by one of the rows around. */
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
}
