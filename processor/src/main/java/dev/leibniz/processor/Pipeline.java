package dev.leibniz.processor;

import dev.leibniz.processor.ir.Program;
import dev.leibniz.processor.shape.Shaping;
import dev.leibniz.processor.simplify.Simplifier;
import dev.leibniz.processor.transform.Differentiation;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The passes, in order: from what the front end read to what the emitter prints. */
public final class Pipeline {
    private Pipeline() {}

    /**
     * All derivatives of a program, in the shape in which they are printed. A method that a transform refuses is left out, and
     * the reason given.
     *
     * @param off analyses, simplifications and other steps to do without, by name; {@code all} for every one
     */
    public static Differentiation.Outcome differentiate(Program program, Set<String> off) {
        Set<String> without = new HashSet<>(off);
        if (off.contains("all")) {
            without.addAll(switches());
        }
        Differentiation.Outcome outcome =
                Differentiation.of(program, without, function -> Simplifier.simplify(function, without));
        return outcome.with(Shaping.of(outcome.companion(), without));
    }

    /** The names of the analyses, simplifications and other steps that can be switched off. */
    public static SortedSet<String> switches() {
        SortedSet<String> names = new TreeSet<>(Differentiation.switches());
        names.addAll(Shaping.switches());
        names.addAll(Simplifier.names());
        return names;
    }
}
