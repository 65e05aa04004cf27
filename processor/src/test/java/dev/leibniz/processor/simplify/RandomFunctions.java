package dev.leibniz.processor.simplify;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Callee;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random functions of the IR that always end, with everything that simplification must not get wrong: constants at which
 * identities fail, aliased rows, writes between loads, values carried round loops, arrays that only seem unused. All
 * arrays have {@link #N} elements and all indices are below that.
 */
final class RandomFunctions {
    static final int N = 3;
    static final Type.Array ROW = Type.arrayOf(Type.DOUBLE);
    static final Type.Array MATRIX = Type.arrayOf(ROW);

    private static final double[] NUMBERS = {0.0, -0.0, 1, -1, 2, 0.5, Double.NaN, Double.POSITIVE_INFINITY};
    private static final Primitive[] ARITHMETIC = {Primitive.ADD, Primitive.SUB, Primitive.MUL, Primitive.DIV};
    private static final Primitive[] COMPARISONS = {
        Primitive.EQ, Primitive.NE, Primitive.LT, Primitive.LE, Primitive.GT, Primitive.GE
    };
    private static final Primitive[] LOGIC = {Primitive.AND, Primitive.OR, Primitive.XOR};
    private static final String[] FUNCTIONS = {"sin", "exp", "sqrt", "abs"};

    private final Random random;
    private int budget;

    private RandomFunctions(long seed, int budget) {
        this.random = new Random(seed);
        this.budget = budget;
    }

    /** {@code f(double x, double y, int k, double[] a, double[][] m)} with results of every type. */
    static Function create(long seed, int size) {
        return new RandomFunctions(seed, size).function();
    }

    /** {@code void h(double[] a, double x) { a[1] = a[0] * x; }}. */
    static Function helper() {
        Var a = new Var("a", ROW);
        Var x = new Var("x", Type.DOUBLE);
        BlockBuilder out = new BlockBuilder();
        out.store(a, Const.of(1), out.times(out.load(a, Const.of(0)), x));
        return new Function("h", List.of(a, x), List.of(), out.build());
    }

    private Function function() {
        Scope scope = new Scope();
        List<Var> params = List.of(
                new Var("x", Type.DOUBLE),
                new Var("y", Type.DOUBLE),
                new Var("k", Type.INT),
                new Var("a", ROW),
                new Var("m", MATRIX));
        scope.values.addAll(params);
        BlockBuilder out = new BlockBuilder();
        statements(out, scope, 0);
        List<Value> results = List.of(
                scope.pick(Type.DOUBLE),
                scope.pick(Type.DOUBLE),
                scope.pick(Type.INT),
                scope.pick(Type.BOOLEAN),
                scope.pick(ROW));
        List<Var> types =
                results.stream().map(value -> new Var("", value.type())).toList();
        return new Function("f", params, types, out.build(results));
    }

    /** The values that can be used at a place. */
    private final class Scope {
        final List<Value> values = new ArrayList<>();
        final List<Value> indices = new ArrayList<>();

        Scope inner() {
            Scope inner = new Scope();
            inner.values.addAll(values);
            inner.indices.addAll(indices);
            return inner;
        }

        Value pick(Type type) {
            List<Value> fitting =
                    values.stream().filter(value -> value.type().equals(type)).toList();
            if (!fitting.isEmpty() && (type.isArray() || random.nextInt(4) > 0)) {
                return fitting.get(random.nextInt(fitting.size()));
            } else if (type == Type.DOUBLE) {
                return Const.of(NUMBERS[random.nextInt(NUMBERS.length)]);
            } else if (type == Type.INT) {
                return Const.of(random.nextInt(5) - 1);
            }
            return Const.of(random.nextBoolean());
        }

        Value index() {
            return indices.isEmpty() || random.nextBoolean()
                    ? Const.of(random.nextInt(N))
                    : indices.get(random.nextInt(indices.size()));
        }
    }

    private void statements(BlockBuilder out, Scope scope, int depth) {
        int count = 2 + random.nextInt(8);
        for (int i = 0; i < count && budget > 0; i++) {
            budget--;
            statement(out, scope, depth);
        }
    }

    private void statement(BlockBuilder out, Scope scope, int depth) {
        switch (random.nextInt(depth < 3 ? 16 : 12)) {
            case 0, 1, 2, 3 -> scope.values.add(out.let(name(), arithmetic(scope)));
            case 4 -> scope.values.add(out.let(name(), integer(scope)));
            case 5 -> scope.values.add(out.let(name(), logic(scope)));
            case 6 -> scope.values.add(out.load(scope.pick(ROW), scope.index()));
            case 7 -> scope.values.add(out.load("row", scope.pick(MATRIX), scope.index()));
            case 8 -> scope.values.add(out.let(name(), array(scope)));
            case 9, 10 -> out.store(scope.pick(ROW), scope.index(), scope.pick(Type.DOUBLE));
            case 11 -> write(out, scope);
            case 12, 13 -> branch(out, scope, depth);
            case 14 -> counted(out, scope, depth);
            default -> repeated(out, scope, depth);
        }
    }

    private String name() {
        return random.nextBoolean() ? "" : "v" + random.nextInt(10);
    }

    private Expr arithmetic(Scope scope) {
        return switch (random.nextInt(6)) {
            case 0 -> apply(Primitive.NEG, Type.DOUBLE, scope.pick(Type.DOUBLE));
            case 1 -> apply(Op.math(FUNCTIONS[random.nextInt(FUNCTIONS.length)]), Type.DOUBLE, scope.pick(Type.DOUBLE));
            case 2 ->
                apply(
                        Primitive.SELECT,
                        Type.DOUBLE,
                        scope.pick(Type.BOOLEAN),
                        scope.pick(Type.DOUBLE),
                        scope.pick(Type.DOUBLE));
            case 3 -> apply(Primitive.CONVERT, Type.DOUBLE, scope.pick(Type.INT));
            default ->
                apply(
                        ARITHMETIC[random.nextInt(ARITHMETIC.length)],
                        Type.DOUBLE,
                        scope.pick(Type.DOUBLE),
                        scope.pick(Type.DOUBLE));
        };
    }

    private Expr integer(Scope scope) {
        return switch (random.nextInt(4)) {
            case 0 -> new Expr.Length(scope.pick(random.nextBoolean() ? ROW : MATRIX));
            case 1 -> apply(Primitive.DIV, Type.INT, scope.pick(Type.INT), Const.of(random.nextBoolean() ? 1 : -1));
            default -> apply(ARITHMETIC[random.nextInt(3)], Type.INT, scope.pick(Type.INT), scope.pick(Type.INT));
        };
    }

    private Expr logic(Scope scope) {
        Primitive comparison = COMPARISONS[random.nextInt(COMPARISONS.length)];
        return switch (random.nextInt(5)) {
            case 0 -> apply(Primitive.NOT, Type.BOOLEAN, scope.pick(Type.BOOLEAN));
            case 1 -> apply(comparison, Type.BOOLEAN, scope.pick(Type.INT), scope.pick(Type.INT));
            case 2 ->
                apply(
                        LOGIC[random.nextInt(LOGIC.length)],
                        Type.BOOLEAN,
                        scope.pick(Type.BOOLEAN),
                        scope.pick(Type.BOOLEAN));
            default -> apply(comparison, Type.BOOLEAN, scope.pick(Type.DOUBLE), scope.pick(Type.DOUBLE));
        };
    }

    private Expr array(Scope scope) {
        return switch (random.nextInt(6)) {
            case 0 -> new Expr.NewArray(ROW, List.of(Const.of(N)));
            case 1 -> new Expr.NewArray(MATRIX, List.of(Const.of(N), Const.of(N)));
            case 2 -> new Expr.CloneArray(scope.pick(ROW), false);
            case 3 -> new Expr.CloneArray(scope.pick(MATRIX), random.nextBoolean());
            case 4 -> new Expr.ZerosLike(scope.pick(MATRIX));
            default -> new Expr.CopyOfRange(scope.pick(ROW), Const.of(0), Const.of(N));
        };
    }

    private void write(BlockBuilder out, Scope scope) {
        Value zero = Const.of(0);
        switch (random.nextInt(7)) {
            case 0 -> out.accumulate(scope.pick(ROW), scope.index(), scope.pick(Type.DOUBLE));
            case 1 -> out.store(scope.pick(MATRIX), scope.index(), scope.pick(ROW));
            case 2 ->
                out.add(new Stmt.Fill(
                        scope.pick(ROW), zero, Const.of(random.nextInt(N)), scope.pick(Type.DOUBLE), Origin.NONE));
            case 3 ->
                out.add(new Stmt.CopyRange(
                        scope.pick(ROW), Const.of(1), scope.pick(ROW), zero, Const.of(N - 1), Origin.NONE));
            case 4 -> out.add(new Stmt.AddInto(scope.pick(ROW), scope.pick(ROW), Origin.NONE));
            case 5 -> out.add(new Stmt.AddInto(scope.pick(MATRIX), scope.pick(MATRIX), Origin.NONE));
            default ->
                out.add(new Stmt.Call(
                        new Callee.Local("h"),
                        List.of(scope.pick(ROW), scope.pick(Type.DOUBLE)),
                        List.of(),
                        Origin.NONE));
        }
    }

    private static Expr apply(Op op, Type type, Value... operands) {
        return new Expr.Apply(op, List.of(operands), type);
    }

    private List<Var> carried() {
        List<Var> carried = new ArrayList<>();
        Type[] types = {Type.DOUBLE, Type.DOUBLE, Type.INT, Type.BOOLEAN, ROW};
        for (int i = random.nextInt(4); i > 0; i--) {
            carried.add(new Var(name(), types[random.nextInt(types.length)]));
        }
        return carried;
    }

    private static List<Var> fresh(List<Var> variables) {
        return variables.stream().map(Var::fresh).toList();
    }

    private List<Value> pick(List<Var> like, Scope scope) {
        return like.stream().map(variable -> scope.pick(variable.type())).toList();
    }

    private void branch(BlockBuilder out, Scope scope, int depth) {
        List<Var> results = carried();
        Value condition = scope.pick(Type.BOOLEAN);
        Block then = block(scope.inner(), results, depth);
        Block otherwise = block(scope.inner(), results, depth);
        out.add(new Stmt.If(condition, then, otherwise, results, Origin.NONE));
        scope.values.addAll(results);
    }

    private Block block(Scope inner, List<Var> yieldsLike, int depth) {
        BlockBuilder body = new BlockBuilder();
        statements(body, inner, depth + 1);
        return body.build(pick(yieldsLike, inner));
    }

    private void counted(BlockBuilder out, Scope scope, int depth) {
        List<Var> params = carried();
        List<Var> results = fresh(params);
        Var index = new Var("i", Type.INT);
        Value bound = Const.of(random.nextInt(N + 1));
        if (random.nextInt(3) == 0) {
            Value array = scope.pick(MATRIX);
            bound = out.length(array);
        }
        List<Value> inits = pick(params, scope);
        Scope inner = scope.inner();
        inner.values.addAll(params);
        inner.values.add(index);
        inner.indices.add(index);
        Block body = loopBody(inner, params, depth);
        out.add(new Loop.For(index, Const.of(0), Primitive.LT, bound, 1, params, inits, body, results, Origin.NONE));
        scope.values.addAll(results);
    }

    /** Now and then a carried value stays what it is, or a second one goes along with the first. */
    private Block loopBody(Scope inner, List<Var> params, int depth) {
        Block body = block(inner, params, depth);
        List<Value> yields = new ArrayList<>(body.yields());
        for (int i = 0; i < yields.size(); i++) {
            if (random.nextInt(4) == 0) {
                yields.set(i, params.get(i));
            }
        }
        return new Block(body.stmts(), yields);
    }

    private void repeated(BlockBuilder out, Scope scope, int depth) {
        List<Var> params = new ArrayList<>(carried());
        List<Value> inits = new ArrayList<>(pick(params, scope));
        Var counter = new Var("n", Type.INT);
        BlockBuilder test = new BlockBuilder();
        Value isShort = test.compare(Primitive.LT, counter, Const.of(random.nextInt(3)));
        Value goesOn = test.apply(Primitive.AND, Type.BOOLEAN, isShort, scope.pick(Type.BOOLEAN));
        Scope inner = scope.inner();
        inner.values.addAll(params);
        Block body = loopBody(inner, params, depth);
        Var next = new Var("n", Type.INT);
        List<Stmt> stmts = new ArrayList<>(body.stmts());
        stmts.add(new Stmt.Let(next, apply(Primitive.ADD, Type.INT, counter, Const.of(1)), Origin.NONE));
        List<Value> yields = new ArrayList<>(body.yields());
        yields.add(next);
        params.add(counter);
        inits.add(Const.of(0));
        List<Var> results = fresh(params);
        out.add(new Loop.While(params, inits, test.build(goesOn), new Block(stmts, yields), results, Origin.NONE));
        scope.values.addAll(results);
    }
}
