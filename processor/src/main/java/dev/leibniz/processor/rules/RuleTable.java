package dev.leibniz.processor.rules;

import static dev.leibniz.processor.rules.Sym.literal;
import static dev.leibniz.processor.rules.Sym.math;
import static dev.leibniz.processor.rules.Sym.one;
import static dev.leibniz.processor.rules.Sym.runtime;
import static dev.leibniz.processor.rules.Sym.zero;

import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Op.Primitive;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The table of derivatives: one line per operation, one formula per operand. In a formula {@code x}, {@code a},
 * {@code b}, {@code c} are the operands and {@code y} is the result, to be preferred where it is cheaper. Rules of
 * {@code Math} hold for {@code StrictMath}, too.
 *
 * <p>To add a function, add its line; the test walks the whole table and compares each formula with differences. The
 * functions mentioned in a formula must be in the table themselves, for derivatives are differentiated again. Therefore
 * formulas keep away from infinities in branches that are not selected: {@code exp(min(x, 0))} under a condition
 * {@code x < 0}, and not {@code exp(x)}.
 */
final class RuleTable {
    private static final String ACTIVATIONS = "dev.leibniz.runtime.Activations";
    private static final String LOSSES = "dev.leibniz.runtime.Losses";

    private static final String SUM = "dev.leibniz.runtime.CompensatedSum";

    private static final Sym HALF = literal(0.5);
    private static final Sym TWO = literal(2);
    private static final Sym THREE = literal(3);
    private static final Sym LN_10 = literal(Math.log(10));

    private final Map<Op, Rule> rules = new LinkedHashMap<>();
    private final Map<Op, String> unsupported = new LinkedHashMap<>();

    private RuleTable() {}

    static RuleTable create() {
        RuleTable table = new RuleTable();
        table.operators();
        table.elementary();
        table.kinked();
        table.piecewiseConstant();
        table.integers();
        table.activations();
        table.losses();
        table.sums();
        table.refused();
        return table;
    }

    // palantir-java-format:off

    private void operators() {
        binary(Primitive.ADD, (a, b, y) -> one(), (a, b, y) -> one());
        binary(Primitive.SUB, (a, b, y) -> one(), (a, b, y) -> one().negate());
        binary(Primitive.MUL, (a, b, y) -> b,     (a, b, y) -> a);
        binary(Primitive.DIV, (a, b, y) -> one().over(b), (a, b, y) -> (a.is(1) ? y.pole().times(y) : one().over(b).times(y)).negate());
        // a − y is a multiple of b; rounding makes it the right one even where a / b rounds across an integer.
        binary(Primitive.REM, (a, b, y) -> one(), (a, b, y) -> math("rint", y.minus(a).over(b)));
        binary(Primitive.STRONG_MUL, (a, b, y) -> b, (a, b, y) -> a);
        binary(Primitive.GATED_MUL,  (a, b, y) -> b, (a, b, y) -> a);
        binary(Primitive.GATED_DIV,  (a, b, y) -> one().over(b), (a, b, y) -> one().over(b).times(y).negate());
        unary(Primitive.NEG, (x, y) -> one().negate());
        unary(Primitive.CONVERT, (x, y) -> one());
        ternary(Primitive.SELECT, (c, a, b) -> zero(), (c, a, b) -> c.select(one(), zero()), (c, a, b) -> c.select(zero(), one()));
        for (Primitive op : Primitive.values()) {
            rules.putIfAbsent(op, Rule.zero()); // comparisons, bits and booleans
        }
    }

