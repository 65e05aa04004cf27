package dev.leibniz.processor.frontend.read.values;

import org.jspecify.annotations.Nullable;

/**
 * A place that control can jump to: behind a loop, to its next iteration, out of the method. A jump sets the flag;
 * everything in between is skipped while it is set.
 *
 * @param result the variable for the value that is taken along, as by {@code return}; null if there is none
 */
public record Exit(HelperVariable flag, @Nullable HelperVariable result) {

    public static Exit named(String flag) {
        return new Exit(new HelperVariable(flag), null);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
