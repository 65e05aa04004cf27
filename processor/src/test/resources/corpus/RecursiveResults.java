package corpus;

import dev.leibniz.annotations.Differentiable;
import java.util.Arrays;

/** Methods that call themselves and return new arrays, which others are made of. */
public final class RecursiveResults {
    private RecursiveResults() {}

    private static double norm(double[] a) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += (i + 1) * a[i] * a[i];
        }
        return s;
    }

    private static double[] halves(double[] a) {
        int n = a.length;
        double[] c = new double[n];
        if (n < 2) {
            c[0] = a[0] * a[0];
            return c;
        }
        int h = n / 2;
        double[] left = new double[h];
        double[] right = new double[h];
        for (int i = 0; i < h; i++) {
            left[i] = a[i];
            right[i] = a[h + i];
        }
        double[] low = halves(left);
        double[] high = halves(right);
        for (int i = 0; i < h; i++) {
            c[i] = low[i] + Math.sin(high[i]);
            c[h + i] = low[i] * high[i];
        }
        return c;
    }

    @Differentiable(order = 2)
    static double oneArray(double[] x) {
        return norm(halves(x));
    }

    private static double[] earlyReturn(double[] a) {
        int n = a.length;
        if (n < 2) {
            return new double[] {a[0] * a[0]};
        }
        double[] low = earlyReturn(Arrays.copyOfRange(a, 0, n / 2));
        double[] high = earlyReturn(Arrays.copyOfRange(a, n / 2, n));
        double[] c = new double[n];
        for (int i = 0; i < low.length; i++) {
            c[i] = low[i] + Math.sin(high[i]);
        }
        for (int i = 0; i < high.length; i++) {
            c[low.length + i] = low[0] * high[i];
        }
        return c;
    }

    @Differentiable(order = 2)
    static double newArrayInEitherArm(double[] x) {
        return norm(earlyReturn(x));
    }

    private static double[] threeReturns(double[] a, int depth) {
        if (depth == 0) {
            return a.clone();
        }
        double[] next = threeReturns(a, depth - 1);
        if (next[0] > 0.1) {
            double[] c = next.clone();
            c[0] *= a[1];
            return c;
        }
        double[] d = new double[a.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = next[i] * next[a.length - 1 - i];
        }
        return d;
    }

    @Differentiable(order = 2)
    static double nestedArms(double[] x) {
        return norm(threeReturns(x, 3));
    }

    /** What the call returned is overwritten after its old value was needed. */
    private static double[] overwriting(double[] a, int depth) {
        if (depth == 0) {
            double[] base = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                base[i] = Math.sin(a[i]);
            }
            return base;
        }
        double[] r = overwriting(a, depth - 1);
        for (int i = 0; i < r.length; i++) {
            r[i] = r[i] * r[i] * a[i] + r[(i + 1) % r.length];
        }
        r[0] *= r[1];
        return r;
    }

    @Differentiable(order = 2)
    static double changedByTheCaller(double[] x) {
        double[] r = overwriting(x, 2);
        double s = r[0] * r[1];
        r[0] = r[1] * r[2];
        return s * r[0] + norm(r);
    }

    /** Where the recursion ends, it returns what it was given. */
    private static double[] itself(double[] a, int depth) {
        if (depth == 0) {
            return a;
        }
        double[] c = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            c[i] = a[i] * a[(i + depth) % a.length];
        }
        return itself(c, depth - 1);
    }

    @Differentiable
    static double argumentIsTheResult(double[] x) {
        return norm(itself(x, 2));
    }

    private static double[][] product(double[][] a, double[][] b) {
        int n = a.length;
        double[][] c = new double[n][n];
        if (n == 1) {
            c[0][0] = a[0][0] * b[0][0];
            return c;
        }
        int h = n / 2;
        double[][] p = product(block(a, 0, 0, h), block(b, 0, h, h));
        double[][] q = product(block(a, h, 0, h), block(b, h, h, h));
        for (int r = 0; r < h; r++) {
            for (int s = 0; s < h; s++) {
                c[r][s] = p[r][s] + q[r][s];
                c[h + r][s] = p[r][s] * q[r][s];
                c[r][h + s] = Math.sin(p[s][r]);
                c[h + r][h + s] = q[s][r];
            }
        }
        return c;
    }

    private static double[][] block(double[][] a, int row, int column, int size) {
        double[][] b = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                b[i][j] = a[row + i][column + j];
            }
        }
        return b;
    }

    @Differentiable(order = 2)
    static double matrices(double[] x) {
        double[][] a = new double[2][2];
        double[][] b = new double[2][2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                a[i][j] = x[i] + j * x[j];
                b[i][j] = x[i] * x[j + 1];
            }
        }
        double[][] c = product(a, b);
        return c[0][0] * c[1][1] - c[0][1] * c[1][0] + c[0][1];
    }

    private static double[][] eitherMatrix(double[] a, int depth) {
        if (depth == 0) {
            double[][] m = new double[2][a.length];
            for (int i = 0; i < a.length; i++) {
                m[0][i] = a[i];
                m[1][i] = a[i] * a[i];
            }
            return m;
        }
        double[][] before = eitherMatrix(a, depth - 1);
        double[][] m = new double[a.length][2];
        for (int i = 0; i < Math.min(2, a.length); i++) {
            double[] row = m[i];
            double[] old = before[i];
            row[0] = old[0] * old[1];
            row[1] = before[1][0] + old[1];
        }
        return m;
    }

    @Differentiable(order = 2)
    static double matrixInEitherArm(double[] x) {
        double[][] m = eitherMatrix(x, 2);
        return m[0][0] * m[1][1] + m[0][1] * m[1][0];
    }

    /** The length of what it returns is known when it returns. */
    private static double[] growing(double[] a, int depth) {
        if (depth == 0) {
            return Arrays.copyOf(a, 2);
        }
        double[] r = growing(a, depth - 1);
        double[] longer = Arrays.copyOf(r, r.length + 1);
        longer[r.length] = r[0] * r[r.length - 1];
        longer[0] = longer[1] + longer[r.length];
        return longer;
    }

    @Differentiable(order = 2)
    static double lengthsOfTheirOwn(double[] x) {
        double s = 0;
        for (int k = 1; k < 3; k++) {
            double[] r = growing(x, k);
            for (int i = 0; i < r.length; i++) {
                s += r[i] * r[i];
            }
        }
        return s;
    }

    private static double[] inLoop(double[] a, int depth) {
        double[] sum = new double[a.length];
        if (depth == 0) {
            for (int i = 0; i < a.length; i++) {
                sum[i] = a[i] * a[0];
            }
            return sum;
        }
        for (int k = 0; k < 2; k++) {
            double[] part = inLoop(a, depth - 1);
            if (k == 1 && part[0] > 100) {
                return part;
            }
            for (int i = 0; i < a.length; i++) {
                sum[i] += part[i] * (k + 1) + Math.cos(part[a.length - 1 - i]);
            }
            part[0] = 0;
        }
        return sum;
    }

    @Differentiable
    static double callsInLoops(double[] x) {
        return norm(inLoop(x, 2));
    }

    private static float[] ofFloats(float[] a) {
        if (a.length < 2) {
            return a.clone();
        }
        float[] low = ofFloats(Arrays.copyOfRange(a, 0, a.length / 2));
        float[] high = ofFloats(Arrays.copyOfRange(a, a.length / 2, a.length));
        float[] c = new float[a.length];
        for (int i = 0; i < c.length; i++) {
            c[i] = i < low.length ? low[i] + high[0] : high[i - low.length] * low[0];
        }
        return c;
    }

    @Differentiable
    static float floats(float[] x) {
        float[] r = ofFloats(x);
        float s = 0;
        for (int i = 0; i < r.length; i++) {
            s += r[i] * r[i];
        }
        return s;
    }

    @Differentiable
    static double[] arrayOut(double[] x) {
        double[] r = earlyReturn(x);
        double[] q = halves(x);
        return r[0] > 100 ? r : q;
    }
}
