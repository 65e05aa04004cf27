package dev.leibniz.processor.emit;

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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes random well-formed functions that are nasty to print: few names for many values, values that change places in
 * loops, memory written between a load and its use, conditions that must stay lazy. All arrays have {@link #SIZE}
 * elements and all loops few iterations, so that every function can be run.
 */
final class RandomFunctions {
    static final int SIZE = 4;
    static final Type VECTOR = Type.arrayOf(Type.DOUBLE);
    static final Type MATRIX = Type.arrayOf(VECTOR);
    private static final List<String> NAMES = List.of("x", "y", "s", "acc", "i", "t", "n", "x2", "a");
    private static final List<Type> TYPES = List.of(
            Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.INT, Type.INT, Type.BOOLEAN, Type.FLOAT, Type.LONG, VECTOR);

    private final Random random;
    private final Map<String, Function> callable = new LinkedHashMap<>();
    private int budget;

    RandomFunctions(long seed) {
        this.random = new Random(seed);
    }

    /** Functions that those made afterwards may call. */
    Map<String, Function> callable() {
        return callable;
    }

    void addCallable(String name, Type... results) {
        callable.put(name, function(name, List.of(Type.DOUBLE, Type.INT, VECTOR), List.of(results), 8));
    }

    Function function(String name, List<Type> params, List<Type> results, int size) {
        budget = size;
        List<Var> variables = new ArrayList<>();
        for (Type param : params) {
            variables.add(new Var("p" + variables.size(), param));
        }
        List<Var> named = new ArrayList<>();
        variables.forEach(v -> named.add(chance(0.5) ? new Var(uniqueName(named), v.type()) : v));
        BlockBuilder body = new BlockBuilder();
        List<Var> scope = new ArrayList<>(named);
        statements(body, scope, size, 0);
        List<Value> yields = new ArrayList<>();
        List<Var> declared = new ArrayList<>();
        for (Type result : results) {
            yields.add(value(body, scope, result));
            declared.add(new Var("", result));
        }
        return new Function(name, named, declared, body.build(yields));
    }

    private String uniqueName(List<Var> taken) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        return taken.stream().anyMatch(v -> v.name().equals(name)) ? "p" + taken.size() : name;
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String name() {
        return chance(0.55) ? "" : pick(NAMES);
    }

    private void statements(BlockBuilder block, List<Var> scope, int count, int depth) {
        for (int i = 0; i < count && budget > 0; i++) {
            budget--;
            block.at(new Origin(1, 1 + random.nextInt(5), "line " + random.nextInt(5)));
            int kind = random.nextInt(100);
            if (kind < 50) {
                scope.add(block.let(name(), expr(block, scope, pick(TYPES))));
            } else if (kind < 72) {
                write(block, scope);
            } else if (kind < 82) {
                branch(block, scope, depth);
            } else if (kind < 86) {
                lazy(block, scope);
            } else if (kind < 94 && depth < 3) {
                forLoop(block, scope, depth);
            } else if (kind < 97 && depth < 3) {
                whileLoop(block, scope, depth);
            } else if (!callable.isEmpty()) {
                call(block, scope);
            }
        }
    }

    private Value value(BlockBuilder block, List<Var> scope, Type type) {
        List<Var> candidates = scope.stream().filter(v -> v.type().equals(type)).toList();
        if (!candidates.isEmpty() && chance(type instanceof Type.Scalar ? 0.8 : 0.97)) {
            int recent = Math.min(candidates.size(), 1 + random.nextInt(4));
            return candidates.get(candidates.size() - 1 - random.nextInt(chance(0.3) ? candidates.size() : recent));
        }
        if (type.isArray()) {
            Var made = type.rank() == 1
                    ? block.newArray(name(), type, Const.of(SIZE))
                    : block.newArray(name(), type, Const.of(SIZE), Const.of(SIZE));
            scope.add(made);
            return made;
        }
        return constant(type);
    }

    private Const constant(Type type) {
        if (type == Type.BOOLEAN) {
            return Const.of(random.nextBoolean());
        }
        return chance(0.3) && type == Type.DOUBLE
                ? Const.of(pick(List.of(0.1, -0.0, 1e-300, Double.NaN, -2.5, 1e7, Double.NEGATIVE_INFINITY)))
                : Const.number(random.nextInt(7) - 3, type);
    }

    private Value index(BlockBuilder block, List<Var> scope) {
        return chance(0.4)
                ? Const.of(random.nextInt(SIZE))
                : block.apply(Primitive.AND, Type.INT, value(block, scope, Type.INT), Const.of(SIZE - 1));
    }

    private Expr expr(BlockBuilder block, List<Var> scope, Type type) {
        int kind = random.nextInt(10);
        if (type.isArray()) {
            if (kind < 4) {
                return new Expr.Load(value(block, scope, MATRIX), index(block, scope));
            } else if (kind < 6) {
                return new Expr.CloneArray(value(block, scope, type), random.nextBoolean());
            } else if (kind < 8) {
                return new Expr.ZerosLike(value(block, scope, type));
            }
            return chance(0.5)
                    ? new Expr.CopyOfRange(value(block, scope, type), Const.of(kind - 8), Const.of(kind - 8 + SIZE))
                    : apply(block, scope, Primitive.SELECT, type, Type.BOOLEAN, type, type);
        } else if (type == Type.BOOLEAN) {
            return condition(block, scope, kind);
        } else if (kind < 2 && type == Type.DOUBLE) {
            return new Expr.Load(value(block, scope, VECTOR), index(block, scope));
        } else if (kind < 3 && type == Type.INT) {
            return new Expr.Length(value(block, scope, VECTOR));
        } else if (kind < 4 && type == Type.DOUBLE) {
            return apply(block, scope, Op.math(pick(List.of("sin", "exp", "abs"))), type, type);
        } else if (kind < 5 && type == Type.DOUBLE) {
            return apply(block, scope, Op.math(pick(List.of("max", "pow", "hypot"))), type, type, type);
        } else if (kind < 5 && type == Type.INT) {
            return new Expr.Opaque(
                    pick(List.of("$0 + $1", "Math.min($0, $1)")),
                    List.of(value(block, scope, type), value(block, scope, type)),
                    type,
                    false);
        } else if (kind < 6) {
            Type from = pick(List.of(Type.INT, Type.LONG, Type.FLOAT, Type.DOUBLE));
            return apply(block, scope, Primitive.CONVERT, type, from);
        } else if (kind < 7) {
            return apply(block, scope, Primitive.SELECT, type, Type.BOOLEAN, type, type);
        } else if (kind < 8) {
            return apply(block, scope, Primitive.NEG, type, type);
        }
        List<Primitive> operators = type.isFloating()
                ? List.of(Primitive.ADD, Primitive.SUB, Primitive.MUL, Primitive.DIV, Primitive.REM)
                : List.of(Primitive.ADD, Primitive.SUB, Primitive.MUL, Primitive.XOR, Primitive.OR, Primitive.SHL);
        return apply(block, scope, pick(operators), type, type, type);
    }

    private Expr condition(BlockBuilder block, List<Var> scope, int kind) {
        if (kind < 7) {
            Type of = pick(List.of(Type.DOUBLE, Type.INT, Type.LONG, Type.FLOAT));
            return apply(
                    block,
                    scope,
                    pick(List.of(Primitive.LT, Primitive.LE, Primitive.GT, Primitive.GE, Primitive.EQ, Primitive.NE)),
                    Type.BOOLEAN,
                    of,
                    of);
        }
        return kind < 8
                ? apply(block, scope, Primitive.NOT, Type.BOOLEAN, Type.BOOLEAN)
                : apply(
                        block,
                        scope,
                        pick(List.of(Primitive.AND, Primitive.OR, Primitive.EQ)),
                        Type.BOOLEAN,
                        Type.BOOLEAN,
                        Type.BOOLEAN);
    }

    private Expr apply(BlockBuilder block, List<Var> scope, Op op, Type type, Type... operands) {
        List<Value> values = new ArrayList<>();
        for (Type operand : operands) {
            values.add(value(block, scope, operand));
        }
        return new Expr.Apply(op, values, type);
    }

    private void write(BlockBuilder block, List<Var> scope) {
        Value array = value(block, scope, VECTOR);
        Value index = index(block, scope);
        switch (random.nextInt(8)) {
            case 0, 1 -> block.store(array, index, value(block, scope, Type.DOUBLE));
            case 2 -> block.accumulate(array, index, value(block, scope, Type.DOUBLE));
            case 3 -> {
                Value old = block.load(array, index);
                Expr sum = new Expr.Apply(
                        pick(List.of(Primitive.ADD, Primitive.MUL, Primitive.DIV)),
                        List.of(old, value(block, scope, Type.DOUBLE)),
                        Type.DOUBLE);
                block.store(array, index, block.let(sum));
            }
            case 4 ->
                block.add(new Stmt.Fill(
                        array, Const.of(0), block.length(array), value(block, scope, Type.DOUBLE), block.origin()));
            case 5 ->
                block.add(new Stmt.CopyRange(
                        array, Const.of(0), value(block, scope, VECTOR), Const.of(1), Const.of(3), block.origin()));
            case 6 -> block.add(new Stmt.AddInto(array, value(block, scope, VECTOR), block.origin()));
            default -> block.store(value(block, scope, MATRIX), index, array);
        }
    }

    private List<Type> types() {
        List<Type> types = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            types.add(pick(TYPES));
        }
        return types;
    }

    private List<Value> values(BlockBuilder block, List<Var> scope, List<Type> types) {
        List<Value> values = new ArrayList<>();
        types.forEach(type -> values.add(
                chance(0.3) && type instanceof Type.Scalar
                        ? block.let(name(), expr(block, scope, type))
                        : value(block, scope, type)));
        return values;
    }

    private List<Var> define(List<Type> types) {
        return types.stream().map(type -> new Var(name(), type)).toList();
    }

    private void branch(BlockBuilder block, List<Var> scope, int depth) {
        Value condition = value(block, scope, Type.BOOLEAN);
        List<Var> results = define(types());
        List<Type> types = results.stream().map(Var::type).toList();
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            BlockBuilder inner = block.nested();
            List<Var> innerScope = new ArrayList<>(scope);
            if (chance(0.7)) {
                statements(inner, innerScope, 1 + random.nextInt(3), depth + 1);
            }
            if (i == 1 && chance(0.04)) {
                inner.add(new Stmt.Throw("new IllegalStateException(\"no\")", List.of(), block.origin()));
                blocks.add(inner.build());
            } else {
                blocks.add(inner.build(values(inner, innerScope, types)));
            }
        }
        block.add(new Stmt.If(condition, blocks.get(0), blocks.get(1), results, block.origin()));
        scope.addAll(results);
    }

    /** {@code a && b}, {@code a || b} or {@code a ? b : c}, as the front end makes them. */
    private void lazy(BlockBuilder block, List<Var> scope) {
        Type type = chance(0.7) ? Type.BOOLEAN : Type.DOUBLE;
        Var result = new Var(chance(0.8) ? "" : pick(NAMES), type);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            BlockBuilder inner = block.nested();
            blocks.add(
                    type == Type.BOOLEAN && chance(0.4)
                            ? inner.build(constant(type))
                            : inner.build(inner.let(expr(inner, new ArrayList<>(scope), type))));
        }
        Value condition = block.let(expr(block, scope, Type.BOOLEAN));
        block.add(new Stmt.If(condition, blocks.get(0), blocks.get(1), List.of(result), block.origin()));
        scope.add(result);
    }

    /** Carried values: often several of one type that change places. */
    private List<Value> next(BlockBuilder block, List<Var> scope, List<Var> params) {
        if (chance(0.4)) {
            List<Value> rotated = new ArrayList<>();
            for (Var param : params) {
                List<Var> same = new ArrayList<>(params.stream()
                        .filter(p -> p.type().equals(param.type()))
                        .toList());
                Collections.shuffle(same, random);
                rotated.add(same.get(0));
            }
            return rotated;
        }
        return values(block, scope, params.stream().map(Var::type).toList());
    }

    private List<Type> carriedTypes() {
        List<Type> types = types();
        if (!types.isEmpty() && chance(0.6)) {
            types.add(types.get(0));
        }
        return types;
    }

    private void forLoop(BlockBuilder block, List<Var> scope, int depth) {
        List<Type> types = carriedTypes();
        List<Value> inits = values(block, scope, types);
        List<Var> params = define(types);
        Var index = new Var(pick(List.of("i", "j", "", "n")), Type.INT);
        boolean up = chance(0.6);
        Value end = chance(0.5) ? block.length(value(block, scope, VECTOR)) : index(block, scope);
        Value start = index(block, scope);
        if (chance(0.4)) {
            end = block.let(chance(0.7) ? "" : "n", new Expr.Apply(Primitive.SUB, List.of(end, Const.of(1)), Type.INT));
        }
        BlockBuilder body = block.nested();
        List<Var> inner = new ArrayList<>(scope);
        inner.addAll(params);
        inner.add(index);
        statements(body, inner, 1 + random.nextInt(4), depth + 1);
        List<Value> next = next(body, inner, params);
        List<Var> results = define(types);
        block.add(new Loop.For(
                index,
                up ? start : end,
                pick(up ? List.of(Primitive.LT, Primitive.LE) : List.of(Primitive.GT, Primitive.GE)),
                up ? end : start,
                (up ? 1 : -1) * (1 + random.nextInt(2)),
                params,
                inits,
                body.build(next),
                results,
                block.origin()));
        scope.addAll(results);
    }

    private void whileLoop(BlockBuilder block, List<Var> scope, int depth) {
        List<Type> types = carriedTypes();
        List<Value> inits = values(block, scope, types);
        List<Var> params = new ArrayList<>(define(types));
        Var counter = new Var(name(), Type.INT);
        BlockBuilder test = block.nested();
        List<Var> inner = new ArrayList<>(scope);
        inner.addAll(params);
        inner.add(counter);
        List<Var> testScope = new ArrayList<>(inner);
        Value more = test.compare(Primitive.LT, counter, Const.of(random.nextInt(4)));
        if (chance(0.5)) {
            Value also = test.let(name(), expr(test, testScope, Type.BOOLEAN));
            more = test.apply(Primitive.AND, Type.BOOLEAN, more, also);
        }
        BlockBuilder body = block.nested();
        List<Var> bodyScope = new ArrayList<>(inner);
        statements(body, bodyScope, 1 + random.nextInt(3), depth + 1);
        List<Value> next = new ArrayList<>(next(body, bodyScope, params));
        next.add(body.plus(counter, Const.of(1)));
        List<Var> results = new ArrayList<>(define(types));
        params.add(counter);
        inits.add(Const.of(0));
        results.add(new Var(name(), Type.INT));
        block.add(new Loop.While(params, inits, test.build(more), body.build(next), results, block.origin()));
        scope.addAll(results);
    }

    private void call(BlockBuilder block, List<Var> scope) {
        Function callee = pick(callable.values().stream().toList());
        List<Value> args =
                values(block, scope, callee.params().stream().map(Var::type).toList());
        List<Var> results = define(callee.results().stream().map(Var::type).toList());
        block.add(new Stmt.Call(new Callee.Local(callee.name()), args, results, block.origin()));
        scope.addAll(results);
    }
}
