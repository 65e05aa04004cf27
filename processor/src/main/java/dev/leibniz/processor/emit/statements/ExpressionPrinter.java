package dev.leibniz.processor.emit.statements;

import dev.leibniz.processor.emit.locals.Nesting;
import dev.leibniz.processor.emit.text.Code;
import dev.leibniz.processor.emit.text.JavaTypes;
import dev.leibniz.processor.emit.text.LiteralPrinter;
import dev.leibniz.processor.emit.text.Text;
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
    static final Code BUFFERS = Code.of("$T", JavaTypes.className("dev.leibniz.runtime.arrays.Buffers"));
    static final Code ARRAYS = Code.of("$T", JavaTypes.className("java.util.Arrays"));
    static final Code SYSTEM = Code.of("$T", JavaTypes.ofPlatform("System"));

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

    /** The methods of these with an overload for arguments of two types: an argument that Java would widen chooses that one. */
    private static final Set<String> MIXED = Set.of("nextAfter", "scalb", "floorMod", "ceilMod");

    private final Nesting nesting;
    private final Function<Var, String> names;
    private final OperatorPrinter operators;

    ExpressionPrinter(Nesting nesting, Function<Var, String> names) {
        this.nesting = nesting;
        this.names = names;
        this.operators = new OperatorPrinter(this, nesting);
    }

    OperatorPrinter operators() {
        return operators;
    }

    /** The value, of exactly its type. */
    Text exact(Value value) {
        if (value instanceof Const constant) {
            Text literal = LiteralPrinter.print(constant);
            return constant.isNull()
                    ? new Text(Code.of("($T) $L", JavaTypes.of(value.type()), literal.code()), Text.UNARY, value.type())
                    : literal;
        }
        Stmt stmt = nesting.nested(value);
        if (stmt instanceof Stmt.Let let) {
            return expr(let.expr());
        } else if (stmt instanceof Stmt.If choice) {
            return operators.choice(choice);
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
                    : operators.print((Primitive) apply.op(), apply);
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
        return object(expr);
    }

    private Text object(Expr expr) {
        if (expr instanceof Expr.NewFrame frame) {
            return new Text(Code.of("new $T()", JavaTypes.of(frame.type())), Text.PRIMARY, frame.type());
        } else if (expr instanceof Expr.GetField read) {
            return Text.primary(field(read.frame(), read.field()), read.type());
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

    Code field(Value frame, String name) {
        return Code.of("$L.$L", primary(frame), name);
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
        Code code = Code.of("new $T[$L]$L", JavaTypes.of(array.type().leaf()), sizes, open);
        return new Text(code, Text.UNARY, array.type());
    }

    private Text math(Op.MathCall call, Expr.Apply apply) {
        List<Value> args = apply.operands();
        boolean loosely = !OVERLOADED.contains(call.method())
                || args.size() == 2
                        && !MIXED.contains(call.method())
                        && OperatorPrinter.promoted(
                                        assigned(args.get(0)).type(),
                                        assigned(args.get(1)).type())
                                .equals(args.get(0).type())
                        && args.get(0).type().equals(args.get(1).type());
        List<Code> printed = new ArrayList<>();
        for (Value arg : args) {
            printed.add((loosely ? assigned(arg) : exact(arg)).code());
        }
        boolean isOfPlatform = !call.owner().contains(".");
        Code owner =
                Code.of("$T", isOfPlatform ? JavaTypes.ofPlatform(call.owner()) : JavaTypes.className(call.owner()));
        return Text.primary(Code.of("$L.$L($L)", owner, call.method(), Code.join(printed, ", ")), apply.type());
    }

    Code externalCall(Callee.External callee, List<Value> args) {
        if (callee.isText()) {
            return Template.fill(callee.name(), args, this);
        }
        List<Text> printed = args.stream().map(this::exact).toList();
        return Code.of(
                callee.isCopied() ? "$T.$L($L).clone()" : "$T.$L($L)",
                JavaTypes.className(callee.owner()),
                callee.name(),
                Code.join(RecordPacking.pack(callee.params(), printed), "," + Code.WRAP));
    }
}
