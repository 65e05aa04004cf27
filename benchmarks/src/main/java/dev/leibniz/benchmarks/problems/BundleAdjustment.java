package dev.leibniz.benchmarks.problems;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.Form;
import dev.leibniz.annotations.NoDerivative;

/** The residuals of bundle adjustment: a pinhole camera with radial distortion that sees a point. */
public final class BundleAdjustment {
    private BundleAdjustment() {}

    /**
     * The weighted difference of a point's projection and the place where it was seen.
     *
     * @param camera rotation vector (3), centre (3), focal length, principal point (2), radial distortion (2)
     * @param point the point in space (3)
     * @param weight the observation's weight
     * @param feature where the point was seen (2)
     * @return the error in both coordinates of the image
     */
    @Differentiable
    public static double[] reprojectionError(
            double[] camera, double[] point, double weight, @NoDerivative double[] feature) {
        double rx = camera[0];
        double ry = camera[1];
        double rz = camera[2];
        double px = point[0] - camera[3];
        double py = point[1] - camera[4];
        double pz = point[2] - camera[5];

        double x;
        double y;
        double z;
        double squaredAngle = rx * rx + ry * ry + rz * rz;
        if (squaredAngle != 0) {
            double angle = Math.sqrt(squaredAngle);
            double cosine = Math.cos(angle);
            double sine = Math.sin(angle);
            double inverse = 1 / angle;
            double ex = rx * inverse;
            double ey = ry * inverse;
            double ez = rz * inverse;
            double along = (ex * px + ey * py + ez * pz) * (1 - cosine);
            x = px * cosine + (ey * pz - ez * py) * sine + ex * along;
            y = py * cosine + (ez * px - ex * pz) * sine + ey * along;
            z = pz * cosine + (ex * py - ey * px) * sine + ez * along;
        } else {
            x = px + ry * pz - rz * py;
            y = py + rz * px - rx * pz;
            z = pz + rx * py - ry * px;
        }

        double a = x / z;
        double b = y / z;
        double radius = a * a + b * b;
        double scale = camera[6] * (1 + radius * (camera[9] + radius * camera[10]));
        return new double[] {
            weight * (scale * a + camera[7] - feature[0]), weight * (scale * b + camera[8] - feature[1])
        };
    }

    /** The term that keeps a weight near one. */
    @Differentiable
    public static double weightError(double weight) {
        return 1 - weight * weight;
    }

    /** The errors of all observations in both coordinates, then those of all weights. */
    public static double[] residuals(Observations data) {
        return residuals(data.cameras(), data.points(), data.weights(), data.features());
    }

    /**
     * The errors of all observations in both coordinates, then those of all weights. An error depends on one camera, one point and one
     * weight.
     *
     * @param cameras n × 11
     * @param points m × 3
     * @param weights one per observation; p
     * @param features one per observation; p × 2
     * @return 3p residuals
     */
    @Differentiable(forms = {Form.SPARSE, Form.JACOBIAN})
    public static double[] residuals(
            double[][] cameras, double[][] points, double[] weights, @NoDerivative double[][] features) {
        int count = weights.length;
        double[] residuals = new double[3 * count];
        for (int i = 0; i < count; i++) {
            double weight = weights[i];
            double[] error =
                    reprojectionError(cameras[i % cameras.length], points[i % points.length], weight, features[i]);
            residuals[2 * i] = error[0];
            residuals[2 * i + 1] = error[1];
            residuals[2 * count + i] = weightError(weight);
        }
        return residuals;
    }
}
