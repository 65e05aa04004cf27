package corpus;

import dev.leibniz.annotations.Differentiable;

/** Integer types as constants among the numbers. */
public final class Integers {
    private Integers() {}

    @Differentiable
    static double allTypes(double x, byte b, short s, char c, int i, long l) {
        double r = x * b + s * x * x - c;
        r += i / 2 * x;
        r -= l % 3 * x;
        return r * (c > 'b' ? x : 1);
    }

    /** @range n 0 100 */
    @Differentiable
    static double bits(double x, int n) {
        double r = 1;
        double p = x;
        while (n != 0) {
            if ((n & 1) == 1) {
                r *= p;
            }
            p *= p * 0.5;
            n >>>= 1;
        }
        return r;
    }

    @Differentiable
    static double overflow(double x, int n) {
        int big = Integer.MAX_VALUE - 2 + n;
        long wide = big * 2L + (n << 3) ^ ~n;
        return x * (big > 0 ? 1 : 2) + x * x * (wide % 7);
    }

    @Differentiable
    static double counted(double[] a) {
        int positive = 0;
        for (double x : a) {
            if (x > 0) {
                positive++;
            }
        }
        return positive * a[0] + a[positive % a.length] * a[1];
    }

    @Differentiable
    @SuppressWarnings("lossy-conversions")
    static double narrowing(double x, int n) {
        byte b = (byte) (n * 100);
        short s = (short) (b * 300);
        char c = (char) (65 + n);
        b += 2.7;
        return x * b + s * x + c;
    }

    @Differentiable
    static double integerFunctions(double x, int n) {
        int k = Math.floorMod(n - 5, 3) + Math.abs(-n) + Math.max(n, 2);
        return x * k + Math.floorDiv(n, 2) * x * x;
    }

    static final double[] WEIGHTS = {0.5, 1.5, 2.5};
    static final int[] ORDER = {2, 0, 1};

    @Differentiable
    static double constantArrays(double[] a) {
        double s = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            s += a[ORDER[i]] * WEIGHTS[i] * a[i];
        }
        return s;
    }
}
