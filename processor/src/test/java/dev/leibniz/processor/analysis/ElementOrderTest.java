package dev.leibniz.processor.analysis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.analysis.memory.ElementOrder;
import dev.leibniz.processor.analysis.memory.Memory;
import dev.leibniz.processor.analysis.memory.Places;
import dev.leibniz.processor.analysis.memory.PointsTo;
import dev.leibniz.processor.analysis.memory.RepeatedRows;
import dev.leibniz.processor.analysis.memory.Summaries;
import dev.leibniz.processor.ir.Block;
import dev.leibniz.processor.ir.BlockBuilder;
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
import dev.leibniz.processor.ir.walk.IrPrinter;
import dev.leibniz.processor.ir.walk.IrVerifier;
import dev.leibniz.processor.ir.walk.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Random loops in each other, up and down, in steps of one and two, that read and write a matrix and an array, which may be a matrix
 * itself, at indices that they count or choose: of each load that is
 * said to be final, the run must show that nothing is written to the element afterwards.
 */
class ElementOrderTest {
    private static final Type ROW = Type.arrayOf(Type.DOUBLE);
    private static final int PROGRAMS = 4000;

    @Test
    void whatIsFinalIsNotWrittenAgain() {
        int loads = 0;
        int finals = 0;
        for (int seed = 0; seed < PROGRAMS; seed++) {
            Function function = new Loops(seed).function();
            IrVerifier.verify(function);
            Predicate<Stmt.Let> isFinal = isFinalIn(function);
            Set<Stmt> overwritten = new Run().overwritten(function);
            List<Stmt.Let> all = new ArrayList<>();
            Walk.forEach(function.body(), stmt -> {
                if (stmt instanceof Stmt.Let let
                        && let.expr() instanceof Expr.Load
                        && !let.target().type().isArray()) {
                    all.add(let);
                }
            });
            for (Stmt.Let let : all) {
                loads++;
                if (isFinal.test(let)) {
                    finals++;
                    assertFalse(
                            overwritten.contains(let),
                            "seed " + seed + ": " + let.target().name() + " in\n" + IrPrinter.print(function));
                }
            }
        }
        assertTrue(finals > loads / 10, finals + " of " + loads + " loads are known to be final");
    }

    /** The body of a {@code while} loop runs after each test, though it stands in the same statement. */
    @Test
    void whatATestReadsIsNotFinalIfTheBodyWritesIt() {
        Var array = new Var("a", ROW);
        BlockBuilder out = new BlockBuilder();
        out.add(new Stmt.Let(array, new Expr.NewArray(ROW, List.of(Const.of(9))), Origin.NONE));
        BlockBuilder test = new BlockBuilder();
        Value read = test.load("v", array, Const.of(1));
        Block condition = test.build(test.compare(Primitive.LT, read, Const.of(3.0)));
        BlockBuilder body = new BlockBuilder();
        body.accumulate(array, Const.of(1), Const.of(1.0));
        out.add(new Loop.While(List.of(), List.of(), condition, body.build(), List.of(), Origin.NONE));
        Function function = new Function("f", List.of(), List.of(), out.build());
        IrVerifier.verify(function);
        assertFalse(isFinalIn(function).test((Stmt.Let) condition.stmts().get(0)));
    }

    private static Predicate<Stmt.Let> isFinalIn(Function function) {
        Summaries summaries = Summaries.of(Map.of());
        PointsTo pointsTo = PointsTo.of(function, summaries);
        Places places = Places.of(function);
        Memory memory = Memory.of(function, places, pointsTo, summaries);
        ElementOrder order =
                new ElementOrder(places, memory, pointsTo, new RepeatedRows(function, places, pointsTo, summaries));
        return let -> order.isFinal((Expr.Load) let.expr(), let, places.root());
    }

    /** Makes a function. */
    private static final class Loops {
        private final Random random;
        private final Var matrix = new Var("m", Type.arrayOf(ROW));
        private final Var array = new Var("a", ROW);
        private int number;

