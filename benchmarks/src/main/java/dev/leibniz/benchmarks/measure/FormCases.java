package dev.leibniz.benchmarks.measure;

import dev.leibniz.benchmarks.algorithms.Solvers;
import dev.leibniz.benchmarks.algorithms.SolversGrad;
import dev.leibniz.benchmarks.problems.AdaptiveSteps;
import dev.leibniz.benchmarks.problems.AdaptiveStepsGrad;
import dev.leibniz.benchmarks.problems.AmericanOption;
import dev.leibniz.benchmarks.problems.AmericanOptionGrad;
import dev.leibniz.benchmarks.problems.BundleAdjustment;
import dev.leibniz.benchmarks.problems.BundleAdjustmentGrad;
import dev.leibniz.benchmarks.problems.Gmm;
import dev.leibniz.benchmarks.problems.GmmGrad;
import dev.leibniz.benchmarks.problems.HandModel;
import dev.leibniz.benchmarks.problems.HandTracking;
import dev.leibniz.benchmarks.problems.HandTrackingGrad;
import dev.leibniz.benchmarks.problems.KMeans;
import dev.leibniz.benchmarks.problems.KMeansGrad;
import dev.leibniz.benchmarks.problems.Llsq;
import dev.leibniz.benchmarks.problems.LlsqGrad;
import dev.leibniz.benchmarks.problems.Lse;
import dev.leibniz.benchmarks.problems.LseGrad;
import dev.leibniz.benchmarks.problems.Mlp;
import dev.leibniz.benchmarks.problems.MlpGrad;
import dev.leibniz.benchmarks.problems.Ode;
import dev.leibniz.benchmarks.problems.OdeGrad;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The problems at sizes where whole matrices of derivatives make sense: functions of 20 numbers with their Hessians, and
 * functions of 26 numbers with their Jacobians, by name.
 */
public final class FormCases {
    private static final String GRADIENT = "gradient";
    private static final String PRODUCT = "Hvp";
    private static final String HESSIAN = "Hessian";
    private static final String DIRECTION = "Jvp";
    private static final String COTANGENT = "Vjp";
    private static final String JACOBIAN = "Jacobian";

    private FormCases() {}

    /** All cases, in the order of the table. */
    public static Map<String, Supplier<FormCase>> all() {
        Map<String, Supplier<FormCase>> cases = new LinkedHashMap<>();
        cases.put("llsq", () -> llsq(16392, 20));
        cases.put("lse", () -> lse(20));
        cases.put("gmm", () -> gmm(3, 2, 1000));
        cases.put("mlp", () -> mlp(3, 3, 2, 64));
        cases.put("kmeans", () -> kMeans(10, 10000, 2));
        cases.put("american", () -> american(100, 50));
        cases.put("ht", () -> handTracking(544, 100));
        cases.put("ode", () -> ode(26, 100));
        cases.put("ba", FormCases::reprojectionError);
        cases.put("adaptive", FormCases::adaptive);
        cases.put("balance", () -> balance(50));
        return cases;
    }

    private static FormCase llsq(int n, int m) {
        double[] x = new RandomArrays(1).uniform(m);
        double[] direction = new RandomArrays(2).gaussian(m);
        return second(
                "n=" + n + " m=" + m,
                m,
                () -> Llsq.primal(x, n),
                () -> LlsqGrad.primalGrad(x, n),
                () -> LlsqGrad.primalHvp(x, n, direction),
                () -> LlsqGrad.primalHessian(x, n));
    }

    private static FormCase lse(int n) {
        double[] x = new RandomArrays(1).uniform(n);
        double[] direction = new RandomArrays(2).gaussian(n);
        return second(
                "n=" + n,
                n,
                () -> Lse.primal(x),
                () -> LseGrad.primalGrad(x),
                () -> LseGrad.primalHvp(x, direction),
                () -> LseGrad.primalHessian(x));
    }

