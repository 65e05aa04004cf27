package dev.leibniz.hipparchus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leibniz.runtime.FlatFunction;
import dev.leibniz.runtime.FlatVectorFunction;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.hipparchus.optim.nonlinear.vector.constrained.LagrangeSolution;
import org.hipparchus.optim.nonlinear.vector.constrained.LinearEqualityConstraint;
import org.hipparchus.optim.nonlinear.vector.constrained.SQPOptimizerS;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.junit.jupiter.api.Test;

class HipparchusFunctionsTest {

    @Test
    void aCurveIsFittedByLeastSquares() {
        double[] t = new double[30];
        double[] y = new double[t.length];
        for (int i = 0; i < t.length; i++) {
            t[i] = 0.2 * i;
            y[i] = 3 * Math.exp(-0.7 * t[i]) + 0.5;
        }
        FlatVectorFunction residuals = ModelsGrad.residualsFlat(new Models.Decay(1, 1, 0), t, y);
        LeastSquaresOptimizer.Optimum optimum = new LevenbergMarquardtOptimizer()
                .optimize(new LeastSquaresBuilder()
                        .start(residuals.start())
                        .model(HipparchusFunctions.leastSquares(residuals))
                        .target(new double[t.length])
                        .maxEvaluations(100)
                        .maxIterations(100)
                        .build());
        assertArrayEquals(new double[] {3, 0.7, 0.5}, optimum.getPoint().toArray(), 1e-8);
    }

    @Test
    void aMinimumIsFoundWithGradients() {
        FlatFunction rosenbrock = ModelsGrad.rosenbrockFlat(new double[] {-1.2, 1});
        PointValuePair minimum = new NonLinearConjugateGradientOptimizer(
                        NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE,
                        new SimpleValueChecker(1e-14, 1e-14),
                        1e-8,
                        1e-8,
                        1)
                .optimize(
                        new MaxEval(10_000),
                        HipparchusFunctions.objective(rosenbrock),
                        HipparchusFunctions.gradient(rosenbrock),
                        GoalType.MINIMIZE,
                        new InitialGuess(rosenbrock.start()));
        assertArrayEquals(new double[] {1, 1}, minimum.getPoint(), 1e-4);
    }

    @Test
    void aMinimumOnAPlaneIsFoundWithSecondDerivatives() {
        FlatFunction rosenbrock = ModelsGrad.rosenbrockFlat(new double[] {0.8, 0.9, 0.9});
        LagrangeSolution solution = new SQPOptimizerS()
                .optimize(
                        new ObjectiveFunction(HipparchusFunctions.twiceDifferentiable(rosenbrock)),
                        new LinearEqualityConstraint(new double[][] {{1, 1, 1}}, new double[] {3}),
                        new InitialGuess(rosenbrock.start()));
        assertArrayEquals(new double[] {1, 1, 1}, solution.getX().toArray(), 1e-3);
    }

    @Test
    void theHessianIsThatOfTheFunction() {
        FlatFunction rosenbrock = ModelsGrad.rosenbrockFlat(new double[] {0, 0});
        RealVector x = new ArrayRealVector(new double[] {2, 3});
        double[][] hessian =
                HipparchusFunctions.twiceDifferentiable(rosenbrock).hessian(x).getData();
        assertEquals(1200 * 4 - 400 * 3 + 2, hessian[0][0], 1e-9);
        assertEquals(-800, hessian[0][1], 1e-9);
        assertEquals(-800, hessian[1][0], 1e-9);
        assertEquals(200, hessian[1][1], 1e-9);
    }
}
