package dev.leibniz.processor.frontend.read.values;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How a statement ends.
 *
 * @param normal whether control may go on behind it
 * @param exits where else it may have jumped to; if there is neither, it always throws
 */
public record Flow(boolean normal, Set<Exit> exits) {
    public static final Flow NORMAL = new Flow(true, Set.of());
    public static final Flow THROWN = new Flow(false, Set.of());

    public static Flow exit(Exit exit) {
        return new Flow(false, Set.of(exit));
    }

    public boolean alwaysThrows() {
        return !normal && exits.isEmpty();
    }

    /** This, then if control goes on, {@code next}. */
    public Flow then(Flow next) {
        return new Flow(next.normal, union(exits, next.exits));
    }

    public Flow or(Flow other) {
        return new Flow(normal || other.normal, union(exits, other.exits));
    }

    /** After the place that {@code exit} jumps to. */
    public Flow arrivedAt(Exit exit) {
        if (!exits.contains(exit)) {
            return this;
        }
        Set<Exit> others = new LinkedHashSet<>(exits);
        others.remove(exit);
        return new Flow(true, others);
    }

    private static Set<Exit> union(Set<Exit> a, Set<Exit> b) {
        Set<Exit> all = new LinkedHashSet<>(a);
        all.addAll(b);
        return all;
    }
}
