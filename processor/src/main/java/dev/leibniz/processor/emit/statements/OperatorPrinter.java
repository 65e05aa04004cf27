package dev.leibniz.processor.emit.statements;

import dev.leibniz.processor.emit.locals.Nesting;
import dev.leibniz.processor.emit.text.Code;
import dev.leibniz.processor.emit.text.JavaTypes;
import dev.leibniz.processor.emit.text.Text;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Type.Scalar;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Prints Java's operators: which binds stronger, what type comes out, and what can be said with a shorter one. */
final class OperatorPrinter {
    private final ExpressionPrinter values;
    private final Nesting nesting;

    /** @param values prints the operands */
    OperatorPrinter(ExpressionPrinter values, Nesting nesting) {
        this.values = values;
        this.nesting = nesting;
    }

    Text print(Primitive op, Expr.Apply apply) {
        return switch (op) {
            case NEG, COMPLEMENT -> unary(op.symbol(), values.exact(apply.operand(0)), apply.type());
            case NOT -> not(apply.operand(0));
            case CONVERT -> convert(apply.operand(0), apply.type());
            case SELECT ->
                conditional(values.exact(apply.operand(0)), apply.operand(1), apply.operand(2), apply.type());
            case AND, OR ->
                apply.type() == Type.BOOLEAN && isTotal(apply.operand(1))
                        ? lazily(op, apply)
                        : binary(op, apply.operand(0), apply.operand(1), apply.type());
            default ->
                isDoubling(apply)
                        ? binary(Primitive.MUL, Const.number(2, apply.type()), apply.operand(0), apply.type())
                        : binary(op, apply.operand(0), apply.operand(1), apply.type());
        };
    }

    /** As people write it, where it makes no difference whether the second operand is evaluated. */
    private Text lazily(Primitive op, Expr.Apply apply) {
        Text left = values.exact(apply.operand(0));
        Text right = values.exact(apply.operand(1));
        return op == Primitive.AND ? lazily("&&", left, right, 4) : lazily("||", left, right, 3);
    }

    /** Whether evaluating it cannot fail: variables, compared and reckoned with, but nothing loaded, called or divided by. */
    private boolean isTotal(Value value) {
        Stmt nested = nesting.nested(value);
        return nested == null
                || nested instanceof Stmt.Let let
                        && let.expr() instanceof Expr.Apply apply
                        && apply.op() instanceof Primitive op
                        && op != Primitive.DIV
                        && op != Primitive.REM
                        && apply.operands().stream().allMatch(this::isTotal);
    }

    /** Whether it is {@code x + x}, which is {@code 2 * x} to the last bit. */
    static boolean isDoubling(Expr.Apply apply) {
        return apply.op() == Primitive.ADD
                && apply.type().isFloating()
                && apply.operand(0) instanceof Var
                && apply.operand(0) == apply.operand(1);
    }

    private static Text unary(String symbol, Text operand, Type type) {
        Code code = operand.startsWithSign() ? Code.of("($L)", operand.code()) : operand.atLeast(Text.UNARY);
        return new Text(Code.of("$L$L", symbol, code), Text.UNARY, type);
    }

    private Text convert(Value operand, Type type) {
        if (operand.type().equals(type)) {
            return values.exact(operand);
        }
        return new Text(
                Code.of("($T) $L", JavaTypes.of(type), values.exact(operand).atLeast(Text.UNARY)), Text.UNARY, type);
    }

    /** The negation of a condition; of comparisons only those that mean the same for NaN are turned round. */
    Text not(Value condition) {
        if (nesting.nested(condition) instanceof Stmt.Let let
                && let.expr() instanceof Expr.Apply apply
                && apply.op() instanceof Primitive op) {
            if (op == Primitive.NOT) {
                return values.exact(apply.operand(0));
            }
            boolean ordered = op.isComparison() && !apply.operand(0).type().isFloating();
            if (op == Primitive.EQ || op == Primitive.NE || ordered) {
                return binary(opposite(op), apply.operand(0), apply.operand(1), Type.BOOLEAN);
            }
        }
        return unary("!", values.exact(condition), Type.BOOLEAN);
    }

    private static Primitive opposite(Primitive comparison) {
        return switch (comparison) {
            case EQ -> Primitive.NE;
            case NE -> Primitive.EQ;
            case LT -> Primitive.GE;
            case GE -> Primitive.LT;
            case GT -> Primitive.LE;
            default -> Primitive.GT;
        };
    }

