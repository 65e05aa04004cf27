package dev.leibniz.processor.ir;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type of a value: a Java primitive, an array, or an object that is opaque to differentiation; in a method that was cut into
 * parts, also the object in which values travel between them.
 */
public sealed interface Type permits Type.Scalar, Type.Array, Type.Opaque, Type.Frame {

    /** The eight primitive types. */
    enum Scalar implements Type {
        BOOLEAN,
        BYTE,
        SHORT,
        CHAR,
        INT,
        LONG,
        FLOAT,
        DOUBLE;

        private final String keyword = name().toLowerCase(java.util.Locale.ROOT);

        @Override
        public String toString() {
            return keyword;
        }
    }

    /** An array; arrays of arrays are arrays whose element is an array. */
    record Array(Type element) implements Type {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Array array && element.equals(array.element);
        }

        @Override
        public int hashCode() {
            return 31 * element.hashCode() + 1;
        }

        @Override
        public String toString() {
            return element + "[]";
        }
    }

    /** A string, an enum or any other object that is only passed around; {@code javaName} is its canonical name. */
    record Opaque(String javaName) implements Type {
        @Override
        public String toString() {
            return javaName;
        }
    }

    /**
     * A private class of the companion whose objects carry values.
     *
     * @param name its simple name
     * @param fields the types of its fields by their names, in order
     */
    record Frame(String name, Map<String, Type> fields) implements Type {
        public Frame {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    Scalar BOOLEAN = Scalar.BOOLEAN;
    Scalar INT = Scalar.INT;
    Scalar LONG = Scalar.LONG;
    Scalar FLOAT = Scalar.FLOAT;
    Scalar DOUBLE = Scalar.DOUBLE;

    static Array arrayOf(Type element) {
        return new Array(element);
    }

    /** {@code double} or {@code float}. */
    default boolean isFloating() {
        return this == Scalar.DOUBLE || this == Scalar.FLOAT;
    }

    default boolean isArray() {
        return this instanceof Array;
    }

    /** The type of the innermost elements; the type itself if it is no array. */
    default Type leaf() {
        Type type = this;
        while (type instanceof Array array) {
            type = array.element();
        }
        return type;
    }

    /** The number of array dimensions. */
    default int rank() {
        int rank = 0;
        for (Type type = this; type instanceof Array array; type = array.element()) {
            rank++;
        }
        return rank;
    }

    /** Whether values of this type can carry a derivative: floating-point numbers and arrays of them. */
    default boolean isDifferentiable() {
        return leaf().isFloating();
    }

    /** The element type of an array. */
    default Type element() {
        if (this instanceof Array array) {
            return array.element();
        }
        throw new IllegalStateException("not an array: " + this);
    }
}
