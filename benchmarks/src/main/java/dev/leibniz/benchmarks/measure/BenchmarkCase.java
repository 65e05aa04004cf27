package dev.leibniz.benchmarks.measure;

import java.util.function.Supplier;

/**
 * One problem at one size: what is differentiated, and the two derivatives that are compared.
 *
 * @param size the size of the problem
 * @param primal computes the function
 * @param handWritten computes the derivative by hand-written code
 * @param generated computes the derivative by generated code
 */
public record BenchmarkCase(String size, Supplier<?> primal, Supplier<?> handWritten, Supplier<?> generated) {}
