package corpus;

import dev.leibniz.annotations.Differentiable;

/** Derivatives of derivatives. */
public final class Higher {
    private Higher() {}

    @Differentiable
    static double energy(double x, double y) {
        return Math.sin(x * y) + x * x * x;
    }

    @Differentiable
    static double slope(double x, double y) {
        return HigherGrad.energyGrad(x, y).x();
    }

    @Differentiable
    static double curvature(double x, double y) {
        return HigherGrad.slopeGrad(x, y).x() * y;
    }

    @Differentiable
    static double loss(double[] w, double scale) {
        double s = 0;
        for (int i = 0; i < w.length; i++) {
            s += scale * w[i] * w[i] + Math.cos(w[i]);
        }
        return s;
    }

    @Differentiable
    static double gradientNorm(double[] w, double scale) {
        double[] g = HigherGrad.lossGrad(w, scale).w();
        double s = 0;
        for (double e : g) {
            s += e * e;
        }
        return s;
    }

    @Differentiable
    static double throughSteps(double[] start, double rate) {
        double[] w = start.clone();
        for (int k = 0; k < 3; k++) {
            double[] g = HigherGrad.lossGrad(w, 0.7).w();
            for (int i = 0; i < w.length; i++) {
                w[i] -= 0.1 * rate * g[i];
            }
        }
        return loss(w, 0.7);
    }

    @Differentiable
    static double forwardInReverse(double x, double y) {
        HigherGrad.EnergyJvp jvp = HigherGrad.energyJvp(x, y, y, 1);
        return jvp.tangent() * jvp.value();
    }
}
