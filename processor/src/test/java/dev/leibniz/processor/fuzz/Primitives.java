package dev.leibniz.processor.fuzz;

/** Java's conversions and operators on primitive values, with floating-point values as dual numbers. */
final class Primitives {

    private final ScalarMath math;
    private final Watch watch;

    ScalarMath math() {
        return math;
    }

    Primitives(ScalarMath math, Watch watch) {
        this.math = math;
        this.watch = watch;
    }

    /** Assignment or cast conversion; anything but a primitive passes as it is. */
    Object convert(Object value, Type from, Type to) {
        if (from == to
                || from == Type.BOOLEAN
                || to == Type.BOOLEAN
                || !(to instanceof Type.Primitive)
                || to == Type.VOID) {
            return value;
        }
        if (value instanceof Scalar dual) {
            if (to == Type.DOUBLE) {
                return dual;
            }
            if (to == Type.FLOAT) {
                return math.toFloat(dual);
            }
            double v = dual.value();
            watch.decision((long) v);
            watch.rounded(dual.real());
            return to == Type.LONG ? (Object) (long) v : (Object) narrow((int) v, to);
        }
        long whole = ((Number) value).longValue();
        if (to == Type.DOUBLE) {
            return Scalar.constant((double) whole);
        }
        if (to == Type.FLOAT) {
            return Scalar.constant((float) whole);
        }
        return to == Type.LONG ? (Object) whole : (Object) narrow((int) whole, to);
    }

    /** An int as a narrower type has it; values of these are ints here. */
    private static int narrow(int value, Type to) {
        if (to == Type.BYTE) {
            return (byte) value;
        } else if (to == Type.SHORT) {
            return (short) value;
        }
        return to == Type.CHAR ? (char) value : value;
    }

    Object unary(String op, Object value) {
        if (op.equals("+")) {
            return value;
        }
        if (value instanceof Scalar dual) {
            return math.negate(dual);
        }
        if (value instanceof Boolean b) {
            return !b;
        }
        if (value instanceof Integer i) {
            return op.equals("-") ? -i : ~i;
        }
        long l = (Long) value;
        return op.equals("-") ? -l : ~l;
    }

    /** A binary operator other than the short-circuit ones, on operands of the given types. */
    Object binary(String op, Object left, Type leftType, Object right, Type rightType) {
        if (left instanceof String) {
            return op.equals("==") == left.equals(right);
        }
        if (left instanceof Boolean l) {
            return logical(op, l, (Boolean) right);
        }
        if (op.equals("<<") || op.equals(">>") || op.equals(">>>")) {
            int distance = ((Number) right).intValue();
            return left instanceof Integer i
                    ? (Object) shift(op, i, distance)
                    : (Object) shift(op, (Long) left, distance);
        }
        Type type = Type.promoted(leftType, rightType);
        Object a = convert(left, leftType, type);
        Object b = convert(right, rightType, type);
        if (a instanceof Scalar x) {
            Scalar y = (Scalar) b;
            if (isComparison(op)) {
                watch.compared(x.real(), y.real());
                return watch.decision(compare(op, x.value(), y.value()));
            }
            return math.binary(op, x, y, type == Type.FLOAT);
        }
        if (a instanceof Integer x) {
            int y = (Integer) b;
            return isComparison(op) ? (Object) compare(op, x, y) : (Object) arithmetic(op, x, y);
        }
        long x = (Long) a;
        long y = (Long) b;
        return isComparison(op) ? (Object) compare(op, x, y) : (Object) arithmetic(op, x, y);
    }

    private static boolean isComparison(String op) {
        return op.startsWith("<") || op.startsWith(">") || op.equals("==") || op.equals("!=");
    }

    private static boolean logical(String op, boolean l, boolean r) {
        return switch (op) {
            case "&" -> l & r;
            case "|" -> l | r;
            case "^", "!=" -> l ^ r;
            case "==" -> l == r;
            default -> throw new IllegalArgumentException(op);
        };
    }

    private static int shift(String op, int x, int distance) {
        return switch (op) {
            case "<<" -> x << distance;
            case ">>" -> x >> distance;
            default -> x >>> distance;
        };
    }

    private static long shift(String op, long x, int distance) {
        return switch (op) {
            case "<<" -> x << distance;
            case ">>" -> x >> distance;
            default -> x >>> distance;
        };
    }

    private static boolean compare(String op, double x, double y) {
        return switch (op) {
            case "<" -> x < y;
            case "<=" -> x <= y;
            case ">" -> x > y;
            case ">=" -> x >= y;
            case "==" -> x == y;
            default -> x != y;
        };
    }

    private static boolean compare(String op, long x, long y) {
        return switch (op) {
            case "<" -> x < y;
            case "<=" -> x <= y;
            case ">" -> x > y;
            case ">=" -> x >= y;
            case "==" -> x == y;
            default -> x != y;
        };
    }

    private static int arithmetic(String op, int x, int y) {
        return switch (op) {
            case "+" -> x + y;
            case "-" -> x - y;
            case "*" -> x * y;
            case "/" -> x / y;
            case "%" -> x % y;
            case "&" -> x & y;
            case "|" -> x | y;
            case "^" -> x ^ y;
            default -> throw new IllegalArgumentException(op);
        };
    }

    private static long arithmetic(String op, long x, long y) {
        return switch (op) {
            case "+" -> x + y;
            case "-" -> x - y;
            case "*" -> x * y;
            case "/" -> x / y;
            case "%" -> x % y;
            case "&" -> x & y;
            case "|" -> x | y;
            case "^" -> x ^ y;
            default -> throw new IllegalArgumentException(op);
        };
    }
}
