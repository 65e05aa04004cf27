package dev.leibniz.processor;

import dev.leibniz.processor.ir.Program;
import dev.leibniz.processor.simplify.Simplifier;
import dev.leibniz.processor.transform.Differentiation;
import java.util.HashSet;
import java.util.Set;

/** The passes, in order: from what the front end read to what the emitter prints. */
public final class Pipeline {
    private Pipeline() {}

    /**
     * All derivatives of a program. A method that a transform refuses is left out, and the reason given.
     *
     * @param off analyses and simplifications to do without, by name; {@code all} for every one
     */
    public static Differentiation.Outcome differentiate(Program program, Set<String> off) {
        Set<String> without = new HashSet<>(off);
        if (off.contains("all")) {
            without.addAll(Differentiation.switches());
            without.addAll(Simplifier.names());
        }
        return Differentiation.of(program, without, function -> Simplifier.simplify(function, without));
    }
}
