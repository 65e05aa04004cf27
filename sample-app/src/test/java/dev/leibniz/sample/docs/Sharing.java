package dev.leibniz.sample.docs;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** The methods of docs/aliasing.md: arrays that are overwritten, swapped, shared and handed on. */
final class Sharing {
    private Sharing() {}

    @Differentiable
    static double heat(double[] start, double conductivity, @NoDerivative int steps) {
        double[] now = start.clone();
        double[] next = new double[now.length];
        for (int step = 0; step < steps; step++) {
            diffuse(now, conductivity, next);
            double[] free = now;
            now = next;
            next = free;
        }
        double energy = 0;
        for (double t : now) {
            energy += t * t;
        }
        return energy;
    }

    private static void diffuse(double[] from, double conductivity, double[] to) {
        int last = from.length - 1;
        to[0] = from[0];
        to[last] = from[last];
        for (int i = 1; i < last; i++) {
            to[i] = from[i] + conductivity * (from[i - 1] - 2 * from[i] + from[i + 1]);
        }
    }

    @Differentiable
    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    record Pair(double[] first, double[] second) {}

    @Differentiable
    static double paired(Pair pair) {
        double sum = 0;
        for (int i = 0; i < pair.first().length; i++) {
            sum += (i + 1) * pair.first()[i] * pair.second()[0] * pair.second()[i];
        }
        return sum;
    }

    @Differentiable
    static double weighted(double[][] rows) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            for (double x : rows[i]) {
                sum += (i + 1) * x * x;
            }
        }
        return sum;
    }

    @Differentiable
    static double[] larger(double[] a, double[] b) {
        return a[0] > b[0] ? a : b;
    }

    @Differentiable
    static double[][] twice(double[] x) {
        double[] row = x.clone();
        return new double[][] {row, row};
    }
}
