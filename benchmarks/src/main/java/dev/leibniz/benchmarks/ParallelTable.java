package dev.leibniz.benchmarks;

import dev.leibniz.benchmarks.measure.InterleavedTimer;
import dev.leibniz.benchmarks.measure.ParallelTraining;
import dev.leibniz.benchmarks.measure.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Prints how much sooner {@code ParallelGradient} has the gradient of a sum on two threads than on one, and how long one loop takes
 * without it; for a network that reads digits, over 1,437 examples, as many as the sample learns from, and over ten times as many. It
 * fails if one bit of a result depends on the number of threads. The last column is what the machine allows just then: how much more
 * is done by as many threads that each run the one loop, and have nothing to do with each other.
 *
 * <p>Usage: {@code ParallelTable [--seconds=S] [--quantile=Q] [--threads=N]}, for each number of examples; S is 10, Q 0.5, N 2. Times are
 * those of the clock on the wall: the machine should have nothing else to do.
 */
public final class ParallelTable {
    private static final String ROW = "%-10s %14s %14s %14s %8s %10s%n";

    private ParallelTable() {}

    /** Prints the table. */
    public static void main(String[] args) {
        double seconds = 10;
        double quantile = 0.5;
        int threads = 2;
        for (String arg : args) {
            String value = arg.substring(arg.indexOf('=') + 1);
            if (arg.startsWith("--seconds=")) {
                seconds = Double.parseDouble(value);
            } else if (arg.startsWith("--quantile=")) {
                quantile = Double.parseDouble(value);
            } else if (arg.startsWith("--threads=")) {
                threads = Integer.parseInt(value);
            } else {
                throw new IllegalArgumentException("there is no option " + arg);
            }
        }
        System.out.printf(
                "%s, %d processors%n", Text.machine(), Runtime.getRuntime().availableProcessors());
        System.out.printf(
                ROW, "examples", "one loop, ms", "1 thread, ms", threads + " threads, ms", "ratio", "at best");
        InterleavedTimer timer = new InterleavedTimer(seconds, quantile, System::nanoTime);
        for (int examples : new int[] {1_437, 14_370}) {
            print(examples, threads, timer);
        }
    }

    private static void print(int examples, int threads, InterleavedTimer timer) {
        ParallelTraining training = new ParallelTraining(examples);
        ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool several = new ForkJoinPool(threads);
        try {
            if (!ParallelTraining.haveSameBits(training.sum(one), training.sum(several))) {
                throw new IllegalStateException("the result depends on the number of threads");
            }
            double[] times = timer.times(
                    training::sumInOneLoop,
                    () -> training.sum(one),
                    () -> training.sum(several),
                    () -> onEach(threads, several, training));
            System.out.printf(
                    ROW,
                    examples,
                    Text.number("%.2f", times[0] / 1e6),
                    Text.number("%.2f", times[1] / 1e6),
                    Text.number("%.2f", times[2] / 1e6),
                    Text.number("%.2f", times[1] / times[2]),
                    Text.number("%.2f", threads * times[0] / times[3]));
        } finally {
            one.shutdown();
            several.shutdown();
        }
    }

    /** Runs the one loop once for each thread. */
    private static Object onEach(int threads, ForkJoinPool pool, ParallelTraining training) {
        List<ForkJoinTask<?>> loops = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            loops.add(pool.submit(training::sumInOneLoop));
        }
        return loops.stream().map(ForkJoinTask::join).toList();
    }
}
