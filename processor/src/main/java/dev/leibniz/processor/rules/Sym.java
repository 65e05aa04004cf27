package dev.leibniz.processor.rules;

import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Op.Primitive;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A partial derivative as a formula in the operands and the result of the operation. It only describes the
 * computation; {@link Contribution} writes the code. Formulas with known constants are simplified as they are built, so
 * that an entry of the table can be written for the general case. A formula that is compared for each operation of a program says itself
 * when it is the same: to have that made takes a cold machine longer than all the comparisons.
 */
sealed interface Sym {

    /** A number, of the type that the operation computes in. */
    record Literal(double value) implements Sym {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Literal literal && Double.compare(value, literal.value) == 0;
        }

        @Override
        public int hashCode() {
            return Double.hashCode(value);
        }
    }

    /**
     * An operand of the operation.
     *
     * @param constant its value, if the program says it
     */
    record Operand(int index, @Nullable Double constant) implements Sym {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Operand operand
                    && index == operand.index
                    && Objects.equals(constant, operand.constant);
        }

        @Override
        public int hashCode() {
            return index;
        }
    }

    /** The value of the operation. */
    enum Result implements Sym {
        RESULT
    }

    record Apply(Op op, List<Sym> args) implements Sym {
        Sym arg(int i) {
            return args.get(i);
        }

        boolean is(Primitive primitive) {
            return op == primitive;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Apply apply && op.equals(apply.op) && args.equals(apply.args);
        }

        @Override
        public int hashCode() {
            return 31 * op.hashCode() + args.hashCode();
        }
    }

    /** A formula that the author of the rule knows never to vanish where it is used as a divisor. */
    record NonZero(Sym formula) implements Sym {}

    /** A formula that can be infinite although it does not look it. */
    record Pole(Sym formula) implements Sym {}

    /** One formula or another, depending on whether a derivative is wanted for an operand. */
    record IfActive(int operand, Sym then, Sym otherwise) implements Sym {}

    static Sym literal(double value) {
        return new Literal(value);
    }

    static Sym zero() {
        return literal(0);
    }

    static Sym one() {
        return literal(1);
    }

    /** A call of a function of {@code Math}; of {@code StrictMath} in the rules of that. */
    static Sym math(String method, Sym... args) {
        return new Apply(Op.math(method), List.of(args));
    }

    static Sym runtime(String owner, String method, Sym... args) {
        return new Apply(new Op.MathCall(owner, method), List.of(args));
    }

    default Sym plus(Sym other) {
        return is(0) ? other : other.is(0) ? this : of(Primitive.ADD, this, other);
    }

    default Sym minus(Sym other) {
        Double left = constant();
        Double right = other.constant();
        if (left != null && right != null) {
            return literal(left - right);
        }
        return other.is(0) ? this : of(Primitive.SUB, this, other);
    }

    default Sym times(Sym other) {
        if (is(0) || other.is(0)) {
            return zero();
        }
        return is(1) ? other : other.is(1) ? this : of(Primitive.MUL, this, other);
    }

    default Sym over(Sym other) {
        return is(0) ? zero() : other.is(1) ? this : of(Primitive.DIV, this, other);
    }

    /** The product where this factor's zero wins: over a pole of the other, or its overflow. */
    default Sym gates(Sym other) {
        return constant() != null || other.constant() != null ? times(other) : of(Primitive.GATED_MUL, this, other);
    }

    /** The quotient that is 0 where this is 0, whatever the divisor. */
    default Sym gatedOver(Sym divisor) {
        return constant() != null || divisor.constant() != null
                ? over(divisor)
                : of(Primitive.GATED_DIV, this, divisor);
    }

    default Sym negate() {
        return this instanceof Literal number ? literal(0 - number.value()) : of(Primitive.NEG, this);
    }

    default Sym squared() {
        return times(this);
    }

    default Sym isGreaterThan(Sym other) {
        return of(Primitive.GT, this, other);
    }

    default Sym isLessThan(Sym other) {
        return of(Primitive.LT, this, other);
    }

    default Sym isEqualTo(Sym other) {
        return of(Primitive.EQ, this, other);
    }

    /** This condition decides between two formulas; both are computed, so neither may do harm. */
    default Sym select(Sym then, Sym otherwise) {
        if (this instanceof Apply test && test.is(Primitive.EQ)) {
            Double left = test.arg(0).constant();
            Double right = test.arg(1).constant();
            if (left != null && right != null) {
                return left.doubleValue() == right ? then : otherwise;
            }
        }
        return then.equals(otherwise) ? then : of(Primitive.SELECT, this, then, otherwise);
    }

    default Sym pole() {
        return new Pole(this);
    }

    default Sym nonZero() {
        return new NonZero(this);
    }

    /** This formula if a derivative is wanted for the other operand, too, else another. */
    default Sym ifActive(Sym other, Sym otherwise) {
        return other instanceof Operand operand && operand.constant() == null
                ? new IfActive(operand.index(), this, otherwise)
                : otherwise;
    }

    /** The number this is known to be. */
    default @Nullable Double constant() {
        if (this instanceof Literal literal) {
            return literal.value();
        }
        return this instanceof Operand operand ? operand.constant() : null;
    }

    default boolean is(double number) {
        Double constant = constant();
        return constant != null && constant == number;
    }

    private static Sym of(Primitive op, Sym... args) {
        return new Apply(op, List.of(args));
    }
}
