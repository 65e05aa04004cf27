package dev.leibniz.sample.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leibniz.runtime.SparsityPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A small scene is found again from pictures without noise, with the sparse Jacobian, which is the dense one. */
class BundleTest {
    private static final int CAMERAS = 5;
    private static final int POINTS = 40;

    private final List<Bundle.Sighting> sightings = new ArrayList<>();
    private double[] start;

    /** Cameras in a row before a cloud of points, half of which two cameras do not see; then all are moved. */
    @BeforeEach
    void makeScene() {
        Random random = new Random(11);
        double[] truth = random.doubles(6 * CAMERAS + 3 * POINTS, -2, 2).toArray();
        for (int c = 0; c < CAMERAS; c++) {
            double[] camera = {0.1, 0.3 * (c - 2), 0.05 * c, 0.5 * (2 - c), 0.1 * c, 6};
            System.arraycopy(camera, 0, truth, 6 * c, 6);
        }
        for (int p = 0; p < POINTS; p++) {
            for (int c = 0; c < CAMERAS; c++) {
                if (p % 2 == 0 || (p + c) % 5 < 3) {
                    double[] seen = Bundle.seen(truth, 6 * c, 6 * CAMERAS + 3 * p);
                    sightings.add(new Bundle.Sighting(c, p, seen[0] / seen[2], seen[1] / seen[2]));
                }
            }
        }
        assertEquals(0, largestResidual(truth));
        start = truth;
        for (int j = 0; j < start.length; j++) {
            start[j] += (j < 6 * CAMERAS ? 0.05 : 0.2) * random.nextGaussian();
        }
    }

    @Test
    void theSceneIsFoundAgain() {
        assertTrue(largestResidual(start) > 0.05, "the start is too good");
        assertEquals(0, largestResidual(Bundle.adjust(start, CAMERAS, sightings)), 1e-9);
    }

    /** One pattern serves at both ends. No coordinate in a picture depends on how far the camera is moved along the other one. */
    @Test
    void theSparseJacobianIsTheDenseOne() {
        SparsityPattern pattern = BundleGrad.residualsSparsity(start, CAMERAS, sightings);
        assertEquals(2 * sightings.size() * 8, pattern.entries());
        assertTrue(pattern.columnColours() <= 9, pattern.columnColours() + " colours");
        for (double[] x : List.of(start, Bundle.adjust(start, CAMERAS, sightings))) {
            var sparse = BundleGrad.residualsSparseJacobian(x, CAMERAS, sightings, pattern);
            assertArrayEquals(Bundle.residuals(x, CAMERAS, sightings), sparse.value());
            double[][] dense =
                    BundleGrad.residualsJacobian(x, CAMERAS, sightings).x();
            double[][] same = sparse.jacobian().toDense();
            for (int i = 0; i < dense.length; i++) {
                assertArrayEquals(dense[i], same[i], 1e-14, "row " + i);
            }
        }
    }

    private double largestResidual(double[] x) {
        return Arrays.stream(Bundle.residuals(x, CAMERAS, sightings))
                .map(Math::abs)
                .max()
                .orElseThrow();
    }
}
