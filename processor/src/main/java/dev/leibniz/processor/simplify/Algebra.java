package dev.leibniz.processor.simplify;

import static dev.leibniz.processor.ir.Op.Primitive.ADD;
import static dev.leibniz.processor.ir.Op.Primitive.DIV;
import static dev.leibniz.processor.ir.Op.Primitive.MUL;
import static dev.leibniz.processor.ir.Op.Primitive.NEG;
import static dev.leibniz.processor.ir.Op.Primitive.NOT;
import static dev.leibniz.processor.ir.Op.Primitive.SELECT;
import static dev.leibniz.processor.ir.Op.Primitive.SUB;

import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Identities that hold for every operand, infinities, NaN and both zeros included. So {@code x * 1} is {@code x}, but
 * {@code x + 0.0} is not ({@code -0.0 + 0.0} is {@code 0.0}), and {@code x * 0.0} is not 0.
 */
final class Algebra {
    private final Map<Var, Expr.Apply> definitions = new HashMap<>();

    /** From now on the definition of a variable may be looked through. */
    void define(Var variable, Expr.Apply definition) {
        definitions.put(variable, definition);
    }

    /** A value that is there already and equals the operation. */
    Optional<Value> value(Expr.Apply apply) {
        Optional<Value> constant = Arithmetic.evaluate(apply);
        return constant.isPresent() || !(apply.op() instanceof Primitive op)
                ? constant
                : Optional.ofNullable(existing(op, apply));
    }

    private @Nullable Value existing(Primitive op, Expr.Apply apply) {
        Value a = apply.operand(0);
        Value b = apply.operands().size() > 1 ? apply.operand(1) : a;
        boolean floating = apply.type().isFloating();
        return switch (op) {
            case ADD -> isZero(b, floating ? -0.0 : 0) ? a : isZero(a, floating ? -0.0 : 0) ? b : null;
            case SUB -> isZero(b, 0) ? a : !floating && a.equals(b) ? Const.zero(apply.type()) : null;
            case MUL -> product(a, b, floating);
            case DIV -> is(b, 1) ? a : null;
            case STRONG_MUL -> isNothing(a) || is(b, 1) ? a : isNothing(b) || is(a, 1) ? b : null;
            case GATED_MUL -> isNothing(a) || is(b, 1) ? a : is(a, 1) ? b : null;
            case GATED_DIV -> isNothing(a) || is(b, 1) ? a : null;
            case NEG, NOT -> isApply(a, op) ? definition(a).operand(0) : null;
            case CONVERT -> a.type().equals(apply.type()) ? a : null;
            case AND -> both(a, b, Const.FALSE);
            case OR -> both(a, b, Const.TRUE);
            case XOR -> a.equals(Const.FALSE) ? b : b.equals(Const.FALSE) ? a : null;
            case SELECT -> choice(a, b, apply.operand(2));
            case EQ, LE, GE -> sameIntegers(a, b) ? Const.TRUE : op == Primitive.EQ ? truth(a, b) : null;
            case NE, LT, GT -> sameIntegers(a, b) ? Const.FALSE : null;
            default -> null;
        };
    }

    private static @Nullable Value product(Value a, Value b, boolean floating) {
        if (is(b, 1) || !floating && is(a, 0)) {
            return a;
        }
        return is(a, 1) || !floating && is(b, 0) ? b : null;
    }

    /** Conjunction and disjunction: one operand absorbs, the opposite is neutral. */
    private static @Nullable Value both(Value a, Value b, Const absorbing) {
        if (a.equals(b)) {
            return a;
        } else if (a.type() != Type.BOOLEAN) {
            return null;
        } else if (a.equals(absorbing) || b.equals(absorbing)) {
            return absorbing;
        }
        return a instanceof Const ? b : b instanceof Const ? a : null;
    }

    private static @Nullable Value choice(Value condition, Value then, Value otherwise) {
        if (condition instanceof Const c && c.value() != null) {
            return c.isTrue() ? then : otherwise;
        } else if (then.equals(otherwise)) {
            return then;
        }
        return then.equals(Const.TRUE) && otherwise.equals(Const.FALSE) ? condition : null;
    }

    private static @Nullable Value truth(Value a, Value b) {
        return a.equals(Const.TRUE) ? b : b.equals(Const.TRUE) ? a : null;
    }

    private static boolean sameIntegers(Value a, Value b) {
        return a.equals(b) && a.type() instanceof Type.Scalar && !a.type().isFloating();
    }

