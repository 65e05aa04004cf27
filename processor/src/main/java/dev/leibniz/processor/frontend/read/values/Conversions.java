package dev.leibniz.processor.frontend.read.values;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import java.util.List;
import java.util.Map;

/** Java's numeric promotions and conversions. */
public final class Conversions {
    private static final Map<String, Type> UNBOXED = Map.of(
            "java.lang.Boolean", Type.BOOLEAN,
            "java.lang.Byte", Type.Scalar.BYTE,
            "java.lang.Short", Type.Scalar.SHORT,
            "java.lang.Character", Type.Scalar.CHAR,
            "java.lang.Integer", Type.INT,
            "java.lang.Long", Type.LONG,
            "java.lang.Float", Type.FLOAT,
            "java.lang.Double", Type.DOUBLE);

    private Conversions() {}

    public static Type unaryPromotion(Type type) {
        return type == Type.Scalar.BYTE || type == Type.Scalar.SHORT || type == Type.Scalar.CHAR ? Type.INT : type;
    }

    public static Type binaryPromotion(Type a, Type b) {
        for (Type type : List.of(Type.DOUBLE, Type.FLOAT, Type.LONG)) {
            if (a == type || b == type) {
                return type;
            }
        }
        return a == Type.BOOLEAN ? Type.BOOLEAN : Type.INT;
    }

    /** {@code value} as {@code type}; constants are converted at once, and values of the type are left alone. */
    public static Value convert(BlockBuilder code, Value value, Type type, String name) {
        if (type instanceof Type.Opaque
                && value.type() instanceof Type.Opaque
                && !value.type().equals(type)) {
            return widened(code, value, type, name);
        }
        if (value.type().equals(type)
                || !(type instanceof Type.Scalar scalar)
                || !(value.type() instanceof Type.Scalar)) {
            return value;
        }
        if (value instanceof Const constant && constant.value() != null) {
            return new Const(convert(constant.value(), scalar), type, "");
        }
        return code.let(name, new Expr.Apply(Op.Primitive.CONVERT, List.of(value), type));
    }

    /** The number, character or boolean in a box; everything else as it is. */
    public static Value unboxed(BlockBuilder code, Value value) {
        Type inside = value.type() instanceof Type.Opaque box ? UNBOXED.get(box.javaName()) : null;
        return inside == null
                ? value
                : code.let("", new Expr.Opaque("$0." + inside + "Value()", List.of(value), inside, false));
    }

    /** A reference as one to a more general type. */
    private static Value widened(BlockBuilder code, Value value, Type type, String name) {
        return value instanceof Const constant
                ? new Const(constant.value(), type, constant.text())
                : code.let(name, new Expr.Opaque("$0", List.of(value), type, false));
    }

    private static Object convert(Object value, Type.Scalar to) {
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof Double || value instanceof Float) {
            double d = ((Number) value).doubleValue();
            return switch (to) {
                case DOUBLE -> d;
                case FLOAT -> (float) d;
                case LONG -> (long) d;
                case BYTE -> (byte) d;
                case SHORT -> (short) d;
                case CHAR -> (char) d;
                default -> (int) d;
            };
        }
        long n = value instanceof Character c ? c : ((Number) value).longValue();
        return switch (to) {
            case DOUBLE -> (double) n;
            case FLOAT -> (float) n;
            case LONG -> n;
            case BYTE -> (byte) n;
            case SHORT -> (short) n;
            case CHAR -> (char) n;
            default -> (int) n;
        };
    }
}
