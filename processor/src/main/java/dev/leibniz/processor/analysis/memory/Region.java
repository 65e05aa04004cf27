package dev.leibniz.processor.analysis.memory;

import dev.leibniz.processor.ir.Stmt;
import org.jspecify.annotations.Nullable;

/**
 * A block of the primal as a place: the function's body, a branch, or a loop body.
 *
 * @param parent the region of the statement that the block belongs to; null for the function's body
 * @param owner the statement that the block belongs to; null for the function's body
 * @param index position of the owner in the parent's block
 */
public record Region(@Nullable Region parent, @Nullable Stmt owner, int index, Kind kind, int depth) {

    /** The role of a region in the code around it. */
    public enum Kind {
        FUNCTION,
        BRANCH,
        LOOP
    }

    /** Whether this region is {@code outer} or lies inside it. */
    public boolean isWithin(Region outer) {
        Region region = this;
        while (region.depth > outer.depth && region.parent != null) {
            region = region.parent;
        }
        return region == outer;
    }

    /** The body of the innermost loop around the code of this region, or of the function. */
    public Region iteration() {
        Region region = this;
        while (region.kind == Kind.BRANCH && region.parent != null) {
            region = region.parent;
        }
        return region;
    }

    /** The number of loops around the code of this region. */
    public int loops() {
        int outside = parent == null ? 0 : parent.loops();
        return kind == Kind.LOOP ? outside + 1 : outside;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