    private void elementary() {
        unary("sin",   (x, y) -> math("cos", x));
        unary("cos",   (x, y) -> math("sin", x).negate());
        unary("tan",   (x, y) -> one().plus(y.squared()));
        unary("asin",  (x, y) -> one().over(math("sqrt", one().minus(x).times(one().plus(x)))));
        unary("acos",  (x, y) -> one().over(math("sqrt", one().minus(x).times(one().plus(x)))).negate());
        unary("atan",  (x, y) -> one().over(one().plus(x.squared()).nonZero()));
        unary("sinh",  (x, y) -> math("cosh", x));
        unary("cosh",  (x, y) -> math("sinh", x));
        unary("tanh",  (x, y) -> one().minus(y.squared()));
        unary("exp",   (x, y) -> y);
        unary("expm1", (x, y) -> math("exp", x));
        unary("log",   (x, y) -> one().over(x));
        unary("log10", (x, y) -> one().over(x.times(LN_10)));
        unary("log1p", (x, y) -> one().over(one().plus(x)));
        unary("sqrt",  (x, y) -> HALF.over(y));
        unary("cbrt",  (x, y) -> one().over(THREE.times(y.squared())));
        unary("toRadians", (x, y) -> literal(Math.toRadians(1)));
        unary("toDegrees", (x, y) -> literal(Math.toDegrees(1)));

        binary("atan2", (a, b, y) -> b.over(math("hypot", a, b)).over(math("hypot", a, b)),
                        (a, b, y) -> a.over(math("hypot", a, b)).over(math("hypot", a, b)).negate());
        binary("hypot", (a, b, y) -> a.gatedOver(y.nonZero()), (a, b, y) -> b.gatedOver(y.nonZero()));
        binary("pow",   (a, b, y) -> b.gates(power(a, b.minus(one()))), (a, b, y) -> y.gates(math("log", a)));
        ternary("fma",  (a, b, c) -> b, (a, b, c) -> a, (a, b, c) -> one());
        binary("IEEEremainder", (a, b, y) -> one(), (a, b, y) -> math("rint", y.minus(a).over(b)));
        binary("scalb",         (a, b, y) -> math("scalb", one(), b), (a, b, y) -> zero());
    }

    private void kinked() {
        unary("abs",        (x, y) -> x.isGreaterThan(zero()).select(one(), x.isLessThan(zero()).select(one().negate(), zero())));
        binary("max",       (a, b, y) -> a.isGreaterThan(b).select(one(), tie(a, b)), (a, b, y) -> b.isGreaterThan(a).select(one(), tie(b, a)));
        binary("min",       (a, b, y) -> a.isLessThan(b).select(one(), tie(a, b)),    (a, b, y) -> b.isLessThan(a).select(one(), tie(b, a)));
        ternary("clamp",    (a, b, c) -> a.isGreaterThan(b).select(a.isLessThan(c).select(one(), tie(a, c)), tie(a, b)),
                            (a, b, c) -> a.isLessThan(b).select(one(), tie(b, a)),
                            (a, b, c) -> a.isGreaterThan(c).select(one(), tie(c, a)));
        binary("copySign",  (a, b, y) -> math("signum", a).times(math("copySign", one(), b)), (a, b, y) -> zero());
        unary("nextUp",     (x, y) -> one());
        unary("nextDown",   (x, y) -> one());
        binary("nextAfter", (a, b, y) -> one(), (a, b, y) -> zero());
    }

    private void piecewiseConstant() {
        zeroDerivative("signum", "floor", "ceil", "rint", "round", "ulp", "getExponent");
    }

    private void integers() {
        zeroDerivative("addExact", "subtractExact", "multiplyExact", "divideExact", "negateExact", "incrementExact", "decrementExact",
                "absExact", "toIntExact", "powExact", "floorDiv", "floorMod", "floorDivExact", "ceilDiv", "ceilMod", "ceilDivExact",
                "multiplyFull", "multiplyHigh", "unsignedMultiplyHigh", "unsignedMultiplyExact", "unsignedPowExact");
    }

