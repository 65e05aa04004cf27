package dev.leibniz.processor.transform.derivation;

import java.util.Locale;

/** What the transforms find out to choose between two ways, and can do without: then they take the way that is always possible. */
public enum Analysis {
    /** Where numbers can be zero or infinite; without, they can be everywhere. */
    RANGES,
    /** Which loops do their backward part in each iteration. */
    FUSION,
    /** What is computed again instead of being recorded. */
    RECOMPUTATION,
    /** Which loops keep only what each iteration starts from. */
    CHECKPOINTING,
    /** Whether that costs less than it saves; without, all do that can. */
    WEIGHING,
    /** What called functions keep for their backward sweeps; without, these run them again. */
    STACKS;

    /** As it is written in options. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