    private static FormCase gmm(int d, int k, int n) {
        RandomArrays arrays = new RandomArrays(1);
        int below = d * (d - 1) / 2;
        double[] alpha = arrays.gaussian(k);
        double[][] mu = arrays.gaussian(k, d);
        double[][] q = arrays.gaussian(k, d);
        double[][] l = arrays.gaussian(k, below);
        double[][] x = arrays.gaussian(n, d);
        double[] toAlpha = arrays.gaussian(k);
        double[][] toMu = arrays.gaussian(k, d);
        double[][] toQ = arrays.gaussian(k, d);
        double[][] toL = arrays.gaussian(k, below);
        return second(
                "d=" + d + " k=" + k + " n=" + n,
                k * (1 + 2 * d + below),
                () -> Gmm.objective(alpha, mu, q, l, x, 1.0, 0),
                () -> GmmGrad.objectiveGrad(alpha, mu, q, l, x, 1.0, 0),
                () -> GmmGrad.objectiveHvp(alpha, mu, q, l, x, 1.0, 0, toAlpha, toMu, toQ, toL),
                () -> GmmGrad.objectiveHessian(alpha, mu, q, l, x, 1.0, 0));
    }

    private static FormCase mlp(int inputs, int units, int classes, int batch) {
        RandomArrays arrays = new RandomArrays(1);
        double[][] hidden = arrays.gaussian(inputs, units);
        double[] hiddenBias = arrays.gaussian(units);
        double[][] output = arrays.gaussian(units, classes);
        double[] outputBias = arrays.gaussian(classes);
        double[][] data = arrays.gaussian(batch, inputs);
        int[] labels = arrays.indices(batch, classes);
        double[][] toHidden = arrays.gaussian(inputs, units);
        double[] toHiddenBias = arrays.gaussian(units);
        double[][] toOutput = arrays.gaussian(units, classes);
        double[] toOutputBias = arrays.gaussian(classes);
        return second(
                inputs + "-" + units + "-" + classes + ", batch " + batch,
                units * (inputs + 1) + classes * (units + 1),
                () -> Mlp.loss(hidden, hiddenBias, output, outputBias, data, labels),
                () -> MlpGrad.lossGrad(hidden, hiddenBias, output, outputBias, data, labels),
                () -> MlpGrad.lossHvp(
                        hidden,
                        hiddenBias,
                        output,
                        outputBias,
                        data,
                        labels,
                        toHidden,
                        toHiddenBias,
                        toOutput,
                        toOutputBias),
                () -> MlpGrad.lossHessian(hidden, hiddenBias, output, outputBias, data, labels));
    }

    private static FormCase kMeans(int k, int n, int d) {
        RandomArrays arrays = new RandomArrays(1);
        double[][] centroids = arrays.gaussian(k, d);
        double[][] points = arrays.gaussian(n, d);
        double[][] direction = arrays.gaussian(k, d);
        return second(
                "k=" + k + " n=" + n + " d=" + d,
                k * d,
                () -> KMeans.cost(centroids, points),
                () -> KMeansGrad.costGrad(centroids, points),
                () -> KMeansGrad.costHvp(centroids, points, direction),
                () -> KMeansGrad.costHessian(centroids, points));
    }

    private static FormCase american(int n, int steps) {
        return second(
                "n=" + n + " s=" + steps,
                5,
                () -> AmericanOption.price(100, 105, 0.2, 0.03, 1, n, steps),
                () -> AmericanOptionGrad.priceGrad(100, 105, 0.2, 0.03, 1, n, steps),
                () -> AmericanOptionGrad.priceHvp(100, 105, 0.2, 0.03, 1, n, steps, 1, 2, 3, 4, 5),
                () -> AmericanOptionGrad.priceHessian(100, 105, 0.2, 0.03, 1, n, steps));
    }

    private static FormCase adaptive() {
        double[] start = {1, 1, 1};
        double[] parameters = {10, 28, 8.0 / 3};
        double[] direction = {1, 2, 3};
        return first(
                "8 → 3",
                8,
                3,
                () -> AdaptiveSteps.state(start, parameters, 2, 1e-6),
                () -> AdaptiveStepsGrad.stateJvp(start, parameters, 2, 1e-6, direction, direction, 1, 1),
                () -> AdaptiveStepsGrad.stateVjp(start, parameters, 2, 1e-6, direction),
                () -> AdaptiveStepsGrad.stateJacobian(start, parameters, 2, 1e-6));
    }

