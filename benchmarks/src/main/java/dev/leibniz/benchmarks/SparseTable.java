package dev.leibniz.benchmarks;

import dev.leibniz.benchmarks.measure.Options;
import dev.leibniz.benchmarks.measure.SparseCases;
import dev.leibniz.benchmarks.measure.Text;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Prints how dear sparse Jacobians are as multiples of the function, and a sparse Hessian as a multiple of its product with one vector;
 * and the same for another way to all of their elements.
 *
 * <p>Usage: {@code SparseTable [--seconds=S] [--quantile=Q] [--cpu] [case ...]}, as for {@link RatioTable}; S is 10.
 */
public final class SparseTable {
    private static final String ROW = "%-11s %-12s %8s %10s %12s %8s %12s  %s%n";

    private SparseTable() {}

    /** Prints the table. */
    public static void main(String[] args) {
        Options options = Options.of(10, args);
        System.out.println(Text.machine());
        System.out.printf(ROW, "problem", "size", "colours", "once, ms", "sparse, ms", "ratio", "ratio of", "");
        for (Map.Entry<String, Supplier<SparseCases.Case>> entry :
                SparseCases.all().entrySet()) {
            if (options.wants(entry.getKey())) {
                SparseCases.Case at = entry.getValue().get();
                double[] times = options.timer().times(at.once(), at.sparse(), at.other());
                System.out.printf(
                        ROW,
                        entry.getKey(),
                        at.size(),
                        at.colours(),
                        Text.number("%.4f", times[0] / 1e6),
                        Text.number("%.4f", times[1] / 1e6),
                        Text.number("%.1f", times[1] / times[0]),
                        Text.number("%.1f", times[2] / times[0]),
                        at.otherWay());
            }
        }
    }
}
