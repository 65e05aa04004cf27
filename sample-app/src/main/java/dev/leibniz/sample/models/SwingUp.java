package dev.leibniz.sample.models;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.Form;
import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.runtime.SparseMatrix;
import dev.leibniz.runtime.SparsityPattern;
import java.util.Arrays;

/** A pendulum is swung up with little effort: Newton's method over all of the trajectory at once, with a sparse Hessian. */
public final class SwingUp {
    /** How far from the diagonal the Hessian has elements. */
    private static final int BAND = 4;

    private SwingUp() {}

    /**
     * The effort, and a penalty on what is not as the pendulum moves, from hanging at rest to standing at rest.
     *
     * @param x angle in radians (0 hangs), rate and torque at each node in turn, in units where gravity, mass and length are 1
     * @param h the time from node to node
     * @param weight of the penalty
     */
    @Differentiable(
            order = 2,
            forms = {Form.HVP, Form.SPARSE})
    public static double cost(double[] x, @NoDerivative double h, @NoDerivative double weight) {
        int end = x.length - 3;
        double cost = h * x[end + 2] * x[end + 2] + weight * Math.pow(x[end] - Math.PI, 2);
        cost += weight * (x[0] * x[0] + x[1] * x[1] + x[end + 1] * x[end + 1]);
        for (int i = 0; i < end; i += 3) {
            double rate = x[i + 4] - x[i + 1] - h * (x[i + 2] - Math.sin(x[i]));
            cost += h * x[i + 2] * x[i + 2] + weight * (rate * rate + Math.pow(x[i + 3] - x[i] - h * x[i + 4], 2));
        }
        return cost / 2;
    }

    /**
     * A trajectory of least cost.
     *
     * @param x the first guess, which is not changed
     * @param h the time from node to node
     * @param weight of the penalty
     * @param steps how often a linear system is solved
     * @return the trajectory after these steps
     */
    public static double[] minimize(double[] x, double h, double weight, int steps) {
        SparsityPattern pattern = SwingUpGrad.costHessianSparsity(x, h, weight); // coloured once, for all steps
        SparseMatrix hessian = SparseMatrix.zeros(pattern);
        for (int step = 0; step < steps; step++) {
            var at = SwingUpGrad.costSparseHessianInto(x, h, weight, hessian);
            double[] direction = solve(hessian, at.grad().x(), 0);
            double[] next = less(x, direction, 1);
            for (double part = 0.5; cost(next, h, weight) > at.grad().value() && part > 1e-9; part /= 2) {
                next = less(x, direction, part);
            }
            x = next;
        }
        return x;
    }

    private static double[] less(double[] x, double[] direction, double part) {
        double[] next = new double[x.length];
        Arrays.setAll(next, j -> x[j] - part * direction[j]);
        return next;
    }

    /** (A + shift·I)⁻¹·b by a Cholesky factor with the bands of A; the shift grows until the matrix is positive definite. */
    private static double[] solve(SparseMatrix a, double[] b, double shift) {
        double[][] l = new double[b.length][BAND + 1]; // row i has columns i − BAND to i
        double[] x = b.clone();
        for (int i = 0; i < x.length; i++) {
            for (int j = Math.max(0, i - BAND); j <= i; j++) {
                double sum = a.get(i, j) + (i == j ? shift : 0);
                for (int k = Math.max(0, i - BAND); k < j; k++) {
                    sum -= l[i][k - i + BAND] * l[j][k - j + BAND];
                }
                if (i == j && sum <= 0) {
                    return solve(a, b, Math.max(10 * shift, 1e-3));
                }
                l[i][j - i + BAND] = i == j ? Math.sqrt(sum) : sum / l[j][BAND];
                x[i] = i == j ? x[i] / l[i][BAND] : x[i] - l[i][j - i + BAND] * x[j];
            }
        }
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= l[i][BAND];
            for (int k = Math.max(0, i - BAND); k < i; k++) {
                x[k] -= l[i][k - i + BAND] * x[i];
            }
        }
        return x;
    }
}
