package corpus;

import dev.leibniz.annotations.Differentiable;

/** Several tangents and cotangents of records and matrices at once. */
public final class Directions {
    private Directions() {}

    record Body(double[] q, double[][] frame, float mass) {}

    @Differentiable(order = 2)
    static double ofRecord(Body body, double h) {
        double[] q = body.q().clone();
        double[][] f = new double[2][];
        for (int i = 0; i < 2; i++) {
            f[i] = body.frame()[i].clone();
        }
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < q.length; i++) {
                q[i] += h * f[t % 2][i] * body.mass() / 6;
                f[1 - t % 2][i] *= Math.sin(q[i]) + Math.cos(q[i]);
            }
            double[] r = f[0];
            f[0] = f[1];
            f[1] = r;
        }
        return q[0] * f[0][1] + q[2] * f[1][3];
    }

    /** The record that comes back is made of what the steps leave. */
    @Differentiable
    static Body recordResult(Body body, double h) {
        double[] q = body.q().clone();
        double[] p = body.frame()[0].clone();
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < q.length; i++) {
                q[i] += h * p[i] * q[(i + 1) % q.length];
                p[i] -= h * q[i] / 3;
            }
        }
        return new Body(q, new double[][] {p, q, p}, (float) (body.mass() * h));
    }

    @Differentiable
    static double[][] matrixResult(double[][] a, double[] b) {
        double[][] m = new double[2][b.length];
        for (int t = 0; t < 2; t++) {
            double[] w = new double[b.length];
            for (int i = 0; i < b.length; i++) {
                w[i] = a[t][i] * b[i];
            }
            for (int i = 1; i < b.length; i++) {
                m[t][i] = w[i] * w[i - 1] + m[0][i - 1];
            }
            m[1 - t][0] += w[0] * w[0];
        }
        return m;
    }
}
