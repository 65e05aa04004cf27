package dev.leibniz.processor.ir;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What {@link Op} means, by letting Java itself compute it on boxed operands. */
final class JavaOperators {
    private static final Map<Expr.Apply, Method> METHODS = new ConcurrentHashMap<>();

    private JavaOperators() {}

    static Object apply(Expr.Apply apply, List<Object> args) {
        if (apply.op() instanceof Op.MathCall) {
            return call(apply, args);
        }
        Op.Primitive op = (Op.Primitive) apply.op();
        Object a = args.get(0);
        if (op == Op.Primitive.SELECT) {
            return (Boolean) a ? args.get(1) : args.get(2);
        } else if (op == Op.Primitive.CONVERT) {
            return convert(a, (Type.Scalar) apply.type());
        } else if (args.size() == 1) {
            return unary(op, a);
        } else if (op.isComparison()) {
            return compare(op, a, args.get(1));
        }
        return binary(op, a, args.get(1));
    }

    private static Object unary(Op.Primitive op, Object a) {
        if (op == Op.Primitive.NOT) {
            return !(Boolean) a;
        } else if (op == Op.Primitive.COMPLEMENT) {
            return a instanceof Long l ? (Object) ~l : (Object) ~(Integer) a;
        } else if (a instanceof Double d) {
            return -d;
        } else if (a instanceof Float f) {
            return -f;
        }
        return a instanceof Long l ? (Object) (-l) : (Object) (-(Integer) a);
    }

    private static boolean compare(Op.Primitive op, Object a, Object b) {
        if (!(a instanceof Number) && !(a instanceof Character)) {
            boolean same = a instanceof Boolean ? a.equals(b) : a == b;
            return op == Op.Primitive.EQ ? same : !same;
        }
        if (a instanceof Double || a instanceof Float) {
            double x = ((Number) a).doubleValue();
            double y = ((Number) b).doubleValue();
            return switch (op) {
                case EQ -> x == y;
                case NE -> x != y;
                case LT -> x < y;
                case LE -> x <= y;
                case GT -> x > y;
                default -> x >= y;
            };
        }
        long x = toLong(a);
        long y = toLong(b);
        return switch (op) {
            case EQ -> x == y;
            case NE -> x != y;
            case LT -> x < y;
            case LE -> x <= y;
            case GT -> x > y;
            default -> x >= y;
        };
    }

    private static Object binary(Op.Primitive op, Object a, Object b) {
        if (a instanceof Double x) {
            double y = (Double) b;
            return switch (op) {
                case ADD -> x + y;
                case SUB -> x - y;
                case MUL -> x * y;
                case DIV -> x / y;
                case REM -> x % y;
                case STRONG_MUL -> x == 0 || y == 0 ? 0.0 : x * y;
                case GATED_MUL -> x == 0 ? 0.0 : x * y;
                case GATED_DIV -> x == 0 ? 0.0 : x / y;
                default -> throw new IllegalStateException(op + " of double");
            };
        } else if (a instanceof Float x) {
            float y = (Float) b;
            return switch (op) {
                case ADD -> x + y;
                case SUB -> x - y;
                case MUL -> x * y;
                case DIV -> x / y;
                case REM -> x % y;
                case STRONG_MUL -> x == 0 || y == 0 ? 0f : x * y;
                case GATED_MUL -> x == 0 ? 0f : x * y;
                case GATED_DIV -> x == 0 ? 0f : x / y;
                default -> throw new IllegalStateException(op + " of float");
            };
        } else if (a instanceof Boolean x) {
            boolean y = (Boolean) b;
            return switch (op) {
                case AND -> x & y;
                case OR -> x | y;
                case XOR -> x ^ y;
                default -> throw new IllegalStateException(op + " of boolean");
            };
        } else if (a instanceof Long x) {
            long y = toLong(b);
            return switch (op) {
                case ADD -> x + y;
                case SUB -> x - y;
                case MUL -> x * y;
                case DIV -> x / y;
                case REM -> x % y;
                case AND -> x & y;
                case OR -> x | y;
                case XOR -> x ^ y;
                case SHL -> x << y;
                case SHR -> x >> y;
                case USHR -> x >>> y;
                default -> throw new IllegalStateException(op + " of long");
            };
        }
        int x = (Integer) a;
        int y = (int) toLong(b);
        return switch (op) {
            case ADD -> x + y;
            case SUB -> x - y;
            case MUL -> x * y;
            case DIV -> x / y;
            case REM -> x % y;
            case AND -> x & y;
            case OR -> x | y;
            case XOR -> x ^ y;
            case SHL -> x << y;
            case SHR -> x >> y;
            case USHR -> x >>> y;
            default -> throw new IllegalStateException(op + " of int");
        };
    }

    static long toLong(Object value) {
        return value instanceof Character c ? c : ((Number) value).longValue();
    }

    static Object convert(Object value, Type.Scalar type) {
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof Double || value instanceof Float) {
            double d = ((Number) value).doubleValue();
            return switch (type) {
                case DOUBLE -> d;
                case FLOAT -> value instanceof Float f ? f : (Float) (float) d;
                case LONG -> (long) d;
                case INT -> (int) d;
                case SHORT -> (short) d;
                case BYTE -> (byte) d;
                case CHAR -> (char) d;
                case BOOLEAN -> throw new IllegalStateException("number to boolean");
            };
        }
        long n = toLong(value);
        return switch (type) {
            case DOUBLE -> (double) n;
            case FLOAT -> (float) n;
            case LONG -> n;
            case INT -> (int) n;
            case SHORT -> (short) n;
            case BYTE -> (byte) n;
            case CHAR -> (char) n;
            case BOOLEAN -> throw new IllegalStateException("number to boolean");
        };
    }

    static Class<?> javaClass(Type type) {
        if (type instanceof Type.Array array) {
            return javaClass(array.element()).arrayType();
        } else if (type instanceof Type.Opaque) {
            return Object.class;
        }
        return switch ((Type.Scalar) type) {
            case BOOLEAN -> boolean.class;
            case BYTE -> byte.class;
            case SHORT -> short.class;
            case CHAR -> char.class;
            case INT -> int.class;
            case LONG -> long.class;
            case FLOAT -> float.class;
            case DOUBLE -> double.class;
        };
    }

    private static Object call(Expr.Apply apply, List<Object> args) {
        try {
            return METHODS.computeIfAbsent(apply, JavaOperators::method).invoke(null, args.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method method(Expr.Apply apply) {
        Op.MathCall call = (Op.MathCall) apply.op();
        String owner = call.owner().contains(".") ? call.owner() : "java.lang." + call.owner();
        Class<?>[] types = apply.operands().stream()
                .map(operand -> javaClass(operand.type()))
                .toArray(Class<?>[]::new);
        try {
            return Class.forName(owner).getMethod(call.method(), types);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no method for " + apply, e);
        }
    }
}
