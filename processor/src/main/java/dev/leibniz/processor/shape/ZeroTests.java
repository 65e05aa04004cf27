package dev.leibniz.processor.shape;

import static dev.leibniz.processor.ir.Op.Primitive.EQ;
import static dev.leibniz.processor.ir.Op.Primitive.GATED_DIV;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the products and quotients in which a zero wins as Java has them: with a test for zero. This is done when all
 * derivatives are made: the derivative of such a product is not that of the test.
 */
public final class ZeroTests {
    private final Map<Value, Integer> uses = new HashMap<>();

    /** Products inside of a product by the same factor, which is not zero where they count. */
    private final Set<Var> tested = new HashSet<>();

    private ZeroTests(Function function) {
        Walk.forEachUse(function.body(), value -> uses.merge(value, 1, Integer::sum));
    }

    public static Function in(Function function) {
        return function.withBody(new ZeroTests(function).in(function.body()));
    }

    private Block in(Block block) {
        findTested(block);
        boolean isChanged = false;
        BlockBuilder out = new BlockBuilder();
        for (Stmt stmt : block.stmts()) {
            if (stmt instanceof Stmt.Let let
                    && let.expr() instanceof Expr.Apply apply
                    && apply.op() instanceof Primitive op
                    && op.isGated()) {
                isChanged = true;
                write(apply, op, let, out.at(let.origin()));
            } else {
                Stmt inner = Walk.rebuild(stmt, this::in);
                isChanged |= inner != stmt;
                out.add(inner);
            }
        }
        return isChanged ? out.build(block.yields()) : block;
    }

    private void findTested(Block block) {
        Map<Value, Expr.Apply> once = new HashMap<>();
        for (Stmt stmt : block.stmts()) {
            if (stmt instanceof Stmt.Let let && let.expr() instanceof Expr.Apply apply) {
                if (isGated(apply)) {
                    markTested(apply.operand(1), apply.operand(0), once);
                }
                if (uses.getOrDefault(let.target(), 0) == 1) {
                    once.put(let.target(), apply);
                }
            }
        }
    }

    private static boolean isGated(Expr.Apply apply) {
        return apply.op() instanceof Primitive op && op.isGated();
    }

    /** @param once the operations whose values are used only once, and so only in the expression that is being marked */
    private void markTested(Value value, Value factor, Map<Value, Expr.Apply> once) {
        Expr.Apply apply = once.get(value);
        if (apply == null || !(apply.op() instanceof Primitive)) {
            return;
        }
        boolean isTestedOnly = isGated(apply) && !hasTwoTests(apply);
        if (isTestedOnly && apply.operand(0).equals(factor)) {
            tested.add((Var) value);
        }
        for (Value operand : apply.operands()) {
            markTested(operand, factor, once);
        }
    }

    private static boolean hasTwoTests(Expr.Apply apply) {
        return apply.op() == Primitive.STRONG_MUL && !apply.operand(0).equals(apply.operand(1));
    }

    private void write(Expr.Apply apply, Primitive op, Stmt.Let let, BlockBuilder out) {
        Value a = apply.operand(0);
        Value b = apply.operand(1);
        if (tested.contains(let.target())) {
            Primitive plain = op == GATED_DIV ? Primitive.DIV : Primitive.MUL;
            out.add(new Stmt.Let(let.target(), new Expr.Apply(plain, List.of(a, b), apply.type()), let.origin()));
            return;
        }
        Value isZero = isZero(a, out);
        if (hasTwoTests(apply)) {
            Var either = Var.temporary(Type.BOOLEAN);
            BlockBuilder otherwise = out.nested();
            Block test = otherwise.build(isZero(b, otherwise));
            out.add(new Stmt.If(isZero, out.nested().build(Const.TRUE), test, List.of(either), let.origin()));
            isZero = either;
        }
        Value full = op == GATED_DIV ? out.over(a, b) : out.times(a, b);
        List<Value> choice = List.of(isZero, Const.zero(apply.type()), full);
        out.add(new Stmt.Let(let.target(), new Expr.Apply(Primitive.SELECT, choice, apply.type()), let.origin()));
    }

    private static Value isZero(Value value, BlockBuilder out) {
        return out.compare(EQ, value, Const.zero(value.type()));
    }
}
