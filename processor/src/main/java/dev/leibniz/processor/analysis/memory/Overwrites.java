package dev.leibniz.processor.analysis.memory;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.Effect;
import dev.leibniz.processor.ir.Flow;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values that are stored in elements that may be set again, so that they are not read there. */
public final class Overwrites {
    private final PointsTo pointsTo;
    private final Map<Site, Integer> writes = new HashMap<>();
    private final List<Flow> stores = new ArrayList<>();
    private final Set<Value> stored = new HashSet<>();

    private Overwrites(PointsTo pointsTo) {
        this.pointsTo = pointsTo;
    }

    /** The values that such stores write. */
    public static Set<Value> values(Function function, PointsTo pointsTo) {
        Overwrites overwrites = new Overwrites(pointsTo);
        for (Stmt stmt : Walk.statements(function.body())) {
            overwrites.visit(stmt);
        }
        for (Flow store : overwrites.stores) {
            if (pointsTo.sites(store.to()).stream().anyMatch(site -> overwrites.writes.get(site) > 1)) {
                overwrites.stored.add(store.from());
            }
        }
        return overwrites.stored;
    }

    private void visit(Stmt stmt) {
        stores.addAll(stmt.overwriting());
        if (stmt instanceof Loop loop) {
            inEachIteration(loop.body());
        }
        stmt.effects().stream().filter(Effect::overwrites).forEach(effect -> write(effect.array()));
    }

    /** Each iteration sets the elements again whose place does not change. */
    private void inEachIteration(Block body) {
        Set<Value> inside = new HashSet<>();
        for (Stmt stmt : Walk.statements(body)) {
            inside.addAll(stmt.results());
            inside.addAll(Walk.blockParams(stmt));
        }
        for (Stmt stmt : Walk.statements(body)) {
            boolean isElsewhere = stmt instanceof Stmt.Store store && inside.contains(store.index());
            for (Flow store : isElsewhere ? List.<Flow>of() : stmt.overwriting()) {
                if (!inside.contains(store.to())) {
                    stored.add(store.from());
                }
            }
        }
    }

    private void write(Value array) {
        pointsTo.sites(array).forEach(site -> writes.merge(site, 1, Integer::sum));
    }
}
