package dev.leibniz.benchmarks.problems;

import dev.leibniz.annotations.Differentiable;

/** The logarithm of a sum of exponentials, shifted by the largest term so that it cannot overflow. */
public final class Lse {
    private Lse() {}

    /** Returns log Σ exp(xᵢ) of a vector of at least one element. */
    @Differentiable(order = 2)
    public static double primal(double[] x) {
        int largest = 0;
        for (int i = 1; i < x.length; i++) {
            if (x[i] > x[largest]) {
                largest = i;
            }
        }
        double max = x[largest];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.exp(x[i] - max);
        }
        return max + Math.log(sum);
    }
}
