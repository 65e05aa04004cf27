package dev.leibniz.processor.rules;

import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Op.Primitive;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The range of a number, as far as it is known before the program runs: where it can be infinite and where it can be 0.
 * Numbers that the user hands in are taken to be finite; whatever a computation can make of them is not.
 *
 * @param isRoot whether it is made of a root, which has an infinite slope where it is 0
 */
public record Magnitude(Size size, Sign sign, boolean isRoot) {

    /** The sizes a number can have. */
    public enum Size {
        /** Never large, whatever goes in. */
        BOUNDED,
        /** Finite if the user's own numbers are. */
        FINITE,
        /** An element of an array, which can be a mask: infinite on purpose. */
        ELEMENT,
        /** An element of an array that was set to a value that is infinite for ordinary operands. */
        OVERFLOWING_ELEMENT,
        /** A product or quotient, which is infinite or NaN only where its operands are huge or a divisor is 0. */
        LARGE,
        /** Infinite for ordinary operands, like {@code exp}. */
        OVERFLOWING,
        /** Made of a constant that is infinite, such as −∞ for a masked element. */
        INFINITE
    }

    /** The signs a number can have. */
    public enum Sign {
        /** Above 0 by a margin, whatever goes in. */
        POSITIVE,
        NON_NEGATIVE,
        ANY
    }

    /** Nothing is known. */
    public static final Magnitude UNKNOWN = new Magnitude(Size.OVERFLOWING, Sign.ANY, false);

    /** A number of the user's. */
    public static final Magnitude GIVEN = new Magnitude(Size.FINITE, Sign.ANY, false);

    /** An element of an array of the user's. */
    public static final Magnitude GIVEN_ELEMENT = new Magnitude(Size.ELEMENT, Sign.ANY, false);

    /** An integer, which never takes a product out of range. */
    public static final Magnitude INTEGER = new Magnitude(Size.BOUNDED, Sign.ANY, false);

    /** The element of a new array. */
    public static final Magnitude ZERO = new Magnitude(Size.BOUNDED, Sign.NON_NEGATIVE, false);

    /** A number in no range at all: the neutral element of {@link #or}. */
    public static final Magnitude NONE = new Magnitude(Size.BOUNDED, Sign.POSITIVE, false);

    private static final double LARGE = 1e16;
    private static final double SMALL = 1e-16;

    /** Functions whose result is infinite or NaN where their argument is. */
    private static final Set<String> TRANSPARENT = Set.of(
            "sqrt",
            "cbrt",
            "log",
            "log10",
            "log1p",
            "abs",
            "sinh",
            "cosh",
            "sin",
            "cos",
            "tan",
            "asin",
            "acos",
            "toRadians",
            "toDegrees",
            "fma");

    private static final Set<String> BOUNDED = Set.of("tanh", "atan", "atan2", "signum", "sigmoid");
    private static final Set<String> PERIODIC = Set.of("sin", "cos");
    private static final Set<String> ROOTS = Set.of("sqrt", "cbrt", "hypot");
    private static final Set<String> NO_LARGER = Set.of(
            "abs",
            "max",
            "min",
            "clamp",
            "floor",
            "ceil",
            "rint",
            "relu",
            "leakyRelu",
            "softplus",
            "copySign",
            "nextUp",
            "nextDown",
            "toRadians",
            "toDegrees",
            "cbrt",
            "hypot",
            "IEEEremainder");
    private static final Set<String> NOT_NEGATIVE =
            Set.of("exp", "sqrt", "hypot", "abs", "relu", "softplus", "sigmoid");

    public boolean mayBeInfinite() {
        return size.compareTo(Size.LARGE) >= 0;
    }

    public boolean overflows() {
        return size.compareTo(Size.OVERFLOWING) >= 0;
    }

    public boolean mayBeZero() {
        return sign != Sign.POSITIVE;
    }

