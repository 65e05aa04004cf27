package dev.leibniz.processor.rules;

import static dev.leibniz.processor.rules.Rule.binary;
import static dev.leibniz.processor.rules.Rule.ternary;
import static dev.leibniz.processor.rules.Rule.unary;
import static dev.leibniz.processor.rules.Sym.literal;
import static dev.leibniz.processor.rules.Sym.math;
import static dev.leibniz.processor.rules.Sym.one;
import static dev.leibniz.processor.rules.Sym.runtime;
import static dev.leibniz.processor.rules.Sym.zero;

import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Op.Primitive;
import org.jspecify.annotations.Nullable;

/**
 * The table of derivatives: one line per operation, one formula per operand. In a formula {@code x}, {@code a},
 * {@code b}, {@code c} are the operands and {@code y} is the result, to be preferred where it is cheaper. Rules of
 * {@code Math} hold for {@code StrictMath}, too. A line costs nothing until its operation is asked for.
 *
 * <p>To add a function, add its line; the test walks the whole table and compares each formula with differences. The
 * functions mentioned in a formula must be in the table themselves, for derivatives are differentiated again. Therefore
 * formulas keep away from infinities in branches that are not selected: {@code exp(min(x, 0))} under a condition
 * {@code x < 0}, and not {@code exp(x)}.
 */
final class RuleTable {
    private static final String ACTIVATIONS = "dev.leibniz.runtime.Activations";
    private static final String LOSSES = "dev.leibniz.runtime.Losses";

    private static final String SUM = "dev.leibniz.runtime.arrays.CompensatedSum";

    private static final Sym HALF = literal(0.5);
    private static final Sym TWO = literal(2);
    private static final Sym THREE = literal(3);
    private static final Sym LN_10 = literal(Math.log(10));

    private RuleTable() {}

    /** The rule of an operation; null if there is none. */
    static @Nullable Rule of(Op op) {
        if (op instanceof Primitive operator) {
            return ofOperator(operator);
        }
        return op instanceof Op.MathCall call
                ? switch (call.owner()) {
                    case "Math" -> ofMath(call.method());
                    case ACTIVATIONS -> ofActivation(call.method());
                    case LOSSES -> ofLoss(call.method());
                    case SUM -> ofSum(call.method());
                    default -> null;
                }
                : null;
    }

    /** The reason why there is no rule, if there is one; fits after "cannot be differentiated: ". */
    static @Nullable String refusal(Op op) {
        return op.equals(Op.math("random"))
                ? "it gives another number each time, so there is no function to differentiate"
                : null;
    }

    // palantir-java-format:off

    private static Rule ofOperator(Primitive op) {
        return switch (op) {
            case ADD        -> binary((a, b, y) -> one(), (a, b, y) -> one());
            case SUB        -> binary((a, b, y) -> one(), (a, b, y) -> one().negate());
            case MUL        -> binary((a, b, y) -> b,     (a, b, y) -> a);
            case DIV        -> binary((a, b, y) -> one().over(b), (a, b, y) -> (a.is(1) ? y.pole().times(y) : one().over(b).times(y)).negate());
            // a − y is a multiple of b; rounding makes it the right one even where a / b rounds across an integer.
            case REM        -> binary((a, b, y) -> one(), (a, b, y) -> math("rint", y.minus(a).over(b)));
            case STRONG_MUL -> binary((a, b, y) -> b, (a, b, y) -> a);
            case GATED_MUL  -> binary((a, b, y) -> b, (a, b, y) -> a);
            case GATED_DIV  -> binary((a, b, y) -> one().over(b), (a, b, y) -> one().over(b).times(y).negate());
            case NEG        -> unary((x, y) -> one().negate());
            case CONVERT    -> unary((x, y) -> one());
            case SELECT     -> ternary((c, a, b) -> zero(), (c, a, b) -> c.select(one(), zero()), (c, a, b) -> c.select(zero(), one()));
            default -> Rule.zero(); // comparisons, bits and booleans
        };
    }

