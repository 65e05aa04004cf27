package dev.leibniz.processor.simplify;

import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Java's operators on constants. What would throw, and what has a name that readers know it by, is left alone. */
final class Arithmetic {
    private Arithmetic() {}

    /** The value of an operation on constants. */
    static Optional<Value> evaluate(Expr.Apply apply) {
        if (!(apply.op() instanceof Primitive op) || !(apply.type() instanceof Type.Scalar type)) {
            return Optional.empty();
        }
        for (Value operand : apply.operands()) {
            if (!(operand instanceof Const c) || c.value() == null || !c.text().isEmpty()) {
                return Optional.empty();
            }
        }
        Object result = evaluate(op, type, constant(apply, 0), apply.operands().size() > 1 ? constant(apply, 1) : null);
        return result == null ? Optional.empty() : Optional.of(new Const(result, type, ""));
    }

    private static @Nullable Object constant(Expr.Apply apply, int i) {
        return ((Const) apply.operand(i)).value();
    }

    private static @Nullable Object evaluate(Primitive op, Type.Scalar type, @Nullable Object a, @Nullable Object b) {
        if (op == Primitive.CONVERT) {
            return a == null ? null : convert(a, type);
        } else if (op == Primitive.SELECT) {
            return null;
        } else if (b == null) {
            return a == null ? null : unary(op, a);
        } else if (a instanceof Boolean x && b instanceof Boolean y) {
            return logic(op, x, y);
        } else if (a instanceof Number && b instanceof Number && op.isComparison()) {
            return compare(op, (Number) a, (Number) b);
        } else if (a instanceof Double x && b instanceof Double y) {
            return floating(op, x, y);
        } else if (a instanceof Float x && b instanceof Float y) {
            return floating(op, x, y);
        } else if (a instanceof Long x && b instanceof Number y) {
            return integral(op, x, y.longValue());
        } else if (a instanceof Integer x && b instanceof Number y) {
            return integral(op, x, (int) y.longValue());
        }
        return null;
    }

    private static @Nullable Object unary(Primitive op, Object a) {
        if (op == Primitive.NOT && a instanceof Boolean x) {
            return !x;
        } else if (op == Primitive.COMPLEMENT) {
            return a instanceof Long x ? (Object) ~x : a instanceof Integer y ? (Object) ~y : null;
        } else if (op != Primitive.NEG) {
            return null;
        } else if (a instanceof Double x) {
            return -x;
        } else if (a instanceof Float x) {
            return -x;
        }
        return a instanceof Long x ? (Object) (-x) : a instanceof Integer y ? (Object) (-y) : null;
    }

    private static @Nullable Object logic(Primitive op, boolean a, boolean b) {
        return switch (op) {
            case AND -> a & b;
            case OR -> a | b;
            case XOR, NE -> a ^ b;
            case EQ -> a == b;
            default -> null;
        };
    }

    private static boolean compare(Primitive op, Number a, Number b) {
        boolean floating = a instanceof Double || a instanceof Float;
        double x = a.doubleValue();
        double y = b.doubleValue();
        int order = floating ? 0 : Long.compare(a.longValue(), b.longValue());
        return switch (op) {
            case EQ -> floating ? x == y : order == 0;
            case NE -> floating ? x != y : order != 0;
            case LT -> floating ? x < y : order < 0;
            case LE -> floating ? x <= y : order <= 0;
            case GT -> floating ? x > y : order > 0;
            default -> floating ? x >= y : order >= 0;
        };
    }

    private static @Nullable Object floating(Primitive op, double a, double b) {
        return switch (op) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            case REM -> a % b;
            case STRONG_MUL -> a == 0 || b == 0 ? 0.0 : a * b;
            case GATED_MUL -> a == 0 ? 0.0 : a * b;
            case GATED_DIV -> a == 0 ? 0.0 : a / b;
            default -> null;
        };
    }

    private static @Nullable Object floating(Primitive op, float a, float b) {
        return switch (op) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            case REM -> a % b;
            case STRONG_MUL -> a == 0 || b == 0 ? 0f : a * b;
            case GATED_MUL -> a == 0 ? 0f : a * b;
            case GATED_DIV -> a == 0 ? 0f : a / b;
            default -> null;
        };
    }

    private static @Nullable Object integral(Primitive op, long a, long b) {
        if (b == 0 && (op == Primitive.DIV || op == Primitive.REM)) {
            return null;
        }
        return switch (op) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            case REM -> a % b;
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            case SHL -> a << b;
            case SHR -> a >> b;
            case USHR -> a >>> b;
            default -> null;
        };
    }

    private static @Nullable Object integral(Primitive op, int a, int b) {
        if (b == 0 && (op == Primitive.DIV || op == Primitive.REM)) {
            return null;
        }
        return switch (op) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            case REM -> a % b;
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            case SHL -> a << b;
            case SHR -> a >> b;
            case USHR -> a >>> b;
            default -> null;
        };
    }

    private static @Nullable Object convert(Object value, Type.Scalar type) {
        if (value instanceof Double || value instanceof Float) {
            double d = ((Number) value).doubleValue();
            return switch (type) {
                case DOUBLE -> d;
                case FLOAT -> (float) d;
                case LONG -> (long) d;
                case INT -> (int) d;
                case SHORT -> (short) d;
                case BYTE -> (byte) d;
                case CHAR -> (char) d;
                case BOOLEAN -> null;
            };
        }
        if (!(value instanceof Number) && !(value instanceof Character)) {
            return null;
        }
        long n = value instanceof Character c ? c : ((Number) value).longValue();
        return switch (type) {
            case DOUBLE -> (double) n;
            case FLOAT -> (float) n;
            case LONG -> n;
            case INT -> (int) n;
            case SHORT -> (short) n;
            case BYTE -> (byte) n;
            case CHAR -> (char) n;
            case BOOLEAN -> null;
        };
    }

    /** The opposite of a comparison, for operands that always compare one way or the other. */
    static Primitive opposite(Primitive comparison) {
        return switch (comparison) {
            case EQ -> Primitive.NE;
            case NE -> Primitive.EQ;
            case LT -> Primitive.GE;
            case LE -> Primitive.GT;
            case GT -> Primitive.LE;
            case GE -> Primitive.LT;
            default -> throw new IllegalArgumentException("not a comparison: " + comparison);
        };
    }

    static boolean isCommutative(Op op) {
        return op == Primitive.ADD
                || op == Primitive.MUL
                || op == Primitive.STRONG_MUL
                || op == Primitive.EQ
                || op == Primitive.NE
                || op == Primitive.AND
                || op == Primitive.OR
                || op == Primitive.XOR;
    }
}