    /**
     * The range of an array's element that is set to this. That an element overflows is left out of account in loops: tests
     * for it would keep loops over arrays from being vectorised.
     */
    public Magnitude stored() {
        return switch (size) {
            case LARGE -> new Magnitude(Size.ELEMENT, sign, isRoot);
            case OVERFLOWING -> new Magnitude(Size.OVERFLOWING_ELEMENT, sign, isRoot);
            default -> this;
        };
    }

    /** This range without 0, as far as it can be said. */
    public Magnitude withoutZero() {
        return sign == Sign.NON_NEGATIVE ? apartFromZero() : this;
    }

    /** This range, of a number known not to be 0. */
    Magnitude apartFromZero() {
        return new Magnitude(size, Sign.POSITIVE, isRoot);
    }

    public static Magnitude of(Const constant) {
        if (!(constant.value() instanceof Number n)) {
            return GIVEN;
        }
        double value = n.doubleValue();
        return ofNumber(value);
    }

    static Magnitude ofNumber(double value) {
        Size size = !Double.isFinite(value) ? Size.INFINITE : Math.abs(value) <= LARGE ? Size.BOUNDED : Size.FINITE;
        return new Magnitude(size, value > SMALL ? Sign.POSITIVE : value >= 0 ? Sign.NON_NEGATIVE : Sign.ANY, false);
    }

    /** The magnitude that holds for both. */
    public Magnitude or(Magnitude other) {
        return equals(other)
                ? this
                : new Magnitude(larger(size, other.size), weaker(sign, other.sign), isRoot || other.isRoot);
    }

    public Magnitude plus(Magnitude other) {
        return new Magnitude(larger(size, other.size), sum(sign, other.sign), false);
    }

    /**
     * The range of an operation's result.
     *
     * @param isSquare whether both operands are the same value
     * @param second the second operand, if the program says it
     */
    static Magnitude of(Op op, List<Magnitude> operands, boolean isSquare, @Nullable Double second) {
        return op instanceof Op.MathCall call
                ? ofCall(call.method(), operands, second)
                : ofPrimitive((Primitive) op, operands, isSquare, second);
    }

    private static Magnitude ofPrimitive(
            Primitive op, List<Magnitude> operands, boolean isSquare, @Nullable Double second) {
        Magnitude a = operands.get(0);
        Magnitude b = operands.size() > 1 ? operands.get(1) : a;
        return switch (op) {
            case ADD -> a.plus(b);
            case SUB -> new Magnitude(larger(a.size, b.size), Sign.ANY, false);
            case NEG -> new Magnitude(a.size, Sign.ANY, a.isRoot);
            case CONVERT -> a;
            case SELECT -> b.or(operands.get(2));
            case REM -> new Magnitude(a.size, Sign.ANY, false);
            case MUL, STRONG_MUL, GATED_MUL -> product(a, b, isSquare);
            case DIV, GATED_DIV -> quotient(a, b, second);
            default -> GIVEN;
        };
    }

    private static Magnitude product(Magnitude a, Magnitude b, boolean isSquare) {
        Size size = larger(a.size, b.size);
        if (a.size != Size.BOUNDED && b.size != Size.BOUNDED) {
            size = larger(size, Size.LARGE);
        }
        Sign sign = isSquare ? weaker(a.sign, Sign.NON_NEGATIVE) : weaker(a.sign, b.sign);
        if (isSquare && sign == Sign.ANY) {
            sign = Sign.NON_NEGATIVE;
        }
        return new Magnitude(size, sign, a.isRoot || b.isRoot);
    }

    private static Magnitude quotient(Magnitude a, Magnitude b, @Nullable Double divisor) {
        boolean isApartFromZero = b.sign == Sign.POSITIVE || divisor != null && Math.abs(divisor) > SMALL;
        Sign sign = isApartFromZero && b.sign == Sign.POSITIVE && b.size != Size.BOUNDED && a.sign == Sign.POSITIVE
                ? Sign.NON_NEGATIVE // a large divisor can take it to 0
                : weaker(a.sign, b.sign);
        return new Magnitude(isApartFromZero ? a.size : larger(a.size, Size.LARGE), sign, false);
    }

