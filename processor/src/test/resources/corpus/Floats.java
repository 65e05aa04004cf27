package corpus;

import dev.leibniz.annotations.Differentiable;

/** Single precision, and mixtures. */
public final class Floats {
    private Floats() {}

    @Differentiable
    static float square(float x) {
        return x * x;
    }

    @Differentiable
    static double mixed(float x, double y) {
        float z = (float) (x * y);
        return z * y + x;
    }

    @Differentiable
    static float dot(float[] a, float[] b) {
        float s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * b[i];
        }
        return s;
    }

    @Differentiable
    static double promoted(float[] a) {
        double s = 1;
        for (float x : a) {
            s += x * s;
        }
        return s;
    }

    @Differentiable
    @SuppressWarnings("lossy-conversions")
    static float narrowed(double[] a) {
        float s = 0;
        for (double x : a) {
            s += x * x;
        }
        return s * 0.5f;
    }

    @Differentiable
    static float[] scaled(float[] a, float s) {
        float[] r = a.clone();
        for (int i = 0; i < r.length; i++) {
            r[i] *= s;
            r[i] += Math.abs(a[i]);
        }
        return r;
    }

    @Differentiable
    static float functions(float x) {
        return (float) Math.sin(x) + Math.max(x, 0.25f) * Math.min(x, 2f);
    }

    /** Which of several overloads is called is decided by the type that an argument was widened to. */
    @Differentiable
    static double widenedFirst(float x, float s) {
        float product = x * s;
        double wide = product;
        return (Math.nextAfter(wide, Double.POSITIVE_INFINITY) - wide) * 1e9 * x + Math.ulp(wide) * 1e9 * x;
    }

    @Differentiable
    static double widenedOnce(float x, float s, int n) {
        return x + Math.nextAfter((double) (x * s), Double.POSITIVE_INFINITY) * Math.scalb((double) (x + s), n);
    }

    @Differentiable
    static double mixedIntegers(float x, int n, long l) {
        return x * (Math.floorMod(l + 6, (long) (n * n + 7)) * 2_000_000_000);
    }
}
