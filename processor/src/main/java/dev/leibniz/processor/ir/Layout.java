package dev.leibniz.processor.ir;

import dev.leibniz.processor.contract.CamelCase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a Java type is flattened into values of the IR: a record is the sequence of its components. */
public sealed interface Layout {

    /**
     * One value.
     *
     * @param differentiated whether a gradient is computed for it
     */
    record Leaf(Type type, boolean differentiated) implements Layout {
        @Override
        public Leaf element() {
            return new Leaf(type.element(), differentiated);
        }

        @Override
        public Leaf array() {
            return new Leaf(Type.arrayOf(type), differentiated);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Leaf leaf && type.equals(leaf.type) && differentiated == leaf.differentiated;
        }

        @Override
        public int hashCode() {
            return type.hashCode();
        }
    }

    /** A record class, by canonical name. */
    record Record(String javaName, List<Field> fields) implements Layout {
        private static final String BRACKETS = "[]";

        public Record {
            fields = List.copyOf(fields);
        }

        /** Whether it is an array of records: one array for each leaf of these. */
        public boolean isArray() {
            return javaName.endsWith(BRACKETS);
        }

        /** The record at each place of an array of records. */
        @Override
        public Record element() {
            return new Record(
                    javaName.substring(0, javaName.length() - BRACKETS.length()),
                    fields.stream()
                            .map(field -> field.with(field.layout().element()))
                            .toList());
        }

        /** The array that has such records at each place. */
        @Override
        public Record array() {
            return new Record(
                    javaName + BRACKETS,
                    fields.stream()
                            .map(field -> field.with(field.layout().array()))
                            .toList());
        }
    }

    /**
     * A component of a record, or a field of an object that is taken for one.
     *
     * @param access the code that reads it, as it follows the object and the dot
     */
    record Field(String name, String access, Layout layout) {

        /** A component of a record. */
        public Field(String name, Layout layout) {
            this(name, name + "()", layout);
        }

        /** Whether it is read as a component of a record. */
        public boolean isComponent() {
            return access.equals(name + "()");
        }

        /** The same of another layout. */
        public Field with(Layout other) {
            return new Field(name, access, other);
        }
    }

    /** No result. */
    record Nothing() implements Layout {
        @Override
        public Layout element() {
            throw new IllegalStateException("no result has no elements");
        }

        @Override
        public Layout array() {
            throw new IllegalStateException("there are no arrays of no results");
        }
    }

    /** The layout of an element of an array; an array of records is one array for each leaf of these. */
    Layout element();

    /** The layout of an array that has this at each place. */
    Layout array();

    /** Whether it is an array of records: one array for each leaf of these. */
    default boolean isRecordArray() {
        return this instanceof Record record && record.isArray();
    }

    /** The leaves, in order. */
    default List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        collect(this, leaves);
        return leaves;
    }

    private static void collect(Layout layout, List<Leaf> into) {
        if (layout instanceof Leaf leaf) {
            into.add(leaf);
        } else if (layout instanceof Record record) {
            record.fields().forEach(field -> collect(field.layout(), into));
        }
    }

    /** The accessors that lead to each leaf, such as {@code .layer().bias()}; empty for a plain value. */
    default List<String> accessPaths() {
        return paths(Field::access);
    }

    /** The names of the components that lead to each leaf, such as {@code .layer.bias}; empty for a plain value. */
    default List<String> namePaths() {
        return paths(Field::name);
    }

    /** A name for a leaf of what a variable holds: that of the variable, with the component behind it; empty if the variable has none. */
    default String nameOf(int leaf, String variable) {
        String path = namePaths().get(leaf);
        return path.isEmpty() || variable.isEmpty()
                ? variable
                : variable + CamelCase.capitalized(path.substring(path.lastIndexOf('.') + 1));
    }

    private List<String> paths(Function<Field, String> step) {
        List<String> paths = new ArrayList<>();
        collect(this, "", step, paths);
        return paths;
    }

    private static void collect(Layout layout, String path, Function<Field, String> step, List<String> into) {
        if (layout instanceof Leaf) {
            into.add(path);
        } else if (layout instanceof Record record) {
            record.fields().forEach(field -> collect(field.layout(), path + "." + step.apply(field), step, into));
        }
    }

    /** The same with other leaves, one for each. */
    default Layout withLeaves(UnaryOperator<Leaf> change) {
        if (this instanceof Leaf leaf) {
            return change.apply(leaf);
        } else if (this instanceof Record record) {
            return new Record(
                    record.javaName(),
                    record.fields().stream()
                            .map(field -> field.with(field.layout().withLeaves(change)))
                            .toList());
        }
        return this;
    }

    /** The same layout with each leaf differentiated that can be. */
    default Layout plain() {
        return withLeaves(leaf -> new Leaf(leaf.type(), leaf.type().isDifferentiable()));
    }

    /** Whether both are the same apart from which leaves are differentiated. */
    default boolean sameLeaves(Layout other) {
        return plain().equals(other.plain());
    }

    /** Whether there is an array of records in it. */
    default boolean hasRecordArray() {
        return this instanceof Record record
                && (record.isArray()
                        || record.fields().stream()
                                .anyMatch(field -> field.layout().hasRecordArray()));
    }

    default boolean hasDifferentiatedLeaf() {
        return leaves().stream().anyMatch(Leaf::differentiated);
    }
}
