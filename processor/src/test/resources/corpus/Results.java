package corpus;

import dev.leibniz.annotations.*;
import java.util.Arrays;

/** Methods that put their results into arrays. */
public final class Results {
    private Results() {}

    static final int AXES = 3;

    enum Status {
        DONE,
        EMPTY
    }

    record Line(double[] offset, double slope) {}

    @Differentiable
    static void sines(double[] x, @Result double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = Math.sin(x[i]) * x[i];
    }

    @Differentiable
    static void ownLength(@Result double[] out, double[] x, @NoDerivative double[] w) {
        for (int i = 0; i < out.length; i++) out[i] = w[i] * Math.exp(x[i]);
    }

    @Differentiable
    static void polar(double r, double phi, @Result double[] xy) {
        xy[0] = r * Math.cos(phi);
        xy[1] = r * Math.sin(phi);
    }

    /**
     * @length a 3
     * @length x 3
     */
    @Differentiable
    static int product(double[][] a, double[] x, @Result double[] y) {
        int rows = a.length;
        if (rows == 0) return -1;
        for (int i = 0; i < rows; i++) {
            y[i] = 0;
            for (int j = 0; j < x.length; j++) y[i] += a[i][j] * x[j];
        }
        return 0;
    }

    @Differentiable
    static Status early(double[] x, double limit, @Result double[] y) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] > limit) return Status.EMPTY;
            y[i] = x[i] * limit;
        }
        return Status.DONE;
    }

    @Differentiable
    static void two(double[] x, int n, @Result double[] s, @Result float[] c) {
        for (int i = 0; i < n; i++) {
            s[i] = Math.sin(x[i]);
            c[i] = (float) (Math.cos(x[i]) * x[0]);
        }
    }

    @Differentiable
    static void squares(double[][] a, @Result double[][] b) {
        for (int i = 0; i < a.length; i++) for (int j = 0; j < a[i].length; j++) b[i][j] = a[i][j] * a[i][j];
    }

    /** @length x 2 */
    @Differentiable
    static void outer(double[] x, double[] y, @Result double[][] p) {
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) p[i][j] = x[i] * y[j];
        }
    }

    /** @length k 2 */
    @Differentiable(forms = {Form.VJP, Form.JVP, Form.JACOBIAN, Form.SPARSE, Form.FLAT})
    static void convolution(double[] x, double[] k, @Result(shape = "x.length + k.length - 1") double[] y) {
        for (int i = 0; i < x.length; i++) for (int j = 0; j < k.length; j++) y[i + j] += x[i] * k[j];
    }

    @Differentiable(forms = {Form.VJP, Form.JVP, Form.JACOBIAN, Form.SPARSE, Form.FLAT})
    static void slopes(double[] x, @Result double[] d) {
        for (int i = 0; i + 1 < x.length; i++) d[i] = (x[i + 1] - x[i]) * x[i];
    }

    /** The old values matter. */
    @Differentiable
    static void prefix(double[] x, @Result double[] y) {
        y[0] = x[0];
        for (int i = 1; i < x.length; i++) y[i] = y[i - 1] * Math.sin(x[i]) + x[i];
        for (int i = x.length - 1; i > 0; i--) y[i] = y[i] * y[i - 1];
    }

    /** Some are never written. */
    @Differentiable
    static void everyOther(double[] x, @Result double[] y) {
        for (int i = 0; i < x.length; i += 2) y[i] = x[i] * x[i];
    }

    @Differentiable
    static void byHelper(double[] x, @Result(shape = "x") double[] y) {
        fill(x, y, 2);
        fill(y.clone(), y, 3);
    }

    private static void fill(double[] from, double[] to, double factor) {
        for (int i = 0; i < to.length; i++) to[i] += factor * from[i] * from[i];
    }

    /** @range n 0 3 */
    @Differentiable
    static void recursive(double[] x, int n, @Result(shape = "x") double[] y) {
        if (n > 0) {
            recursive(x, n - 1, y);
            for (int i = 0; i < x.length; i++) y[i] = Math.sin(y[i]) + x[i];
        }
    }

    @Differentiable
    static boolean line(Line line, int n, @Result(shape = "line.offset().length + AXES * n") double[] y) {
        for (int i = 0; i < y.length; i++) y[i] = line.slope() * i + line.offset()[i % line.offset().length];
        return y.length > 2;
    }

    @Differentiable
    static void floats(float[] x, @Result float[] y) {
        for (int i = 0; i < x.length; i++) y[i] = x[i] * x[i];
    }

    @Differentiable
    static void cube(double x, @Result(shape = {"2", "1 + AXES", "2"}) double[][][] y) {
        y[1][2][0] = x * x;
        y[0][0][1] = Math.exp(x);
    }

    /** @length a 4 */
    @Differentiable
    static void inPlace(double[] a, @Result double[] b) {
        int n = a.length;
        for (int i = 0; i < n; i++) b[i] = a[i];
        for (int s = 0; s < 2; s++) {
            for (int i = 0; i < n / 2; i++) {
                double t = b[i];
                b[i] = b[n - 1 - i] * a[s];
                b[n - 1 - i] = t * b[i];
            }
        }
    }

    @Differentiable(order = 2)
    static double uses(double[] x) {
        double[] t = new double[x.length];
        sines(x, t);
        ownLength(t, t, x.clone());
        double s = 0;
        for (double v : t) s += v * v;
        return Math.tanh(s);
    }

    /** @single */
    @Differentiable(order = 2)
    static double derived(double[] x) {
        double[] c = new double[x.length];
        Arrays.fill(c, 1);
        double[] g = ResultsGrad.sinesVjp(x, c).x();
        ResultsGrad.TwoResult v = ResultsGrad.twoJvp(x, 2, g).value();
        return g[0] * g[1] * v.s()[1] * v.c()[0];
    }

    /** @single */
    @Differentiable
    static double derivedByTwo(double[] x) {
        return ResultsGrad.twoVjp(x, 1, new ResultsGrad.TwoResult(new double[] {x[1]}, new float[] {2})).x()[0];
    }
}