    private Text binary(Primitive op, Value left, Value right, Type type) {
        if ((op == Primitive.ADD || op == Primitive.SUB) && isNegation(right)) {
            return binary(op == Primitive.ADD ? Primitive.SUB : Primitive.ADD, left, negated(right), type);
        }
        int precedence = precedence(op);
        Text l = op == Primitive.DIV && left instanceof Const ? values.exact(left) : values.assigned(left);
        Text r = isDivisionByZero(op, right) ? boxedZero(right) : values.assigned(right);
        Type wanted = op.isComparison() ? left.type() : type;
        if (!isShift(op) && !promoted(l.type(), r.type()).equals(wanted)) {
            l = values.exact(left);
            r = promoted(l.type(), r.type()).equals(wanted) ? r : values.exact(right);
        } else if (isShift(op)) {
            l = values.exact(left);
        }
        return new Text(
                Code.of(
                        precedence == Text.SUM ? "$L$W$L $L" : "$L $L $L",
                        l.atLeast(precedence),
                        op.symbol(),
                        r.atLeast(precedence + 1)),
                precedence,
                type);
    }

    private static boolean isDivisionByZero(Primitive op, Value right) {
        return (op == Primitive.DIV || op == Primitive.REM)
                && !right.type().isFloating()
                && right instanceof Const c
                && c.is(0);
    }

    /** A zero that javac does not see through: it warns of a division by a literal one. */
    private static Text boxedZero(Value zero) {
        String box = zero.type() == Type.LONG ? "Long.valueOf(0)" : "Integer.valueOf(0)";
        return Text.primary(Code.of(box), zero.type());
    }

    private static boolean isShift(Primitive op) {
        return op == Primitive.SHL || op == Primitive.SHR || op == Primitive.USHR;
    }

    /** Whether {@code x + value} is better written as a subtraction; exact in floating point and in integers. */
    boolean isNegation(Value value) {
        return negationOf(value) != null || value instanceof Const c && isNegative(c);
    }

    Value negated(Value value) {
        Value inner = negationOf(value);
        if (inner != null) {
            return inner;
        }
        Const c = (Const) value;
        return Const.number(-((Number) Objects.requireNonNull(c.value())).doubleValue(), c.type());
    }

    private @Nullable Value negationOf(Value value) {
        return nesting.nested(value) instanceof Stmt.Let let
                        && let.expr() instanceof Expr.Apply apply
                        && apply.op() == Primitive.NEG
                ? apply.operand(0)
                : null;
    }

    private static boolean isNegative(Const c) {
        return c.text().isEmpty()
                && (c.value() instanceof Double || c.value() instanceof Float || c.value() instanceof Integer)
                && ((Number) c.value()).doubleValue() < 0
                && !Integer.valueOf(Integer.MIN_VALUE).equals(c.value());
    }

    private static int precedence(Primitive op) {
        return switch (op) {
            case MUL, DIV, REM -> Text.PRODUCT;
            case ADD, SUB -> Text.SUM;
            case SHL, SHR, USHR -> 10;
            case LT, LE, GT, GE -> 9;
            case EQ, NE -> 8;
            case AND -> 7;
            case XOR -> 6;
            case OR -> 5;
            default -> throw new IllegalStateException("not a binary operator: " + op);
        };
    }

    /** The type that Java's binary numeric promotion gives; the left one if the two are not numbers. */
    static Type promoted(Type a, Type b) {
        if (!(a instanceof Scalar x && b instanceof Scalar y) || x == Scalar.BOOLEAN) {
            return a;
        }
        Scalar wider = x.compareTo(y) > 0 ? x : y;
        return wider.compareTo(Scalar.INT) < 0 ? Scalar.INT : wider;
    }

    Text choice(Stmt.If stmt) {
        Value then = stmt.then().yields().get(0);
        Value otherwise = stmt.otherwise().yields().get(0);
        Value condition = stmt.condition();
        if (otherwise instanceof Const c && c.isFalse()) {
            return lazily("&&", values.exact(condition), values.exact(then), 4);
        } else if (then instanceof Const c && c.isTrue()) {
            return lazily("||", values.exact(condition), values.exact(otherwise), 3);
        } else if (otherwise instanceof Const c && c.isTrue()) {
            return lazily("||", not(condition), values.exact(then), 3);
        } else if (then instanceof Const c && c.isFalse()) {
            return lazily("&&", not(condition), values.exact(otherwise), 4);
        }
        return conditional(
                values.exact(condition), then, otherwise, stmt.results().get(0).type());
    }

    private static Text lazily(String operator, Text left, Text right, int precedence) {
        Code code = Code.of("$L$W$L $L", left.atLeast(precedence), operator, right.atLeast(precedence));
        return new Text(code, precedence, Type.BOOLEAN);
    }

    private Text conditional(Text condition, Value then, Value otherwise, Type type) {
        Text a = values.assigned(then);
        Text b = values.assigned(otherwise);
        boolean loosely = a.type().equals(b.type())
                ? a.type().equals(type)
                : promoted(a.type(), b.type()).equals(type);
        if (!loosely) {
            a = values.exact(then);
            b = values.exact(otherwise);
        }
        Code code = Code.of(
                "$L$W? $L$W: $L",
                condition.atLeast(Text.TERNARY + 1),
                a.atLeast(Text.TERNARY),
                b.atLeast(Text.TERNARY));
        return new Text(code, Text.TERNARY, type);
    }
}
