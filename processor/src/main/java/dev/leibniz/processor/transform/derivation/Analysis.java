package dev.leibniz.processor.transform.derivation;

import java.util.Locale;

/** The analyses by which the transforms choose between two ways; without one, they take the way that is always possible. */
public enum Analysis {
    /** The places where numbers can be zero or infinite; without, they can be everywhere. */
    RANGES,
    /** The loops that do their backward part in each iteration. */
    FUSION,
    /** The values that are computed again instead of being recorded. */
    RECOMPUTATION,
    /** The loops that keep only the state each iteration starts from. */
    CHECKPOINTING,
    /** Whether checkpointing costs less than it saves; without, all loops do it that can. */
    WEIGHING,
    /** The values that called functions keep for their backward sweeps; without, these run them again. */
    STACKS;

    /** The name as it is written in options. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
