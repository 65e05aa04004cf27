package dev.leibniz.processor.frontend.read.values;

import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Layout;
import dev.leibniz.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** The value of a Java expression: one value, or for a record the values of its leaves. */
public record JavaValue(Layout layout, List<Value> leaves) {
    public JavaValue {
        leaves = List.copyOf(leaves);
        if (leaves.size() != layout.leaves().size()) {
            throw new IllegalArgumentException(leaves + " for " + layout);
        }
    }

    public static JavaValue of(Value value) {
        return new JavaValue(new Layout.Leaf(value.type(), value.type().isDifferentiable()), List.of(value));
    }

    public static JavaValue nothing() {
        return new JavaValue(new Layout.Nothing(), List.of());
    }

    /** The placeholder for a variable that has no value yet. */
    public static JavaValue undefined(Layout layout) {
        return new JavaValue(
                layout,
                layout.leaves().stream()
                        .<Value>map(leaf -> Const.zero(leaf.type()))
                        .toList());
    }

    public boolean isRecord() {
        return layout instanceof Layout.Record;
    }

    /** The value of an expression that is no record. */
    public Value value() {
        if (leaves.size() != 1 || isRecord()) {
            throw new IllegalStateException("not a single value: " + layout);
        }
        return leaves.get(0);
    }

    /** A component of a record. */
    public JavaValue component(String name) {
        int at = 0;
        for (Layout.Field field : ((Layout.Record) layout).fields()) {
            int size = field.layout().leaves().size();
            if (field.name().equals(name)) {
                return new JavaValue(field.layout(), leaves.subList(at, at + size));
            }
            at += size;
        }
        throw new IllegalArgumentException("no component " + name + " in " + layout);
    }

    /** A record of the given components. */
    public static JavaValue record(Layout layout, List<JavaValue> components) {
        List<Value> leaves = new ArrayList<>();
        components.forEach(component -> leaves.addAll(component.leaves()));
        return new JavaValue(withComponents((Layout.Record) layout, components), leaves);
    }

    /** The layout with the actual layouts of its components: functions that are known, where objects are declared. */
    private static Layout withComponents(Layout.Record record, List<JavaValue> components) {
        if (components.size() != record.fields().size()) {
            return record;
        }
        List<Layout.Field> fields = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            Layout.Field declared = record.fields().get(i);
            Layout given = components.get(i).layout();
            boolean isKnown =
                    given instanceof Layout.Record && !declared.layout().sameLeaves(given);
            fields.add(isKnown ? declared.with(given) : declared);
        }
        return new Layout.Record(record.javaName(), fields);
    }

    /** The leaves of several, one after the other. */
    public static List<Value> flat(List<JavaValue> data) {
        List<Value> values = new ArrayList<>();
        data.forEach(datum -> values.addAll(datum.leaves()));
        return values;
    }
}
