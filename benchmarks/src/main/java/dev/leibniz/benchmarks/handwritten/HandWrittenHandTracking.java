package dev.leibniz.benchmarks.handwritten;

import dev.leibniz.benchmarks.problems.HandModel;

/**
 * The Jacobian of {@link dev.leibniz.benchmarks.problems.HandTracking}. An angle moves only the bones at and after its
 * joint, and a vertex only depends on the few bones that move it: first the derivatives of the bones' transforms are
 * made, then those of each vertex from its own bones', then those of the residuals.
 */
public final class HandWrittenHandTracking {
    private static final int PARAMETERS = 26;

    private HandWrittenHandTracking() {}

    /** Returns the Jacobian by {@code theta}; 3C × 26. */
    public static double[][] simpleJacobian(double[] theta, HandModel model, int[] correspondences, double[][] points) {
        HandWrittenHandPose pose = new HandWrittenHandPose(theta, model);
        double[][] positions = new double[model.basePositions().length][3];
        double[][] vertexRows = vertexRows(pose, model, positions, 0);
        double[][] jacobian = new double[3 * points.length][PARAMETERS];
        for (int i = 0; i < jacobian.length; i++) {
            double[] row = jacobian[i];
            double[] vertexRow = vertexRows[3 * correspondences[i / 3] + i % 3];
            for (int k = 0; k < row.length; k++) {
                row[k] = -vertexRow[k];
            }
        }
        return jacobian;
    }

    /** Returns the Jacobian by the two coordinates of the row's own correspondence and by {@code theta}; 3C × 28. */
    public static double[][] complicatedJacobian(
            double[] theta, double[][] us, HandModel model, int[] correspondences, double[][] points) {
        HandWrittenHandPose pose = new HandWrittenHandPose(theta, model);
        double[][] positions = new double[model.basePositions().length][3];
        double[][] vertexRows = vertexRows(pose, model, positions, 2);
        double[][] jacobian = new double[3 * points.length][2 + PARAMETERS];
        for (int i = 0; i < points.length; i++) {
            int[] triangle = model.triangles()[correspondences[i]];
            double u0 = us[i][0];
            double u1 = us[i][1];
            double u2 = 1 - u0 - u1;
            for (int j = 0; j < 3; j++) {
                double[] row = jacobian[3 * i + j];
                double[] row0 = vertexRows[3 * triangle[0] + j];
                double[] row1 = vertexRows[3 * triangle[1] + j];
                double[] row2 = vertexRows[3 * triangle[2] + j];
                for (int k = 0; k < row.length; k++) {
                    row[k] = -(u0 * row0[k] + u1 * row1[k] + u2 * row2[k]);
                }
                double p2 = positions[triangle[2]][j];
                row[0] = p2 - positions[triangle[0]][j];
                row[1] = p2 - positions[triangle[1]][j];
            }
        }
        return jacobian;
    }

    /** The derivatives of all coordinates of all vertices, from column {@code first} on; also finds the positions. */
    private static double[][] vertexRows(HandWrittenHandPose pose, HandModel model, double[][] positions, int first) {
        double[][] rows = new double[3 * positions.length][first + PARAMETERS];
        for (int v = 0; v < positions.length; v++) {
            double[] rest = model.basePositions()[v];
            double p0 = rest[0];
            double p1 = rest[1];
            double p2 = rest[2];
            double p3 = rest[3];
            double[] rowX = rows[3 * v];
            double[] rowY = rows[3 * v + 1];
            double[] rowZ = rows[3 * v + 2];
            int[] bones = model.bones()[v];
            double[] weights = model.weights()[v];
            double x = 0;
            double y = 0;
            double z = 0;
            for (int b = 0; b < bones.length; b++) {
                double weight = weights[b];
                double[] m = pose.transforms[bones[b]];
                x += weight * (m[0] * p0 + m[1] * p1 + m[2] * p2 + m[3] * p3);
                y += weight * (m[4] * p0 + m[5] * p1 + m[6] * p2 + m[7] * p3);
                z += weight * (m[8] * p0 + m[9] * p1 + m[10] * p2 + m[11] * p3);
                int[] angles = pose.anglesOf[bones[b]];
                double[][] byAngle = pose.placedByAngle[bones[b]];
                for (int a = 0; a < angles.length; a++) {
                    double[] d = byAngle[a];
                    int column = first + angles[a];
                    rowX[column] += weight * (d[0] * p0 + d[1] * p1 + d[2] * p2 + d[3] * p3);
                    rowY[column] += weight * (d[4] * p0 + d[5] * p1 + d[6] * p2 + d[7] * p3);
                    rowZ[column] += weight * (d[8] * p0 + d[9] * p1 + d[10] * p2 + d[11] * p3);
                }
            }
            double[] place = pose.placement;
            double[] position = positions[v];
            position[0] = place[0] * x + place[1] * y + place[2] * z + pose.theta[3];
            position[1] = place[3] * x + place[4] * y + place[5] * z + pose.theta[4];
            position[2] = place[6] * x + place[7] * y + place[8] * z + pose.theta[5];
            for (int k = 0; k < 3; k++) {
                double[] d = pose.placementByRotation[k];
                rowX[first + k] = d[0] * x + d[1] * y + d[2] * z;
                rowY[first + k] = d[3] * x + d[4] * y + d[5] * z;
                rowZ[first + k] = d[6] * x + d[7] * y + d[8] * z;
            }
            rowX[first + 3] = 1;
            rowY[first + 4] = 1;
            rowZ[first + 5] = 1;
        }
        return rows;
    }
}
