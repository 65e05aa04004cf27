package dev.leibniz.benchmarks;

import dev.leibniz.benchmarks.measure.Options;
import dev.leibniz.benchmarks.measure.PeakMemory;
import dev.leibniz.benchmarks.measure.ScalingCases;
import dev.leibniz.benchmarks.measure.Text;
import java.util.Map;

/**
 * Prints how much dearer gradients are than functions as the functions grow: of sorts, heaps, trees, transforms, tables,
 * factorisations and simulations, each at three sizes.
 *
 * <p>Usage: {@code ScalingTable [--seconds=S] [--quantile=Q] [--cpu] [algorithm ...]}, as for {@link RatioTable}; S is 3.
 */
public final class ScalingTable {
    private static final String ROW = "%-17s %9s %12s %9s %12s %12s%n";

    private ScalingTable() {}

    /** Prints the table. */
    public static void main(String[] args) {
        Options options = Options.of(3, args);
        System.out.println(Text.machine());
        System.out.printf(ROW, "algorithm", "size", "function, ms", "gradient", "holds, MB", "gradient, MB");
        for (Map.Entry<String, ScalingCases.Algorithm> entry :
                ScalingCases.all().entrySet()) {
            if (options.wants(entry.getKey())) {
                print(entry.getKey(), entry.getValue(), options);
            }
        }
    }

    private static void print(String name, ScalingCases.Algorithm algorithm, Options options) {
        double first = Double.NaN;
        double last = Double.NaN;
        for (int size : algorithm.sizes()) {
            ScalingCases.Case at = algorithm.at().apply(size);
            try {
                double[] times = options.timer().times(at.primal(), at.gradient());
                last = times[1] / times[0];
                first = Double.isNaN(first) ? last : first;
                System.out.printf(
                        ROW,
                        name,
                        size,
                        Text.number("%.4f", times[0] / 1e6),
                        Text.number("%.1f", last),
                        Text.number("%.3f", PeakMemory.of(at.primal()) / 1e6),
                        Text.number("%.3f", PeakMemory.of(at.gradient()) / 1e6));
            } catch (OutOfMemoryError e) {
                last = Double.POSITIVE_INFINITY;
                System.out.printf(ROW, name, size, "", "no memory", "", "");
                break;
            }
        }
        System.out.printf(ROW, "", "growth", "", Text.number("%.2f", last / first), "", "");
    }
}
