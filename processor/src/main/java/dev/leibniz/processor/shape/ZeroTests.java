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
import dev.leibniz.processor.ir.Walk;
import java.util.List;

/**
 * Writes the products and quotients in which a zero wins as Java has them: with a test for zero. This is done when all
 * derivatives are made: the derivative of such a product is not that of the test.
 */
public final class ZeroTests {
    private ZeroTests() {}

    public static Function in(Function function) {
        return function.withBody(in(function.body()));
    }

    private static Block in(Block block) {
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
                Stmt inner = Walk.rebuild(stmt, ZeroTests::in);
                isChanged |= inner != stmt;
                out.add(inner);
            }
        }
        return isChanged ? out.build(block.yields()) : block;
    }

    private static void write(Expr.Apply apply, Primitive op, Stmt.Let let, BlockBuilder out) {
        Value a = apply.operand(0);
        Value b = apply.operand(1);
        Value isZero = isZero(a, out);
        if (op == Primitive.STRONG_MUL && !a.equals(b)) {
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
