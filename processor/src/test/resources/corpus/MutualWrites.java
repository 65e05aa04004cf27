package corpus;

import dev.leibniz.annotations.Differentiable;

/** Helpers that call themselves and write into the arrays they are given. */
public final class MutualWrites {
    private MutualWrites() {}

    private static void add(double[] into, double x, int at) {
        if (at >= into.length) {
            return;
        }
        into[at] += x;
        add(into, x * into[at], at + 1);
    }

    @Differentiable
    static double recursiveMutation(double[] a, double x) {
        double[] w = a.clone();
        add(w, x, 0);
        return w[3] * w[1];
    }

    /** @length a 8 */
    @Differentiable
    static double fourier(double[] a) {
        double[] re = a.clone();
        double[] im = new double[a.length];
        fft(re, im, 0, 1, a.length);
        double s = 0;
        for (int i = 0; i < re.length; i++) {
            s += (i + 1) * (re[i] * re[i] + im[i] * im[i]);
        }
        return s;
    }

    private static void fft(double[] re, double[] im, int offset, int stride, int n) {
        if (n == 1) {
            return;
        }
        fft(re, im, offset, 2 * stride, n / 2);
        fft(re, im, offset + stride, 2 * stride, n / 2);
        double[] r = new double[n];
        double[] q = new double[n];
        for (int k = 0; k < n / 2; k++) {
            double angle = -2 * Math.PI * k / n;
            int even = offset + 2 * k * stride;
            int odd = even + stride;
            double x = re[odd] * Math.cos(angle) - im[odd] * Math.sin(angle);
            double y = re[odd] * Math.sin(angle) + im[odd] * Math.cos(angle);
            r[k] = re[even] + x;
            q[k] = im[even] + y;
            r[k + n / 2] = re[even] - x;
            q[k + n / 2] = im[even] - y;
        }
        for (int k = 0; k < n; k++) {
            re[offset + k * stride] = r[k];
            im[offset + k * stride] = q[k];
        }
    }
}