    private static @Nullable Rule ofMath(String method) {
        return switch (method) {
            case "sin"           -> unary((x, y) -> math("cos", x));
            case "cos"           -> unary((x, y) -> math("sin", x).negate());
            case "tan"           -> unary((x, y) -> one().plus(y.squared()));
            case "asin"          -> unary((x, y) -> one().over(math("sqrt", one().minus(x).times(one().plus(x)))));
            case "acos"          -> unary((x, y) -> one().over(math("sqrt", one().minus(x).times(one().plus(x)))).negate());
            case "atan"          -> unary((x, y) -> one().over(one().plus(x.squared()).nonZero()));
            case "sinh"          -> unary((x, y) -> math("cosh", x));
            case "cosh"          -> unary((x, y) -> math("sinh", x));
            case "tanh"          -> unary((x, y) -> one().minus(y.squared()));
            case "exp"           -> unary((x, y) -> y);
            case "expm1"         -> unary((x, y) -> math("exp", x));
            case "log"           -> unary((x, y) -> one().over(x));
            case "log10"         -> unary((x, y) -> one().over(x.times(LN_10)));
            case "log1p"         -> unary((x, y) -> one().over(one().plus(x)));
            case "sqrt"          -> unary((x, y) -> HALF.over(y));
            case "cbrt"          -> unary((x, y) -> one().over(THREE.times(y.squared())));
            case "toRadians"     -> unary((x, y) -> literal(Math.toRadians(1)));
            case "toDegrees"     -> unary((x, y) -> literal(Math.toDegrees(1)));
            case "atan2"         -> binary((a, b, y) -> b.over(math("hypot", a, b)).over(math("hypot", a, b)),
                                           (a, b, y) -> a.over(math("hypot", a, b)).over(math("hypot", a, b)).negate());
            case "hypot"         -> binary((a, b, y) -> a.gatedOver(y.nonZero()), (a, b, y) -> b.gatedOver(y.nonZero()));
            case "pow"           -> binary((a, b, y) -> b.gates(power(a, b.minus(one()))), (a, b, y) -> y.gates(math("log", a)));
            case "fma"           -> ternary((a, b, c) -> b, (a, b, c) -> a, (a, b, c) -> one());
            case "IEEEremainder" -> binary((a, b, y) -> one(), (a, b, y) -> math("rint", y.minus(a).over(b)));
            case "scalb"         -> binary((a, b, y) -> math("scalb", one(), b), (a, b, y) -> zero());

            // With kinks
            case "abs"       -> unary((x, y) -> x.isGreaterThan(zero()).select(one(), x.isLessThan(zero()).select(one().negate(), zero())));
            case "max"       -> binary((a, b, y) -> a.isGreaterThan(b).select(one(), tie(a, b)), (a, b, y) -> b.isGreaterThan(a).select(one(), tie(b, a)));
            case "min"       -> binary((a, b, y) -> a.isLessThan(b).select(one(), tie(a, b)),    (a, b, y) -> b.isLessThan(a).select(one(), tie(b, a)));
            case "clamp"     -> ternary((a, b, c) -> a.isGreaterThan(b).select(a.isLessThan(c).select(one(), tie(a, c)), tie(a, b)),
                                        (a, b, c) -> a.isLessThan(b).select(one(), tie(b, a)),
                                        (a, b, c) -> a.isGreaterThan(c).select(one(), tie(c, a)));
            case "copySign"  -> binary((a, b, y) -> math("signum", a).times(math("copySign", one(), b)), (a, b, y) -> zero());
            case "nextUp"    -> unary((x, y) -> one());
            case "nextDown"  -> unary((x, y) -> one());
            case "nextAfter" -> binary((a, b, y) -> one(), (a, b, y) -> zero());

            // Piecewise constant
            case "signum", "floor", "ceil", "rint", "round", "ulp", "getExponent" -> Rule.zero();

            // Of integers
            case "addExact", "subtractExact", "multiplyExact", "divideExact", "negateExact", "incrementExact", "decrementExact",
                    "absExact", "toIntExact", "powExact", "floorDiv", "floorMod", "floorDivExact", "ceilDiv", "ceilMod", "ceilDivExact",
                    "multiplyFull", "multiplyHigh", "unsignedMultiplyHigh", "unsignedMultiplyExact", "unsignedPowExact" -> Rule.zero();
            default -> null;
        };
    }

