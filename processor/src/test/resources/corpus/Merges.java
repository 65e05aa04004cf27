package corpus;

import dev.leibniz.annotations.Differentiable;

/** Values and derivatives at the same arguments, or at arguments that changed in between. */
public final class Merges {
    private Merges() {}

    private static double tail(double[] q, int n, double k) {
        return n == 0 ? q[0] * k : q[n] * Math.sin(q[n - 1]) + tail(q, n - 1, k);
    }

    @Differentiable(order = 2)
    static double recursive(double[] q, double k) {
        return tail(q, 3, k) * k;
    }

    @Differentiable
    static double changedBetweenInLoop(double[] x, double k) {
        double[] q = x.clone();
        double s = 0;
        for (int t = 0; t < 3; t++) {
            double e = recursive(q, k);
            MergesGrad.RecursiveGrad g = MergesGrad.recursiveGrad(q, k);
            for (int i = 0; i < q.length; i++) {
                q[i] -= 0.1 * g.q()[i];
            }
            s += e * g.k() + recursive(q, k);
        }
        return s;
    }

    /** The gradient's array is changed, and asked for again. */
    @Differentiable
    static double gradientChanged(double[] x, double k) {
        double[] g = MergesGrad.recursiveGrad(x, k).q();
        g[0] *= g[1];
        g[2] = x[0];
        double[] h = MergesGrad.recursiveGrad(x, k).q();
        return g[0] * h[0] + g[2] * h[2] + g[1];
    }
}
