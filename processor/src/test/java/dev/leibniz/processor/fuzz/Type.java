package dev.leibniz.processor.fuzz;

import java.util.List;

/** The types of random programs. Knows how they are spelled and promoted in Java, nothing of how they are used. */
sealed interface Type {

    Primitive DOUBLE = Primitive.DOUBLE;
    Primitive FLOAT = Primitive.FLOAT;
    Primitive BYTE = Primitive.BYTE;
    Primitive SHORT = Primitive.SHORT;
    Primitive CHAR = Primitive.CHAR;
    Primitive INT = Primitive.INT;
    Primitive LONG = Primitive.LONG;
    Primitive BOOLEAN = Primitive.BOOLEAN;
    Primitive VOID = Primitive.VOID;

    ArrayOf DOUBLES = new ArrayOf(DOUBLE);
    ArrayOf FLOATS = new ArrayOf(FLOAT);
    ArrayOf INTS = new ArrayOf(INT);
    ArrayOf MATRIX = new ArrayOf(DOUBLES);
    ArrayOf CUBE = new ArrayOf(MATRIX);

    Text STRING = new Text("String", List.of("alpha", "beta", "gamma", ""));
    Text MODE = new Text("Mode", List.of("LINEAR", "SQUARE", "WAVE"));

    Opaque RANDOM = new Opaque("java.util.Random");
    Opaque SPLITTABLE = new Opaque("java.util.SplittableRandom");

    /** A type of the platform. */
    record Opaque(String name) implements Type {}

    /** A primitive type, or {@code void}. The order is that of widening. */
    enum Primitive implements Type {
        VOID,
        BOOLEAN,
        BYTE,
        SHORT,
        CHAR,
        INT,
        LONG,
        FLOAT,
        DOUBLE
    }

    /** Strings, or the enum that every program declares: in both cases values are known by their text. */
    record Text(String name, List<String> values) implements Type {}

    /** An array type. */
    record ArrayOf(Type element) implements Type {}

    /** A {@code List} of constants, or a {@code Map} of them, whose keys are {@code "k0"}, {@code "k1"} and so on. */
    record Collected(String collection, Type element) implements Type {}

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
        if (this instanceof Collected c) {
            String element = c.element() == DOUBLE ? "Double" : c.element().java();
            return "java.util." + c.collection() + (c.collection().equals("Map") ? "<String, " : "<") + element + ">";
        }
        if (this instanceof Text text) {
            return text.name();
        }
        if (this instanceof Opaque opaque) {
            return opaque.name();
        }
        return toString().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether this is {@code double} or {@code float}. */
    default boolean isFloating() {
        return this == DOUBLE || this == FLOAT;
    }

    /** Whether this is an integer that arithmetic makes an {@code int} of. */
    default boolean isNarrow() {
        return this == BYTE || this == SHORT || this == CHAR;
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
        if (this instanceof Collected c) {
            return c.element().mentionsFloat();
        }
        return this == FLOAT;
    }

    /** Binary numeric promotion (JLS 5.6). */
    static Type promoted(Type left, Type right) {
        if (left instanceof Primitive l && right instanceof Primitive r) {
            Primitive wider = l.compareTo(r) >= 0 ? l : r;
            return wider.isNarrow() ? INT : wider;
        }
        return left;
    }
}
