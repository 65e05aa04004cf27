package dev.leibniz.processor.ir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IrInterpreterTest {
    private static final Type DOUBLES = Type.arrayOf(Type.DOUBLE);

    private static Object apply(Op op, Type type, Value... operands) {
        BlockBuilder out = new BlockBuilder();
        Function function = SampleFunctions.function("f", List.of(), out, out.apply(op, type, operands));
        return IrInterpreter.run(function).get(0);
    }

    private static Const constant(Object value, Type type) {
        return new Const(value, type, "");
    }

    @Test
    void arithmeticIsThatOfJava() {
        assertEquals(-3, apply(Op.Primitive.DIV, Type.INT, Const.of(-7), Const.of(2)));
        assertEquals(-1, apply(Op.Primitive.REM, Type.INT, Const.of(-7), Const.of(2)));
        assertEquals(Integer.MIN_VALUE, apply(Op.Primitive.ADD, Type.INT, Const.of(Integer.MAX_VALUE), Const.of(1)));
        assertEquals(2L << 33, apply(Op.Primitive.SHL, Type.LONG, constant(2L, Type.LONG), Const.of(33)));
        assertEquals(-1 >>> 28, apply(Op.Primitive.USHR, Type.INT, Const.of(-1), Const.of(28)));
        assertEquals(
                0.1f + 0.2f,
                apply(Op.Primitive.ADD, Type.FLOAT, constant(0.1f, Type.FLOAT), constant(0.2f, Type.FLOAT)));
        assertEquals((byte) 200, apply(Op.Primitive.CONVERT, Type.Scalar.BYTE, Const.of(200)));
        assertEquals((char) 65.9, apply(Op.Primitive.CONVERT, Type.Scalar.CHAR, Const.of(65.9)));
        assertEquals((long) 1e30, apply(Op.Primitive.CONVERT, Type.LONG, Const.of(1e30)));
        assertEquals(false, apply(Op.Primitive.EQ, Type.BOOLEAN, Const.of(Double.NaN), Const.of(Double.NaN)));
        assertEquals(true, apply(Op.Primitive.EQ, Type.BOOLEAN, Const.of(0.0), Const.of(-0.0)));
        assertEquals(Math.floorMod(-7, 3), apply(Op.math("floorMod"), Type.INT, Const.of(-7), Const.of(3)));
        assertEquals(-5.5, apply(Op.Primitive.REM, Type.DOUBLE, Const.of(-5.5), Const.of(7.0)));
        assertThrows(ArithmeticException.class, () -> apply(Op.Primitive.DIV, Type.INT, Const.of(1), Const.of(0)));
    }

    @Test
    void loopCarriesValuesAndWritesMemory() {
        double[] x = {1, 2, 3};
        double expected = Math.sin(1) + 2 * Math.sin(2) + 3 * Math.sin(3);
        assertEquals(List.of(expected), IrInterpreter.run(SampleFunctions.runningSum(), x));
        assertEquals(expected, x[2]);
        assertEquals(List.of(0.0), IrInterpreter.run(SampleFunctions.runningSum(), new double[0]));
    }

    @Test
    void whileTestsFirst() {
        assertEquals(List.of(0.625 * 3), IrInterpreter.run(SampleFunctions.halving(), 5.0));
        assertEquals(List.of(0.0), IrInterpreter.run(SampleFunctions.halving(), 0.5));
    }

    @Test
    void callsAndBranches() {
        Map<String, Function> functions = Map.of("product", SampleFunctions.product());
        Function branching = SampleFunctions.branching("product");
        assertEquals(
                List.of(54.0), IrInterpreter.run(functions, (o, a) -> IrInterpreter.unknown(o), branching, 3.0, 6.0));
        assertEquals(List.of(1.5), IrInterpreter.run(branching, 3.0, 2.0));
    }

    @Test
    void allWaysToMakeAnArray() {
        Var m = new Var("m", Type.arrayOf(DOUBLES));
        BlockBuilder out = new BlockBuilder();
        Value shallow = out.let(new Expr.CloneArray(m, false));
        Value deep = out.let(new Expr.CloneArray(m, true));
        Value zeros = out.zerosLike("z", m);
        Value row = out.load(m, Const.of(1));
        Value part = out.let(new Expr.CopyOfRange(row, Const.of(1), Const.of(4)));
        Value half = out.newArray("h", Type.arrayOf(DOUBLES), Const.of(2));
        Value full = out.newArray("f", Type.arrayOf(DOUBLES), Const.of(2), Const.of(3));
        Function function = SampleFunctions.function("f", List.of(m), out, shallow, deep, zeros, part, half, full);
        double[][] arg = {{1}, {2, 3}};
        List<Object> results = IrInterpreter.run(function, (Object) arg);
        assertSame(arg[1], ((double[][]) results.get(0))[1]);
        assertNotSame(arg[1], ((double[][]) results.get(1))[1]);
        assertArrayEquals(arg, (double[][]) results.get(1));
        assertArrayEquals(new double[][] {{0}, {0, 0}}, (double[][]) results.get(2));
        assertArrayEquals(new double[] {3, 0, 0}, (double[]) results.get(3));
        assertArrayEquals(new double[2][], (double[][]) results.get(4));
        assertArrayEquals(new double[2][3], (double[][]) results.get(5));
    }

    @Test
    void allWaysToWriteAnArray() {
        Var a = new Var("a", DOUBLES);
        BlockBuilder out = new BlockBuilder();
        out.add(new Stmt.Fill(a, Const.of(1), Const.of(3), Const.of(7.0), Origin.NONE));
        out.accumulate(a, Const.of(2), Const.of(0.5));
        out.add(new Stmt.CopyRange(a, Const.of(1), a, Const.of(2), Const.of(2), Origin.NONE));
        out.add(new Stmt.AddInto(a, a, Origin.NONE));
        Value copy = out.let(new Expr.CloneArray(a, false));
        out.add(new Stmt.AddInto(a, copy, Origin.NONE));
        double[] arg = {1, 2, 3, 4};
        IrInterpreter.run(SampleFunctions.function("f", List.of(a), out), arg);
        assertArrayEquals(new double[] {2, 14, 14, 15}, arg);
    }

    @Test
    void throwAndAssertLeaveTheFunction() {
        BlockBuilder out = new BlockBuilder();
        out.add(new Stmt.Throw("new IllegalStateException()", List.of(), Origin.NONE));
        Function throwing = SampleFunctions.function("f", List.of(), out);
        assertThrows(IrInterpreter.Thrown.class, () -> IrInterpreter.run(throwing));
        BlockBuilder other = new BlockBuilder();
        other.add(new Stmt.Assert(Const.FALSE, "", List.of(), Origin.NONE));
        Function asserting = SampleFunctions.function("f", List.of(), other);
        assertThrows(IrInterpreter.Thrown.class, () -> IrInterpreter.run(asserting));
    }

    @Test
    void opaqueExpressionsAskTheHook() {
        BlockBuilder out = new BlockBuilder();
        Value size = out.let(new Expr.Opaque(
                "$0.length()", List.of(constant("abc", new Type.Opaque("java.lang.String"))), Type.INT, false));
        Function function = SampleFunctions.function("f", List.of(), out, size);
        assertEquals(List.of(3), IrInterpreter.run(Map.of(), (o, args) -> ((String) args.get(0)).length(), function));
        assertThrows(UnsupportedOperationException.class, () -> IrInterpreter.run(function));
    }
}