    private static FormCase balance(int n) {
        RandomArrays random = new RandomArrays(4);
        double[] x = random.gaussian(n);
        double[][] m = random.gaussian(n, n);
        double[] b = random.gaussian(n);
        double[] direction = random.gaussian(n);
        return first(
                n + " → " + n,
                n,
                n,
                () -> Solvers.imbalance(x, m, b),
                () -> SolversGrad.imbalanceJvp(x, m, b, direction),
                () -> SolversGrad.imbalanceVjp(x, m, b, direction),
                () -> SolversGrad.imbalanceJacobian(x, m, b));
    }

    private static FormCase handTracking(int vertices, int correspondences) {
        RandomArrays arrays = new RandomArrays(1);
        HandModel model = HandData.model(vertices, arrays.random());
        double[] theta = arrays.gaussian(26);
        int[] vertex = arrays.indices(correspondences, vertices);
        double[][] points = arrays.gaussian(correspondences, 3);
        double[] direction = arrays.gaussian(26);
        double[] cotangent = arrays.gaussian(3 * correspondences);
        return first(
                "26 → " + 3 * correspondences,
                26,
                3 * correspondences,
                () -> HandTracking.simpleObjective(theta, model, vertex, points),
                () -> HandTrackingGrad.simpleObjectiveJvp(theta, model, vertex, points, direction),
                () -> HandTrackingGrad.simpleObjectiveVjp(theta, model, vertex, points, cotangent),
                () -> HandTrackingGrad.simpleObjectiveJacobian(theta, model, vertex, points));
    }

    private static FormCase ode(int n, int s) {
        double[] x = new RandomArrays(1).uniform(n);
        double[] direction = new RandomArrays(2).gaussian(n);
        return first(
                n + " → " + n + ", s=" + s,
                n,
                n,
                () -> Ode.primal(x, s),
                () -> OdeGrad.primalJvp(x, s, direction),
                () -> OdeGrad.primalVjp(x, s, direction),
                () -> OdeGrad.primalJacobian(x, s));
    }

    private static FormCase reprojectionError() {
        double[] camera = {0.1, -0.2, 0.3, 0.4, 0.5, -0.6, 500, 320, 240, 0.01, -0.002};
        double[] point = {0.5, 0.7, 3.0};
        double[] feature = {300, 250};
        double[] toCamera = new RandomArrays(1).gaussian(11);
        double[] toPoint = new RandomArrays(2).gaussian(3);
        return first(
                "15 → 2",
                15,
                2,
                () -> BundleAdjustment.reprojectionError(camera, point, 0.9, feature),
                () -> BundleAdjustmentGrad.reprojectionErrorJvp(camera, point, 0.9, feature, toCamera, toPoint, 1),
                () -> BundleAdjustmentGrad.reprojectionErrorVjp(camera, point, 0.9, feature, feature),
                () -> BundleAdjustmentGrad.reprojectionErrorJacobian(camera, point, 0.9, feature));
    }

    private static FormCase second(
            String size,
            int directions,
            Supplier<?> primal,
            Supplier<?> gradient,
            Supplier<?> product,
            Supplier<?> hessian) {
        Map<String, Supplier<?>> forms = new LinkedHashMap<>();
        forms.put(GRADIENT, gradient);
        forms.put(PRODUCT, product);
        forms.put(HESSIAN, hessian);
        return new FormCase(size, primal, forms, Map.of(PRODUCT, directions));
    }

    private static FormCase first(
            String size,
            int inputs,
            int outputs,
            Supplier<?> primal,
            Supplier<?> direction,
            Supplier<?> cotangent,
            Supplier<?> jacobian) {
        Map<String, Supplier<?>> forms = new LinkedHashMap<>();
        forms.put(DIRECTION, direction);
        forms.put(COTANGENT, cotangent);
        forms.put(JACOBIAN, jacobian);
        return new FormCase(size, primal, forms, Map.of(DIRECTION, inputs, COTANGENT, outputs));
    }
}
