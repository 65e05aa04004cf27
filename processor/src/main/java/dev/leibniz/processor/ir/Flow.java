package dev.leibniz.processor.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * A way that numbers take through a statement: what {@code to} is, or holds, is made of what {@code from} is, or holds, among
 * others. Arrays are ends of it as a whole.
 */
public record Flow(Value from, Value to) {

    /** Whether {@code from} itself becomes an element of {@code to}, not what it holds. */
    public boolean isWhole() {
        return from.type().rank() < to.type().rank();
    }

    static List<Flow> toEach(List<? extends Value> from, List<? extends Value> to) {
        List<Flow> flows = new ArrayList<>(to.size());
        for (int i = 0; i < to.size(); i++) {
            flows.add(new Flow(from.get(i), to.get(i)));
        }
        return flows;
    }

    static List<Flow> of(List<? extends Value> from, Value to) {
        List<Flow> flows = new ArrayList<>(from.size());
        for (Value value : from) {
            flows.add(new Flow(value, to));
        }
        return flows;
    }
}
