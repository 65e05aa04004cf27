package dev.leibniz.processor.ir;

import static dev.leibniz.processor.ir.Op.Primitive.ADD;
import static dev.leibniz.processor.ir.Op.Primitive.CONVERT;
import static dev.leibniz.processor.ir.Op.Primitive.DIV;
import static dev.leibniz.processor.ir.Op.Primitive.GATED_DIV;
import static dev.leibniz.processor.ir.Op.Primitive.GATED_MUL;
import static dev.leibniz.processor.ir.Op.Primitive.MUL;
import static dev.leibniz.processor.ir.Op.Primitive.NEG;
import static dev.leibniz.processor.ir.Op.Primitive.NOT;
import static dev.leibniz.processor.ir.Op.Primitive.SELECT;
import static dev.leibniz.processor.ir.Op.Primitive.STRONG_MUL;
import static dev.leibniz.processor.ir.Op.Primitive.SUB;

import java.util.ArrayList;
import java.util.List;

/**
 * Appends statements to a block in program order. The only mutable thing in the IR: a builder is used by one pass, for
 * one block, and thrown away after {@link #build}.
 */
public final class BlockBuilder {
    private final List<Stmt> stmts = new ArrayList<>();
    private Origin origin = Origin.NONE;

    /** The source place that the statements added from now on come from. */
    public BlockBuilder at(Origin origin) {
        this.origin = origin;
        return this;
    }

    public Origin origin() {
        return origin;
    }

    /** A builder for a nested block, at the same source place. */
    public BlockBuilder nested() {
        return new BlockBuilder().at(origin);
    }

    public void add(Stmt stmt) {
        stmts.add(stmt);
    }

    public void addAll(List<Stmt> more) {
        stmts.addAll(more);
    }

    public boolean isEmpty() {
        return stmts.isEmpty();
    }

    /** The statements so far. */
    public List<Stmt> stmts() {
        return List.copyOf(stmts);
    }

    /** {@code for (int index = 0; index < bound; index++)} around what is in {@code body}. */
    public void loop(Var index, Value bound, BlockBuilder body) {
        add(Loop.For.upTo(index, bound, body.build(), origin));
    }

    public Block build(List<? extends Value> yields) {
        return new Block(stmts, List.copyOf(yields));
    }

    public Block build(Value... yields) {
        return new Block(stmts, List.of(yields));
    }

    public Var let(String name, Expr expr) {
        Var target = new Var(name, expr.type());
        stmts.add(new Stmt.Let(target, expr, origin));
        return target;
    }

    public Var let(Expr expr) {
        return let("", expr);
    }

    public Var apply(Op op, Type type, Value... operands) {
        return let(new Expr.Apply(op, List.of(operands), type));
    }

    public Value plus(Value a, Value b) {
        return apply(ADD, a.type(), a, b);
    }

    public Value minus(Value a, Value b) {
        return apply(SUB, a.type(), a, b);
    }

    public Value times(Value a, Value b) {
        if (a instanceof Const c && c.is(1)) {
            return b;
        }
        if (b instanceof Const c && c.is(1)) {
            return a;
        }
        return apply(MUL, a.type(), a, b);
    }

    /** {@code a * b}, and 0 where one of them is exactly 0. */
    public Value strongTimes(Value a, Value b) {
        return isOrdinary(a) || isOrdinary(b) ? times(a, b) : apply(STRONG_MUL, a.type(), a, b);
    }

    /** {@code a * b}, and 0 where {@code a} is exactly 0. */
    public Value gatedTimes(Value a, Value b) {
        return isOrdinary(a) || isOrdinary(b) ? times(a, b) : apply(GATED_MUL, a.type(), a, b);
    }

    /** {@code a / b}, and 0 where {@code a} is exactly 0. */
    public Value gatedOver(Value a, Value b) {
        return isOrdinary(a) || isOrdinary(b) ? over(a, b) : apply(GATED_DIV, a.type(), a, b);
    }

    private static boolean isOrdinary(Value factor) {
        return factor instanceof Const c && c.isFiniteNonZero();
    }

    public Value over(Value a, Value b) {
        return apply(DIV, a.type(), a, b);
    }

    public Value negate(Value a) {
        return a instanceof Const c && c.value() instanceof Number n && a.type().isFloating()
                ? Const.number(-n.doubleValue(), a.type())
                : apply(NEG, a.type(), a);
    }

    public Value compare(Op.Primitive comparison, Value a, Value b) {
        return apply(comparison, Type.BOOLEAN, a, b);
    }

    public Value not(Value a) {
        if (a instanceof Const c) {
            return Const.of(!c.isTrue());
        }
        return apply(NOT, Type.BOOLEAN, a);
    }

    public Value select(Value condition, Value ifTrue, Value ifFalse) {
        if (ifTrue.equals(ifFalse)) {
            return ifTrue;
        }
        return apply(SELECT, ifTrue.type(), condition, ifTrue, ifFalse);
    }

    /** {@code value} itself if it has the type already. */
    public Value convert(Value value, Type type) {
        return value.type().equals(type) ? value : apply(CONVERT, type, value);
    }

    public Value math(String method, Value... args) {
        return apply(Op.math(method), args[0].type(), args);
    }

    public Value load(String name, Value array, Value index) {
        return let(name, new Expr.Load(array, index));
    }

    public Value load(Value array, Value index) {
        return load("", array, index);
    }

    public void store(Value array, Value index, Value value) {
        stmts.add(new Stmt.Store(array, index, value, origin));
    }

    public void accumulate(Value array, Value index, Value value) {
        stmts.add(new Stmt.Accumulate(array, index, value, origin));
    }

    public Value length(Value array) {
        return let(new Expr.Length(array));
    }

    public Var newArray(String name, Type arrayType, Value... dims) {
        return let(name, new Expr.NewArray(arrayType, List.of(dims)));
    }

    public Var zerosLike(String name, Value array) {
        return let(name, new Expr.ZerosLike(array));
    }
}
