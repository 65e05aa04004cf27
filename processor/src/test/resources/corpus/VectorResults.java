package corpus;

import dev.leibniz.annotations.Differentiable;

/** Methods that return arrays. */
public final class VectorResults {
    private VectorResults() {}

    @Differentiable
    static double[] scaled(double[] a, double s) {
        double[] r = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            r[i] = a[i] * s;
        }
        return r;
    }

    @Differentiable
    static double[] same(double[] a) {
        return a.clone();
    }

    @Differentiable
    static double[] polar(double r, double phi) {
        return new double[] {r * Math.cos(phi), r * Math.sin(phi)};
    }

    @Differentiable
    static double[] softmax(double[] a) {
        double m = Double.NEGATIVE_INFINITY;
        for (double x : a) {
            m = Math.max(m, x);
        }
        double[] r = new double[a.length];
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            r[i] = Math.exp(a[i] - m);
            s += r[i];
        }
        for (int i = 0; i < a.length; i++) {
            r[i] /= s;
        }
        return r;
    }

    @Differentiable
    static double[] matVec(double[][] m, double[] x) {
        double[] y = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            double s = 0;
            for (int j = 0; j < x.length; j++) {
                s += m[i][j] * x[j];
            }
            y[i] = s;
        }
        return y;
    }

    @Differentiable
    static double[] prefixSums(double[] a) {
        double[] r = a.clone();
        for (int i = 1; i < r.length; i++) {
            r[i] += r[i - 1];
        }
        return r;
    }

    @Differentiable
    static double[] oneOfTwo(double[] a, double[] b) {
        double[] r = a.clone();
        if (a[0] > b[0]) {
            r = b.clone();
            r[1] *= a[0];
        }
        return r;
    }

    /** @length a 0 */
    @Differentiable
    static double[] nothing(double[] a) {
        return new double[a.length];
    }

    @Differentiable
    static double[][] outer(double[] a, double[] b) {
        double[][] r = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                r[i][j] = a[i] * b[j] + r[i][Math.max(0, j - 1)];
            }
        }
        return r;
    }

    @Differentiable
    static double[] fromHelper(double[] a) {
        double[] r = squares(a);
        r[0] += r[1];
        return r;
    }

    private static double[] squares(double[] a) {
        double[] r = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            r[i] = a[i] * a[i];
        }
        return r;
    }
}
