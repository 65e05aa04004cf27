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
}