    private void activations() {
        unary(ACTIVATIONS, "sigmoid",    (x, y) -> y.times(sigmoid(x.negate())));
        unary(ACTIVATIONS, "softplus",   (x, y) -> sigmoid(x));
        unary(ACTIVATIONS, "relu",       (x, y) -> x.isGreaterThan(zero()).select(one(), zero()));
        binary(ACTIVATIONS, "leakyRelu", (x, slope, y) -> x.isGreaterThan(zero()).select(one(), slope),
                                         (x, slope, y) -> x.isGreaterThan(zero()).select(zero(), x));
        binary(ACTIVATIONS, "elu",       (x, alpha, y) -> x.isGreaterThan(zero()).select(one(), alpha.times(math("exp", math("min", x, zero())))),
                                         (x, alpha, y) -> x.isGreaterThan(zero()).select(zero(), math("expm1", math("min", x, zero()))));
        unary(ACTIVATIONS, "gelu",       (x, y) -> gelu(math("max", literal(-40), math("min", x, literal(40)))));
        unary(ACTIVATIONS, "silu",       (x, y) -> sigmoid(x).gates(one().plus(x.times(one().minus(sigmoid(x))))));
    }

    private void losses() {
        binary(LOSSES, "binaryCrossEntropy", (p, t, y) -> crossEntropy(p, t), (p, t, y) -> math("log1p", p.negate()).minus(math("log", p)));
        binary(LOSSES, "binaryCrossEntropyWithLogits", (z, t, y) -> sigmoid(z).minus(t), (z, t, y) -> z.negate());
        binary(LOSSES, "squaredError",       (p, t, y) -> TWO.times(p.minus(t)), (p, t, y) -> TWO.times(p.minus(t)).negate());
        ternary(LOSSES, "huber",             (p, t, d) -> huber(p.minus(t), d), (p, t, d) -> huber(p.minus(t), d).negate(),
                                             (p, t, d) -> isFar(p.minus(t), d).select(math("abs", p.minus(t)).minus(d), zero()));
    }

    /** The correction of a sum mends its rounding, and is no part of the function. */
    private void sums() {
        ternary(SUM, "add",    (sum, excess, e) -> zero(), (sum, excess, e) -> zero(), (sum, excess, e) -> zero());
        ternary(SUM, "excess", (sum, excess, e) -> zero(), (sum, excess, e) -> zero(), (sum, excess, e) -> zero());
        ternary(SUM, "total",  (sum, excess, simple) -> zero(), (sum, excess, simple) -> zero(), (sum, excess, simple) -> one());
    }

    private void refused() {
        unsupported.put(Op.math("random"), "it gives another number each time, so there is no function to differentiate");
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

    private void unary(Op op, Rule.Unary partial) {
        rules.put(op, Rule.unary(partial));
    }

    private void unary(String method, Rule.Unary partial) {
        unary(Op.math(method), partial);
    }

    private void unary(String owner, String method, Rule.Unary partial) {
        unary(new Op.MathCall(owner, method), partial);
    }

    private void binary(Op op, Rule.Binary first, Rule.Binary second) {
        rules.put(op, Rule.binary(first, second));
    }

    private void binary(String method, Rule.Binary first, Rule.Binary second) {
        binary(Op.math(method), first, second);
    }

    private void binary(String owner, String method, Rule.Binary first, Rule.Binary second) {
        binary(new Op.MathCall(owner, method), first, second);
    }

    private void ternary(Op op, Rule.Ternary first, Rule.Ternary second, Rule.Ternary third) {
        rules.put(op, Rule.ternary(first, second, third));
    }

    private void ternary(String method, Rule.Ternary first, Rule.Ternary second, Rule.Ternary third) {
        ternary(Op.math(method), first, second, third);
    }

    private void ternary(String owner, String method, Rule.Ternary first, Rule.Ternary second, Rule.Ternary third) {
        ternary(new Op.MathCall(owner, method), first, second, third);
    }

    private void zeroDerivative(String... methods) {
        for (String method : methods) {
            rules.put(Op.math(method), Rule.zero());
        }
    }

    Map<Op, Rule> rules() {
        return Collections.unmodifiableMap(rules);
    }

    Map<Op, String> unsupported() {
        return Collections.unmodifiableMap(unsupported);
    }
}
