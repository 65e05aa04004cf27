package dev.leibniz.processor.transform.record;

import dev.leibniz.processor.analysis.memory.Site;
import dev.leibniz.processor.ir.Var;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** The values and arrays that the backward code of a statement of a block under trial asked for. */
public final class Demand {
    public final Set<Var> values = new HashSet<>();
    public final Set<Site> memory = new LinkedHashSet<>();
    public boolean recordsWithin;
}
