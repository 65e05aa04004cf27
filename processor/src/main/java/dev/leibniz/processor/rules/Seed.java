package dev.leibniz.processor.rules;

/**
 * The facts known about the number that a partial derivative is multiplied with: the adjoint of a result, or the tangent of an
 * operand.
 *
 * @param zero the cases where it can be exactly 0 although a number of the program is infinite
 * @param mayBeInfinite whether it can be infinite although all values are finite
 * @param mayOverflow whether it can be infinite or NaN where a value is
 * @param isInLoop whether the product is in a loop, where a test for zero can be dear
 */
public record Seed(Zero zero, boolean mayBeInfinite, boolean mayOverflow, boolean isInLoop) {

    /** The cases where an adjoint is exactly 0, each with the ones before. */
    public enum Zero {
        /** Nowhere: if the value is infinite, the result of the function is. */
        NEVER,
        /** Where the value is stored in an array and is not read from there. */
        WHERE_STORED,
        /** Where the value is divided by, and is infinite, or is stored in an array and overwritten there. */
        WHERE_LOST,
        /** Where the value is not selected, or a function makes a finite number of it. */
        WHERE_IGNORED,
        /** The same, by a function that is called at once: next to it a test for zero costs nothing. */
        AT_ONCE
    }

    /** Nothing is known. */
    public static final Seed UNKNOWN = new Seed(Zero.AT_ONCE, true, true, true);
}
