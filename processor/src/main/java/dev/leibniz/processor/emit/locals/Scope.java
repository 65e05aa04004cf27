package dev.leibniz.processor.emit.locals;

import dev.leibniz.processor.ir.Stmt;
import org.jspecify.annotations.Nullable;

/** A pair of braces in the printed code, and where it begins and ends, counted in statements. */
final class Scope {
    private final @Nullable Scope parent;
    private final @Nullable Stmt owner;
    private final int depth;
    private final int start;
    private int end = Integer.MAX_VALUE;

    Scope(@Nullable Scope parent, @Nullable Stmt owner, int start) {
        this.parent = parent;
        this.owner = owner;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.start = start;
    }

    void close(int end) {
        this.end = end;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    boolean encloses(Scope other) {
        Scope scope = other;
        while (scope.depth > depth && scope.parent != null) {
            scope = scope.parent;
        }
        return scope == this;
    }

    /** The innermost pair of braces around both. */
    Scope around(Scope other) {
        Scope scope = this;
        while (!scope.encloses(other) && scope.parent != null) {
            scope = scope.parent;
        }
        return scope;
    }

    /** The scope directly within this one that {@code inner} stands in, or is. */
    Scope childTowards(Scope inner) {
        Scope scope = inner;
        while (scope.parent != null && scope.parent != this) {
            scope = scope.parent;
        }
        return scope;
    }

    @Nullable
    Stmt owner() {
        return owner;
    }
}
