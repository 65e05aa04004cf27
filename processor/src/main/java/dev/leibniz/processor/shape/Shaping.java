package dev.leibniz.processor.shape;

import dev.leibniz.processor.ir.Companion;
import dev.leibniz.processor.ir.Function;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The last steps before printing, which change the shape of functions and nothing else. */
public final class Shaping {
    private static final Set<String> SWITCHES = Set.of("late", "outlining", "rows", "splitting");

    private Shaping() {}

    /** The names of what can be switched off. */
    public static Set<String> switches() {
        return SWITCHES;
    }

    /**
     * The same class in another shape.
     *
     * @param off names of steps to do without
     */
    public static Companion of(Companion companion, Set<String> off) {
        Companion shaped = companion;
        if (!off.contains("late")) {
            shaped = each(shaped, LateUpdates::of);
        }
        if (!off.contains("outlining")) {
            shaped = MethodSplitting.each(shaped, LoopOutlining::split);
        }
        if (!off.contains("rows")) {
            shaped = MatrixAllocations.rowByRow(shaped);
        }
        return off.contains("splitting") ? shaped : MethodSplitting.inShortMethods(shaped);
    }

    /** A class with what becomes of each of its functions. */
    public static Companion each(Companion companion, UnaryOperator<Function> change) {
        return MethodSplitting.each(
                companion, (function, name) -> new MethodSplitting.Split(change.apply(function), List.of()));
    }
}
