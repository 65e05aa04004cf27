package dev.leibniz.processor.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.processor.ir.BlockBuilder;
import dev.leibniz.processor.ir.Const;
import dev.leibniz.processor.ir.Function;
import dev.leibniz.processor.ir.IrInterpreter;
import dev.leibniz.processor.ir.Type;
import dev.leibniz.processor.ir.Value;
import dev.leibniz.processor.ir.Var;
import dev.leibniz.processor.ir.walk.IrPrinter;
import dev.leibniz.processor.ir.walk.IrVerifier;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random functions compute the same before and after, bit for bit, with each pass alone and with all of them. */
class SimplificationTest {
    private static final int COUNT = Integer.getInteger("simplify.count", 400);

    static Stream<Set<String>> switchedOff() {
        List<Set<String>> all = new ArrayList<>();
        all.add(Set.of());
        for (String alone : Simplified.names()) {
            Set<String> off = new HashSet<>(Simplified.names());
            off.remove(alone);
            all.add(off);
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("switchedOff")
    void randomFunctionsComputeTheSame(Set<String> off) {
        int smaller = 0;
        for (int seed = 0; seed < COUNT; seed++) {
            Function before = RandomFunctions.create(seed, 60);
            IrVerifier.verify(before);
            Function after = Simplified.of(before, off);
            IrVerifier.verify(after);
            assertSame(after, Simplified.of(after, off), "what was simplified is left as it is");
            for (double[] x : new double[][] {{0.3, -2, 1}, {0.0, -0.0, 0}, {Double.NaN, 1e300, -1}}) {
                List<Object> expected = run(before, x);
                List<Object> actual = run(after, x);
                String difference = "seed " + seed;
                assertEquals(
                        bits(expected),
                        bits(actual),
                        () -> difference + "\n" + IrPrinter.print(before) + "\nbecame\n" + IrPrinter.print(after));
            }
            smaller += size(after) < size(before) || !after.equals(before) ? 1 : 0;
        }
        assertTrue(smaller > COUNT / 20, "only " + smaller + " functions were changed at all");
    }

    /** The results, and the arrays that were handed in. */
    private static List<Object> run(Function function, double[] x) {
        double[] a = {1, x[0], 3};
        double[][] m = {{1, 2, 3}, {4, x[1], 6}, {7, 8, 9}};
        if (x[2] == 0) {
            m[2] = a;
            m[1] = m[0];
        }
        List<Object> all = new ArrayList<>(IrInterpreter.run(
                Map.of("h", RandomFunctions.helper()), (o, args) -> "", function, x[0], x[1], (int) x[2], a, m));
        all.add(a);
        all.add(m);
        return all;
    }

    private static String bits(Object value) {
        if (value instanceof List<?> all) {
            return all.stream().map(SimplificationTest::bits).toList().toString();
        } else if (value instanceof Double d) {
            return Double.toHexString(d) + (Double.isNaN(d) ? "" : " " + Double.doubleToLongBits(d));
        } else if (value instanceof double[] row) {
            return Arrays.stream(row)
                    .boxed()
                    .map(SimplificationTest::bits)
                    .toList()
                    .toString();
        } else if (value instanceof double[][] matrix) {
            return Arrays.stream(matrix).map(SimplificationTest::bits).toList().toString();
        }
        return String.valueOf(value);
    }

    static int size(Function function) {
        AtomicInteger size = new AtomicInteger();
        dev.leibniz.processor.ir.walk.Walk.forEach(function.body(), stmt -> size.incrementAndGet());
        return size.get();
    }

    @Test
    void longBodiesTakeMilliseconds() {
        Var x = new Var("x", Type.DOUBLE);
        Var a = new Var("a", Type.arrayOf(Type.DOUBLE));
        BlockBuilder out = new BlockBuilder();
        Value sum = x;
        for (int i = 0; i < 2_000; i++) {
            Value element = out.load(a, Const.of(i % 7));
            sum = out.plus(sum, out.times(out.math("sin", sum), element));
            out.store(a, Const.of(i % 5), sum);
        }
        Function function =
                new Function("f", List.of(x, a), List.of(new Var("", Type.DOUBLE)), out.build(List.of(sum)));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int trial = 0; trial < 8; trial++) {
            long start = threads.getCurrentThreadCpuTime();
            Simplified.of(function, Set.of());
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }
        assertTrue(best < 500_000_000, "10,000 statements took " + best / 1e6 + " ms");
    }
}
