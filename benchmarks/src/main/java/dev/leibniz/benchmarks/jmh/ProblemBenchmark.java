package dev.leibniz.benchmarks.jmh;

import dev.leibniz.benchmarks.measure.BenchmarkCase;
import dev.leibniz.benchmarks.measure.BenchmarkCases;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Each problem as a function, and its derivative by hand-written and by generated code, each in a machine of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-XX:+UseParallelGC")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProblemBenchmark {
    /** The problem, by its name in the table. */
    @Param({
        "llsq",
        "lse",
        "det",
        "ode",
        "gmm10",
        "gmm64",
        "lstm",
        "ba",
        "htSmall",
        "htBig",
        "kmeans",
        "particle",
        "saddle",
        "options",
        "mlp"
    })
    public String problem;

    private BenchmarkCase benchmark;

    /** Makes the problem's input. */
    @Setup
    public void setUp() {
        benchmark = BenchmarkCases.all().get(problem).get();
    }

    /** The function. */
    @Benchmark
    public Object primal() {
        return benchmark.primal().get();
    }

    /** The yardstick. */
    @Benchmark
    public Object handWritten() {
        return benchmark.handWritten().get();
    }

    /** The derivative that was generated. */
    @Benchmark
    public Object generated() {
        return benchmark.generated().get();
    }
}
