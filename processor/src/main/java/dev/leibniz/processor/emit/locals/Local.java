package dev.leibniz.processor.emit.locals;

import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Var;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** A Java variable in the making: the values of the IR that live in it, one after the other. */
public final class Local {
    private Set<Var> members;
    private Set<Var> conflicts;
    private final Type type;
    private final boolean parameter;
    private final boolean shareable;
    private boolean isMerged;
    private String name;
    private Span span;

    /**
     * @param shareable false for the index of a {@code for}, which lives in the header alone
     */
    Local(Var first, Span span, Set<Var> conflicts, boolean parameter, boolean shareable) {
        this.members = Set.of(first);
        this.conflicts = conflicts;
        this.type = first.type();
        this.name = first.name();
        this.span = span;
        this.parameter = parameter;
        this.shareable = shareable;
    }

    public Type type() {
        return type;
    }

    /** The user's name for it; empty if there is none. */
    String name() {
        return name;
    }

    Span span() {
        return span;
    }

    Set<Var> members() {
        return members;
    }

    boolean isParameter() {
        return parameter;
    }

    /** False for the index of a {@code for}. */
    boolean isShareable() {
        return shareable;
    }

    /** Whether the other's values could live here too without any of them being lost or misnamed. */
    boolean canTakeIn(Local other) {
        return this != other
                && shareable
                && other.shareable
                && type.equals(other.type)
                && !other.parameter
                && (name.equals(other.name) || !parameter && (name.isEmpty() || other.name.isEmpty()))
                && Collections.disjoint(members, other.conflicts);
    }

    void takeIn(Local other) {
        if (!isMerged) { // until then the sets are not its own
            members = new HashSet<>(members);
            conflicts = new HashSet<>(conflicts);
            isMerged = true;
        }
        members.addAll(other.members);
        conflicts.addAll(other.conflicts);
        span = span.with(other.span);
        if (name.isEmpty()) {
            name = other.name;
        }
    }
}
