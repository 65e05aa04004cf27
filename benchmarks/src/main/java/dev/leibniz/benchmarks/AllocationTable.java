package dev.leibniz.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.leibniz.benchmarks.measure.BenchmarkCase;
import dev.leibniz.benchmarks.measure.BenchmarkCases;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * Prints how many bytes one run of each function and of its derivatives allocates, the result included, as the problems
 * grow: a bound of the memory that a derivative needs beyond the function's.
 */
public final class AllocationTable {
    private static final String ROW = "%-8s %-28s %14s %14s %14s%n";
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private AllocationTable() {}

    /** Prints the table. */
    public static void main(String[] args) {
        System.out.printf(ROW, "problem", "size", "primal", "by hand", "generated");
        for (int n = 1_000; n <= 100_000; n *= 10) {
            print("llsq", BenchmarkCases.llsq(n, 128));
        }
        for (int n = 1_000; n <= 100_000; n *= 10) {
            print("gmm", BenchmarkCases.gmm(10, 25, n));
        }
        for (int n = 1_000; n <= 100_000; n *= 10) {
            print("kmeans", BenchmarkCases.kMeans(10, n, 8));
        }
        for (int batch = 100; batch <= 10_000; batch *= 10) {
            print("mlp", BenchmarkCases.mlp(64, 128, 10, batch));
        }
        for (int n = 1_000; n <= 100_000; n *= 10) {
            print("lse", BenchmarkCases.lse(n));
        }
        for (int ell = 6; ell <= 10; ell += 2) {
            print("det", BenchmarkCases.det(ell));
        }
        for (int s = 10; s <= 1_000; s *= 10) {
            print("ode", BenchmarkCases.ode(1_000, s));
        }
        for (int c = 500; c <= 5_000; c *= 10) {
            print("lstm", BenchmarkCases.lstm(4, c));
        }
    }

    private static void print(String name, BenchmarkCase benchmark) {
        System.out.printf(
                ROW,
                name,
                benchmark.size(),
                allocated(benchmark.primal()),
                allocated(benchmark.handWritten()),
                allocated(benchmark.generated()));
    }

    /** The least of a few runs, for the first ones may have the compiler's and the class loader's share in them. */
    private static long allocated(Supplier<?> computation) {
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 5; run++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            computation.get();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
