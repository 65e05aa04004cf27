package dev.leibniz.benchmarks.problems;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.Form;
import dev.leibniz.annotations.NoDerivative;
import java.util.Arrays;

/**
 * The residuals of fitting a hand model to points.
 *
 * <p>A pose has 26 numbers: the rotation vector of the hand, its translation, and four angles for each finger: two of its
 * first joint, one of each of the other two.
 */
public final class HandTracking {
    private static final int FINGERS = 5;
    private static final int JOINTS = 3;

    private HandTracking() {}

    /**
     * The differences of the points and the vertices that they correspond to.
     *
     * @param theta the pose; 26
     * @param correspondences the vertex of each point; C
     * @param points C × 3
     * @return 3C residuals, point by point
     */
    @Differentiable
    public static double[] simpleObjective(
            double[] theta, @NoDerivative HandModel model, int[] correspondences, @NoDerivative double[][] points) {
        double[][] positions = positions(theta, model);
        double[] residuals = new double[3 * points.length];
        for (int i = 0; i < points.length; i++) {
            double[] point = points[i];
            double[] position = positions[correspondences[i]];
            for (int j = 0; j < 3; j++) {
                residuals[3 * i + j] = point[j] - position[j];
            }
        }
        return residuals;
    }

    /**
     * The differences of the points and the places in triangles of the mesh that they correspond to.
     *
     * @param theta the pose; 26
     * @param us the first two barycentric coordinates of each point in its triangle; C × 2
     * @param correspondences the triangle of each point; C
     * @param points C × 3
     * @return 3C residuals, point by point
     */
    @Differentiable(forms = {Form.SPARSE, Form.JACOBIAN})
    public static double[] complicatedObjective(
            double[] theta,
            double[][] us,
            @NoDerivative HandModel model,
            int[] correspondences,
            @NoDerivative double[][] points) {
        double[] shifts = new double[2 + theta.length];
        System.arraycopy(theta, 0, shifts, 2, theta.length);
        return shiftedObjective(shifts, us, model, correspondences, points);
    }

    /**
     * As {@link #complicatedObjective}, with the barycentric coordinates of all points shifted by the same two numbers. A
     * residual depends on the coordinates of its own point only, so the derivatives by these are those by the shifts.
     *
     * @param parameters the two shifts, then the pose; 28
     */
    @Differentiable
    public static double[] shiftedObjective(
            double[] parameters,
            @NoDerivative double[][] us,
            @NoDerivative HandModel model,
            int[] correspondences,
            @NoDerivative double[][] points) {
        double[] theta = Arrays.copyOfRange(parameters, 2, parameters.length);
        double[][] positions = positions(theta, model);
        int[][] triangles = model.triangles();
        double[] residuals = new double[3 * points.length];
        for (int i = 0; i < points.length; i++) {
            double[] point = points[i];
            int[] triangle = triangles[correspondences[i]];
            double[] p0 = positions[triangle[0]];
            double[] p1 = positions[triangle[1]];
            double[] p2 = positions[triangle[2]];
            double u0 = us[i][0] + parameters[0];
            double u1 = us[i][1] + parameters[1];
            double u2 = 1 - u0 - u1;
            for (int j = 0; j < 3; j++) {
                residuals[3 * i + j] = point[j] - (u0 * p0[j] + u1 * p1[j] + u2 * p2[j]);
            }
        }
        return residuals;
    }

