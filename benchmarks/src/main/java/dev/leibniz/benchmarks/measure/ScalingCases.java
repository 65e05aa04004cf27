package dev.leibniz.benchmarks.measure;

import dev.leibniz.benchmarks.algorithms.LinearSystems;
import dev.leibniz.benchmarks.algorithms.LinearSystemsGrad;
import dev.leibniz.benchmarks.algorithms.Simulations;
import dev.leibniz.benchmarks.algorithms.SimulationsGrad;
import dev.leibniz.benchmarks.algorithms.Sorting;
import dev.leibniz.benchmarks.algorithms.SortingGrad;
import dev.leibniz.benchmarks.algorithms.Tables;
import dev.leibniz.benchmarks.algorithms.TablesGrad;
import dev.leibniz.benchmarks.algorithms.Transforms;
import dev.leibniz.benchmarks.algorithms.TransformsGrad;
import dev.leibniz.benchmarks.algorithms.Trees;
import dev.leibniz.benchmarks.algorithms.TreesGrad;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Algorithms that write where their data say, each at three sizes; by name. */
public final class ScalingCases {
    private ScalingCases() {}

    /**
     * A function with its gradient at one size.
     *
     * @param size how large it is, as a number
     * @param primal computes the function
     * @param gradient computes its gradient
     */
    public record Case(int size, Supplier<?> primal, Supplier<?> gradient) {}

    /**
     * One algorithm.
     *
     * @param sizes from small to large
     * @param at makes the case of a size
     */
    public record Algorithm(int[] sizes, IntFunction<Case> at) {}

    /** All algorithms, in the order of the table. */
    public static Map<String, Algorithm> all() {
        Map<String, Algorithm> all = new LinkedHashMap<>();
        all.put("heapSort", ofArray(1024, 8, Sorting::heapSort, SortingGrad::heapSortGrad));
        all.put("quickSort", ofArray(1024, 8, Sorting::quickSort, SortingGrad::quickSortGrad));
        all.put("mergeSort", ofArray(1024, 8, Sorting::mergeSort, SortingGrad::mergeSortGrad));
        all.put("bottomUpSort", ofArray(1024, 8, Sorting::bottomUpSort, SortingGrad::bottomUpSortGrad));
        all.put("insertionSort", ofArray(64, 8, Sorting::insertionSort, SortingGrad::insertionSortGrad));
        all.put("fft", ofArray(1024, 8, Transforms::fft, TransformsGrad::fftGrad));
        all.put("recursiveHaar", ofArray(1024, 8, Transforms::recursiveHaar, TransformsGrad::recursiveHaarGrad));
        all.put("karatsuba", ofArray(128, 8, Transforms::karatsuba, TransformsGrad::karatsubaGrad));
        all.put("scan", ofArray(1024, 8, Transforms::scan, TransformsGrad::scanGrad));
        all.put("fenwick", ofArray(1024, 8, Trees::fenwick, TreesGrad::fenwickGrad));
        all.put("segmentTree", ofArray(1024, 8, Trees::segmentTree, TreesGrad::segmentTreeGrad));
        all.put("climb", ofArray(1024, 8, Trees::climb, TreesGrad::climbGrad));
        all.put("slidingMinimum", ofArray(1024, 8, Trees::slidingMinimum, TreesGrad::slidingMinimumGrad));
        all.put("warping", ofArray(64, 4, Tables::warping, TablesGrad::warpingGrad));
        all.put("warpingInTwoRows", ofArray(64, 4, Tables::warpingInTwoRows, TablesGrad::warpingInTwoRowsGrad));
        all.put("binomial", binomial());
        all.put("cholesky", ofArray(25, 4, LinearSystems::cholesky, LinearSystemsGrad::choleskyGrad));
        all.put("largeCholesky", ofArray(200, 2, LinearSystems::cholesky, LinearSystemsGrad::choleskyGrad));
        all.put("gauss", ofArray(25, 4, LinearSystems::gauss, LinearSystemsGrad::gaussGrad));
        all.put("lu", ofArray(25, 4, LinearSystems::lu, LinearSystemsGrad::luGrad));
        all.put("triangular", triangular());
        all.put("orbit", orbit());
        all.put("chain", chain());
        all.put("powerIteration", powerIteration());
        all.put("pageRank", pageRank());
        all.put("paths", paths());
        return all;
    }

    private static Algorithm of(int smallest, int factor, IntFunction<Case> at) {
        return new Algorithm(new int[] {smallest, smallest * factor, smallest * factor * factor}, at);
    }

    private static Algorithm ofArray(
            int smallest, int factor, ToDoubleFunction<double[]> primal, Function<double[], ?> gradient) {
        return of(smallest, factor, n -> {
            double[] x = new RandomArrays(n).uniform(n);
            return new Case(n, () -> primal.applyAsDouble(x), () -> gradient.apply(x));
        });
    }

    private static Algorithm binomial() {
        return of(
                50,
                4,
                n -> new Case(
                        n,
                        () -> Tables.binomial(100, 105, 0.2, 0.03, n),
                        () -> TablesGrad.binomialGrad(100, 105, 0.2, 0.03, n)));
    }

    private static Algorithm triangular() {
        return of(1024, 8, n -> {
            RandomArrays arrays = new RandomArrays(n);
            double[] x = arrays.uniform(n);
            int[] columns = new int[4 * n];
            for (int k = 16; k < columns.length; k++) {
                columns[k] = arrays.random().nextInt(k / 4);
            }
            return new Case(
                    n, () -> LinearSystems.triangular(x, columns), () -> LinearSystemsGrad.triangularGrad(x, columns));
        });
    }

    private static Algorithm orbit() {
        double[] start = {1, 0, 0.1, 1, 0.01};
        return of(
                1000,
                8,
                steps -> new Case(
                        steps, () -> Simulations.orbit(start, steps), () -> SimulationsGrad.orbitGrad(start, steps)));
    }

    private static Algorithm chain() {
        double[] start = new RandomArrays(3).uniform(50);
        return of(
                100,
                8,
                steps -> new Case(
                        steps, () -> Simulations.chain(start, steps), () -> SimulationsGrad.chainGrad(start, steps)));
    }

    private static Algorithm powerIteration() {
        return of(256, 8, n -> {
            RandomArrays arrays = new RandomArrays(n);
            double[] weights = arrays.uniform(4 * n);
            int[] columns = arrays.indices(4 * n, n);
            return new Case(
                    n,
                    () -> Simulations.powerIteration(weights, columns, 20),
                    () -> SimulationsGrad.powerIterationGrad(weights, columns, 20));
        });
    }

    private static Algorithm pageRank() {
        return of(256, 8, n -> {
            RandomArrays arrays = new RandomArrays(n);
            double[] weights = arrays.uniform(5 * n);
            int[] from = arrays.indices(5 * n, n);
            int[] to = arrays.indices(5 * n, n);
            return new Case(
                    n,
                    () -> Simulations.pageRank(weights, from, to, n),
                    () -> SimulationsGrad.pageRankGrad(weights, from, to, n));
        });
    }

    private static Algorithm paths() {
        return of(64, 8, n -> {
            double[] noise = new RandomArrays(n).gaussian(16 * n);
            return new Case(
                    n,
                    () -> Simulations.paths(1, 0.2, 0.03, noise),
                    () -> SimulationsGrad.pathsGrad(1, 0.2, 0.03, noise));
        });
    }
}
