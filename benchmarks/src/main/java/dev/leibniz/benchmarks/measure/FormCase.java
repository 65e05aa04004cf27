package dev.leibniz.benchmarks.measure;

import java.util.Map;
import java.util.function.Supplier;

/**
 * One problem at one size with some of its derivative forms.
 *
 * @param size the size of the problem
 * @param primal computes the function
 * @param forms computes the derivatives, by the name of the form; the last one is the matrix
 * @param directions for each form that takes a direction how many of them make the matrix
 */
public record FormCase(
        String size, Supplier<?> primal, Map<String, Supplier<?>> forms, Map<String, Integer> directions) {}
