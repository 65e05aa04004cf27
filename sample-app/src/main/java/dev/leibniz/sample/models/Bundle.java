package dev.leibniz.sample.models;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.Form;
import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.runtime.Linear;
import dev.leibniz.runtime.Reductions;
import dev.leibniz.runtime.SparseMatrix;
import dev.leibniz.runtime.SparsityPattern;
import java.util.Arrays;
import java.util.List;

/** Bundle adjustment: where cameras and points are, by where the points are seen. The Jacobian is sparse. */
public final class Bundle {
    private Bundle() {}

    /**
     * One point in one picture.
     *
     * @param camera which camera took the picture
     * @param point which point it is
     * @param u how far to the right, in focal lengths
     * @param v how far down, in focal lengths
     */
    public record Sighting(int camera, int point, double u, double v) {}

    /**
     * How far from where they were seen the points are projected.
     *
     * @param x six numbers for each camera, a rotation vector in radians, not 0, and a translation; then the points in space
     * @param cameras how many there are
     * @param sightings what was seen
     * @return two residuals for each sighting, in focal lengths, each of which depends on one camera and one point
     */
    @Differentiable(forms = {Form.SPARSE, Form.JACOBIAN})
    public static double[] residuals(double[] x, int cameras, @NoDerivative List<Sighting> sightings) {
        double[] r = new double[2 * sightings.size()];
        for (int i = 0; i < sightings.size(); i++) {
            Sighting one = sightings.get(i);
            double[] seen = seen(x, 6 * one.camera(), 6 * cameras + 3 * one.point());
            r[2 * i] = seen[0] / seen[2] - one.u();
            r[2 * i + 1] = seen[1] / seen[2] - one.v();
        }
        return r;
    }

    /** The point at {@code p} as the camera at {@code c} has it: rotated by Rodrigues' formula, then moved. */
    static double[] seen(double[] x, int c, int p) {
        double angle = Math.sqrt(x[c] * x[c] + x[c + 1] * x[c + 1] + x[c + 2] * x[c + 2]);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle) / angle;
        double along = (x[c] * x[p] + x[c + 1] * x[p + 1] + x[c + 2] * x[p + 2]) * (1 - cos) / (angle * angle);
        return new double[] {
            cos * x[p] + sin * (x[c + 1] * x[p + 2] - x[c + 2] * x[p + 1]) + along * x[c] + x[c + 3],
            cos * x[p + 1] + sin * (x[c + 2] * x[p] - x[c] * x[p + 2]) + along * x[c + 1] + x[c + 4],
            cos * x[p + 2] + sin * (x[c] * x[p + 1] - x[c + 1] * x[p]) + along * x[c + 2] + x[c + 5]
        };
    }

    /**
     * Cameras and points that fit what was seen, by the method of Levenberg and Marquardt.
     *
     * @param x the first guess, which is not changed
     * @param cameras how many there are
     * @param sightings what was seen
     * @return the parameters after 30 steps
     */
    public static double[] adjust(double[] x, int cameras, List<Sighting> sightings) {
        SparsityPattern pattern = BundleGrad.residualsSparsity(x, cameras, sightings); // coloured once, for all steps
        double damping = 1e-3;
        for (int i = 0; i < 30; i++) {
            var at = BundleGrad.residualsSparseJacobian(x, cameras, sightings, pattern);
            double[] next = step(x, at.jacobian(), at.value(), damping);
            boolean isBetter = Reductions.norm2(residuals(next, cameras, sightings)) < Reductions.norm2(at.value());
            x = isBetter ? next : x;
            damping = isBetter ? Math.max(damping / 10, 1e-9) : damping * 10;
        }
        return x;
    }

    /** x − (Jᵀ·J + damping·I)⁻¹·Jᵀ·r. */
    private static double[] step(double[] x, SparseMatrix jacobian, double[] r, double damping) {
        double[][] normal = new double[x.length][x.length];
        double[] slope = new double[x.length];
        int[] columns = jacobian.columnIndices();
        double[] values = jacobian.values();
        for (int i = 0; i < r.length; i++) {
            for (int k = jacobian.rowStarts()[i]; k < jacobian.rowStarts()[i + 1]; k++) {
                slope[columns[k]] += values[k] * r[i];
                for (int l = jacobian.rowStarts()[i]; l < jacobian.rowStarts()[i + 1]; l++) {
                    normal[columns[k]][columns[l]] += values[k] * values[l];
                }
            }
        }
        for (int j = 0; j < x.length; j++) {
            normal[j][j] += damping;
        }
        double[] next = Linear.solve(normal, slope);
        Arrays.setAll(next, j -> x[j] - next[j]);
        return next;
    }
}
