package dev.leibniz.benchmarks;

import dev.leibniz.benchmarks.measure.BenchmarkCase;
import dev.leibniz.benchmarks.measure.BenchmarkCases;
import dev.leibniz.benchmarks.measure.InterleavedTimer;
import dev.leibniz.benchmarks.measure.Options;
import dev.leibniz.benchmarks.measure.Text;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Prints how much dearer the derivatives are than the functions, measured in this one virtual machine.
 *
 * <p>Usage: {@code RatioTable [--seconds=S] [--quantile=Q] [--cpu] [problem ...]}, where S (3) is the time for each problem and
 * Q (0.5, the median) says which of its times counts. On a busy machine a small quantile is better, and so is {@code --cpu},
 * which counts the time of the processor and not that of the clock on the wall. A problem is named as in the table's first
 * column, or by the beginning of its name; none means all.
 */
public final class RatioTable {
    private static final String ROW = "%-10s %-28s %12s %12s %12s %9s %9s %9s%n";

    private RatioTable() {}

    /** Prints the table. */
    public static void main(String[] args) {
        Options options = Options.of(3, args);
        System.out.println(Text.machine());
        System.out.printf(
                ROW, "problem", "size", "primal ms", "by hand ms", "generated ms", "hand/pri", "gen/pri", "gen/hand");
        for (Map.Entry<String, Supplier<BenchmarkCase>> entry :
                BenchmarkCases.all().entrySet()) {
            String name = entry.getKey();
            if (options.wants(name)) {
                print(name, entry.getValue().get(), options.timer());
            }
        }
    }

    private static void print(String name, BenchmarkCase benchmark, InterleavedTimer timer) {
        double[] times = timer.times(benchmark.primal(), benchmark.handWritten(), benchmark.generated());
        double primal = times[0];
        double handWritten = times[1];
        double generated = times[2];
        System.out.printf(
                ROW,
                name,
                benchmark.size(),
                milliseconds(primal),
                milliseconds(handWritten),
                milliseconds(generated),
                ratio(handWritten / primal),
                ratio(generated / primal),
                ratio(generated / handWritten));
    }

    private static String milliseconds(double nanoseconds) {
        return Text.number("%.5f", nanoseconds / 1e6);
    }

    private static String ratio(double ratio) {
        return Text.number("%.2f", ratio);
    }
}
