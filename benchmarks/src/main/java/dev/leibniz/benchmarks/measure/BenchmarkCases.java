package dev.leibniz.benchmarks.measure;

import dev.leibniz.benchmarks.generated.GeneratedBlackScholes;
import dev.leibniz.benchmarks.generated.GeneratedBundleAdjustment;
import dev.leibniz.benchmarks.generated.GeneratedDet;
import dev.leibniz.benchmarks.generated.GeneratedGmm;
import dev.leibniz.benchmarks.generated.GeneratedHandTracking;
import dev.leibniz.benchmarks.generated.GeneratedKMeans;
import dev.leibniz.benchmarks.generated.GeneratedLlsq;
import dev.leibniz.benchmarks.generated.GeneratedLse;
import dev.leibniz.benchmarks.generated.GeneratedLstm;
import dev.leibniz.benchmarks.generated.GeneratedMlp;
import dev.leibniz.benchmarks.generated.GeneratedOde;
import dev.leibniz.benchmarks.generated.GeneratedParticle;
import dev.leibniz.benchmarks.generated.GeneratedSaddle;
import dev.leibniz.benchmarks.handwritten.HandWrittenBlackScholes;
import dev.leibniz.benchmarks.handwritten.HandWrittenBundleAdjustment;
import dev.leibniz.benchmarks.handwritten.HandWrittenDet;
import dev.leibniz.benchmarks.handwritten.HandWrittenGmm;
import dev.leibniz.benchmarks.handwritten.HandWrittenHandTracking;
import dev.leibniz.benchmarks.handwritten.HandWrittenKMeans;
import dev.leibniz.benchmarks.handwritten.HandWrittenLlsq;
import dev.leibniz.benchmarks.handwritten.HandWrittenLse;
import dev.leibniz.benchmarks.handwritten.HandWrittenLstm;
import dev.leibniz.benchmarks.handwritten.HandWrittenMlp;
import dev.leibniz.benchmarks.handwritten.HandWrittenOde;
import dev.leibniz.benchmarks.handwritten.HandWrittenParticle;
import dev.leibniz.benchmarks.handwritten.HandWrittenSaddle;
import dev.leibniz.benchmarks.problems.BlackScholes;
import dev.leibniz.benchmarks.problems.BundleAdjustment;
import dev.leibniz.benchmarks.problems.Det;
import dev.leibniz.benchmarks.problems.Gmm;
import dev.leibniz.benchmarks.problems.HandModel;
import dev.leibniz.benchmarks.problems.HandTracking;
import dev.leibniz.benchmarks.problems.KMeans;
import dev.leibniz.benchmarks.problems.Llsq;
import dev.leibniz.benchmarks.problems.Lse;
import dev.leibniz.benchmarks.problems.Lstm;
import dev.leibniz.benchmarks.problems.Mlp;
import dev.leibniz.benchmarks.problems.Observations;
import dev.leibniz.benchmarks.problems.Ode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/** The problems at the sizes that are measured, by name. Their inputs are made when a case is asked for, not before. */
public final class BenchmarkCases {
    private BenchmarkCases() {}

    /** All cases, in the order of the table. */
    public static Map<String, Supplier<BenchmarkCase>> all() {
        Map<String, Supplier<BenchmarkCase>> cases = new LinkedHashMap<>();
        cases.put("llsq", () -> llsq(16392, 128));
        cases.put("lse", () -> lse(160000));
        cases.put("det", () -> det(10));
        cases.put("ode", () -> ode(10000, 100));
        cases.put("gmm10", () -> gmm(10, 25, 1000));
        cases.put("gmm64", () -> gmm(64, 25, 1000));
        cases.put("lstm", () -> lstm(4, 4096));
        cases.put("ba", () -> bundleAdjustment(161, 48126, 182072));
        cases.put("htSmall", () -> handTracking("small", 544, 800));
        cases.put("htBig", () -> handTracking("big", 10000, 800));
        cases.put("kmeans", () -> kMeans(100, 10000, 8));
        cases.put("particle", BenchmarkCases::particle);
        cases.put("saddle", BenchmarkCases::saddle);
        cases.put("options", () -> options(1000));
        cases.put("mlp", () -> mlp(64, 128, 10, 64));
        return cases;
    }

