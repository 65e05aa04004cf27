package dev.leibniz.processor.fuzz;

import java.util.List;

/** The types of random programs. Knows how they are spelled and promoted in Java, nothing of how they are used. */
sealed interface Type {

    Primitive DOUBLE = Primitive.DOUBLE;
    Primitive FLOAT = Primitive.FLOAT;
    Primitive INT = Primitive.INT;
    Primitive LONG = Primitive.LONG;
    Primitive BOOLEAN = Primitive.BOOLEAN;
    Primitive VOID = Primitive.VOID;

    ArrayOf DOUBLES = new ArrayOf(DOUBLE);
    ArrayOf FLOATS = new ArrayOf(FLOAT);
    ArrayOf INTS = new ArrayOf(INT);
    ArrayOf MATRIX = new ArrayOf(DOUBLES);

    /** A primitive type, or {@code void}. The order is that of widening. */
    enum Primitive implements Type {
        VOID,
        BOOLEAN,
        INT,
        LONG,
        FLOAT,
        DOUBLE
    }

    /** An array type. */
    record ArrayOf(Type element) implements Type {}

    /** A record declared in the program. */
    record RecordOf(String name, List<Component> components) implements Type {
        /** Whether this is the result of a derivative. */
        boolean isGenerated() {
            return name.indexOf('.') >= 0;
        }
    }

    /** A component of a record; a constant one carries {@code @NoDerivative}. */
    record Component(String name, Type type, boolean constant) {}

    /** The type as it is written in Java. */
    default String java() {
        if (this instanceof ArrayOf array) {
            return array.element().java() + "[]";
        }
        if (this instanceof RecordOf record) {
            return record.name();
        }
        return toString().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether this is {@code double} or {@code float}. */
    default boolean isFloating() {
        return this == DOUBLE || this == FLOAT;
    }

    /** Whether this is {@code int} or {@code long}. */
    default boolean isIntegral() {
        return this == INT || this == LONG;
    }

    /** Whether values of this type contain something to differentiate. */
    default boolean isDifferentiable() {
        if (this instanceof ArrayOf array) {
            return array.element().isDifferentiable();
        }
        if (this instanceof RecordOf record) {
            return record.components().stream()
                    .anyMatch(c -> !c.constant() && c.type().isDifferentiable());
        }
        return isFloating();
    }

    /** Whether a {@code float} occurs in this type. */
    default boolean mentionsFloat() {
        if (this instanceof ArrayOf array) {
            return array.element().mentionsFloat();
        }
        if (this instanceof RecordOf record) {
            return record.components().stream().anyMatch(c -> c.type().mentionsFloat());
        }
        return this == FLOAT;
    }

    /** Binary numeric promotion (JLS 5.6). */
    static Type promoted(Type left, Type right) {
        if (left instanceof Primitive l && right instanceof Primitive r) {
            return l.compareTo(r) >= 0 ? l : r;
        }
        return left;
    }
}
