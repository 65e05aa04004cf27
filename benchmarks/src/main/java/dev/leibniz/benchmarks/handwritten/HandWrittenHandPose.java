package dev.leibniz.benchmarks.handwritten;

import dev.leibniz.benchmarks.problems.HandModel;

/** What a pose does to the bones of a hand, and the derivatives of that; it knows nothing of vertices. */
final class HandWrittenHandPose {
    /** The first angle's place in theta; each finger has two for its first joint, one for the second and the third. */
    private static final int FIRST_ANGLE = 6;

    private static final int ANGLES = 20;

    final double[] theta;

    /** What takes each bone from rest to the pose, before the hand is placed; B × 16. */
    final double[][] transforms;

    /** For each bone the places in theta of the angles that move it. */
    final int[][] anglesOf;

    /** For each bone and each of these angles the derivative of the bone's transform, with the hand placed. */
    final double[][][] placedByAngle;

    /** The rotation of the hand, mirrored if the hand is; 3 × 3. */
    final double[] placement;

    /** The derivatives of {@link #placement} by the three components of the rotation vector. */
    final double[][] placementByRotation;

    HandWrittenHandPose(double[] theta, HandModel model) {
        this.theta = theta;
        placement = new double[9];
        placementByRotation = new double[3][9];
        place(model.mirrored());

        int bones = model.parents().length;
        transforms = new double[bones][];
        anglesOf = new int[bones][];
        placedByAngle = new double[bones][][];
        double[][] relatives = new double[bones][];
        double[][] absolutes = new double[bones][];
        double[][][] byAngle = new double[bones][][];
        for (int b = 0; b < bones; b++) {
            int parent = model.parents()[b];
            int[] inherited = parent == -1 ? new int[0] : anglesOf[parent];
            int own = ownAngles(b);
            anglesOf[b] = new int[inherited.length + own];
            byAngle[b] = new double[inherited.length + own][];
            double xAngle = own > 0 ? theta[firstAngle(b)] : 0;
            double zAngle = own > 1 ? theta[firstAngle(b) + 1] : 0;
            double cx = Math.cos(xAngle);
            double sx = Math.sin(xAngle);
            double cz = Math.cos(zAngle);
            double sz = Math.sin(zAngle);
            double[] base =
                    parent == -1 ? model.baseRelatives()[b] : multiply(absolutes[parent], model.baseRelatives()[b]);
            double[] rotation = {cz, -sz * cx, sz * sx, 0, sz, cz * cx, -cz * sx, 0, 0, sx, cx, 0, 0, 0, 0, 1};
            relatives[b] = multiply(model.baseRelatives()[b], rotation);
            absolutes[b] = multiply(base, rotation);
            for (int i = 0; i < inherited.length; i++) {
                anglesOf[b][i] = inherited[i];
                byAngle[b][i] = multiply(byAngle[parent][i], relatives[b]);
            }
            if (own > 0) {
                double[] byX = {0, sz * sx, sz * cx, 0, 0, -cz * sx, -cz * cx, 0, 0, cx, -sx, 0, 0, 0, 0, 0};
                anglesOf[b][inherited.length] = firstAngle(b);
                byAngle[b][inherited.length] = multiply(base, byX);
            }
            if (own > 1) {
                double[] byZ = {-sz, -cz * cx, cz * sx, 0, cz, -sz * cx, sz * sx, 0, 0, 0, 0, 0, 0, 0, 0, 0};
                anglesOf[b][inherited.length + 1] = firstAngle(b) + 1;
                byAngle[b][inherited.length + 1] = multiply(base, byZ);
            }
            double[] inverse = model.inverseBaseAbsolutes()[b];
            transforms[b] = multiply(absolutes[b], inverse);
            placedByAngle[b] = new double[byAngle[b].length][];
            for (int i = 0; i < byAngle[b].length; i++) {
                placedByAngle[b][i] = placed(multiply(byAngle[b][i], inverse));
            }
        }
    }

    private static int ownAngles(int bone) {
        int joint = (bone - 2) % 4;
        return bone < 2 || joint == 3 || bone > 20 ? 0 : joint == 0 ? 2 : 1;
    }

    private static int firstAngle(int bone) {
        int joint = (bone - 2) % 4;
        return FIRST_ANGLE + (ANGLES / 5) * ((bone - 2) / 4) + (joint == 0 ? 0 : joint + 1);
    }

    private void place(boolean mirrored) {
        double norm = Math.sqrt(theta[0] * theta[0] + theta[1] * theta[1] + theta[2] * theta[2]);
        if (norm < 1e-4) {
            placement[0] = 1;
            placement[4] = 1;
            placement[8] = 1;
        } else {
            double[] axis = {theta[0] / norm, theta[1] / norm, theta[2] / norm};
            double s = Math.sin(norm);
            double c = Math.cos(norm);
            rotation(axis, s, 1 - c, c, placement);
            double[] byAngle = new double[9];
            rotation(axis, c, s, -s, byAngle);
            for (int k = 0; k < 3; k++) {
                double[] axisTangent = {
                    ((k == 0 ? 1 : 0) - axis[0] * axis[k]) / norm,
                    ((k == 1 ? 1 : 0) - axis[1] * axis[k]) / norm,
                    ((k == 2 ? 1 : 0) - axis[2] * axis[k]) / norm
                };
                rotationTangent(axis, axisTangent, s, 1 - c, placementByRotation[k]);
                for (int i = 0; i < 9; i++) {
                    placementByRotation[k][i] += byAngle[i] * axis[k];
                }
            }
        }
        if (mirrored) {
            for (int row = 0; row < 9; row += 3) {
                placement[row] = -placement[row];
                for (int k = 0; k < 3; k++) {
                    placementByRotation[k][row] = -placementByRotation[k][row];
                }
            }
        }
    }

    /** Writes outer · a aᵀ + diagonal · I + s · [a]×. */
    private static void rotation(double[] a, double s, double outer, double diagonal, double[] out) {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                out[3 * i + j] = outer * a[i] * a[j];
            }
            out[4 * i] += diagonal;
        }
        addCross(a, s, out);
    }

    private static void rotationTangent(double[] a, double[] d, double s, double outer, double[] out) {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                out[3 * i + j] = outer * (d[i] * a[j] + a[i] * d[j]);
            }
        }
        addCross(d, s, out);
    }

    private static void addCross(double[] a, double s, double[] out) {
        out[1] -= a[2] * s;
        out[2] += a[1] * s;
        out[3] += a[2] * s;
        out[5] -= a[0] * s;
        out[6] -= a[1] * s;
        out[7] += a[0] * s;
    }

    /** The product of {@link #placement} and the upper three rows of a 4 × 4 matrix; 3 × 4. */
    private double[] placed(double[] m) {
        double[] product = new double[12];
        for (int row = 0; row < 3; row++) {
            for (int j = 0; j < 4; j++) {
                product[4 * row + j] = placement[3 * row] * m[j]
                        + placement[3 * row + 1] * m[4 + j]
                        + placement[3 * row + 2] * m[8 + j];
            }
        }
        return product;
    }

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
