package corpus;

import dev.leibniz.annotations.Differentiable;

/** Derivatives of steps in steps, and of what uses them. */
public final class Nestings {
    private Nestings() {}

    @Differentiable(order = 2)
    static double energy(double[] q, double k) {
        double e = 0;
        for (int i = 0; i < q.length; i++) {
            e += 0.5 * k * q[i] * q[i] + Math.cos(q[i]) * Math.sin(q[(i + 1) % q.length]) / 6;
        }
        return e;
    }

    /** Steps along the gradient, which may be run again. */
    @Differentiable(order = 2)
    static double gradientDescent(double[] x, double k) {
        double[] q = x.clone();
        for (int t = 0; t < 3; t++) {
            double[] g = NestingsGrad.energyGrad(q, k).q();
            for (int i = 0; i < q.length; i++) {
                q[i] -= 0.1 * g[i];
            }
        }
        return energy(q, k);
    }

    /** As above, with one buffer for all steps. */
    @Differentiable
    static double intoBuffer(double[] x, double k) {
        double[] q = x.clone();
        double[] g = new double[x.length];
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < g.length; i++) {
                g[i] *= 0.5;
            }
            double dk = NestingsGrad.energyGradInto(q, k, g).k();
            for (int i = 0; i < q.length; i++) {
                q[i] -= 0.1 * g[i] * dk;
            }
        }
        return energy(q, k) + g[0];
    }

    @Differentiable(order = 2)
    static double stepping(double[] x, double c) {
        double[] y = x.clone();
        double[] w = new double[x.length];
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < y.length; i++) {
                w[i] = y[i] * c * y[(i + 1) % y.length] / 6;
            }
            for (int i = 0; i < y.length; i++) {
                y[i] += 0.3 * w[i];
            }
        }
        double s = 0;
        for (double v : y) {
            s += v * v;
        }
        return s;
    }

    /** The derivative of steps, differentiated, in steps. */
    @Differentiable
    static double stepsOfSteps(double[] x, double c) {
        double[] y = x.clone();
        double s = 0;
        for (int t = 0; t < 2; t++) {
            NestingsGrad.SteppingGrad g = NestingsGrad.steppingGrad(y, c);
            for (int i = 0; i < y.length; i++) {
                y[i] -= 0.2 * g.x()[i] * g.value();
            }
            s += g.c() * y[0];
        }
        return s;
    }

    /** Forward mode in reverse mode, and products with the Hessian. */
    @Differentiable
    static double mixedModes(double[] x, double c) {
        double[] v = {x[1], x[0], 1, c};
        double t = NestingsGrad.steppingJvp(x, c, v, x[2]).tangent();
        double[] h = NestingsGrad.steppingHvp(x, c, v, 0.5).x();
        return t * h[0] + h[2];
    }

    @Differentiable
    static double[] field(double[] x, double c) {
        double[] y = x.clone();
        for (int t = 0; t < 2; t++) {
            for (int i = 0; i < y.length; i++) {
                y[i] = y[i] * c + 0.2 * y[(i + 1) % y.length] * y[i];
            }
        }
        return y;
    }

    /** Several directions at once, inside. */
    @Differentiable
    static double severalInside(double[] x, double c) {
        double[][] vs = {x, {1, c, 0, 2}};
        double[] cs = {c, 1};
        double[][] out = NestingsGrad.fieldJvp(x, c, vs, cs).tangents();
        return out[0][1] * out[1][2];
    }

    record Scaled(double factor, float weight) {}

    @Differentiable
    static double scaled(double h, Scaled scale) {
        return h * scale.factor() * scale.weight();
    }

    /** A derivative that is zero has the sign that the generated method gives it. */
    @Differentiable
    static double signOfZero(double x) {
        NestingsGrad.ScaledGrad grad = NestingsGrad.scaledGrad(Math.abs(x) * -0.0, new Scaled(2, 1));
        return Math.copySign(2, grad.scale().factor()) * x + grad.scale().weight();
    }
}
