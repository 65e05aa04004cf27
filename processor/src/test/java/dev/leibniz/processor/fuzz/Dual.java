package dev.leibniz.processor.fuzz;

/**
 * A floating-point value with its derivative in one direction.
 *
 * <p>The magnitude is what the derivative would be if nothing in the sum over all paths cancelled; rounding errors of any
 * correct way to compute the derivative are small against it. A value is touched if it depends on a parameter that is
 * differentiated, in whatever direction.
 */
record Dual(double primal, double tangent, double magnitude, boolean touched) {

    static Dual constant(double primal) {
        return new Dual(primal, 0, 0, false);
    }

    Dual withPrimal(double other) {
        return new Dual(other, tangent, magnitude, touched);
    }

    /** A partial derivative, and how large the terms are that a formula for it may have to subtract. */
    record Partial(double value, double magnitude) {
        static Partial of(double value) {
            return new Partial(value, Math.abs(value));
        }

        Partial among(double terms) {
            return new Partial(value, Math.abs(value) + Math.abs(terms));
        }
    }
}
