package dev.leibniz.benchmarks.measure;

import dev.leibniz.benchmarks.algorithms.Solvers;
import dev.leibniz.benchmarks.algorithms.SolversGrad;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Functions that solve something, with their gradients by implicit functions and by differences. */
public final class SolverCases {
    private static final double STEP = 1e-6;

    private SolverCases() {}

    /**
     * A function that solves something.
     *
     * @param size how large it is
     * @param solve computes the function
     * @param gradient computes its gradient
     * @param differences computes its gradient by central differences
     */
    public record Case(String size, Supplier<?> solve, Supplier<double[]> gradient, Supplier<double[]> differences) {}

    /** All of them, in the order of the table. */
    public static Map<String, Supplier<Case>> all() {
        Map<String, Supplier<Case>> all = new LinkedHashMap<>();
        all.put("roots", SolverCases::roots);
        all.put("system", SolverCases::system);
        all.put("stiff", SolverCases::stiff);
        return all;
    }

    private static Case roots() {
        double[] a = new RandomArrays(7).uniform(100);
        return new Case(
                "100 roots",
                () -> Solvers.roots(a),
                () -> SolversGrad.rootsGrad(a).a(),
                () -> differences(a, Solvers::roots));
    }

    private static Case system() {
        int n = 50;
        RandomArrays random = new RandomArrays(8);
        double[][] m = new double[n][];
        for (int i = 0; i < n; i++) {
            m[i] = random.uniform(n);
            m[i][i] += n;
        }
        double[] b = random.uniform(n);
        return new Case(
                "n = 50",
                () -> Solvers.system(m, b),
                () -> SolversGrad.systemGrad(m, b).b(),
                () -> differences(b, moved -> Solvers.system(m, moved)));
    }

    private static Case stiff() {
        double[] k = {0.04, 3e7, 1e4};
        int steps = 200;
        return new Case(
                "200 steps",
                () -> Solvers.stiff(k, steps),
                () -> SolversGrad.stiffGrad(k, steps).k(),
                () -> differences(k, moved -> Solvers.stiff(moved, steps)));
    }

    private static double[] differences(double[] x, ToDoubleFunction<double[]> function) {
        double[] gradient = new double[x.length];
        double[] moved = x.clone();
        for (int i = 0; i < x.length; i++) {
            double h = STEP * Math.max(Math.abs(x[i]), STEP);
            moved[i] = x[i] + h;
            double above = function.applyAsDouble(moved);
            moved[i] = x[i] - h;
            gradient[i] = (above - function.applyAsDouble(moved)) / (2 * h);
            moved[i] = x[i];
        }
        return gradient;
    }
}
