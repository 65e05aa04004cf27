package dev.leibniz.processor.transform.record;

import dev.leibniz.processor.analysis.IterationCopy;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.transform.derivation.Names;
import java.util.LinkedHashMap;
import java.util.Map;

/** The copies of arrays that are to be made in iterations of loops, each with its name. */
public final class NamedCopies {
    private final Map<IterationCopy, Var> names = new LinkedHashMap<>();

    void addAll(NamedCopies others) {
        names.putAll(others.names);
    }

    Var nameOf(IterationCopy copy) {
        return names.computeIfAbsent(
                copy, c -> new Var(Names.saved(c.array()), c.array().type()));
    }

    /** The copies that are made at the start, or at the end, of the iterations of a loop. */
    public Map<IterationCopy, Var> in(Stmt loop, boolean atStart) {
        Map<IterationCopy, Var> found = new LinkedHashMap<>();
        names.forEach((copy, name) -> {
            if (copy.loop() == loop && copy.atStart() == atStart) {
                found.put(copy, name);
            }
        });
        return found;
    }
}
