package dev.leibniz.benchmarks.gradbench.protocol;

import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A function with its input ready: what is run, perhaps many times, and timed, and how its last result becomes output,
 * which is not timed.
 *
 * @param run what is timed
 * @param output makes output of the result
 * @param <R> the type of the result
 */
public record Work<R>(Supplier<R> run, Function<R, Output> output) {

    /** Work that results in a number. */
    public static Work<Double> number(DoubleSupplier run) {
        return new Work<>(run::getAsDouble, result -> json -> Output.number(json, result));
    }

    /** Work that results in an array. */
    public static Work<double[]> vector(Supplier<double[]> run) {
        return new Work<>(run, result -> json -> Output.vector(json, result));
    }

    /** Work that results in an array of arrays. */
    public static Work<double[][]> matrix(Supplier<double[][]> run) {
        return new Work<>(run, result -> json -> Output.matrix(json, result));
    }
}