    private static Magnitude ofCall(String method, List<Magnitude> operands, @Nullable Double second) {
        Magnitude a = operands.get(0);
        Size all = a.size;
        for (Magnitude operand : operands) {
            all = larger(all, operand.size);
        }
        Size size = BOUNDED.contains(method) ? Size.BOUNDED : NO_LARGER.contains(method) ? all : Size.OVERFLOWING;
        if (PERIODIC.contains(method)) {
            size = a.overflows() ? Size.LARGE : Size.BOUNDED;
        } else if (method.equals("sqrt")) {
            size = a.sign == Sign.ANY ? larger(a.size, Size.LARGE) : a.size;
        } else if (method.equals("tan") || method.equals("asin") || method.equals("acos")) {
            size = Size.LARGE;
        }
        return new Magnitude(size, signOf(method, operands), ROOTS.contains(method));
    }

    private static Sign signOf(String method, List<Magnitude> operands) {
        Sign a = operands.get(0).sign;
        Sign b = operands.size() > 1 ? operands.get(1).sign : a;
        return switch (method) {
            case "cosh" -> Sign.POSITIVE;
            case "max" -> a.compareTo(b) < 0 ? a : b;
            case "min" -> weaker(a, b);
            case "sqrt", "abs", "cbrt" ->
                a == Sign.POSITIVE ? a : NOT_NEGATIVE.contains(method) ? Sign.NON_NEGATIVE : a;
            case "pow" -> a == Sign.ANY ? a : Sign.NON_NEGATIVE;
            default -> NOT_NEGATIVE.contains(method) ? Sign.NON_NEGATIVE : Sign.ANY;
        };
    }

    /**
     * Whether an operation can have an infinite slope where its value is finite, like the square root at 0.
     *
     * @param second the second operand, if the program says it
     */
    public static boolean isSteep(Op op, List<Magnitude> operands, @Nullable Double second) {
        Magnitude a = operands.get(0);
        if (op instanceof Op.MathCall call) {
            return switch (call.method()) {
                case "sqrt", "cbrt" -> a.mayBeZero();
                case "asin", "acos" -> true;
                case "atan2" -> a.mayBeZero() && operands.get(1).mayBeZero();
                case "pow" -> a.mayBeZero() && !(second != null && (second == 0 || second >= 1));
                default -> false;
            };
        }
        Magnitude b = operands.get(operands.size() - 1);
        return op == Primitive.GATED_DIV && b.isRoot && b.mayBeZero()
                || op == Primitive.GATED_MUL && b.overflows()
                || op == Primitive.STRONG_MUL && (a.overflows() || b.overflows());
    }

    /** Whether an infinite operand can give a finite result. */
    static boolean absorbs(Op op, int operand) {
        if (op instanceof Op.MathCall call) {
            return !TRANSPARENT.contains(call.method());
        }
        return switch ((Primitive) op) {
            case SELECT, DIV, GATED_DIV, REM, GATED_MUL -> operand > 0;
            case STRONG_MUL -> true;
            default -> false;
        };
    }

    private static Sign sum(Sign a, Sign b) {
        if (a == Sign.ANY || b == Sign.ANY) {
            return Sign.ANY;
        }
        return a == Sign.POSITIVE || b == Sign.POSITIVE ? Sign.POSITIVE : Sign.NON_NEGATIVE;
    }

    private static Size larger(Size a, Size b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Sign weaker(Sign a, Sign b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Magnitude magnitude
                && size == magnitude.size
                && sign == magnitude.sign
                && isRoot == magnitude.isRoot;
    }

    @Override
    public int hashCode() {
        return size.ordinal();
    }
}
