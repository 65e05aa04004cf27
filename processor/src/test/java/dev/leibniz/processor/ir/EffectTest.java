package dev.leibniz.processor.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What statements say of themselves: which arrays they read and write, how deep, and which ways numbers take. */
class EffectTest {
    private static final Type ROW = Type.arrayOf(Type.DOUBLE);

    private final Var a = new Var("a", ROW);
    private final Var b = new Var("b", ROW);
    private final Var m = new Var("m", Type.arrayOf(ROW));
    private final Var x = new Var("x", Type.DOUBLE);
    private final Var i = new Var("i", Type.INT);
    private final Value zero = Const.of(0);

    private static String effects(List<Effect> effects) {
        return effects.stream()
                .map(e -> (e.reads() ? "r" : "")
                        + (e.writes() ? "w" : "")
                        + (e.deep() ? "* " : " ")
                        + ((Var) e.array()).name())
                .collect(Collectors.joining(", "));
    }

    private static String flows(Stmt stmt) {
        return stmt.flows().stream()
                .map(flow -> ((Var) flow.from()).name() + ">" + ((Var) flow.to()).name())
                .collect(Collectors.joining(", "));
    }

    @Test
    void writesToArrays() {
        assertEquals("w a", effects(new Stmt.Store(a, i, x, Origin.NONE).effects()));
        assertEquals("rw a", effects(new Stmt.Accumulate(a, i, x, Origin.NONE).effects()));
        assertEquals("w a", effects(new Stmt.Fill(a, zero, i, x, Origin.NONE).effects()));
        assertEquals("r a, w b", effects(new Stmt.CopyRange(a, zero, b, zero, i, Origin.NONE).effects()));
        assertEquals("r* a, rw* b", effects(new Stmt.AddInto(b, a, Origin.NONE).effects()));
    }

    @Test
    void readsOfArrays() {
        assertEquals("r a", effects(new Expr.Load(a, i).effects()));
        assertEquals("", effects(new Expr.Length(a).effects()));
        assertEquals("", effects(new Expr.ZerosLike(a).effects()));
        assertEquals("r* m", effects(new Expr.ZerosLike(m).effects()));
        assertEquals("r m", effects(new Expr.CloneArray(m, false).effects()));
        assertEquals("r* m", effects(new Expr.CloneArray(m, true).effects()));
    }

    @Test
    void callsWriteWhereTheCalleeMay() {
        Callee writer = Callee.External.acting("p.Q", "fill", List.of(), new Layout.Nothing(), Set.of(1));
        assertEquals("r* a, rw* b", effects(new Stmt.Call(writer, List.of(a, b, x), List.of(), Origin.NONE).effects()));
        assertEquals(
                "rw* a",
                effects(new Stmt.Call(new Callee.Local("f"), List.of(a, x), List.of(), Origin.NONE).effects()));
    }

    @Test
    void waysOfNumbers() {
        assertEquals("a>x", flows(new Stmt.Let(x, new Expr.Load(a, i), Origin.NONE)));
        assertEquals("x>a", flows(new Stmt.Store(a, i, x, Origin.NONE)));
        Var y = new Var("y", Type.DOUBLE);
        Var r = new Var("r", Type.DOUBLE);
        Block then = Block.yielding(x);
        Block otherwise = Block.yielding(y);
        assertEquals("x>r, y>r", flows(new Stmt.If(Const.TRUE, then, otherwise, List.of(r), Origin.NONE)));
        Var p = new Var("p", Type.DOUBLE);
        assertEquals(
                "x>p, y>p, x>r, y>r",
                flows(Loop.For.upTo(i, Const.of(3), List.of(p), List.of(x), otherwise, List.of(r), Origin.NONE)));
    }

    @Test
    void exceptions() {
        Op divide = Op.Primitive.DIV;
        assertTrue(new Expr.Apply(divide, List.of(i, i), Type.INT).mayThrow());
        assertFalse(new Expr.Apply(divide, List.of(x, x), Type.DOUBLE).mayThrow());
        assertTrue(new Expr.Apply(Op.math("addExact"), List.of(i, i), Type.INT).mayThrow());
        assertFalse(new Expr.Apply(Op.math("max"), List.of(i, i), Type.INT).mayThrow());
        assertTrue(new Expr.Load(a, i).mayThrow());
        assertFalse(new Expr.Length(a).mayThrow());
    }
}
