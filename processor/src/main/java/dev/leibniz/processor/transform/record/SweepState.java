package dev.leibniz.processor.transform.record;

import dev.leibniz.processor.ir.Var;
import java.util.HashSet;
import java.util.Set;

/**
 * The decisions of reverse mode so far for one function. It is copied as a whole, so that a trial, which generates a part of the
 * backward sweep once to learn its demands, leaves nothing behind.
 *
 * <p>Not in it are the {@link Shadows}: which array has a shadow and where it is made follows from the function alone, and the only thing
 * that they remember is the variable for each shadow, which has to be the same in all code, tried out or not.
 *
 * @param made the shadows that are made where the backward sweep first needs them
 */
record SweepState(Records records, ValueStacks stacks, Set<Var> made) {
    SweepState() {
        this(new Records(), new ValueStacks(), new HashSet<>());
    }

    Var noteMade(Var shadow) {
        made.add(shadow);
        return shadow;
    }

    SweepState copy() {
        return new SweepState(records.copy(), stacks.copy(), new HashSet<>(made));
    }
}
