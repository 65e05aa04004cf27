package dev.leibniz.benchmarks;

import dev.leibniz.benchmarks.measure.Options;
import dev.leibniz.benchmarks.measure.SolverCases;
import dev.leibniz.benchmarks.measure.Text;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Prints how much dearer the gradient of a function that solves something is than the function, and than central differences: roots, a
 * system of equations, a stiff differential equation.
 *
 * <p>Usage: {@code SolverTable [--seconds=S] [--quantile=Q] [--cpu] [case ...]}, as for {@link RatioTable}; S is 5.
 */
public final class SolverTable {
    private static final String ROW = "%-8s %-12s %12s %10s %14s%n";

    private SolverTable() {}

    /** Prints the table. */
    public static void main(String[] args) {
        Options options = Options.of(5, args);
        System.out.println(Text.machine());
        System.out.printf(ROW, "problem", "size", "solve, ms", "gradient", "differences");
        for (Map.Entry<String, Supplier<SolverCases.Case>> entry :
                SolverCases.all().entrySet()) {
            if (options.wants(entry.getKey())) {
                SolverCases.Case at = entry.getValue().get();
                double[] times = options.timer().times(at.solve(), at.gradient(), at.differences());
                System.out.printf(
                        ROW,
                        entry.getKey(),
                        at.size(),
                        Text.number("%.4f", times[0] / 1e6),
                        Text.number("%.2f", times[1] / times[0]),
                        Text.number("%.1f", times[2] / times[0]));
            }
        }
    }
}