    /** Least squares with n points and m coefficients. */
    public static BenchmarkCase llsq(int n, int m) {
        double[] x = new RandomArrays(1).uniform(m);
        return new BenchmarkCase(
                "n=" + n + " m=" + m,
                () -> Llsq.primal(x, n),
                () -> HandWrittenLlsq.gradient(x, n),
                () -> GeneratedLlsq.gradient(x, n));
    }

    /** Log-sum-exp of n numbers. */
    public static BenchmarkCase lse(int n) {
        double[] x = new RandomArrays(2).uniform(n);
        return new BenchmarkCase(
                "n=" + n, () -> Lse.primal(x), () -> HandWrittenLse.gradient(x), () -> GeneratedLse.gradient(x));
    }

    /** The determinant of an ell × ell matrix. */
    public static BenchmarkCase det(int ell) {
        double[] a = new RandomArrays(3).gaussian(ell * ell);
        return new BenchmarkCase(
                "ell=" + ell,
                () -> Det.primal(a, ell),
                () -> HandWrittenDet.gradient(a, ell),
                () -> GeneratedDet.gradient(a, ell));
    }

    /** n equations, s steps. */
    public static BenchmarkCase ode(int n, int s) {
        double[] x = new RandomArrays(4).uniform(n);
        return new BenchmarkCase(
                "n=" + n + " s=" + s,
                () -> Ode.primal(x, s),
                () -> HandWrittenOde.gradient(x, s),
                () -> GeneratedOde.gradient(x, s));
    }

    /** k components in d dimensions, n points. */
    public static BenchmarkCase gmm(int d, int k, int n) {
        RandomArrays arrays = new RandomArrays(5);
        double[] alpha = arrays.gaussian(k);
        double[][] mu = arrays.gaussian(k, d);
        double[][] q = arrays.gaussian(k, d);
        double[][] l = arrays.gaussian(k, d * (d - 1) / 2);
        double[][] x = arrays.gaussian(n, d);
        return new BenchmarkCase(
                "d=" + d + " k=" + k + " n=" + n,
                () -> Gmm.objective(alpha, mu, q, l, x, 1.0, 0),
                () -> HandWrittenGmm.gradient(alpha, mu, q, l, x, 1.0, 0),
                () -> GeneratedGmm.gradient(alpha, mu, q, l, x, 1.0, 0));
    }

    /** l layers of 14 bits, c characters. */
    public static BenchmarkCase lstm(int l, int c) {
        int b = 14;
        RandomArrays arrays = new RandomArrays(6);
        double[][] mainParams = arrays.gaussian(2 * l, 4 * b);
        double[][] extraParams = arrays.gaussian(3, b);
        double[][] state = arrays.gaussian(2 * l, b);
        double[][] sequence = arrays.oneHot(c, b);
        return new BenchmarkCase(
                "l=" + l + " c=" + c,
                () -> Lstm.objective(mainParams, extraParams, state, sequence),
                () -> HandWrittenLstm.gradient(mainParams, extraParams, state, sequence),
                () -> GeneratedLstm.gradient(mainParams, extraParams, state, sequence));
    }

    /** n cameras, m points, p observations. */
    public static BenchmarkCase bundleAdjustment(int n, int m, int p) {
        double[] camera = {0.1, -0.2, 0.3, 0.4, 0.5, -0.6, 500, 320, 240, 0.01, -0.002};
        double[] point = {0.5, 0.7, 3.0};
        double[] feature = {300, 250};
        Observations data = Observations.replicate(n, m, p, camera, point, 0.9, feature);
        return new BenchmarkCase(
                "n=" + n + " m=" + m + " p=" + p,
                () -> BundleAdjustment.residuals(data),
                () -> HandWrittenBundleAdjustment.jacobian(data),
                () -> GeneratedBundleAdjustment.jacobian(data));
    }

