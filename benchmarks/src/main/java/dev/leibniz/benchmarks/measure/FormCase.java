package dev.leibniz.benchmarks.measure;

import java.util.Map;
import java.util.function.Supplier;

/**
 * One problem at one size with some of its derivative forms.
 *
 * @param size the size of the problem
 * @param primal computes the function
 * @param forms computes the derivatives, by the name of the form
 */
public record FormCase(String size, Supplier<?> primal, Map<String, Supplier<?>> forms) {}
