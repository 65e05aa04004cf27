package dev.leibniz.processor.emit;

import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Type.Scalar;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Prints values, with the expressions nested in them, with no parenthesis and no cast that Java does not need. It keeps
 * the order in which floating-point operations are done.
 */
final class ExpressionPrinter {
    static final Code BUFFERS = ClassName.of("dev.leibniz.runtime.Buffers").code();
    static final Code ARRAYS = ClassName.of("java.util.Arrays").code();
    static final Code SYSTEM = ClassName.of("java.lang.System").code();

    /** Methods of Math that also exist for other types than double: what they compute depends on their arguments' types. */
    private static final Set<String> OVERLOADED = Set.of(
            "abs",
            "max",
            "min",
            "round",
            "signum",
            "ulp",
            "copySign",
            "nextAfter",
            "nextUp",
            "nextDown",
            "scalb",
            "getExponent",
            "fma",
            "clamp",
            "floorDiv",
            "floorMod",
            "ceilDiv",
            "ceilMod",
            "ceilDivExact",
            "floorDivExact",
            "addExact",
            "subtractExact",
            "multiplyExact",
            "multiplyFull",
            "multiplyHigh",
            "negateExact",
            "incrementExact",
            "decrementExact",
            "absExact",
            "divideExact",
            "toIntExact",
            "unsignedMultiplyHigh");

    /** Of these those with an overload for arguments of two types: an argument that Java would widen chooses that one. */
    private static final Set<String> MIXED = Set.of("nextAfter", "scalb", "floorMod", "ceilMod");

    private final Nesting nesting;
    private final Function<Var, String> names;

    ExpressionPrinter(Nesting nesting, Function<Var, String> names) {
        this.nesting = nesting;
        this.names = names;
    }

    /** The value, of exactly its type. */
    Text exact(Value value) {
        if (value instanceof Const constant) {
            Text literal = LiteralPrinter.print(constant);
            return constant.isNull()
                    ? new Text(Code.of("($L) $L", JavaTypes.of(value.type()), literal.code()), Text.UNARY, value.type())
                    : literal;
        }
        Stmt stmt = nesting.nested(value);
        if (stmt instanceof Stmt.Let let) {
            return expr(let.expr());
        } else if (stmt instanceof Stmt.If choice) {
            return choice(choice);
        } else if (stmt instanceof Stmt.Call call && call.callee() instanceof Callee.External callee) {
            return Text.primary(externalCall(callee, call.args()), value.type());
        }
        return Text.primary(new Code(names.apply((Var) value)), value.type());
    }

    /** The value as it may be written where Java converts it to its type by itself. */
    Text assigned(Value value) {
        if (value instanceof Const constant) {
            return LiteralPrinter.printLoosely(constant);
        }
        return nesting.nested(value) instanceof Stmt.Let let ? assigned(let.expr()) : exact(value);
    }

    /** The expression as it may be written where Java converts it to its type by itself. */
    Text assigned(Expr expr) {
        return expr instanceof Expr.Apply apply
                        && apply.op() == Primitive.CONVERT
                        && isWidening(apply.operand(0).type(), apply.type())
                ? exact(apply.operand(0))
                : expr(expr);
    }

    private static boolean isWidening(Type from, Type to) {
        if (!(from instanceof Scalar f && to instanceof Scalar t) || f == Scalar.BOOLEAN || t == Scalar.CHAR) {
            return false;
        }
        return f == Scalar.CHAR ? t.compareTo(Scalar.CHAR) > 0 : f.compareTo(t) < 0;
    }

