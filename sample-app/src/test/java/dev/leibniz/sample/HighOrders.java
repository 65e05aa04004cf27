package dev.leibniz.sample;

import dev.leibniz.annotations.Differentiable;

/** Derivatives of derivatives of derivatives: each method is the derivative of the one before. */
final class HighOrders {
    private HighOrders() {}

    @Differentiable
    static double power(double x) {
        return x * x * x * x * x;
    }

    @Differentiable
    static double power1(double x) {
        return HighOrdersGrad.powerGrad(x).x();
    }

    @Differentiable
    static double power2(double x) {
        return HighOrdersGrad.power1Jvp(x, 1).tangent();
    }

    @Differentiable
    static double power3(double x) {
        return HighOrdersGrad.power2Grad(x).x();
    }

    @Differentiable
    static double power4(double x) {
        return HighOrdersGrad.power3Vjp(x, 1).x();
    }

    @Differentiable
    static double sine(double x) {
        return Math.sin(x);
    }

    @Differentiable
    static double sine1(double x) {
        return HighOrdersGrad.sineGrad(x).x();
    }

    @Differentiable(order = 2)
    static double sine2(double x) {
        return HighOrdersGrad.sine1Jvp(x, 1).tangent();
    }

    @Differentiable
    static double sine3(double x) {
        return HighOrdersGrad.sine2Grad(x).x();
    }

    /** Second derivatives at once. */
    @Differentiable
    static double sine4(double x) {
        return HighOrdersGrad.sine2Hvp(x, 1).x();
    }

    @Differentiable
    static double sine5(double x) {
        return HighOrdersGrad.sine4Grad(x).x();
    }

    @Differentiable(order = 2)
    static double sine6(double x) {
        return HighOrdersGrad.sine5Jvp(x, 1).tangent();
    }

    @Differentiable
    static double sine7(double x) {
        return HighOrdersGrad.sine6Grad(x).x();
    }

    /** The probability of one class. */
    @Differentiable(order = 2)
    static double softmax(double[] z, int i) {
        double sum = 0;
        for (double score : z) {
            sum += Math.exp(score);
        }
        return Math.exp(z[i]) / sum;
    }

    @Differentiable
    static double softmax1(double[] z, int i, int j) {
        return HighOrdersGrad.softmaxGrad(z, i).z()[j];
    }

    @Differentiable
    static double softmax2(double[] z, int i, int j, int k) {
        return HighOrdersGrad.softmax1Grad(z, i, j).z()[k];
    }

    /** The same from the Hessian. */
    @Differentiable
    static double softmaxCurvature(double[] z, int i, int j, int k) {
        return HighOrdersGrad.softmaxHessian(z, i).matrix()[j][k];
    }
}
