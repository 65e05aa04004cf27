package dev.leibniz.processor.analysis.memory;

import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Var;
import org.jspecify.annotations.Nullable;

/**
 * An abstract array object: all arrays that one definition may create (a parameter, a {@code new}, a call), at one depth
 * of nesting. Depth 0 is the array itself, depth 1 its rows.
 */
public record Site(Var creator, int depth, Type type) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Site site && creator == site.creator && depth == site.depth && type.equals(site.type);
    }

    @Override
    public int hashCode() {
        return creator.hashCode() + depth;
    }
}
