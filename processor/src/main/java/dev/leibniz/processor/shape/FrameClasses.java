package dev.leibniz.processor.shape;

import dev.leibniz.processor.contract.CamelCase;
import dev.leibniz.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The classes of the frames of one companion: one for each list of fields. */
final class FrameClasses {
    /** A field takes three entries of the constant pool, which has 65,535. */
    private static final int MOST_FIELDS = 4_000;

    private final Map<List<Map.Entry<String, Type>>, Type.Frame> known = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private int fields;

    /** Whether a frame may have many more fields. */
    boolean haveRoom() {
        return fields < MOST_FIELDS;
    }

    /**
     * The class with these fields.
     *
     * @param function the name that a new class is named after, if there was none
     */
    Type.Frame with(Map<String, Type> types, String function) {
        return known.computeIfAbsent(new ArrayList<>(types.entrySet()), all -> {
            fields += all.size();
            return new Type.Frame(name(function), types);
        });
    }

    /** A name unlike that of any record: those end in their kind, a form or its results. */
    private String name(String function) {
        String wish = CamelCase.capitalized(function.replaceAll("[^\\p{javaJavaIdentifierPart}]", "_"));
        return FreshNames.of(wish + "Locals", taken);
    }
}