    /** The positions of all vertices in the given pose; V × 3. */
    private static double[][] positions(double[] theta, HandModel model) {
        double[][] transforms = transforms(boneAngles(theta, model.parents().length), model);
        double[] global = rotation(theta[0], theta[1], theta[2]);
        double[][] base = model.basePositions();
        double[][] positions = new double[base.length][3];
        for (int v = 0; v < base.length; v++) {
            double[] rest = base[v];
            double p0 = rest[0];
            double p1 = rest[1];
            double p2 = rest[2];
            double p3 = rest[3];
            int[] bones = model.bones()[v];
            double[] weights = model.weights()[v];
            double x = 0;
            double y = 0;
            double z = 0;
            for (int b = 0; b < bones.length; b++) {
                double[] m = transforms[bones[b]];
                double weight = weights[b];
                x += weight * (m[0] * p0 + m[1] * p1 + m[2] * p2 + m[3] * p3);
                y += weight * (m[4] * p0 + m[5] * p1 + m[6] * p2 + m[7] * p3);
                z += weight * (m[8] * p0 + m[9] * p1 + m[10] * p2 + m[11] * p3);
            }
            if (model.mirrored()) {
                x = -x;
            }
            double[] position = positions[v];
            position[0] = global[0] * x + global[1] * y + global[2] * z + theta[3];
            position[1] = global[3] * x + global[4] * y + global[5] * z + theta[4];
            position[2] = global[6] * x + global[7] * y + global[8] * z + theta[5];
        }
        return positions;
    }

    /** The rotations of the bones about the x and z axes; the pose moves the three joints of each finger only. */
    private static double[][] boneAngles(double[] theta, int bones) {
        double[][] angles = new double[bones][2];
        int i = 6;
        int bone = 2;
        for (int finger = 0; finger < FINGERS; finger++) {
            for (int joint = 0; joint < JOINTS; joint++) {
                angles[bone][0] = theta[i++];
                if (joint == 0) {
                    angles[bone][1] = theta[i++];
                }
                bone++;
            }
            bone++;
        }
        return angles;
    }

    /** What takes each bone from rest to the pose; B × 16. */
    private static double[][] transforms(double[][] angles, HandModel model) {
        int bones = angles.length;
        double[][] absolutes = new double[bones][];
        double[][] transforms = new double[bones][];
        for (int b = 0; b < bones; b++) {
            double[] relative = multiply(model.baseRelatives()[b], boneRotation(angles[b][0], angles[b][1]));
            int parent = model.parents()[b];
            absolutes[b] = parent == -1 ? relative : multiply(absolutes[parent], relative);
            transforms[b] = multiply(absolutes[b], model.inverseBaseAbsolutes()[b]);
        }
        return transforms;
    }

    /** The rotation about the x axis, then about the z axis, as a 4 × 4 matrix. */
    private static double[] boneRotation(double xAngle, double zAngle) {
        double cx = Math.cos(xAngle);
        double sx = Math.sin(xAngle);
        double cz = Math.cos(zAngle);
        double sz = Math.sin(zAngle);
        return new double[] {cz, -sz * cx, sz * sx, 0, sz, cz * cx, -cz * sx, 0, 0, sx, cx, 0, 0, 0, 0, 1};
    }

    /** The rotation by a rotation vector, 3 × 3; the identity if the vector is shorter than 1e-4. */
    private static double[] rotation(double rx, double ry, double rz) {
        double norm = Math.sqrt(rx * rx + ry * ry + rz * rz);
        if (norm < 1e-4) {
            return new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
        }
        double x = rx / norm;
        double y = ry / norm;
        double z = rz / norm;
        double s = Math.sin(norm);
        double c = Math.cos(norm);
        return new double[] {
            x * x + (1 - x * x) * c,
            x * y * (1 - c) - z * s,
            x * z * (1 - c) + y * s,
            x * y * (1 - c) + z * s,
            y * y + (1 - y * y) * c,
            y * z * (1 - c) - x * s,
            x * z * (1 - c) - y * s,
            y * z * (1 - c) + x * s,
            z * z + (1 - z * z) * c
        };
    }

    /** The product of two 4 × 4 matrices. */
    private static double[] multiply(double[] a, double[] b) {
        double[] product = new double[16];
        for (int row = 0; row < 16; row += 4) {
            for (int j = 0; j < 4; j++) {
                product[row + j] =
                        a[row] * b[j] + a[row + 1] * b[4 + j] + a[row + 2] * b[8 + j] + a[row + 3] * b[12 + j];
            }
        }
        return product;
    }
}
