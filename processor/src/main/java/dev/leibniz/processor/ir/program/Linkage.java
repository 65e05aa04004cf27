package dev.leibniz.processor.ir.program;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The knowledge that a class and others have of each other's code.
 *
 * @param offered names of the derivatives of those methods that other files may call
 * @param hidden for each function the names it mentions that only the package can see
 * @param madeFrom canonical names of the classes whose code went into this one, with the versions of that code
 */
public record Linkage(Set<String> offered, Map<String, Set<String>> hidden, Map<String, Long> madeFrom) {
    public static final Linkage NONE = new Linkage(Set.of(), Map.of(), Map.of());

    public Linkage {
        offered = Set.copyOf(offered);
        hidden = Collections.unmodifiableMap(new LinkedHashMap<>(hidden));
        madeFrom = Collections.unmodifiableMap(new LinkedHashMap<>(madeFrom));
    }

    public Linkage from(Map<String, Long> classes) {
        return new Linkage(offered, hidden, classes);
    }
}
