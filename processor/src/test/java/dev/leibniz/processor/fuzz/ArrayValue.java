package dev.leibniz.processor.fuzz;

import java.util.Arrays;

/** An array of the interpreted program, shared by whoever holds it. A frozen one belongs to the caller of the entry. */
final class ArrayValue {

    private final Object[] cells;
    private final boolean frozen;

    ArrayValue(Object[] cells, boolean frozen) {
        this.cells = cells;
        this.frozen = frozen;
    }

    static ArrayValue filled(int length, Object value) {
        Object[] cells = new Object[length];
        Arrays.fill(cells, value);
        return new ArrayValue(cells, false);
    }

    int length() {
        return cells.length;
    }

    Object get(int i) {
        Object value = cells[i];
        if (value == ABSENT) {
            throw new Watch.Rejected("null row");
        }
        return value;
    }

    void set(int i, Object value) {
        if (frozen) {
            throw new Watch.Rejected("writes to an argument");
        }
        cells[i] = value;
    }

    ArrayValue copy(int from, int to, Object padding) {
        Object[] copied = new Object[to - from];
        for (int i = from; i < to; i++) {
            copied[i - from] = i < cells.length ? cells[i] : padding;
        }
        if (from > cells.length) {
            throw new Watch.Rejected("copy from outside");
        }
        return new ArrayValue(copied, false);
    }

    /** The content of a new array for types without a zero. */
    static final Object ABSENT = new Object();

    /** The zero of a type. */
    static Object zero(Type type) {
        if (type.isFloating()) {
            return Scalar.constant(0);
        }
        if (type == Type.INT || type.isNarrow()) {
            return 0;
        }
        if (type == Type.LONG) {
            return 0L;
        }
        return type == Type.BOOLEAN ? (Object) false : ABSENT;
    }
}
