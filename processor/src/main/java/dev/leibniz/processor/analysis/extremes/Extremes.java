package dev.leibniz.processor.analysis.extremes;

import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.rules.Magnitude;
import dev.leibniz.processor.rules.Seed;

/**
 * The places where a zero can meet an infinity when a function is differentiated. A partial derivative is infinite at a pole, or
 * because a value overflowed. An adjoint is exactly 0 where the result does not depend on a value: one that overflowed, and
 * was not selected, or was mapped to a finite number (as {@code exp} does with −∞). An adjoint or tangent is infinite
 * behind a root at 0.
 */
public interface Extremes {

    /** The range of a number. */
    Magnitude magnitude(Value value);

    /** The range of an operand where an operation computes {@code target} from it: a branch may have excluded zero. */
    Magnitude magnitudeAt(Value operand, Var target);

    /** The facts known about the adjoint of an operation's result. */
    Seed adjointOf(Value result);

    /** The facts known about the tangent of an operand. */
    Seed tangentOf(Value operand);

    /** The extremes if nothing is known: they can be anywhere. */
    static Extremes anywhere() {
        return new Extremes() {
            @Override
            public Magnitude magnitude(Value value) {
                return Magnitude.UNKNOWN;
            }

            @Override
            public Magnitude magnitudeAt(Value operand, Var target) {
                return Magnitude.UNKNOWN;
            }

            @Override
            public Seed adjointOf(Value result) {
                return Seed.UNKNOWN;
            }

            @Override
            public Seed tangentOf(Value operand) {
                return Seed.UNKNOWN;
            }
        };
    }
}
