package dev.leibniz.processor.fuzz;

import java.util.List;

/** A record of the interpreted program. */
record RecordValue(Type.RecordOf type, List<Object> values) {

    Object get(String component) {
        for (int i = 0; i < values.size(); i++) {
            if (type.components().get(i).name().equals(component)) {
                return values.get(i);
            }
        }
        throw new IllegalArgumentException(component);
    }
}