        Loops(int seed) {
            random = new Random(seed);
        }

        Function function() {
            BlockBuilder out = new BlockBuilder();
            out.add(new Stmt.Let(
                    matrix, new Expr.NewArray(matrix.type(), List.of(Const.of(9), Const.of(9))), Origin.NONE));
            out.add(new Stmt.Let(array, new Expr.NewArray(ROW, List.of(Const.of(9))), Origin.NONE));
            statements(out, new ArrayList<>(), 3);
            return new Function("f", List.of(), List.of(), out.build());
        }

        private void statements(BlockBuilder out, List<Var> indices, int depth) {
            int count = 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                int kind = random.nextInt(depth > 0 ? 6 : 3);
                if (kind < 3) {
                    access(out, indices);
                } else if (kind == 3 && !indices.isEmpty()) {
                    BlockBuilder then = new BlockBuilder();
                    access(then, indices);
                    BlockBuilder otherwise = new BlockBuilder();
                    access(otherwise, indices);
                    Value test = out.compare(Primitive.LT, index(out, indices), index(out, indices));
                    out.add(new Stmt.If(test, then.build(), otherwise.build(), List.of(), Origin.NONE));
                } else {
                    loop(out, indices, depth);
                }
            }
        }

        private void loop(BlockBuilder out, List<Var> indices, int depth) {
            Var index = new Var("i" + number++, Type.INT);
            boolean isUpwards = random.nextBoolean();
            Primitive relation = isUpwards
                    ? random.nextBoolean() ? Primitive.LT : Primitive.LE
                    : random.nextBoolean() ? Primitive.GT : Primitive.GE;
            Value low = random.nextInt(3) > 0 ? Const.of(random.nextInt(2)) : index(out, indices);
            Value high = random.nextBoolean() ? Const.of(2 + random.nextInt(3)) : index(out, indices);
            int step = (isUpwards ? 1 : -1) * (random.nextInt(4) == 0 ? 2 : 1);
            BlockBuilder body = new BlockBuilder();
            List<Var> inside = new ArrayList<>(indices);
            inside.add(index);
            boolean chooses = random.nextInt(3) == 0;
            Var chosen = new Var("p" + number++, Type.INT);
            Value first = index(out, indices);
            if (chooses) {
                inside.add(chosen);
            }
            statements(body, inside, depth - 1);
            Block block = chooses ? body.build(choice(body, inside)) : body.build();
            Value from = isUpwards ? low : high;
            Value bound = isUpwards ? high : low;
            Var last = new Var("q" + number++, Type.INT);
            List<Var> params = chooses ? List.of(chosen) : List.of();
            List<Value> inits = chooses ? List.of(first) : List.of();
            List<Var> results = chooses ? List.of(last) : List.of();
            out.add(new Loop.For(index, from, relation, bound, step, params, inits, block, results, Origin.NONE));
            if (chooses) {
                indices.add(last);
            }
        }

        /** One of two indices, as a search for the largest element makes it. */
        private Value choice(BlockBuilder out, List<Var> indices) {
            Value test = out.compare(Primitive.LT, index(out, indices), index(out, indices));
            Var result = new Var("c" + number++, Type.INT);
            Block then = Block.yielding(index(out, indices));
            Block otherwise = Block.yielding(index(out, indices));
            out.add(new Stmt.If(test, then, otherwise, List.of(result), Origin.NONE));
            return result;
        }

        /** Reads or writes an element. */
        private void access(BlockBuilder out, List<Var> indices) {
            boolean isFlat = random.nextInt(3) == 0;
            Value row = isFlat ? array : out.load("r" + number++, matrix, index(out, indices));
            Value index = isFlat && random.nextBoolean() ? flat(out, indices) : index(out, indices);
            switch (random.nextInt(3)) {
                case 0 -> out.store(row, index, Const.of(1.0));
                case 1 -> out.accumulate(row, index, Const.of(1.0));
                default -> out.load("v" + number++, row, index);
            }
        }

