package dev.leibniz.benchmarks.gradbench.protocol;

import java.util.Arrays;

/**
 * How often a function is run. The virtual machine compiles what it has run for a while; so that the timings are not those
 * of its interpreter, the function is first run untimed, for as long as it will be timed, but for a second at most.
 *
 * @param minRuns how often it is run at least
 * @param minSeconds for how long it is run at least
 */
public record Repetition(int minRuns, double minSeconds) {
    private static final double LONGEST_WARM_UP_SECONDS = 1;

    /** What an input says of repetition. An input that has no parts is that of a function to be run just once. */
    public static Repetition of(Input input) {
        return input.hasParts()
                ? new Repetition((int) input.numberOr("min_runs", 1), input.numberOr("min_seconds", 1))
                : new Repetition(1, 0);
    }

    /** Runs the work as often as it must be. */
    public <R> Timed run(Work<R> work) {
        long start = System.nanoTime();
        long warmUpNanos = (long) (Math.min(minSeconds, LONGEST_WARM_UP_SECONDS) * 1e9);
        while (System.nanoTime() - start < warmUpNanos) {
            work.run().get();
        }
        long prepareNanos = System.nanoTime() - start;

        long[] nanos = new long[16];
        int runs = 0;
        long total = 0;
        R result;
        do {
            long before = System.nanoTime();
            result = work.run().get();
            long elapsed = System.nanoTime() - before;
            if (runs == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * runs);
            }
            nanos[runs++] = elapsed;
            total += elapsed;
        } while (runs < minRuns || total < minSeconds * 1e9);
        return new Timed(work.output().apply(result), prepareNanos, Arrays.copyOf(nanos, runs));
    }

    /**
     * A result and what it took.
     *
     * @param output the last run's output
     * @param prepareNanos the time before the first timed run
     * @param evaluateNanos the time of each run
     */
    public record Timed(Output output, long prepareNanos, long[] evaluateNanos) {}
}
