package corpus;

import dev.leibniz.annotations.Differentiable;

/** Types that meet: promotion, narrowing, casts. */
public final class Mixed {
    private Mixed() {}

    @Differentiable
    static double integerDivisionFirst(double x) {
        return 1 / 3 * x + x * 7 / 2 + 7 / 2 * x;
    }

    @Differentiable
    static double mixedConditional(double x, boolean flag, int n) {
        return (flag ? 1 : x) * x + (flag ? x : n);
    }

    /** @single */
    @Differentiable
    @SuppressWarnings("lossy-conversions")
    static double narrowingCompound(double x, int n) {
        int k = n;
        k += 2.9;
        k *= 1.5;
        float f = 0.1f;
        f += x;
        f *= x + k;
        return f * k;
    }

    @Differentiable
    static double throughIntegers(double x) {
        int k = (int) (x * 10);
        double rest = x * 10 - k;
        return rest * rest + (long) x + (byte) k * x;
    }

    @Differentiable
    static double charArithmetic(double x, char c) {
        char d = (char) (c + 1);
        return x * (d - 'a') + (c == 'b' ? x * x : c);
    }

    @Differentiable
    @SuppressWarnings("lossy-conversions")
    static float floatSum(float[] a, double x) {
        float s = 0;
        for (float e : a) {
            s += e * x;
        }
        return s;
    }

    @Differentiable
    static double[] widened(float[] a) {
        double[] r = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            r[i] = a[i];
            r[i] *= a[0];
        }
        return r;
    }

    @Differentiable
    static float[][] floatMatrix(float[][] m, float s) {
        float[][] r = new float[m.length][];
        for (int i = 0; i < m.length; i++) {
            r[i] = m[i].clone();
            r[i][i] = r[i][i] * s + m[0][i];
        }
        return r;
    }

    @Differentiable
    static double literals(double x) {
        return 0x1.8p1 * x + 1e-3 * x * x + 1_000 * x + 07 * x + 0b11 + 'a' * x - 2f * x + 3L;
    }

    static final double SCALE = 1e3;
    static final int COUNT = 3;
    static final long BIG = 1L << 40;
    static final boolean CUBE = COUNT > 2;

    @Differentiable
    static double constants(double x) {
        double y = x / SCALE * COUNT;
        return CUBE ? y * y * y + BIG * 1e-12 * x : y;
    }

    @Differentiable
    static double shiftsAndMasks(double x, int n) {
        int mask = (n << 4 | 3) & ~1 ^ 0xff;
        return x * (mask >> 2) + x * x * (mask >>> 1 & 1) - (n >= 2 ? -x : +x);
    }

    @Differentiable
    static double varTypes(double x, int n) {
        var y = x * n;
        var k = n + 1;
        var w = new double[] {y, x};
        for (var e : w) {
            y += e * k;
        }
        return y * w[0];
    }

    @Differentiable
    static double floatIncrement(float x) {
        float y = x;
        y++;
        float z = --y * y--;
        return z + y * x;
    }

    @Differentiable
    static double comparisons(double x, float y, int n) {
        double s = 0;
        if (x > y) {
            s += x;
        }
        if (y != n) {
            s += y * x;
        }
        return n <= x ? s * s : s * 2;
    }
}
