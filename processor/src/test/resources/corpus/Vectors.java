package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.Arrays;

/** Arrays: reading, writing, copying, aliasing. */
public final class Vectors {
    private Vectors() {}

    @Differentiable
    static double dot(double[] a, double[] b) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * b[i];
        }
        return s;
    }

    @Differentiable
    static double enhancedFor(double[] a) {
        double s = 1;
        for (double x : a) {
            s += x * x * s;
        }
        return s;
    }

    @Differentiable
    static double oneElement(double[] a, int n) {
        return a[n] * a[0] + a[a.length - 1];
    }

    @Differentiable
    static double overwrittenAfterUse(double[] a) {
        double[] w = a.clone();
        double s = 0;
        for (int i = 1; i < w.length; i++) {
            s += w[i] * w[i] * w[i - 1];
            w[i] = Math.sin(w[i - 1]) + w[i];
        }
        return s * w[w.length - 1];
    }

    @Differentiable
    static double sameElementManyTimes(double x) {
        double[] w = new double[1];
        w[0] = x;
        for (int i = 0; i < 4; i++) {
            w[0] = w[0] * w[0] * 0.5 + x;
        }
        return w[0];
    }

    @Differentiable
    static double accumulateInto(double[] a, double[] b) {
        double[] s = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                s[i] += a[j] * b[i - j];
            }
        }
        double r = 0;
        for (double x : s) {
            r += x * x;
        }
        return r;
    }

    @Differentiable
    static double compoundOnElements(double[] a) {
        double[] w = a.clone();
        int i = 0;
        w[i++] *= 3;
        w[i++] += w[0] * w[1];
        w[i] -= w[i - 1]++;
        w[--i] /= 4 + w[0] * w[0];
        return w[0] + w[1] * w[2] + i;
    }

    @Differentiable
    static double sideEffectsInIndices(double[] a) {
        double s = 0;
        int i = 0;
        while (i < a.length - 1) {
            s += a[i++] * a[i];
        }
        return s;
    }

    @Differentiable
    static double initialiser(double x, double y) {
        double[] w = {x * y, x, y * y, 1};
        double s = 0;
        for (int i = 0; i < w.length; i++) {
            s += w[i] * w[w.length - 1 - i];
        }
        return s;
    }

    @Differentiable
    static double reversedInPlace(double[] a) {
        double[] w = a.clone();
        for (int i = 0; i < w.length / 2; i++) {
            double t = w[i];
            w[i] = w[w.length - 1 - i];
            w[w.length - 1 - i] = t;
        }
        double s = 0;
        for (int i = 0; i < w.length; i++) {
            s += w[i] * w[i] * (i + 1);
        }
        return s;
    }

    /** @length a 6 */
    @Differentiable
    static double insertionSort(double[] a) {
        double[] w = Arrays.copyOf(a, a.length);
        for (int i = 1; i < w.length; i++) {
            double key = w[i];
            int j = i - 1;
            while (j >= 0 && w[j] > key) {
                w[j + 1] = w[j];
                j--;
            }
            w[j + 1] = key;
        }
        double s = 0;
        for (int i = 0; i < w.length; i++) {
            s += w[i] * (i + 1) + w[i] * w[0];
        }
        return s;
    }

    @Differentiable
    static double swappedArrays(double[] a) {
        double[] current = a.clone();
        double[] next = new double[a.length];
        for (int step = 0; step < 3; step++) {
            for (int i = 0; i < a.length; i++) {
                double left = current[(i + a.length - 1) % a.length];
                double right = current[(i + 1) % a.length];
                next[i] = current[i] + 0.1 * (left * right - current[i] * current[i]);
            }
            double[] t = current;
            current = next;
            next = t;
        }
        double s = 0;
        for (double x : current) {
            s += x * x;
        }
        return s;
    }

    @Differentiable
    static double aliased(double[] a) {
        double[] w = a.clone();
        double[] v = w;
        v[0] = w[1] * w[1];
        w[1] = v[0] * 2;
        return v[1] * w[0];
    }

    @Differentiable
    static double aliasOfOneOrTheOther(double[] a, double[] b, double x) {
        double[] u = a.clone();
        double[] v = b.clone();
        double[] w = x > 0 ? u : v;
        w[0] = w[0] * x;
        w[1] = w[0] * w[1];
        return u[0] * v[0] + u[1] * v[1];
    }

    @Differentiable
    static double filled(double x, double y) {
        double[] w = new double[5];
        Arrays.fill(w, x * y);
        Arrays.fill(w, 1, 3, y);
        w[4] *= w[0];
        double s = 0;
        for (double e : w) {
            s += e * e;
        }
        return s;
    }

    @Differentiable
    static double copied(double[] a) {
        double[] w = Arrays.copyOfRange(a, 1, 5);
        double[] v = new double[6];
        System.arraycopy(a, 0, v, 2, 3);
        System.arraycopy(v, 2, v, 1, 3);
        v[0] = w[0] * w[1];
        double s = 0;
        for (int i = 0; i < v.length; i++) {
            s += v[i] * v[i] * (i + 1);
        }
        return s + w[2] * w[3];
    }

    @Differentiable
    static double cumulativeProducts(double[] a) {
        double[] p = new double[a.length + 1];
        p[0] = 1;
        for (int i = 0; i < a.length; i++) {
            p[i + 1] = p[i] * a[i];
        }
        return p[a.length] + p[a.length / 2];
    }

    @Differentiable
    static double horner(double[] c, double x) {
        double r = 0;
        for (int i = c.length - 1; i >= 0; i--) {
            r = r * x + c[i];
        }
        return r;
    }

    @Differentiable
    static double logSumExp(double[] a) {
        double m = a[0];
        for (double x : a) {
            m = Math.max(m, x);
        }
        double s = 0;
        for (double x : a) {
            s += Math.exp(x - m);
        }
        return m + Math.log(s);
    }

    @Differentiable
    static double largest(double[] a) {
        int best = 0;
        for (int i = 1; i < a.length; i++) {
            if (a[i] > a[best]) {
                best = i;
            }
        }
        return a[best] * a[best];
    }

    @Differentiable
    static double gathered(double[] a, int[] index, boolean[] mask) {
        double s = 0;
        for (int i = 0; i < index.length; i++) {
            if (mask[i]) {
                s += a[index[i]] * a[i];
            }
        }
        return s + a[0];
    }

    @Differentiable
    static double scattered(double[] a, int[] index) {
        double[] w = new double[a.length];
        for (int i = 0; i < index.length; i++) {
            w[index[i]] += a[i] * a[i];
            w[index[i]] *= 1.5;
        }
        double s = 0;
        for (double x : w) {
            s += Math.sin(x);
        }
        return s;
    }

    /** @length a 0 */
    @Differentiable
    static double empty(double[] a, double x) {
        double s = x;
        for (double e : a) {
            s *= e;
        }
        return s * x + a.length;
    }

    @Differentiable
    static double data(double[] w, @NoDerivative double[] x) {
        double s = 0;
        for (int i = 0; i < w.length; i++) {
            s += Math.tanh(w[i] * x[i]);
        }
        return s;
    }

    @Differentiable
    static double stencil(double[] u) {
        double[] v = u.clone();
        for (int t = 0; t < 3; t++) {
            for (int i = 1; i < v.length - 1; i++) {
                v[i] = v[i] + 0.2 * (v[i - 1] - 2 * v[i] + v[i + 1]) * v[i];
            }
        }
        return v[1] * v[v.length - 2];
    }

    @Differentiable(order = 2)
    static double quadraticForm(double[] a, double x) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * a[i] * x;
            for (int j = 0; j < i; j++) {
                s += Math.sin(a[i] * a[j]);
            }
        }
        return s;
    }
}