    private static @Nullable Rule ofActivation(String method) {
        return switch (method) {
            case "sigmoid"   -> unary((x, y) -> y.times(sigmoid(x.negate())));
            case "softplus"  -> unary((x, y) -> sigmoid(x));
            case "relu"      -> unary((x, y) -> x.isGreaterThan(zero()).select(one(), zero()));
            case "leakyRelu" -> binary((x, slope, y) -> x.isGreaterThan(zero()).select(one(), slope),
                                       (x, slope, y) -> x.isGreaterThan(zero()).select(zero(), x));
            case "elu"       -> binary((x, alpha, y) -> x.isGreaterThan(zero()).select(one(), alpha.times(math("exp", math("min", x, zero())))),
                                       (x, alpha, y) -> x.isGreaterThan(zero()).select(zero(), math("expm1", math("min", x, zero()))));
            case "gelu"      -> unary((x, y) -> gelu(math("max", literal(-40), math("min", x, literal(40)))));
            case "silu"      -> unary((x, y) -> sigmoid(x).gates(one().plus(x.times(one().minus(sigmoid(x))))));
            default -> null;
        };
    }

    private static @Nullable Rule ofLoss(String method) {
        return switch (method) {
            case "binaryCrossEntropy"           -> binary((p, t, y) -> crossEntropy(p, t), (p, t, y) -> math("log1p", p.negate()).minus(math("log", p)));
            case "binaryCrossEntropyWithLogits" -> binary((z, t, y) -> sigmoid(z).minus(t), (z, t, y) -> z.negate());
            case "squaredError"                 -> binary((p, t, y) -> TWO.times(p.minus(t)), (p, t, y) -> TWO.times(p.minus(t)).negate());
            case "huber"                        -> ternary((p, t, d) -> huber(p.minus(t), d), (p, t, d) -> huber(p.minus(t), d).negate(),
                                                           (p, t, d) -> isFar(p.minus(t), d).select(math("abs", p.minus(t)).minus(d), zero()));
            default -> null;
        };
    }

    /** The correction of a sum mends its rounding, and is no part of the function. */
    private static @Nullable Rule ofSum(String method) {
        return switch (method) {
            case "add"    -> ternary((sum, excess, e) -> zero(), (sum, excess, e) -> zero(), (sum, excess, e) -> zero());
            case "excess" -> ternary((sum, excess, e) -> zero(), (sum, excess, e) -> zero(), (sum, excess, e) -> zero());
            case "total"  -> ternary((sum, excess, simple) -> zero(), (sum, excess, simple) -> zero(), (sum, excess, simple) -> one());
            default -> null;
        };
    }

    // palantir-java-format:on

    private static Sym tie(Sym one, Sym other) {
        return one.isEqualTo(other).select(HALF, zero()).ifActive(other, zero());
    }

    private static Sym power(Sym base, Sym exponent) {
        return exponent.is(0) ? one() : exponent.is(1) ? base : math("pow", base, exponent);
    }

    private static Sym sigmoid(Sym x) {
        return runtime(ACTIVATIONS, "sigmoid", x);
    }

    /** Beyond ±40 it is 1 and 0 in all digits, so that {@code x} may stop there and nothing overflows. */
    private static Sym gelu(Sym x) {
        Sym slope = literal(2 * Math.sqrt(2 / Math.PI));
        Sym cubic = literal(0.044715);
        Sym s = sigmoid(slope.times(x.plus(cubic.times(x.squared()).times(x))));
        Sym inner = slope.times(one().plus(THREE.times(cubic).times(x.squared())));
        return s.plus(x.times(s).times(one().minus(s)).times(inner));
    }

    /** A term whose factor is 0 is no term, whatever its divisor. */
    private static Sym crossEntropy(Sym p, Sym target) {
        Sym ifFalse = one().minus(target).gatedOver(one().minus(p));
        Sym ifTrue = target.gatedOver(p);
        return ifFalse.minus(ifTrue);
    }

    /** The slope of a Huber loss: the residual, and no steeper than {@code delta}. */
    private static Sym huber(Sym residual, Sym delta) {
        return isFar(residual, delta).select(delta.times(math("signum", residual)), residual);
    }

    private static Sym isFar(Sym residual, Sym delta) {
        return math("abs", residual).isGreaterThan(delta);
    }
}
