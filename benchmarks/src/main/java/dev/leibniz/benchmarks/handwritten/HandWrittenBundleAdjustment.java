package dev.leibniz.benchmarks.handwritten;

import dev.leibniz.benchmarks.problems.Observations;
import dev.leibniz.benchmarks.results.SparseJacobian;

/** The Jacobian of {@link dev.leibniz.benchmarks.problems.BundleAdjustment}: the two rows of an observation in reverse. */
public final class HandWrittenBundleAdjustment {
    private HandWrittenBundleAdjustment() {}

    /** Returns the Jacobian of all residuals. */
    public static SparseJacobian jacobian(Observations data) {
        SparseJacobian jacobian = new SparseJacobian(data);
        double[][] byCamera = new double[2][11];
        double[][] byPoint = new double[2][3];
        double[] byWeight = new double[2];
        for (int i = 0; i < data.count(); i++) {
            int camera = data.cameraOf(i);
            int point = data.pointOf(i);
            double weight = data.weights()[i];
            reprojectionError(
                    data.cameras()[camera],
                    data.points()[point],
                    weight,
                    data.features()[i],
                    byCamera,
                    byPoint,
                    byWeight);
            jacobian.setReprojectionError(i, camera, point, byCamera, byPoint, byWeight);
            jacobian.setWeightError(i, -2 * weight);
        }
        return jacobian;
    }

    private static void reprojectionError(
            double[] camera,
            double[] point,
            double weight,
            double[] feature,
            double[][] byCamera,
            double[][] byPoint,
            double[] byWeight) {
        double rx = camera[0];
        double ry = camera[1];
        double rz = camera[2];
        double px = point[0] - camera[3];
        double py = point[1] - camera[4];
        double pz = point[2] - camera[5];
        double squaredAngle = rx * rx + ry * ry + rz * rz;
        boolean rotated = squaredAngle != 0;
        double angle = Math.sqrt(squaredAngle);
        double cosine = rotated ? Math.cos(angle) : 1;
        double sine = rotated ? Math.sin(angle) : 0;
        double inverse = rotated ? 1 / angle : 0;
        double ex = rx * inverse;
        double ey = ry * inverse;
        double ez = rz * inverse;
        double along = ex * px + ey * py + ez * pz;
        double crossX = ey * pz - ez * py;
        double crossY = ez * px - ex * pz;
        double crossZ = ex * py - ey * px;
        double versine = 1 - cosine;
        double x = px * cosine + crossX * sine + ex * along * versine;
        double y = py * cosine + crossY * sine + ey * along * versine;
        double z = pz * cosine + crossZ * sine + ez * along * versine;

        double inverseZ = 1 / z;
        double a = x * inverseZ;
        double b = y * inverseZ;
        double radius = a * a + b * b;
        double focal = camera[6];
        double distortion = 1 + radius * (camera[9] + radius * camera[10]);
        double slope = 2 * (camera[9] + 2 * radius * camera[10]);
        double weightedFocal = weight * focal;

        for (int row = 0; row < 2; row++) {
            double coordinate = row == 0 ? a : b;
            double[] cameraRow = byCamera[row];
            cameraRow[6] = weight * distortion * coordinate;
            cameraRow[7] = row == 0 ? weight : 0;
            cameraRow[8] = row == 0 ? 0 : weight;
            cameraRow[9] = weightedFocal * radius * coordinate;
            cameraRow[10] = cameraRow[9] * radius;
            byWeight[row] = focal * distortion * coordinate + camera[7 + row] - feature[row];

            double aBar = weightedFocal * (slope * a * coordinate + (row == 0 ? distortion : 0));
            double bBar = weightedFocal * (slope * b * coordinate + (row == 0 ? 0 : distortion));
            double gx = aBar * inverseZ;
            double gy = bBar * inverseZ;
            double gz = -(gx * a + gy * b);

            double eg = ex * gx + ey * gy + ez * gz;
            double pointX = gx * cosine + (gy * ez - gz * ey) * sine + ex * eg * versine;
            double pointY = gy * cosine + (gz * ex - gx * ez) * sine + ey * eg * versine;
            double pointZ = gz * cosine + (gx * ey - gy * ex) * sine + ez * eg * versine;
            double[] pointRow = byPoint[row];
            pointRow[0] = pointX;
            pointRow[1] = pointY;
            pointRow[2] = pointZ;
            cameraRow[3] = -pointX;
            cameraRow[4] = -pointY;
            cameraRow[5] = -pointZ;

            double momentX = py * gz - pz * gy;
            double momentY = pz * gx - px * gz;
            double momentZ = px * gy - py * gx;
            if (rotated) {
                double exBar = sine * momentX + versine * (along * gx + eg * px);
                double eyBar = sine * momentY + versine * (along * gy + eg * py);
                double ezBar = sine * momentZ + versine * (along * gz + eg * pz);
                double cosineBar = gx * px + gy * py + gz * pz - eg * along;
                double sineBar = gx * crossX + gy * crossY + gz * crossZ;
                double angleBar =
                        cosine * sineBar - sine * cosineBar - (exBar * ex + eyBar * ey + ezBar * ez) * inverse;
                cameraRow[0] = exBar * inverse + angleBar * ex;
                cameraRow[1] = eyBar * inverse + angleBar * ey;
                cameraRow[2] = ezBar * inverse + angleBar * ez;
            } else {
                cameraRow[0] = momentX;
                cameraRow[1] = momentY;
                cameraRow[2] = momentZ;
            }
        }
    }
}
