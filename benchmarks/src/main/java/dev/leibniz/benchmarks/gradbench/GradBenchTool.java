package dev.leibniz.benchmarks.gradbench;

import dev.leibniz.benchmarks.gradbench.evals.Evals;
import java.io.IOException;
import java.io.PrintStream;

/** Leibniz as a tool of GradBench's: talks on standard input and output, and lets nothing else onto the latter. */
public final class GradBenchTool {
    private GradBenchTool() {}

    /** Runs one session. */
    public static void main(String[] args) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        new Session(System.in, answers, Evals.byModule()).run();
    }
}
