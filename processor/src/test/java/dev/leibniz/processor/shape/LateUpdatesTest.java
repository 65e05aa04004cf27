package dev.leibniz.processor.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateUpdatesTest {
    private final Var x = new Var("x", Type.INT);
    private final Var y = new Var("y", Type.INT);
    private final BlockBuilder out = new BlockBuilder();

    @Test
    void theNextValueIsComputedAfterTheCall() {
        Value before = out.apply(Primitive.SUB, Type.INT, x, Const.of(1));
        Value next = out.apply(Primitive.AND, Type.INT, x, before);
        call();
        Block moved = loopBody(next);
        assertSame(next, ((Stmt.Let) moved.stmts().get(2)).target());
        assertSame(before, ((Stmt.Let) moved.stmts().get(1)).target());
    }

    @Test
    void whatIsNeededBeforeStays() {
        Value next = out.apply(Primitive.SUB, Type.INT, x, Const.of(1));
        out.add(new Stmt.Call(new Callee.Local("f"), List.of(next), List.of(), Origin.NONE));
        assertStays(next);
    }

    /** Two numbers would have to be kept for one. */
    @Test
    void whatDependsOnSeveralValuesStays() {
        Value a = out.load(new Var("a", Type.arrayOf(Type.INT)), Const.of(0));
        Value next = out.apply(Primitive.SUB, Type.INT, x, a);
        call();
        assertStays(next);
    }

    @Test
    void neitherDoesALastStepOfIt() {
        Var a = new Var("a", Type.arrayOf(Type.INT));
        Value sum = out.apply(Primitive.ADD, Type.INT, out.load(a, Const.of(0)), out.load(a, Const.of(1)));
        Value next = out.apply(Primitive.SUB, Type.INT, sum, Const.of(1));
        call();
        assertStays(next);
    }

    /** The exception would come after what the call does. */
    @Test
    void whatMayThrowStays() {
        Value next = out.apply(Primitive.DIV, Type.INT, Const.of(1), x);
        call();
        assertStays(next);
    }

    @Test
    void nothingMovesWithoutACallOrALoop() {
        Value next = out.apply(Primitive.SUB, Type.INT, x, Const.of(1));
        out.store(new Var("a", Type.arrayOf(Type.INT)), Const.of(0), Const.of(1));
        assertStays(next);
    }

    /** A value of the enclosing block is there all the time. */
    @Test
    void whatComesFromOutsideDoesNotCount() {
        Value next = out.apply(Primitive.SUB, Type.INT, x, y);
        call();
        assertSame(next, ((Stmt.Let) loopBody(next).stmts().get(1)).target());
    }

    private void call() {
        out.add(new Stmt.Call(new Callee.Local("f"), List.of(x), List.of(), Origin.NONE));
    }

    private void assertStays(Value next) {
        List<Stmt> before = out.stmts();
        assertEquals(before, loopBody(next).stmts());
    }

    /** The body of a loop in which {@code x} is next this value. */
    private Block loopBody(Value next) {
        Var i = new Var("i", Type.INT);
        Var result = new Var("r", Type.INT);
        Block body = new Block(out.stmts(), List.of(next));
        Stmt loop = Loop.For.upTo(i, Const.of(3), new Block(List.of(), List.of()), Origin.NONE)
                .carrying(List.of(x), List.of(Const.of(9)), body, List.of(result));
        Function function = new Function(
                "g",
                List.of(y, new Var("a", Type.arrayOf(Type.INT))),
                List.of(result),
                new Block(List.of(loop), List.of(result)));
        return LateUpdates.of(function).body().stmts().get(0).blocks().get(0);
    }
}