        /** A place in a matrix that lies in one array. */
        private Value flat(BlockBuilder out, List<Var> indices) {
            Value width = Const.of(3 + random.nextInt(2));
            Value start = out.apply(Primitive.MUL, Type.INT, index(out, indices), width);
            return out.apply(Primitive.ADD, Type.INT, start, index(out, indices));
        }

        private Value index(BlockBuilder out, List<Var> indices) {
            if (indices.isEmpty() || random.nextInt(6) == 0) {
                return Const.of(random.nextInt(3));
            }
            Var base = indices.get(random.nextInt(indices.size()));
            int more = random.nextInt(5) - 2;
            if (more == 0 || random.nextInt(3) > 0) {
                return base;
            }
            return out.apply(more > 0 ? Primitive.ADD : Primitive.SUB, Type.INT, base, Const.of(Math.abs(more)));
        }
    }

    /** Runs a function as far as its indices go. */
    private static final class Run {
        private final Map<Var, Object> values = new HashMap<>();
        private final Map<String, Set<Stmt>> readers = new HashMap<>();
        private final Set<Stmt> overwritten = new HashSet<>();

        /** The loads of which an element was written after it was read. */
        Set<Stmt> overwritten(Function function) {
            block(function.body());
            return overwritten;
        }

        private void block(Block block) {
            block.stmts().forEach(this::stmt);
        }

        private Object value(Value value) {
            return value instanceof Const constant ? constant.value() : values.get((Var) value);
        }

        private int number(Value value) {
            return (Integer) value(value);
        }

        private void stmt(Stmt stmt) {
            if (stmt instanceof Stmt.Let let) {
                let(let);
            } else if (stmt instanceof Stmt.Store store) {
                write(value(store.array()) + "/" + number(store.index()));
            } else if (stmt instanceof Stmt.Accumulate add) {
                write(value(add.array()) + "/" + number(add.index()));
            } else if (stmt instanceof Stmt.If choice) {
                Block taken = (Boolean) value(choice.condition()) ? choice.then() : choice.otherwise();
                block(taken);
                assign(choice.results(), taken.yields());
            } else if (stmt instanceof Loop.For loop) {
                int bound = number(loop.bound());
                assign(loop.params(), loop.inits());
                for (int i = number(loop.from()); holds(loop.relation(), i, bound); i += loop.step()) {
                    values.put(loop.index(), i);
                    block(loop.body());
                    assign(loop.params(), loop.body().yields());
                }
                assign(loop.results(), loop.params());
            }
        }

        private void assign(List<Var> targets, List<? extends Value> sources) {
            List<Object> all = sources.stream().map(this::value).toList();
            for (int i = 0; i < targets.size(); i++) {
                values.put(targets.get(i), all.get(i));
            }
        }

        private void let(Stmt.Let let) {
            if (let.expr() instanceof Expr.NewArray) {
                values.put(let.target(), let.target().name());
            } else if (let.expr() instanceof Expr.Load load) {
                String element = value(load.array()) + "/" + number(load.index());
                values.put(let.target(), element);
                if (!load.type().isArray()) {
                    readers.computeIfAbsent(element, e -> new HashSet<>()).add(let);
                }
            } else if (let.expr() instanceof Expr.Apply apply) {
                int a = number(apply.operand(0));
                int b = number(apply.operand(1));
                Op op = apply.op();
                values.put(let.target(), op == Primitive.LT ? (Object) (a < b) : result((Primitive) op, a, b));
            }
        }

        private static int result(Primitive operation, int a, int b) {
            return switch (operation) {
                case ADD -> a + b;
                case SUB -> a - b;
                default -> a * b;
            };
        }

        private void write(String element) {
            overwritten.addAll(readers.getOrDefault(element, Set.of()));
        }

        private static boolean holds(Primitive relation, int i, int bound) {
            return switch (relation) {
                case LT -> i < bound;
                case LE -> i <= bound;
                case GT -> i > bound;
                default -> i >= bound;
            };
        }
    }
}
