package dev.leibniz.processor.rules;

import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Value;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * The primal values that a partial derivative may mention. A rule asks only for those it really needs, because each
 * answer may force the value to be recorded in the forward sweep.
 */
public interface Primal {

    /** The value of an operand. */
    Value operand(int i);

    /** The value of the operation itself. */
    Value result();

    /** Whether a derivative is wanted for an operand, too: decides which one gets it at a tie of max and min. */
    boolean isActive(int i);

    /** Another function of an operand, if the primal computes it anyway: of {@code sin(x)} the {@code cos(x)} beside it. */
    default Optional<Value> computed(Op function, int operand) {
        return Optional.empty();
    }

    /** The range of an operand. */
    default Magnitude magnitude(int i) {
        return Magnitude.UNKNOWN;
    }

    /** The range of the operation's result. */
    default Magnitude resultMagnitude() {
        return Magnitude.UNKNOWN;
    }

    /** Answers from functions; nothing is known of ranges. */
    static Primal of(IntFunction<Value> operand, Supplier<Value> result, IntPredicate isActive) {
        return new Primal() {
            @Override
            public Value operand(int i) {
                return operand.apply(i);
            }

            @Override
            public Value result() {
                return result.get();
            }

            @Override
            public boolean isActive(int i) {
                return isActive.test(i);
            }
        };
    }
}
