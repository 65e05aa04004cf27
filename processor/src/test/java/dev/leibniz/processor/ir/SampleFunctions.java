package dev.leibniz.processor.ir;

import dev.leibniz.processor.ir.walk.IrVerifier;
import java.util.List;

/** Functions of the IR that many tests use, written as the front end would write them. */
public final class SampleFunctions {
    private SampleFunctions() {}

    /** {@code double s = 0; for (i < x.length) { s += x[i] * sin(x[i]); x[i] = s; } return s;} */
    public static Function runningSum() {
        Var x = new Var("x", Type.arrayOf(Type.DOUBLE));
        BlockBuilder out = new BlockBuilder();
        Value n = out.length(x);
        Var i = new Var("i", Type.INT);
        Var s = new Var("s", Type.DOUBLE);
        BlockBuilder body = new BlockBuilder();
        Value xi = body.load(x, i);
        Value next = body.plus(s, body.times(xi, body.math("sin", xi)));
        body.store(x, i, next);
        Var result = new Var("s", Type.DOUBLE);
        out.add(new Loop.For(
                i,
                Const.of(0),
                Op.Primitive.LT,
                n,
                1,
                List.of(s),
                List.of(Const.of(0.0)),
                body.build(next),
                List.of(result),
                Origin.NONE));
        return function("runningSum", List.of(x), out, result);
    }

    /** {@code while (x > 1) { x = x * 0.5; n = n + 1; } return x * n;} */
    public static Function halving() {
        Var x0 = new Var("x", Type.DOUBLE);
        Var x = new Var("x", Type.DOUBLE);
        Var n = new Var("n", Type.INT);
        BlockBuilder test = new BlockBuilder();
        Block condition = test.build(test.compare(Op.Primitive.GT, x, Const.of(1.0)));
        BlockBuilder body = new BlockBuilder();
        Value half = body.times(x, Const.of(0.5));
        Value more = body.plus(n, Const.of(1));
        Var last = new Var("x", Type.DOUBLE);
        Var count = new Var("n", Type.INT);
        BlockBuilder out = new BlockBuilder();
        out.add(new Loop.While(
                List.of(x, n),
                List.of(x0, Const.of(0)),
                condition,
                body.build(half, more),
                List.of(last, count),
                Origin.NONE));
        return function("halving", List.of(x0), out, out.times(last, out.convert(count, Type.DOUBLE)));
    }

    /** {@code if (x > y) { r = x / y; } else { r = helper(x, y); } return r;} */
    public static Function branching(String helper) {
        Var x = new Var("x", Type.DOUBLE);
        Var y = new Var("y", Type.DOUBLE);
        BlockBuilder out = new BlockBuilder();
        Value isGreater = out.compare(Op.Primitive.GT, x, y);
        BlockBuilder then = new BlockBuilder();
        Block thenBlock = then.build(then.over(x, y));
        Var called = new Var("c", Type.DOUBLE);
        BlockBuilder otherwise = new BlockBuilder();
        otherwise.add(new Stmt.Call(new Callee.Local(helper), List.of(x, y), List.of(called), Origin.NONE));
        Var r = new Var("r", Type.DOUBLE);
        out.add(new Stmt.If(isGreater, thenBlock, otherwise.build(called), List.of(r), Origin.NONE));
        return function("branching", List.of(x, y), out, r);
    }

    /** {@code return x * x * y;} */
    public static Function product() {
        Var x = new Var("x", Type.DOUBLE);
        Var y = new Var("y", Type.DOUBLE);
        BlockBuilder out = new BlockBuilder();
        return function("product", List.of(x, y), out, out.times(out.times(x, x), y));
    }

    public static Function function(String name, List<Var> params, BlockBuilder body, Value... results) {
        List<Var> types = java.util.Arrays.stream(results)
                .map(result -> new Var("", result.type()))
                .toList();
        Function function = new Function(name, params, types, body.build(results));
        IrVerifier.verify(function);
        return function;
    }

    /** A statement of each kind that defines nothing and is in programs as they are read, on an array of numbers. */
    public static List<Stmt> simpleStatements(Var a) {
        Value zero = Const.of(0);
        return List.of(
                new Stmt.Store(a, zero, Const.of(1.0), Origin.NONE),
                new Stmt.Accumulate(a, zero, Const.of(1.0), Origin.NONE),
                new Stmt.Fill(a, zero, zero, Const.of(1.0), Origin.NONE),
                new Stmt.CopyRange(a, zero, a, zero, zero, Origin.NONE),
                new Stmt.AddInto(a, a, Origin.NONE),
                new Stmt.Call(new Callee.Local("f"), List.of(a), List.of(), Origin.NONE),
                new Stmt.Throw("$0", List.of(a), Origin.NONE),
                new Stmt.Assert(Const.TRUE, "$0", List.of(a), Origin.NONE));
    }
}
