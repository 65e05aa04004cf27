package dev.leibniz.processor.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Expr;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.IrInterpreter;
import dev.leibniz.processor.ir.Op;
import dev.leibniz.processor.ir.Origin;
import dev.leibniz.processor.ir.Stmt;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrPrinter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that were cut into parts compute the same, bit for bit, and are short. */
class MethodSplittingTest {
    private static final int COUNT = Integer.getInteger("splitting.count", 120);
    private static final int MOST_PARAMETERS = 17;

    @ParameterizedTest
    @ValueSource(ints = {80, 200, 600})
    void randomFunctionsComputeTheSame(int limit) {
        int split = 0;
        int shortEnough = 0;
        for (int seed = 0; seed < COUNT; seed++) {
            Function before = LongFunctions.create(seed, 150);
            MethodSplitting.Split after = split(before, limit);
            String message = "seed " + seed;
            for (double x : new double[] {0.3, -2, Double.NaN}) {
                assertEquals(
                        run(before, List.of(), x),
                        run(after.function(), after.parts(), x),
                        () -> message + "\n" + IrPrinter.print(before) + "\nbecame\n" + print(after));
            }
            for (Function part : after.parts()) {
                assertTrue(part.params().size() <= MOST_PARAMETERS, () -> message + ": " + part.params());
            }
            split += after.parts().isEmpty() ? 0 : 1;
            shortEnough += size(after.function()) <= 3 * limit + 300 ? 1 : 0;
        }
        assertTrue(split > COUNT / 4, "only " + split + " functions were long enough");
        assertTrue(shortEnough > COUNT * 9 / 10, "only " + shortEnough + " functions became short");
    }

    private static MethodSplitting.Split split(Function function, int limit) {
        return MethodSplitting.split(function, "f", limit, new FrameClasses());
    }

    private static int size(Function function) {
        return new BytecodeSize(function).of(function.body());
    }

    private static String print(MethodSplitting.Split split) {
        StringBuilder text = new StringBuilder(IrPrinter.print(split.function()));
        split.parts().forEach(part -> text.append(IrPrinter.print(part)));
        return text.toString();
    }

    /** What comes back or is thrown, and what the arrays hold then. */
    private static String run(Function function, List<Function> parts, double x) {
        Map<String, Function> all = byName(parts);
        double[] a = {1, x, -0.0, 3};
        double[][] m = {{1, 2, 3, 4}, {5, 6, x, 8}, a, {9, 10, 11, 12}};
        Object[] args = function.params().size() == 1 ? new Object[] {x} : new Object[] {x, 3, a, m};
        String outcome;
        try {
            outcome = bits(IrInterpreter.run(all, (opaque, operands) -> "", function, args));
        } catch (IrInterpreter.Thrown thrown) {
            outcome = "throws " + thrown.getMessage();
        }
        return outcome + bits(List.of(a, m));
    }

    private static Map<String, Function> byName(List<Function> parts) {
        Map<String, Function> all = new HashMap<>();
        parts.forEach(part -> all.put(part.name(), part));
        return all;
    }

    /** {@code x = sin(x) * (the value 2,000 statements ago)}, over and over. */
    private static Function chain(int length) {
        Var x = new Var("x", Type.DOUBLE);
        BlockBuilder out = new BlockBuilder();
        List<Value> values = new ArrayList<>(List.of(x));
        for (int i = 1; i < length / 2; i++) {
            Value sine = out.math("sin", values.get(i - 1));
            values.add(out.let(
                    "v" + i,
                    new Expr.Apply(Op.Primitive.ADD, List.of(sine, values.get(Math.max(0, i - 1000))), Type.DOUBLE)));
        }
        Value last = values.get(values.size() - 1);
        return new Function("f", List.of(x), List.of(new Var("", Type.DOUBLE)), out.build(List.of(last)));
    }

    private static String bits(Object value) {
        if (value instanceof List<?> all) {
            return all.stream().map(MethodSplittingTest::bits).toList().toString();
        } else if (value instanceof Double d) {
            return Long.toHexString(Double.doubleToLongBits(d));
        } else if (value instanceof double[] row) {
            return bits(Arrays.stream(row).boxed().toList());
        } else if (value instanceof double[][] rows) {
            return bits(Arrays.asList((Object[]) rows));
        }
        return String.valueOf(value);
    }

    @Test
    void shortFunctionsAreLeftAlone() {
        Function function = chain(50);
        MethodSplitting.Split split = split(function, MethodSplitting.LIMIT);
        assertSame(function, split.function());
        assertEquals(List.of(), split.parts());
    }

