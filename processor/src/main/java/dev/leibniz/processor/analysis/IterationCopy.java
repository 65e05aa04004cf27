package dev.leibniz.processor.analysis;

import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Var;
import org.jspecify.annotations.Nullable;

/**
 * A copy of an array that is made in each iteration of a loop.
 *
 * @param atStart whether it is made at the start of the iteration, or at the end
 */
public record IterationCopy(Loop loop, Var array, boolean atStart) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IterationCopy copy
                && loop == copy.loop
                && array == copy.array
                && atStart == copy.atStart;
    }

    @Override
    public int hashCode() {
        return array.hashCode();
    }
}
