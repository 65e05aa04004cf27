package dev.leibniz.processor.ir;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operation that an {@link Expr.Apply} computes: a pure function of scalars. */
public sealed interface Op permits Op.Primitive, Op.MathCall {

    /** Whether it may end in an exception, if its result is of this type: whole numbers divided by 0, or too large. */
    boolean mayThrow(Type type);

    /** The operators of Java on already promoted operands; {@code SELECT} is the conditional {@code c ? a : b}. */
    enum Primitive implements Op {
        ADD("+"),
        SUB("-"),
        MUL("*"),
        DIV("/"),
        REM("%"),
        NEG("-"),
        AND("&"),
        OR("|"),
        XOR("^"),
        NOT("!"),
        COMPLEMENT("~"),
        SHL("<<"),
        SHR(">>"),
        USHR(">>>"),
        EQ("=="),
        NE("!="),
        LT("<"),
        LE("<="),
        GT(">"),
        GE(">="),
        /**
         * The strong product: 0 where one factor is exactly 0, even if the other is infinite or NaN, else {@code a * b}.
         * Its derivatives are those of the product.
         */
        STRONG_MUL("⊙"),
        /** The product gated by its first factor: 0 where that is exactly 0, else {@code a * b}. */
        GATED_MUL("⊲*"),
        /** The quotient gated by its dividend: 0 where that is exactly 0, even over 0, else {@code a / b}. */
        GATED_DIV("⊲/"),
        /** Conversion to the type of the result, with Java's rules for casts. */
        CONVERT("cast"),
        SELECT("?:");

        private final String symbol;

        Primitive(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }

        /** Whether it is 0 where a factor of it is exactly 0, whatever the other. */
        public boolean isGated() {
            return this == STRONG_MUL || this == GATED_MUL || this == GATED_DIV;
        }

        /** Whether it divides, which takes several times as long as an addition. */
        public boolean isDivision() {
            return this == DIV || this == REM || this == GATED_DIV;
        }

        @Override
        public boolean mayThrow(Type type) {
            return (this == DIV || this == REM) && !type.isFloating();
        }

        public boolean isComparison() {
            return ordinal() >= EQ.ordinal() && ordinal() <= GE.ordinal();
        }
    }

    /**
     * A static method of {@code Math} or {@code StrictMath}.
     *
     * @param owner {@code "Math"} or {@code "StrictMath"}
     */
    record MathCall(String owner, String method) implements Op {
        private static final Set<String> BOUNDS = Set.of("max", "min");
        private static final Set<String> CHEAP = Set.of("abs", "max", "min");

        /** Whether it takes about as long as an addition. */
        public boolean isCheap() {
            return CHEAP.contains(method) && owner.endsWith("Math");
        }

        @Override
        public boolean mayThrow(Type type) {
            return !type.isFloating() && !BOUNDS.contains(method) || method.equals("clamp");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof MathCall call && method.equals(call.method) && owner.equals(call.owner);
        }

        @Override
        public int hashCode() {
            return method.hashCode();
        }

        @Override
        public String toString() {
            return owner + "." + method;
        }
    }

    static MathCall math(String method) {
        return new MathCall("Math", method);
    }
}
