package dev.leibniz.benchmarks.gradbench.protocol;

/** One of GradBench's problems. */
@FunctionalInterface
public interface Eval {
    /**
     * Takes the input of a function apart.
     *
     * @throws InvalidInputException if there is no such function, or the input is not one of its
     */
    Work<?> work(String function, Input input);
}