    Text expr(Expr expr) {
        if (expr instanceof Expr.Apply apply) {
            return apply.op() instanceof Op.MathCall call
                    ? math(call, apply)
                    : primitive((Primitive) apply.op(), apply);
        } else if (expr instanceof Expr.Load load) {
            return Text.primary(element(load.array(), load.index()), expr.type());
        } else if (expr instanceof Expr.Length length) {
            return Text.primary(Code.of("$L.length", primary(length.array())), expr.type());
        } else if (expr instanceof Expr.NewArray array) {
            return creation(array);
        } else if (expr instanceof Expr.ZerosLike zeros) {
            return zeros.type().rank() == 1
                    ? fresh(
                            Code.of(
                                    "new $L[$L.length]",
                                    JavaTypes.of(zeros.type().element()),
                                    primary(zeros.array())),
                            expr)
                    : fresh(
                            Code.of(
                                    "$L.zerosLike($L)",
                                    BUFFERS,
                                    exact(zeros.array()).code()),
                            expr);
        } else if (expr instanceof Expr.CloneArray clone) {
            return clone.deep() && clone.type().rank() > 1
                    ? fresh(
                            Code.of(
                                    "$L.deepCopy($L)",
                                    BUFFERS,
                                    exact(clone.array()).code()),
                            expr)
                    : fresh(Code.of("$L.clone()", primary(clone.array())), expr);
        } else if (expr instanceof Expr.CopyOfRange copy) {
            boolean fromStart = copy.from() instanceof Const from && from.is(0);
            return fresh(
                    fromStart
                            ? Code.of("$L.copyOf($L)", ARRAYS, list(List.of(copy.array(), copy.to())))
                            : Code.of("$L.copyOfRange($L)", ARRAYS, list(copy.operands())),
                    expr);
        }
        Expr.Opaque opaque = (Expr.Opaque) expr;
        return new Text(
                Template.fill(opaque.template(), opaque.operands(), this),
                Template.isPrimary(opaque.template()) ? Text.PRIMARY : Text.LOWEST,
                opaque.type());
    }

    private static Text fresh(Code code, Expr expr) {
        return Text.primary(code, expr.type());
    }

    Code element(Value array, Value index) {
        return Code.of("$L[$L]", primary(array), assigned(index).code());
    }

    Code primary(Value value) {
        return exact(value).atLeast(Text.PRIMARY);
    }

    /** The same as {@link #list}, where the line may be broken after each comma. */
    Code wrappedList(List<Value> values) {
        return Code.join(assigned(values), "," + Code.WRAP);
    }

    /** The values, separated by commas, each of a type that the parameter or array decides. */
    Code list(List<Value> values) {
        return Code.join(assigned(values), ", ");
    }

    private List<Code> assigned(List<Value> values) {
        List<Code> printed = new ArrayList<>(values.size());
        for (Value value : values) {
            boolean needsType = value instanceof Const constant && constant.isNull(); // or which of several methods?
            printed.add((needsType ? exact(value) : assigned(value)).code());
        }
        return printed;
    }

    private Text creation(Expr.NewArray array) {
        String open = "[]".repeat(array.type().rank() - array.operands().size());
        Code sizes = Code.join(assigned(array.operands()), "][");
        Code code = Code.of("new $L[$L]$L", JavaTypes.of(array.type().leaf()), sizes, open);
        return new Text(code, Text.UNARY, array.type());
    }

    private Text math(Op.MathCall call, Expr.Apply apply) {
        List<Value> args = apply.operands();
        boolean loosely = !OVERLOADED.contains(call.method())
                || args.size() == 2
                        && !MIXED.contains(call.method())
                        && promoted(
                                        assigned(args.get(0)).type(),
                                        assigned(args.get(1)).type())
                                .equals(args.get(0).type())
                        && args.get(0).type().equals(args.get(1).type());
        List<Code> printed = new ArrayList<>();
        args.forEach(arg -> printed.add((loosely ? assigned(arg) : exact(arg)).code()));
        boolean platform = !call.owner().contains(".");
        Code owner = platform ? ClassName.ofPlatform(call.owner()).code() : new Code(call.owner());
        return Text.primary(Code.of("$L.$L($L)", owner, call.method(), Code.join(printed, ", ")), apply.type());
    }

