package dev.leibniz.processor.rules;

/**
 * What is known of the number that a partial derivative is multiplied with: the adjoint of a result, or the tangent of an
 * operand.
 *
 * @param mayVanish whether it can be exactly 0 where the program's own numbers are infinite
 * @param mayVanishAtStores the same, if what is stored in an array is taken to be lost
 * @param mayBeInfinite whether it can be infinite although all values are finite
 * @param mayOverflow whether it can be infinite or NaN where a value is
 */
public record Seed(boolean mayVanish, boolean mayVanishAtStores, boolean mayBeInfinite, boolean mayOverflow) {

    /** Nothing is known. */
    public static final Seed UNKNOWN = new Seed(true, true, true, true);
}