    /** A hand of the given number of vertices, in the complicated variant. */
    public static BenchmarkCase handTracking(String size, int vertices, int correspondences) {
        RandomArrays arrays = new RandomArrays(7);
        HandModel model = HandData.model(vertices, arrays.random());
        double[] theta = arrays.gaussian(26);
        double[][] us = arrays.gaussian(correspondences, 2);
        int[] triangles = arrays.indices(correspondences, model.triangles().length);
        double[][] points = arrays.gaussian(correspondences, 3);
        return new BenchmarkCase(
                size + " c=" + correspondences,
                () -> HandTracking.complicatedObjective(theta, us, model, triangles, points),
                () -> HandWrittenHandTracking.complicatedJacobian(theta, us, model, triangles, points),
                () -> GeneratedHandTracking.complicatedJacobian(theta, us, model, triangles, points));
    }

    /** k centroids and n points in d dimensions. */
    public static BenchmarkCase kMeans(int k, int n, int d) {
        RandomArrays arrays = new RandomArrays(8);
        double[][] centroids = arrays.gaussian(k, d);
        double[][] points = arrays.gaussian(n, d);
        return new BenchmarkCase(
                "k=" + k + " n=" + n + " d=" + d,
                () -> KMeans.cost(centroids, points),
                () -> HandWrittenKMeans.direction(centroids, points),
                () -> GeneratedKMeans.direction(centroids, points));
    }

    /** The whole descent; the function is one flight. */
    public static BenchmarkCase particle() {
        return new BenchmarkCase(
                "ff",
                () -> HandWrittenParticle.cost(0),
                () -> HandWrittenParticle.minimizer(0),
                () -> GeneratedParticle.ff(0));
    }

    /** The whole descent; the function is one inner descent. */
    public static BenchmarkCase saddle() {
        double[] start = {1, 1};
        return new BenchmarkCase(
                "rr",
                () -> HandWrittenSaddle.maximum(start, start),
                () -> HandWrittenSaddle.saddlePoint(start),
                () -> GeneratedSaddle.rr(start));
    }

    /** Options, one after the other; small functions are timed as they are called, in a loop. */
    public static BenchmarkCase options(int count) {
        RandomArrays arrays = new RandomArrays(9);
        double[] spots = arrays.uniform(count);
        double[] times = arrays.uniform(count);
        return new BenchmarkCase(
                count + " calls, 6 partials",
                () -> sum(count, i -> BlackScholes.call(80 + 40 * spots[i], 100, 0.03, 0.01, 0.2, 0.5 + times[i])),
                () -> sum(
                        count,
                        i -> HandWrittenBlackScholes.greeks(80 + 40 * spots[i], 100, 0.03, 0.01, 0.2, 0.5 + times[i])
                                .sum()),
                () -> sum(
                        count,
                        i -> GeneratedBlackScholes.greeks(80 + 40 * spots[i], 100, 0.03, 0.01, 0.2, 0.5 + times[i])
                                .sum()));
    }

    private static double sum(int count, IntToDoubleFunction term) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += term.applyAsDouble(i);
        }
        return sum;
    }

    /** A network with one hidden layer, and a batch. */
    public static BenchmarkCase mlp(int inputs, int units, int classes, int batch) {
        RandomArrays arrays = new RandomArrays(10);
        double[][] hidden = arrays.gaussian(inputs, units);
        double[] hiddenBias = arrays.gaussian(units);
        double[][] output = arrays.gaussian(units, classes);
        double[] outputBias = arrays.gaussian(classes);
        double[][] data = arrays.gaussian(batch, inputs);
        int[] labels = arrays.indices(batch, classes);
        return new BenchmarkCase(
                inputs + "-" + units + "-" + classes + ", batch " + batch,
                () -> Mlp.loss(hidden, hiddenBias, output, outputBias, data, labels),
                () -> HandWrittenMlp.gradient(hidden, hiddenBias, output, outputBias, data, labels),
                () -> GeneratedMlp.gradient(hidden, hiddenBias, output, outputBias, data, labels));
    }
}