    @Test
    void veryLongFunctionsBecomeShortInAllParts() {
        MethodSplitting.Split split = split(chain(60_000), MethodSplitting.LIMIT);
        List<Function> all = new ArrayList<>(split.parts());
        all.add(split.function());
        for (Function part : all) {
            assertTrue(size(part) <= 1.3 * MethodSplitting.LIMIT, () -> part.name() + " has " + size(part));
        }
        assertEquals(
                IrInterpreter.run(chain(60_000), 0.4),
                IrInterpreter.run(byName(split.parts()), (opaque, operands) -> "", split.function(), 0.4));
    }

    @Test
    void tenThousandStatementsTakeMilliseconds() {
        Function function = chain(10_000);
        long best = Long.MAX_VALUE;
        for (int trial = 0; trial < 8; trial++) {
            long start = System.nanoTime();
            split(function, MethodSplitting.LIMIT);
            best = Math.min(best, System.nanoTime() - start);
        }
        assertTrue(best < 500_000_000, "took " + best / 1e6 + " ms");
    }

    @Test
    void aBlockThatThrowsKeepsItsThrowLast() {
        Var x = new Var("x", Type.DOUBLE);
        BlockBuilder bad = new BlockBuilder();
        Value sum = x;
        for (int i = 0; i < 40; i++) {
            sum = bad.let("v", new Expr.Apply(Op.math("sin"), List.of(sum), Type.DOUBLE));
        }
        bad.add(new Stmt.Throw("too bad", List.of(sum), Origin.NONE));
        BlockBuilder out = new BlockBuilder();
        Var y = new Var("y", Type.DOUBLE);
        out.add(new Stmt.If(
                out.compare(Op.Primitive.LT, x, Const.of(0.0)),
                bad.build(sum),
                new BlockBuilder().build(x),
                List.of(y),
                Origin.NONE));
        Function function = new Function("f", List.of(x), List.of(new Var("", Type.DOUBLE)), out.build(List.of(y)));
        MethodSplitting.Split split = split(function, 100);
        assertTrue(split.parts().size() > 1);
        for (double at : new double[] {-1, 1}) {
            assertEquals(run(function, List.of(), at), run(split.function(), split.parts(), at));
        }
    }

    /** {@code v0 = sin(x); v1 = sin(v0) …}, and then a sum of all of them, in which each one is named or not. */
    private static Function sumOfChain(int length, boolean isNamed) {
        Var x = new Var("x", Type.DOUBLE);
        BlockBuilder out = new BlockBuilder();
        List<Value> values = new ArrayList<>(List.of(x));
        for (int i = 0; i < length; i++) {
            Expr product = new Expr.Apply(Op.Primitive.MUL, List.of(values.get(i), x), Type.DOUBLE);
            values.add(out.let(isNamed ? "v" + i : "", product));
        }
        Value sum = Const.of(0.0);
        for (Value value : values) {
            sum = out.let("sum", new Expr.Apply(Op.Primitive.ADD, List.of(sum, value), Type.DOUBLE));
        }
        return new Function("f", List.of(x), List.of(new Var("", Type.DOUBLE)), out.build(List.of(sum)));
    }

    private static Map<String, Type> fields(MethodSplitting.Split split) {
        Stmt first = split.function().body().stmts().get(0);
        return first instanceof Stmt.Let let && let.expr() instanceof Expr.NewFrame frame
                ? frame.type().fields()
                : Map.of();
    }

    @Test
    void fieldsAreCalledLikeTheirValues() {
        MethodSplitting.Split split = split(sumOfChain(60, true), 600);
        assertTrue(fields(split).keySet().containsAll(List.of("v1", "v2", "v3")), () -> print(split));
        assertTrue(print(split).contains("new FLocals()"), () -> print(split));
    }

    @Test
    void fieldsOfValuesWithoutNamesAreCalledAfterWhatIsComputedFromThem() {
        MethodSplitting.Split split = split(sumOfChain(60, false), 600);
        assertTrue(fields(split).keySet().containsAll(List.of("sumTerm", "sumTerm2")), () -> print(split));
    }

    @Test
    void framesWithTheSameFieldsAreOfOneClass() {
        FrameClasses classes = new FrameClasses();
        MethodSplitting.Split f = MethodSplitting.split(sumOfChain(60, true), "f", 600, classes);
        MethodSplitting.Split g = MethodSplitting.split(sumOfChain(60, true), "g", 600, classes);
        assertEquals(
                f.parts().get(0).params().stream().map(Var::type).toList(),
                g.parts().get(0).params().stream().map(Var::type).toList());
    }

    @Test
    void whatIsTooMuchForAClassIsInArrays() {
        Function function = sumOfChain(600, true);
        MethodSplitting.Split split = split(function, 600);
        assertEquals(250, fields(split).size());
        assertTrue(print(split).contains("doubles[0] = "), () -> print(split));
        assertEquals(run(function, List.of(), 0.9), run(split.function(), split.parts(), 0.9));
    }
}
