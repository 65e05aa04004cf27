package corpus;

import dev.leibniz.annotations.*;
import java.util.Arrays;

/** Arrays of records. */
public final class RecordArrays {
    private RecordArrays() {}

    record Complex(double re, double im) {
        static final Complex ZERO = new Complex(0, 0);

        Complex plus(Complex b) {
            return new Complex(re + b.re, im + b.im);
        }

        Complex minus(Complex b) {
            return new Complex(re - b.re, im - b.im);
        }

        Complex times(Complex b) {
            return new Complex(re * b.re - im * b.im, re * b.im + im * b.re);
        }

        double abs() {
            return Math.hypot(re, im);
        }
    }

    record Body(double[] r, double[] v, double mass) {}

    record Layer(double[][] w, double[] b, int kind) {}

    record Knot(double x, double y, boolean used) {}

    private static final Knot[] KNOTS = {new Knot(0.5, 2, true), new Knot(1.5, -1, false), new Knot(2.5, 0.3, true)};
    static final Complex[] ROOTS = {new Complex(1, 0), new Complex(0, 1)};
    /** Sedgewick's recursive FFT. */
    @Differentiable
    static double[] spectrum(double[] a) {
        Complex[] x = new Complex[a.length];
        for (int i = 0; i < a.length; i++) x[i] = new Complex(a[i], 0);
        Complex[] y = fft(x);
        double[] s = new double[y.length];
        for (int i = 0; i < y.length; i++) s[i] = y[i].abs();
        return s;
    }

    static Complex[] fft(Complex[] x) {
        int n = x.length;
        if (n == 1) return new Complex[] {x[0]};
        if (n % 2 != 0) throw new IllegalArgumentException("n is not a power of 2");
        Complex[] even = new Complex[n / 2];
        for (int k = 0; k < n / 2; k++) even[k] = x[2 * k];
        Complex[] evenFFT = fft(even);
        Complex[] odd = even;
        for (int k = 0; k < n / 2; k++) odd[k] = x[2 * k + 1];
        Complex[] oddFFT = fft(odd);
        Complex[] y = new Complex[n];
        for (int k = 0; k < n / 2; k++) {
            double kth = -2 * k * Math.PI / n;
            Complex wk = new Complex(Math.cos(kth), Math.sin(kth));
            y[k] = evenFFT[k].plus(wk.times(oddFFT[k]));
            y[k + n / 2] = evenFFT[k].minus(wk.times(oddFFT[k]));
        }
        return y;
    }

    @Differentiable
    static double nbody(double[][] pos, double[][] vel, double[] mass) {
        Body[] bodies = new Body[mass.length];
        for (int i = 0; i < bodies.length; i++)
            bodies[i] = new Body(pos[i].clone(), vel[i].clone(), 1 + mass[i] * mass[i]);
        for (int step = 0; step < 3; step++) {
            for (Body b : bodies) {
                double[] acc = new double[b.r().length];
                for (Body o : bodies) {
                    if (o.mass() == b.mass()) continue;
                    double d2 = 0.5;
                    for (int k = 0; k < acc.length; k++) d2 += (o.r()[k] - b.r()[k]) * (o.r()[k] - b.r()[k]);
                    double f = o.mass() / (d2 * Math.sqrt(d2));
                    for (int k = 0; k < acc.length; k++) acc[k] += f * (o.r()[k] - b.r()[k]);
                }
                for (int k = 0; k < acc.length; k++) b.v()[k] += 0.1 * acc[k];
            }
            for (Body b : bodies) for (int k = 0; k < b.r().length; k++) b.r()[k] += 0.1 * b.v()[k];
        }
        return energy(bodies);
    }

    private static double energy(Body... bodies) {
        double e = 0;
        for (int i = 0; i < bodies.length; i++) {
            double v2 = 0;
            for (double v : bodies[i].v()) v2 += v * v;
            e += 0.5 * bodies[i].mass() * v2;
            for (int j = 0; j < i; j++) {
                double d = 0.5;
                for (int k = 0; k < bodies[i].r().length; k++)
                    d += Math.pow(bodies[i].r()[k] - bodies[j].r()[k], 2);
                e -= bodies[i].mass() * bodies[j].mass() / Math.sqrt(d);
            }
        }
        return e;
    }

    @Differentiable
    static double network(double[][] w1, double[][] w2, double[] b, double[] x) {
        Layer[] layers = {new Layer(w1, b, 0), new Layer(w2, b, 1), new Layer(w1, x, 0)};
        double[] h = x;
        for (Layer layer : layers) {
            double[] z = new double[layer.b().length];
            for (int i = 0; i < z.length; i++) {
                z[i] = layer.b()[i];
                for (int j = 0; j < h.length; j++) z[i] += layer.w()[i][j] * h[j];
                z[i] = layer.kind() == 0 ? Math.tanh(z[i]) : 1 / (1 + Math.exp(-z[i]));
            }
            h = z;
        }
        double s = 0;
        for (double v : h) s += v * v;
        return s;
    }

    @Differentiable
    static double sorted(double[] x, double[] y) {
        Knot[] k = new Knot[x.length];
        for (int i = 0; i < k.length; i++) k[i] = new Knot(x[i], y[i], i % 2 == 0);
        for (int i = 1; i < k.length; i++) {
            Knot key = k[i];
            int j = i - 1;
            while (j >= 0 && k[j].x() > key.x()) {
                k[j + 1] = k[j];
                j--;
            }
            k[j + 1] = key;
        }
        swap(k, 0, 1);
        double s = 0;
        for (int i = 0; i + 1 < k.length; i++)
            s += (k[i + 1].x() - k[i].x()) * (k[i].y() + k[i + 1].y()) * (k[i].used() ? 1 : 2);
        return s;
    }

    private static void swap(Knot[] k, int i, int j) {
        Knot t = k[i];
        k[i] = k[j];
        k[j] = t;
    }

    @Differentiable
    static double copies(double[] a) {
        Complex[] z = new Complex[4];
        Arrays.fill(z, Complex.ZERO);
        for (int i = 0; i < 4; i++) z[i] = z[(i + 3) % 4].plus(new Complex(a[i], i));
        Complex[] c = z.clone(), d = Arrays.copyOf(z, 6), e = Arrays.copyOfRange(z, 1, 3);
        d[4] = d[5] = z[0].times(z[1]);
        System.arraycopy(z, 0, d, 1, 3);
        z[0] = new Complex(100, 100);
        Complex s = e[0];
        for (Complex q : d) {
            if (q.abs() > 50) break;
            s = s.plus(q.times(c[0]));
        }
        Complex[][] grid = new Complex[2][3];
        for (int i = 0; i < 2; i++) for (int j = 0; j < 3; j++) grid[i][j] = new Complex(a[i] * a[j], i - j);
        Complex[] row = grid[1];
        grid[0] = row;
        row[2] = s;
        return s.abs() + grid[0][2].re() + grid[1][0].im() * a[3] + (s.im() > 0 ? c : d)[1].re() + ROOTS[1].im() * a[2];
    }

    @Differentiable
    static double interpolate(double t) {
        double best = 0;
        for (Knot k : KNOTS) if (k.used()) best += k.y() * Math.exp(-(t - k.x()) * (t - k.x()));
        return best + KNOTS[KNOTS.length - 1].x() * t;
    }
}