    /** The operation in a simpler form; itself if there is none. */
    Expr.Apply rewrite(Expr.Apply apply) {
        if (!(apply.op() instanceof Primitive op)) {
            return apply;
        }
        Value a = apply.operand(0);
        Value b = apply.operands().size() > 1 ? apply.operand(1) : a;
        switch (op) {
            case ADD:
                if (isApply(b, NEG)) {
                    return binary(SUB, a, negated(b));
                } else if (isApply(a, NEG)) {
                    return binary(SUB, b, negated(a));
                } else if (isNegative(b)) {
                    return Arithmetic.evaluate(new Expr.Apply(NEG, List.of(b), b.type()))
                            .map(magnitude -> binary(SUB, a, magnitude))
                            .orElse(apply);
                }
                return offset(apply, a, b, 1);
            case SUB:
                return isApply(b, NEG) ? binary(ADD, a, negated(b)) : offset(apply, a, b, -1);
            case MUL:
                if (isApply(a, NEG) && isApply(b, NEG)) {
                    return binary(MUL, negated(a), negated(b));
                } else if (is(a, -1) || is(b, -1)) {
                    return new Expr.Apply(NEG, List.of(is(a, -1) ? b : a), apply.type());
                }
                return apply;
            case STRONG_MUL, GATED_MUL:
                return isOrdinary(a) || isOrdinary(b) ? rewrite(binary(MUL, a, b)) : apply;
            case GATED_DIV:
                return isOrdinary(a) || isOrdinary(b) ? rewrite(binary(DIV, a, b)) : apply;
            case DIV:
                return is(b, -1) ? new Expr.Apply(NEG, List.of(a), apply.type()) : apply;
            case NOT:
                return negation(apply, a);
            case SELECT:
                return conditional(apply);
            default:
                return apply;
        }
    }

    /** {@code (i + 1) - 1}: integers wrap around, so that constants may be added up first. */
    private Expr.Apply offset(Expr.Apply apply, Value a, Value b, int sign) {
        if (apply.type() != Type.INT
                || !(b instanceof Const outer
                        && outer.value() instanceof Integer second
                        && outer.text().isEmpty())) {
            return apply;
        }
        Expr.Apply inner = definitions.get(a);
        boolean isOffset = inner != null && (inner.op() == ADD || inner.op() == SUB);
        if (!isOffset
                || !(inner.operand(1) instanceof Const c
                        && c.value() instanceof Integer first
                        && c.text().isEmpty())) {
            return apply;
        }
        int sum = (inner.op() == ADD ? first : -first) + sign * second;
        return sum < 0 && sum != Integer.MIN_VALUE
                ? binary(SUB, inner.operand(0), Const.of(-sum))
                : binary(ADD, inner.operand(0), Const.of(sum));
    }

    /** The opposite comparison; NaN compares in neither way, so only equality can be turned round for numbers. */
    private Expr.Apply negation(Expr.Apply apply, Value a) {
        Expr.Apply test = definitions.get(a);
        if (test != null && test.op() instanceof Primitive op && op.isComparison()) {
            boolean isEquality = op == Primitive.EQ || op == Primitive.NE;
            if (isEquality || !test.operand(0).type().isFloating()) {
                return new Expr.Apply(Arithmetic.opposite(op), test.operands(), Type.BOOLEAN);
            }
        }
        return apply;
    }

    private Expr.Apply conditional(Expr.Apply apply) {
        Value condition = apply.operand(0);
        if (isApply(condition, NOT)) {
            Value positive = definition(condition).operand(0);
            return new Expr.Apply(SELECT, List.of(positive, apply.operand(2), apply.operand(1)), apply.type());
        } else if (apply.operand(1).equals(Const.FALSE) && apply.operand(2).equals(Const.TRUE)) {
            return new Expr.Apply(NOT, List.of(condition), Type.BOOLEAN);
        }
        return apply;
    }

    private static Expr.Apply binary(Primitive op, Value a, Value b) {
        return new Expr.Apply(op, List.of(a, b), a.type());
    }

    private boolean isApply(Value value, Primitive op) {
        Expr.Apply definition = definitions.get(value);
        return definition != null && definition.op() == op;
    }

    private Expr.Apply definition(Value value) {
        Expr.Apply definition = definitions.get(value);
        if (definition == null) {
            throw new IllegalStateException("no definition of " + value);
        }
        return definition;
    }

    private Value negated(Value value) {
        return definition(value).operand(0);
    }

    private static boolean isNegative(Value value) {
        return value instanceof Const c
                && c.text().isEmpty()
                && c.type().isFloating()
                && c.value() instanceof Number n
                && n.doubleValue() < 0;
    }

    private static boolean is(Value value, double number) {
        return value instanceof Const c && c.text().isEmpty() && c.is(number);
    }

    /** Whether a value is a constant zero, of either sign. */
    private static boolean isNothing(Value value) {
        return isZero(value, 0) || isZero(value, -0.0);
    }

    /** Whether a value is a constant that meets neither zero nor infinity. */
    private static boolean isOrdinary(Value value) {
        return value instanceof Const c && c.isFiniteNonZero();
    }

    /** Whether a value is this very zero; of integers there is only one. */
    private static boolean isZero(Value value, double zero) {
        return value instanceof Const c && c.value() instanceof Number n && Double.compare(n.doubleValue(), zero) == 0;
    }
}
