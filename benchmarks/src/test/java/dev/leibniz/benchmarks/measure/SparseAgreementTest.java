package dev.leibniz.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.benchmarks.handwritten.HandWrittenBundleAdjustment;
import dev.leibniz.benchmarks.handwritten.HandWrittenHandTracking;
import dev.leibniz.benchmarks.problems.BundleAdjustment;
import dev.leibniz.benchmarks.problems.BundleAdjustmentGrad;
import dev.leibniz.benchmarks.problems.HandModel;
import dev.leibniz.benchmarks.problems.HandTracking;
import dev.leibniz.benchmarks.problems.HandTrackingGrad;
import dev.leibniz.benchmarks.problems.Observations;
import dev.leibniz.benchmarks.results.SparseJacobian;
import dev.leibniz.runtime.SparseMatrix;
import dev.leibniz.runtime.SparsityPattern;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sparse Jacobians of whole problems are the dense ones and the hand-written ones, and take as many colours as a row has blocks. */
class SparseAgreementTest {
    private static final double ROUNDING = 1e-12;

    /** Each residual depends on the 11 numbers of a camera, the 3 of a point and a weight: 15 colours do for any number of them. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "4, 7, 40", "9, 40, 200"})
    void bundleAdjustment(int cameras, int points, int observations) {
        RandomArrays arrays = new RandomArrays(31);
        Observations data = new Observations(
                arrays.gaussian(cameras, 11),
                arrays.gaussian(points, 3),
                arrays.uniform(observations),
                arrays.gaussian(observations, 2));
        SparsityPattern pattern =
                BundleAdjustmentGrad.residualsSparsity(data.cameras(), data.points(), data.weights(), data.features());
        assertTrue(pattern.columnColours() <= 15, pattern.columnColours() + " colours");
        BundleAdjustmentGrad.ResidualsSparseJacobian sparse = BundleAdjustmentGrad.residualsSparseJacobian(
                data.cameras(), data.points(), data.weights(), data.features(), pattern);
        assertArrayEquals(BundleAdjustment.residuals(data), sparse.value());

        BundleAdjustmentGrad.ResidualsJacobian dense =
                BundleAdjustmentGrad.residualsJacobian(data.cameras(), data.points(), data.weights(), data.features());
        assertEquals(3 * observations, sparse.jacobian().rows());
        for (int i = 0; i < 3 * observations; i++) {
            double[] row = joined(flat(dense.cameras()[i]), flat(dense.points()[i]), dense.weights()[i]);
            assertRow(row, sparse.jacobian(), i);
        }
        SparseJacobian byHand = HandWrittenBundleAdjustment.jacobian(data);
        for (int i = 0; i < 3 * observations; i++) {
            double[] row = new double[pattern.columns()];
            for (int at = byHand.rows()[i]; at < byHand.rows()[i + 1]; at++) {
                row[byHand.cols()[at]] = byHand.vals()[at];
            }
            assertRow(row, sparse.jacobian(), i);
        }
    }

    /** Each residual depends on the 26 numbers of the pose at most, and on 2 coordinates of its own: 28 colours do for any number of points. */
    @ParameterizedTest
    @CsvSource({"7, 5", "60, 40", "544, 100"})
    void handTracking(int vertices, int correspondences) {
        RandomArrays arrays = new RandomArrays(37);
        HandModel model = HandData.model(vertices, arrays.random());
        double[] theta = arrays.gaussian(26);
        double[][] us = arrays.gaussian(correspondences, 2);
        int[] triangles = arrays.indices(correspondences, model.triangles().length);
        double[][] points = arrays.gaussian(correspondences, 3);
        SparsityPattern pattern = HandTrackingGrad.complicatedObjectiveSparsity(theta, us, model, triangles, points);
        assertTrue(pattern.columnColours() <= 28, pattern.columnColours() + " colours");
        HandTrackingGrad.ComplicatedObjectiveSparseJacobian sparse =
                HandTrackingGrad.complicatedObjectiveSparseJacobian(theta, us, model, triangles, points, pattern);
        assertArrayEquals(HandTracking.complicatedObjective(theta, us, model, triangles, points), sparse.value());

        HandTrackingGrad.ComplicatedObjectiveJacobian dense =
                HandTrackingGrad.complicatedObjectiveJacobian(theta, us, model, triangles, points);
        double[][] byHand = HandWrittenHandTracking.complicatedJacobian(theta, us, model, triangles, points);
        assertEquals(3 * correspondences, sparse.jacobian().rows());
        for (int i = 0; i < 3 * correspondences; i++) {
            assertRow(joined(dense.theta()[i], flat(dense.us()[i])), sparse.jacobian(), i);
            double[] ofThisPoint = new double[2 * correspondences];
            System.arraycopy(byHand[i], 0, ofThisPoint, i / 3 * 2, 2);
            double[] ofThePose = Arrays.copyOfRange(byHand[i], 2, 28);
            assertRow(joined(ofThePose, ofThisPoint), sparse.jacobian(), i);
        }
    }

    /** Both are zero where the pattern has no entry, and where it has one, the same to rounding. */
    private static void assertRow(double[] expected, SparseMatrix matrix, int i) {
        assertEquals(expected.length, matrix.columns());
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int j = 0; j < expected.length; j++) {
            double tolerance = matrix.pattern().contains(i, j) ? ROUNDING * largest : 0;
            assertEquals(expected[j], matrix.get(i, j), tolerance, "row " + i + ", column " + j);
        }
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] joined(double[]... parts) {
        return flat(parts);
    }
}
