package dev.leibniz.processor.shape;

import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.Loop;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Op.Primitive;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random functions in which many values of many types are used far from where they are defined: in later statements, in
 * loops and branches, as carried values and as results. All arrays have {@link #SIZE} elements.
 */
final class LongFunctions {
    static final int SIZE = 4;

    private static final Type ROW = Type.arrayOf(Type.DOUBLE);
    private static final List<Type> SCALARS =
            List.of(Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.FLOAT, Type.INT, Type.LONG, Type.BOOLEAN);
    private static final List<Type> TYPES =
            List.of(Type.DOUBLE, Type.DOUBLE, Type.FLOAT, Type.INT, Type.LONG, Type.BOOLEAN, ROW, Type.arrayOf(ROW));

    private final Random random;
    private int budget;

    private LongFunctions(long seed, int budget) {
        this.random = new Random(seed);
        this.budget = budget;
    }

    /** {@code f(double x, int k, double[] a, double[][] m)} with results of all types. */
    static Function create(long seed, int size) {
        return new LongFunctions(seed, size).function(size);
    }

    private Function function(int size) {
        List<Var> params = List.of(
                new Var("x", Type.DOUBLE), new Var("k", Type.INT), new Var("a", ROW), new Var("m", Type.arrayOf(ROW)));
        List<Var> scope = new ArrayList<>(params);
        BlockBuilder out = new BlockBuilder();
        statements(out, scope, size, 0);
        List<Var> results = new ArrayList<>();
        List<Value> yields = new ArrayList<>();
        for (Type type : TYPES) {
            results.add(new Var("", type));
            yields.add(any(scope, type));
        }
        return new Function("f", params, results, out.build(yields));
    }

    private void statements(BlockBuilder out, List<Var> scope, int count, int depth) {
        for (int i = 0; i < count && budget > 0; i++) {
            budget--;
            int kind = random.nextInt(20);
            if (kind < 11) {
                compute(out, scope);
            } else if (kind < 15) {
                write(out, scope);
            } else if (kind < 17 || depth > 2) {
                branch(out, scope, depth);
            } else {
                loop(out, scope, depth, kind == 19);
            }
        }
    }

    private Value any(List<Var> scope, Type type) {
        List<Var> fitting =
                scope.stream().filter(variable -> variable.type().equals(type)).toList();
        return fitting.isEmpty()
                ? Const.number(random.nextInt(5) - 2, type)
                : fitting.get(random.nextInt(fitting.size()));
    }

    private Value index(BlockBuilder out, List<Var> scope) {
        return out.apply(Primitive.AND, Type.INT, any(scope, Type.INT), Const.of(SIZE - 1));
    }

    private String name() {
        return random.nextBoolean() ? "" : "v" + random.nextInt(100);
    }

    private void compute(BlockBuilder out, List<Var> scope) {
        Type type = SCALARS.get(random.nextInt(SCALARS.size()));
        Expr expr;
        if (type == Type.BOOLEAN) {
            expr = new Expr.Apply(
                    Primitive.LT, List.of(any(scope, Type.DOUBLE), any(scope, Type.DOUBLE)), Type.BOOLEAN);
        } else if (type == Type.DOUBLE && random.nextInt(3) == 0) {
            expr = random.nextBoolean()
                    ? new Expr.Load(any(scope, ROW), index(out, scope))
                    : new Expr.Apply(Op.math("sin"), List.of(any(scope, type)), type);
        } else if (random.nextInt(6) == 0) {
            Type from = List.of(Type.DOUBLE, Type.INT, Type.LONG, Type.FLOAT).get(random.nextInt(4));
            expr = new Expr.Apply(Primitive.CONVERT, List.of(any(scope, from)), type);
        } else if (random.nextInt(8) == 0) {
            expr = random.nextBoolean()
                    ? new Expr.CloneArray(any(scope, ROW), false)
                    : new Expr.Load(any(scope, Type.arrayOf(ROW)), index(out, scope));
        } else {
            Primitive op = List.of(Primitive.ADD, Primitive.SUB, Primitive.MUL).get(random.nextInt(3));
            expr = new Expr.Apply(op, List.of(any(scope, type), any(scope, type)), type);
        }
        scope.add(out.let(name(), expr));
    }

    private void write(BlockBuilder out, List<Var> scope) {
        switch (random.nextInt(4)) {
            case 0 -> out.store(any(scope, ROW), index(out, scope), any(scope, Type.DOUBLE));
            case 1 -> out.accumulate(any(scope, ROW), index(out, scope), any(scope, Type.DOUBLE));
            case 2 -> out.store(any(scope, Type.arrayOf(ROW)), index(out, scope), any(scope, ROW));
            default -> out.add(new Stmt.Marker("section", out.origin()));
        }
    }

    private List<Var> fresh(int most) {
        List<Var> variables = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            variables.add(new Var(name(), TYPES.get(random.nextInt(TYPES.size()))));
        }
        return variables;
    }

    private List<Value> values(List<Var> scope, List<Var> like) {
        return like.stream().map(variable -> any(scope, variable.type())).toList();
    }

    private void branch(BlockBuilder out, List<Var> scope, int depth) {
        List<Var> results = fresh(random.nextInt(4) == 0 ? 20 : 5);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            BlockBuilder inner = out.nested();
            List<Var> visible = new ArrayList<>(scope);
            statements(inner, visible, random.nextInt(12), depth + 1);
            if (i == 1 && random.nextInt(12) == 0) {
                inner.add(new Stmt.Throw("no", List.of(), out.origin()));
            }
            blocks.add(inner.build(values(visible, results)));
        }
        out.add(new Stmt.If(any(scope, Type.BOOLEAN), blocks.get(0), blocks.get(1), results, out.origin()));
        scope.addAll(results);
    }

    private void loop(BlockBuilder out, List<Var> scope, int depth, boolean tested) {
        List<Var> params = fresh(4);
        List<Value> inits = new ArrayList<>(values(scope, params));
        List<Var> results = new ArrayList<>(params.stream().map(Var::fresh).toList());
        Var index = new Var(name(), Type.INT);
        List<Var> visible = new ArrayList<>(scope);
        visible.addAll(params);
        visible.add(index);
        BlockBuilder body = out.nested();
        List<Var> inBody = new ArrayList<>(visible);
        statements(body, inBody, random.nextInt(16), depth + 1);
        List<Value> next = new ArrayList<>(values(inBody, params));
        if (!tested) {
            out.add(new Loop.For(
                    index,
                    Const.of(0),
                    Primitive.LT,
                    Const.of(random.nextInt(4)),
                    1,
                    params,
                    inits,
                    body.build(next),
                    results,
                    out.origin()));
        } else {
            next.add(body.plus(index, Const.of(1)));
            BlockBuilder test = out.nested();
            List<Var> inTest = new ArrayList<>(visible);
            for (int i = random.nextInt(14); i > 0; i--) {
                compute(test, inTest);
            }
            Value more = test.compare(Primitive.LT, index, Const.of(3));
            more = test.apply(Primitive.AND, Type.BOOLEAN, more, any(inTest, Type.BOOLEAN));
            List<Var> carried = new ArrayList<>(params);
            carried.add(index);
            inits.add(Const.of(0));
            results.add(new Var("", Type.INT));
            out.add(new Loop.While(carried, inits, test.build(more), body.build(next), results, out.origin()));
        }
        scope.addAll(results);
    }
}
