package dev.leibniz.benchmarks.algorithms;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.Form;
import dev.leibniz.annotations.ImplicitFunction;
import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.runtime.Linear;

/** What finds a solution: a root, a system of equations, a stiff differential equation by implicit steps. */
public final class Solvers {
    private static final double CLOSE = 1e-13;
    private static final int MOST_STEPS = 50;

    private Solvers() {}

    /** The sum of the roots of x + aᵢ·x³ + e^x = 3, each by Newton's method. */
    @Differentiable(forms = Form.GRAD)
    public static double roots(double[] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += root(a[i]);
        }
        return sum;
    }

    @ImplicitFunction(residual = "equation")
    static double root(double a) {
        double x = 1;
        for (int k = 0; k < MOST_STEPS; k++) {
            double e = Math.exp(x);
            double step = (x + a * x * x * x + e - 3) / (1 + 3 * a * x * x + e);
            x -= step;
            if (Math.abs(step) < CLOSE) {
                return x;
            }
        }
        return x;
    }

    static double equation(double x, double a) {
        return x + a * x * x * x + Math.exp(x) - 3;
    }

    /** The squared length of the solution of M·x + x³ = b, for each element. */
    @Differentiable(forms = Form.GRAD)
    public static double system(double[][] m, double[] b) {
        double[] x = balance(m, b);
        double sum = 0;
        for (double xi : x) {
            sum += xi * xi;
        }
        return sum;
    }

    @ImplicitFunction(residual = "imbalance")
    static double[] balance(double[][] m, double[] b) {
        int n = b.length;
        double[] x = new double[n];
        for (int k = 0; k < MOST_STEPS; k++) {
            double[] f = imbalance(x, m, b);
            double[][] jacobian = new double[n][];
            for (int i = 0; i < n; i++) {
                jacobian[i] = m[i].clone();
                jacobian[i][i] += 3 * x[i] * x[i];
            }
            if (subtract(x, Linear.solve(jacobian, f)) < CLOSE) {
                break;
            }
        }
        return x;
    }

    /** Takes a step from x, in place; returns the largest number of the step. */
    private static double subtract(double[] x, double[] step) {
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] -= step[i];
            largest = Math.max(largest, Math.abs(step[i]));
        }
        return largest;
    }

    /** M·x + x³ − b, whose derivative by x is a matrix. */
    @Differentiable(
            wrt = "x",
            forms = {Form.JVP, Form.VJP, Form.JACOBIAN})
    public static double[] imbalance(double[] x, double[][] m, double[] b) {
        double[] f = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double sum = x[i] * x[i] * x[i] - b[i];
            for (int j = 0; j < x.length; j++) {
                sum += m[i][j] * x[j];
            }
            f[i] = sum;
        }
        return f;
    }

    /** Robertson's chemical reactions with rates k, after implicit Euler steps that grow by a tenth each: the amount of the third substance. */
    @Differentiable(forms = Form.GRAD)
    public static double stiff(double[] k, @NoDerivative int steps) {
        double[] y = {1, 0, 0};
        double h = 1e-6;
        for (int n = 0; n < steps; n++) {
            y = implicitStep(y, k, h);
            h *= 1.1;
        }
        return y[2];
    }

    @ImplicitFunction(residual = "stepResidual")
    static double[] implicitStep(double[] before, double[] k, @NoDerivative double h) {
        double[] y = before.clone();
        for (int n = 0; n < MOST_STEPS; n++) {
            double[] f = stepResidual(y, before, k, h);
            double[][] jacobian = {
                {1 + h * k[0], -h * k[2] * y[2], -h * k[2] * y[1]},
                {-h * k[0], 1 + h * (k[2] * y[2] + 2 * k[1] * y[1]), h * k[2] * y[1]},
                {0, -2 * h * k[1] * y[1], 1}
            };
            if (subtract(y, Linear.solve(jacobian, f)) < CLOSE) {
                break;
            }
        }
        return y;
    }

    static double[] stepResidual(double[] y, double[] before, double[] k, @NoDerivative double h) {
        double first = k[0] * y[0];
        double second = k[1] * y[1] * y[1];
        double third = k[2] * y[1] * y[2];
        return new double[] {
            y[0] - before[0] - h * (third - first),
            y[1] - before[1] - h * (first - third - second),
            y[2] - before[2] - h * second
        };
    }
}
