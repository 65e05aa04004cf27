package dev.leibniz.benchmarks.algorithms;

import dev.leibniz.annotations.Differentiable;
import java.util.Arrays;

/** Fast transforms and prefix sums, in place. */
public final class Transforms {
    private Transforms() {}

    /** The fourth moment of the spectrum of a signal whose length is a power of two; radix 2, in place. */
    @Differentiable
    public static double fft(double[] x) {
        int n = x.length;
        double[] re = x.clone();
        double[] im = new double[n];
        int j = 0;
        for (int i = 1; i < n; i++) {
            int bit = n >> 1;
            while ((j & bit) != 0) {
                j ^= bit;
                bit >>= 1;
            }
            j ^= bit;
            if (i < j) {
                double t = re[i];
                re[i] = re[j];
                re[j] = t;
            }
        }
        for (int len = 2; len <= n; len *= 2) {
            double angle = -2 * Math.PI / len;
            double wr = Math.cos(angle);
            double wi = Math.sin(angle);
            for (int from = 0; from < n; from += len) {
                double cr = 1;
                double ci = 0;
                for (int k = from; k < from + len / 2; k++) {
                    int m = k + len / 2;
                    double vr = re[m] * cr - im[m] * ci;
                    double vi = re[m] * ci + im[m] * cr;
                    re[m] = re[k] - vr;
                    im[m] = im[k] - vi;
                    re[k] += vr;
                    im[k] += vi;
                    double next = cr * wr - ci * wi;
                    ci = cr * wi + ci * wr;
                    cr = next;
                }
            }
        }
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double power = (re[k] * re[k] + im[k] * im[k]) / n;
            sum += power * power / (1 + k);
        }
        return sum;
    }

    /** Recursive, on sub-arrays of one array that are sorted into even and odd by a buffer. */
    @Differentiable
    public static double recursiveHaar(double[] x) {
        double[] a = x.clone();
        haar(a, new double[a.length], a.length);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * a[i] / (1 + a[i] * a[i]);
        }
        return sum;
    }

    private static void haar(double[] a, double[] buffer, int n) {
        if (n < 2) {
            return;
        }
        int half = n / 2;
        for (int i = 0; i < half; i++) {
            double mean = (a[2 * i] + a[2 * i + 1]) / 2;
            buffer[i] = mean;
            buffer[half + i] = (a[2 * i] - a[2 * i + 1]) * mean;
        }
        for (int i = 0; i < 2 * half; i++) {
            a[i] = buffer[i];
        }
        haar(a, buffer, half);
    }

    /** Blelloch's scan: up and down a tree that lies in the array. */
    @Differentiable
    public static double scan(double[] x) {
        int n = x.length;
        double[] a = x.clone();
        for (int d = 1; d < n; d *= 2) {
            for (int i = 2 * d - 1; i < n; i += 2 * d) {
                a[i] = a[i] + a[i - d] * (1 + 0.01 * a[i]);
            }
        }
        a[n - 1] = 0;
        for (int d = n / 2; d > 0; d /= 2) {
            for (int i = 2 * d - 1; i < n; i += 2 * d) {
                double t = a[i - d];
                a[i - d] = a[i];
                a[i] += t * (1 + 0.01 * a[i]) / (1 + t * t);
            }
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.atan(a[i]);
        }
        return sum;
    }

    /** The square of the length of a product of polynomials, the halves of {@code x}, by Karatsuba's recursion on new arrays. */
    @Differentiable
    public static double karatsuba(double[] x) {
        double[] product =
                product(Arrays.copyOfRange(x, 0, x.length / 2), Arrays.copyOfRange(x, x.length / 2, x.length));
        double sum = 0;
        for (int i = 0; i < product.length; i++) {
            sum += product[i] * product[i] / x.length;
        }
        return sum;
    }

    private static double[] product(double[] a, double[] b) {
        int n = a.length;
        double[] c = new double[2 * n];
        if (n <= 8) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    c[i + j] += a[i] * b[j];
                }
            }
            return c;
        }
        int half = n / 2;
        double[] sumA = new double[half];
        double[] sumB = new double[half];
        for (int i = 0; i < half; i++) {
            sumA[i] = a[i] + a[half + i];
            sumB[i] = b[i] + b[half + i];
        }
        double[] low = product(Arrays.copyOfRange(a, 0, half), Arrays.copyOfRange(b, 0, half));
        double[] high = product(Arrays.copyOfRange(a, half, n), Arrays.copyOfRange(b, half, n));
        double[] middle = product(sumA, sumB);
        for (int i = 0; i < n; i++) {
            c[i] += low[i];
            c[i + half] += middle[i] - low[i] - high[i];
            c[i + n] += high[i];
        }
        return c;
    }
}
