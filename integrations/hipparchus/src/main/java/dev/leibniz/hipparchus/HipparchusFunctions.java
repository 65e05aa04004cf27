package dev.leibniz.hipparchus;

import dev.leibniz.runtime.FlatFunction;
import dev.leibniz.runtime.FlatVectorFunction;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.optim.nonlinear.vector.constrained.TwiceDifferentiableFunction;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * Flat functions, with their derivatives, as Hipparchus takes them.
 *
 * <p>A flat function works in arrays of its own: what is made of one is for one thread at a time, like the optimiser it is given to. For
 * another thread, pass a {@link FlatFunction#copy() copy}.
 *
 * @since 0.1.0
 */
public final class HipparchusFunctions {
    private HipparchusFunctions() {}

    /**
     * The function of an optimisation.
     *
     * @param function what is minimised or maximised
     * @return its values, as optimisation data
     */
    public static ObjectiveFunction objective(FlatFunction function) {
        return new ObjectiveFunction(function::value);
    }

    /**
     * The gradient of that function, for optimisers that use one.
     *
     * @param function what is minimised or maximised
     * @return its gradients, each a new array of {@link FlatFunction#dimension()} numbers
     */
    public static ObjectiveFunctionGradient gradient(FlatFunction function) {
        return new ObjectiveFunctionGradient(x -> {
            double[] gradient = new double[function.dimension()];
            function.gradient(x, gradient);
            return gradient;
        });
    }

    /**
     * The residuals of a least-squares problem and their Jacobian, which are computed together.
     *
     * @param residuals what is to be small
     * @return the model, whose Jacobian has one row for each residual
     */
    public static MultivariateJacobianFunction leastSquares(FlatVectorFunction residuals) {
        return point -> {
            double[] x = point.toArray();
            double[][] jacobian = residuals.jacobian(x);
            double[] values = residuals.residuals(x);
            return new Pair<>(
                    MatrixUtils.createRealVector(values),
                    jacobian.length == 0
                            ? MatrixUtils.createRealMatrix(values.length, x.length)
                            : MatrixUtils.createRealMatrix(jacobian));
        };
    }

    /**
     * A function with a gradient and a Hessian, for sequential quadratic programming.
     *
     * @param function one with second derivatives: {@code @Differentiable(order = 2)}
     * @return the function; its Hessian is made of {@link FlatFunction#dimension()} products with unit vectors
     */
    public static TwiceDifferentiableFunction twiceDifferentiable(FlatFunction function) {
        return new TwiceDifferentiableFunction() {
            @Override
            public int dim() {
                return function.dimension();
            }

            @Override
            public double value(RealVector x) {
                return function.value(x.toArray());
            }

            @Override
            public RealVector gradient(RealVector x) {
                double[] gradient = new double[function.dimension()];
                function.gradient(x.toArray(), gradient);
                return MatrixUtils.createRealVector(gradient);
            }

            @Override
            public RealMatrix hessian(RealVector x) {
                int n = function.dimension();
                double[] at = x.toArray();
                double[] direction = new double[n];
                double[] product = new double[n];
                RealMatrix hessian = MatrixUtils.createRealMatrix(n, n);
                for (int j = 0; j < n; j++) {
                    direction[j] = 1;
                    function.hvp(at, direction, product);
                    direction[j] = 0;
                    hessian.setColumn(j, product);
                }
                return hessian;
            }
        };
    }
}
