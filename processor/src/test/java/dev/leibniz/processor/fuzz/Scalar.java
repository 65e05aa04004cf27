package dev.leibniz.processor.fuzz;

import java.util.List;
import java.util.function.Supplier;

/**
 * A floating-point value with its derivatives in the directions that are being followed.
 *
 * <p>Each direction has a level. A value that depends on what is differentiated at a level is a {@link Dual} of that level,
 * whatever the direction; its parts are scalars of lower levels, so that derivatives of derivatives need nothing new. A value
 * that depends on nothing that is differentiated is a {@link Real}.
 */
sealed interface Scalar {

    /** The derivative of a constant. */
    Real ZERO = new Real(0, 0, false);

    /**
     * A number. Its magnitude is what it would be if nothing in the sum over all paths to it cancelled; the rounding errors of
     * any correct way to compute it are small against that. An exact one is Java's bit for bit: it is not made of derivatives.
     */
    record Real(double value, double magnitude, boolean exact) implements Scalar {}

    /** A value that may change, and how it changes in the direction of a level. */
    record Dual(int level, Scalar primal, Scalar tangent) implements Scalar {}

    /**
     * A value with all its derivatives up to the third order, which are right up to {@code trusted}. Less than that at points where
     * the function has no derivatives, or only those that a convention gives it; {@code why} then says so. Where the value
     * itself is infinite the series means nothing, and {@code trusted} is {@link #OVERFLOWED} or {@link #LOST}.
     */
    record Jet(double number, Series series, int trusted, String why, List<Edge> edges) implements Scalar {

        /** An operand, and the derivative by it. */
        record Edge(Jet operand, Supplier<Series> partial) {}

        Jet(double number, Series series, int trusted, String why) {
            this(number, series, trusted, why, List.of());
        }

        /** Made of these operands. */
        Jet of(Edge... operands) {
            return new Jet(number, series, trusted, why, List.of(operands));
        }

        /** Infinite because a number became too large, or by a mask: a function that is flat there forgets it. */
        static final int OVERFLOWED = -1;

        /** Why a number is infinite that is computed from finite ones. */
        static final String BEYOND = "infinite";

        /** The value is the pole of something, or not a number. */
        static final int LOST = -2;

        static Jet of(Scalar scalar) {
            if (scalar instanceof Jet jet) {
                return jet;
            }
            double value = scalar.value();
            if (Double.isInfinite(value)) {
                return new Jet(value, Series.constant(0), OVERFLOWED, "mask");
            }
            return Double.isNaN(value)
                    ? new Jet(value, Series.constant(0), LOST, "not a number")
                    : new Jet(value, Series.constant(value), Series.ORDER, "");
        }

        /** With Java's value. */
        Jet valued(double value) {
            return new Jet(value, trusted >= 0 ? series.withValue(value) : series, trusted, why, edges);
        }

        /** Whether it is infinite, or not a number, and no mask. */
        boolean isBroken() {
            return trusted == LOST || trusted == OVERFLOWED && why.equals(BEYOND);
        }

        /** Not to be trusted beyond an order. */
        Jet until(int order, String reason) {
            return trusted <= order ? this : new Jet(number, series, order, reason, edges);
        }
    }

    static Real constant(double value) {
        return new Real(value, Math.abs(value), true);
    }

    /** The value without any derivative. */
    default Real real() {
        if (this instanceof Jet jet) {
            return constant(jet.number());
        }
        return this instanceof Dual dual ? dual.primal().real() : (Real) this;
    }

    default double value() {
        return real().value();
    }

    /** The level of the innermost call of a derivative that this value depends on. */
    default int level() {
        return this instanceof Dual dual ? dual.level() : 0;
    }

    /** Whether this depends on anything that is differentiated. */
    default boolean touched() {
        return !(this instanceof Real);
    }

    /** This as seen without the given level, which is the highest there is. */
    default Scalar primalAt(int level) {
        return this instanceof Dual dual && dual.level() == level ? dual.primal() : this;
    }

    /** The derivative in the direction of the given level, which is the highest there is. */
    default Scalar tangentAt(int level) {
        return this instanceof Dual dual && dual.level() == level ? dual.tangent() : ZERO;
    }

    /** Whether no path leads here. */
    default boolean isZero() {
        if (this instanceof Dual dual) {
            return dual.primal().isZero() && dual.tangent().isZero();
        }
        Real real = (Real) this;
        return real.value() == 0 && real.magnitude() == 0;
    }

    /** The same derivatives with another value. */
    default Scalar withReal(Real other) {
        return this instanceof Dual dual
                ? new Dual(dual.level(), dual.primal().withReal(other), dual.tangent())
                : other;
    }
}
