package dev.leibniz.benchmarks.generated;

import dev.leibniz.benchmarks.problems.BundleAdjustmentGrad;
import dev.leibniz.benchmarks.problems.Observations;
import dev.leibniz.benchmarks.results.SparseJacobian;

/** The Jacobian of {@link dev.leibniz.benchmarks.problems.BundleAdjustment}, put together from those of its observations. */
public final class GeneratedBundleAdjustment {
    private GeneratedBundleAdjustment() {}

    /** Returns the Jacobian of all residuals. */
    public static SparseJacobian jacobian(Observations data) {
        SparseJacobian jacobian = new SparseJacobian(data);
        for (int i = 0; i < data.count(); i++) {
            int camera = data.cameraOf(i);
            int point = data.pointOf(i);
            double weight = data.weights()[i];
            BundleAdjustmentGrad.ReprojectionErrorJacobian error = BundleAdjustmentGrad.reprojectionErrorJacobian(
                    data.cameras()[camera], data.points()[point], weight, data.features()[i]);
            jacobian.setReprojectionError(i, camera, point, error.camera(), error.point(), error.weight());
            jacobian.setWeightError(
                    i, BundleAdjustmentGrad.weightErrorGrad(weight).weight());
        }
        return jacobian;
    }
}
