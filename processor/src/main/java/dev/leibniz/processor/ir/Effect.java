package dev.leibniz.processor.ir;

/**
 * The effect of a statement or expression on one array, or frame, among its operands.
 *
 * @param deep whether it is an effect on its rows as well, if it has any
 */
public record Effect(Value array, boolean reads, boolean writes, boolean deep) {

    /** Whether it writes the elements of an array itself, not the numbers in rows of it. */
    boolean sets(Value written) {
        return writes && !deep && array == written;
    }

    /** Whether it overwrites elements of an array, whatever they were. */
    public boolean overwrites() {
        return writes && !reads;
    }

    static Effect reading(Value array) {
        return new Effect(array, true, false, false);
    }

    static Effect readingAll(Value array) {
        return new Effect(array, true, false, true);
    }

    static Effect writing(Value array) {
        return new Effect(array, false, true, false);
    }

    static Effect updating(Value array) {
        return new Effect(array, true, true, false);
    }

    static Effect updatingAll(Value array) {
        return new Effect(array, true, true, true);
    }
}
