package dev.leibniz.benchmarks.measure;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What the commands that print tables are told: {@code [--seconds=S] [--quantile=Q] [--cpu] [problem ...]}.
 *
 * @param timer measures as it was asked for
 * @param wanted names of problems, or how they begin; none means all
 */
public record Options(InterleavedTimer timer, List<String> wanted) {

    /** The options that are among the arguments of a command; for the others there are defaults. Short computations need more
     * seconds, for HotSpot to compile them. */
    public static Options of(double defaultSeconds, String... args) {
        double seconds = defaultSeconds;
        double quantile = 0.5;
        LongSupplier clock = System::nanoTime;
        List<String> wanted = new ArrayList<>();
        for (String arg : args) {
            if (arg.startsWith("--seconds=")) {
                seconds = Double.parseDouble(arg.substring("--seconds=".length()));
            } else if (arg.startsWith("--quantile=")) {
                quantile = Double.parseDouble(arg.substring("--quantile=".length()));
            } else if (arg.equals("--cpu")) {
                clock = ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
            } else {
                wanted.add(arg);
            }
        }
        return new Options(new InterleavedTimer(seconds, quantile, clock), List.copyOf(wanted));
    }

    /** Whether a problem is to be measured. */
    public boolean wants(String problem) {
        return wanted.isEmpty() || wanted.stream().anyMatch(problem::startsWith);
    }
}
