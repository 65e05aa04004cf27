package dev.leibniz.processor.ir;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A constant operand.
 *
 * @param value a boxed primitive of exactly the Java type of {@code type}, a {@link String}, or null for the null
 *     reference and for constants that only have a {@code text}, such as an enum constant
 * @param text the text to print for the constant (qualified and visible from the generated class, such as
 *     {@code java.lang.Math.PI} or {@code com.acme.Kind.CALL}); empty: print {@code value} as a literal
 */
public record Const(@Nullable Object value, Type type, String text) implements Value {

    public static final Const TRUE = of(true);
    public static final Const FALSE = of(false);

    public static Const of(double value) {
        return new Const(value, Type.DOUBLE, "");
    }

    public static Const of(int value) {
        return new Const(value, Type.INT, "");
    }

    public static Const of(boolean value) {
        return new Const(value, Type.BOOLEAN, "");
    }

    /** The number {@code value} as a constant of the given scalar type. */
    public static Const number(double value, Type type) {
        if (!(type instanceof Type.Scalar scalar)) {
            throw new IllegalArgumentException("not a number type: " + type);
        }
        Object boxed = switch (scalar) {
            case BOOLEAN -> value != 0;
            case BYTE -> (byte) value;
            case SHORT -> (short) value;
            case CHAR -> (char) value;
            case INT -> (int) value;
            case LONG -> (long) value;
            case FLOAT -> (float) value;
            case DOUBLE -> value;
        };
        return new Const(boxed, type, "");
    }

    /** Zero, false, or the null reference: what a new array of this type is filled with. */
    public static Const zero(Type type) {
        return type instanceof Type.Scalar ? number(0, type) : new Const(null, type, "");
    }

    /** Whether this is the number {@code number}; for zero, positive zero only. */
    public boolean is(double number) {
        if (value instanceof Number n) {
            double d = n.doubleValue();
            return d == number && (d != 0 || 1 / d > 0);
        }
        return false;
    }

    /** Whether this is a number other than zero, infinity and NaN. */
    public boolean isFiniteNonZero() {
        return value instanceof Number n && n.doubleValue() != 0 && Double.isFinite(n.doubleValue());
    }

    /** Whether this is the null reference. */
    public boolean isNull() {
        return value == null && text.isEmpty();
    }

    public boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    public boolean isFalse() {
        return Boolean.FALSE.equals(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Const c && Objects.equals(value, c.value) && type.equals(c.type) && text.equals(c.text);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value);
    }

    @Override
    public String toString() {
        return text.isEmpty() ? String.valueOf(value) : text;
    }
}
