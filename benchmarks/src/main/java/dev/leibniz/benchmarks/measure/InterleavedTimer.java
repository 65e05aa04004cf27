package dev.leibniz.benchmarks.measure;

import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Times several computations by turns, so that what disturbs the machine disturbs all of them. It is quick and good enough
 * for ratios; JMH is there for the rest.
 */
public final class InterleavedTimer {
    private final double seconds;
    private final double quantile;
    private final LongSupplier clock;

    /** Shorter computations are timed several at once. */
    private static final long SHORTEST_SAMPLE_NANOS = 2_000_000;

    private static final int FEWEST_ROUNDS = 5;

    /** Keeps results alive, so that no computation is optimised away. */
    private static volatile Object sink = "";

    /**
     * Makes a timer.
     *
     * @param seconds how long the computations are timed, all together; the warm-up takes half as long again
     * @param quantile which of a computation's times is given: 0.5 is the median, 0 the shortest
     * @param clock tells the time in nanoseconds
     */
    public InterleavedTimer(double seconds, double quantile, LongSupplier clock) {
        this.seconds = seconds;
        this.quantile = quantile;
        this.clock = clock;
    }

    /** Returns the time of one run of each, in nanoseconds. */
    public double[] times(Supplier<?>... computations) {
        int[] repetitions = warmUp(seconds / 2 / computations.length, computations);
        double[][] samples = new double[computations.length][16];
        int rounds = 0;
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (rounds < FEWEST_ROUNDS || System.nanoTime() < end) {
            for (int i = 0; i < computations.length; i++) {
                if (rounds == samples[i].length) {
                    samples[i] = Arrays.copyOf(samples[i], 2 * rounds);
                }
                samples[i][rounds] = sample(repetitions[i], computations[i]);
            }
            rounds++;
        }
        double[] times = new double[computations.length];
        for (int i = 0; i < times.length; i++) {
            double[] sorted = Arrays.copyOf(samples[i], rounds);
            Arrays.sort(sorted);
            times[i] = sorted[(int) (quantile * (rounds - 1))];
        }
        return times;
    }

    private int[] warmUp(double secondsEach, Supplier<?>... computations) {
        int[] repetitions = new int[computations.length];
        for (int i = 0; i < computations.length; i++) {
            long end = System.nanoTime() + (long) (secondsEach * 1e9);
            double time;
            do {
                time = sample(1, computations[i]);
            } while (System.nanoTime() < end);
            repetitions[i] = (int) Math.max(1, Math.ceil(SHORTEST_SAMPLE_NANOS / Math.max(1, time)));
        }
        return repetitions;
    }

    private double sample(int repetitions, Supplier<?> computation) {
        long start = clock.getAsLong();
        for (int r = 0; r < repetitions; r++) {
            sink = computation.get();
        }
        return (double) (clock.getAsLong() - start) / repetitions;
    }

    /** What the last computation returned. */
    static Object lastResult() {
        return sink;
    }
}
