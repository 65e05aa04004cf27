package dev.leibniz.processor.shape;

import dev.leibniz.processor.ir.Companion;
import java.util.Set;

/** The last steps before printing, which change the shape of functions and nothing else. */
public final class Shaping {
    private static final Set<String> SWITCHES = Set.of("late", "outlining", "rows", "splitting", "sharing");

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
        Companion shaped = companion.withEach(ZeroTests::in);
        if (!off.contains("late")) {
            shaped = shaped.withEach(LateUpdates::of);
        }
        if (!off.contains("outlining")) {
            shaped = MethodSplitting.each(shaped, LoopOutlining::split);
        }
        if (!off.contains("rows")) {
            shaped = MatrixAllocations.rowByRow(shaped);
        }
        if (!off.contains("splitting")) {
            shaped = MethodSplitting.inShortMethods(shaped);
        }
        return off.contains("sharing") ? shaped : EqualFunctions.in(shaped);
    }

    /** A name like the wish that is not taken; it is from now on. */
    static String newName(String wish, Set<String> taken) {
        String name = wish;
        for (int number = 2; !taken.add(name); number++) {
            name = wish + number;
        }
        return name;
    }
}
