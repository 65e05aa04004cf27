package dev.leibniz.processor.analysis;

import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.Walk;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a caller must know of a function that is not inlined: whether it writes into the arrays it is given, and whether
 * the arrays it returns are new ones. Found for functions that call each other by starting from the best and giving up
 * what does not hold.
 */
public final class Summaries {
    private record Summary(boolean writesArguments, boolean returnsNew) {}

    private final Map<String, Summary> summaries = new HashMap<>();

    /** The functions that call no other: what is known of them stays as it is. */
    private final Map<String, Function> settled = new HashMap<>();

    private Summaries() {}

    public static Summaries of(Map<String, Function> functions) {
        return new Summaries().and(functions);
    }

    /** What is known of all of these functions, some of which may be the same as before. */
    public Summaries and(Map<String, Function> functions) {
        Summaries result = new Summaries();
        Map<String, Function> open = new LinkedHashMap<>();
        functions.forEach((name, function) -> {
            Summary known = settled.get(name) == function ? summaries.get(name) : null;
            if (known == null) {
                open.put(name, function);
            }
            if (!Walk.any(function.body(), stmt -> stmt instanceof Stmt.Call)) {
                result.settled.put(name, function);
            }
            result.summaries.put(name, known == null ? new Summary(false, true) : known);
        });
        boolean changed;
        do {
            changed = false;
            for (Map.Entry<String, Function> entry : open.entrySet()) {
                Summary summary = result.summarise(entry.getValue());
                changed |= !summary.equals(result.summaries.put(entry.getKey(), summary));
            }
        } while (changed);
        return result;
    }

    /** Whether a call may change the arrays it is given. */
    public boolean mayWriteArguments(Callee callee) {
        if (callee instanceof Callee.Local local) {
            Summary summary = summaries.get(local.name());
            return summary == null || summary.writesArguments();
        }
        return !(callee instanceof Callee.External external && external.pure());
    }

    /** Whether no array that a call returns can be reached from its arguments. */
    public boolean returnsNewArrays(Callee callee) {
        Summary summary = callee instanceof Callee.Local local ? summaries.get(local.name()) : null;
        return summary != null && summary.returnsNew();
    }

    private Summary summarise(Function function) {
        PointsTo pointsTo = PointsTo.of(function, this);
        Places places = Places.of(function);
        Memory memory = Memory.of(function, places, pointsTo, this);
        Set<Site> given = new LinkedHashSet<>();
        for (Var param : function.params()) {
            given.addAll(pointsTo.reachable(param));
        }
        boolean[] writes = {false};
        Walk.forEach(
                function.body(),
                (Stmt stmt) ->
                        writes[0] |= memory.effects(stmt).writes().stream().anyMatch(given::contains));
        boolean returnsNew = true;
        for (Value yield : function.body().yields()) {
            returnsNew &= pointsTo.reachable(yield).stream().noneMatch(given::contains);
        }
        return new Summary(writes[0], returnsNew);
    }
}
