package dev.leibniz.processor.frontend.read.values;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The ways in which a statement ends.
 *
 * @param normal whether control may go on behind it
 * @param exits the exits it may have jumped to otherwise; if there is neither, it always throws
 */
public record StatementEnd(boolean normal, Set<Exit> exits) {
    public static final StatementEnd NORMAL = new StatementEnd(true, Set.of());
    public static final StatementEnd THROWN = new StatementEnd(false, Set.of());

    public static StatementEnd exit(Exit exit) {
        return new StatementEnd(false, Set.of(exit));
    }

    public boolean alwaysThrows() {
        return !normal && exits.isEmpty();
    }

    /** This, then if control goes on, {@code next}. */
    public StatementEnd then(StatementEnd next) {
        return new StatementEnd(next.normal, union(exits, next.exits));
    }

    public StatementEnd or(StatementEnd other) {
        return new StatementEnd(normal || other.normal, union(exits, other.exits));
    }

    /** After the place that {@code exit} jumps to. */
    public StatementEnd arrivedAt(Exit exit) {
        if (!exits.contains(exit)) {
            return this;
        }
        Set<Exit> others = new LinkedHashSet<>(exits);
        others.remove(exit);
        return new StatementEnd(true, others);
    }

    private static Set<Exit> union(Set<Exit> a, Set<Exit> b) {
        Set<Exit> all = new LinkedHashSet<>(a);
        all.addAll(b);
        return all;
    }
}