    private Text primitive(Primitive op, Expr.Apply apply) {
        return switch (op) {
            case NEG, COMPLEMENT -> unary(op.symbol(), exact(apply.operand(0)), apply.type());
            case NOT -> not(apply.operand(0));
            case CONVERT -> convert(apply.operand(0), apply.type());
            case SELECT -> conditional(exact(apply.operand(0)), apply.operand(1), apply.operand(2), apply.type());
            default ->
                isDoubling(apply)
                        ? binary(Primitive.MUL, Const.number(2, apply.type()), apply.operand(0), apply.type())
                        : binary(op, apply.operand(0), apply.operand(1), apply.type());
        };
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
            return exact(operand);
        }
        return new Text(Code.of("($L) $L", JavaTypes.of(type), exact(operand).atLeast(Text.UNARY)), Text.UNARY, type);
    }

    /** The negation of a condition; of comparisons only those that mean the same for NaN are turned round. */
    Text not(Value condition) {
        if (nesting.nested(condition) instanceof Stmt.Let let
                && let.expr() instanceof Expr.Apply apply
                && apply.op() instanceof Primitive op) {
            if (op == Primitive.NOT) {
                return exact(apply.operand(0));
            }
            boolean ordered = op.isComparison() && !apply.operand(0).type().isFloating();
            if (op == Primitive.EQ || op == Primitive.NE || ordered) {
                return binary(opposite(op), apply.operand(0), apply.operand(1), Type.BOOLEAN);
            }
        }
        return unary("!", exact(condition), Type.BOOLEAN);
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
        Text l = op == Primitive.DIV && left instanceof Const ? exact(left) : assigned(left);
        Text r = isDivisionByZero(op, right) ? boxedZero(right) : assigned(right);
        Type wanted = op.isComparison() ? left.type() : type;
        if (!isShift(op) && !promoted(l.type(), r.type()).equals(wanted)) {
            l = exact(left);
            r = promoted(l.type(), r.type()).equals(wanted) ? r : exact(right);
        } else if (isShift(op)) {
            l = exact(left);
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
        return Const.number(-((Number) java.util.Objects.requireNonNull(c.value())).doubleValue(), c.type());
    }

    private @org.jspecify.annotations.Nullable Value negationOf(Value value) {
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
            return lazily("&&", exact(condition), exact(then), 4);
        } else if (then instanceof Const c && c.isTrue()) {
            return lazily("||", exact(condition), exact(otherwise), 3);
        } else if (otherwise instanceof Const c && c.isTrue()) {
            return lazily("||", not(condition), exact(then), 3);
        } else if (then instanceof Const c && c.isFalse()) {
            return lazily("&&", not(condition), exact(otherwise), 4);
        }
        return conditional(
                exact(condition), then, otherwise, stmt.results().get(0).type());
    }

    private static Text lazily(String operator, Text left, Text right, int precedence) {
        Code code = Code.of("$L$W$L $L", left.atLeast(precedence), operator, right.atLeast(precedence));
        return new Text(code, precedence, Type.BOOLEAN);
    }

    private Text conditional(Text condition, Value then, Value otherwise, Type type) {
        Text a = assigned(then);
        Text b = assigned(otherwise);
        boolean loosely = a.type().equals(b.type())
                ? a.type().equals(type)
                : promoted(a.type(), b.type()).equals(type);
        if (!loosely) {
            a = exact(then);
            b = exact(otherwise);
        }
        Code code = Code.of(
                "$L$W? $L$W: $L",
                condition.atLeast(Text.TERNARY + 1),
                a.atLeast(Text.TERNARY),
                b.atLeast(Text.TERNARY));
        return new Text(code, Text.TERNARY, type);
    }

    Code externalCall(Callee.External callee, List<Value> args) {
        List<Text> printed = args.stream().map(this::exact).toList();
        return Code.of(
                "$L.$L($L)",
                ClassName.of(callee.owner()).code(),
                callee.name(),
                Code.join(RecordPacking.pack(callee.params(), printed), "," + Code.WRAP));
    }
}
