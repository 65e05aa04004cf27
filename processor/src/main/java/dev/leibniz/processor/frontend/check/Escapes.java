package dev.leibniz.processor.frontend.check;

import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The arrays of a function that are passed to unseen code, which might write to them. */
final class Escapes {
    private final Map<Var, Integer> reads;
    private final Map<Object, Set<Stmt>> calls = new LinkedHashMap<>();

    Escapes(Function function) {
        this.reads = Walk.readCounts(function.body());
    }

    void add(Set<Object> roots, Stmt by) {
        roots.forEach(
                root -> calls.computeIfAbsent(root, r -> new LinkedHashSet<>()).add(by));
    }

    /** The roots of these arrays. */
    Set<Object> roots() {
        return calls.keySet();
    }

    /** Whether an array is used once, so that later changes of it are never seen. */
    boolean isUsedOnce(Var array) {
        return reads.getOrDefault(array, 0) <= 1;
    }

    /**
     * The calls that are given arrays which the function has made, and reads. Callers, too, rely on unchanged parameters and
     * constants.
     */
    Set<Stmt> ofArraysMadeHere() {
        Set<Stmt> found = new LinkedHashSet<>();
        calls.forEach((root, by) -> {
            if (root instanceof Var array && !isUsedOnce(array)) {
                found.addAll(by);
            }
        });
        return found;
    }
}
