package corpus;

import dev.leibniz.annotations.*;
import java.util.Arrays;
import java.util.Locale;

/** Statistics, finance, learning and odd corners of the language. */
@SuppressWarnings("lossy-conversions")
public final class Programs {
    private Programs() {}

    enum Kernel {
        RBF,
        POLY,
        LINEAR;
        static final double[] DEFAULTS = {0.5, 2, 1};

        @Differentiable
        static double apply(Kernel k, double[] x, double[] y, double gamma) {
            double d = 0;
            switch (k) {
                case RBF:
                    for (int i = 0; i < x.length; i++) d += (x[i] - y[i]) * (x[i] - y[i]);
                    return Math.exp(-gamma * d * DEFAULTS[RBF.ordinal()]);
                case POLY:
                    for (int i = 0; i < x.length; i++) d += x[i] * y[i];
                    return Math.pow(gamma * gamma * d * d + 1, DEFAULTS[1]);
                default:
                    for (int i = 0; i < x.length; i++) d += x[i] * y[i];
                    return d * DEFAULTS[k.ordinal()];
            }
        }
    }

    interface Payoffs {
        double FLOOR = 0.01;

        @Differentiable
        static double call(double s, double k) {
            return Math.max(s - k, FLOOR * s);
        }

        static double digital(double s, double k) {
            return s > k ? s * s : FLOOR;
        }
    }

    static final class Config {
        static final int STEPS = 6;
        static final double DT = 1.0 / STEPS;
        private static final double[] WEIGHTS;
        static final double[][] TABLE = new double[3][3];

        static {
            WEIGHTS = new double[STEPS];
            for (int i = 0; i < STEPS; i++) WEIGHTS[i] = i * DT;
            for (int i = 0; i < 9; i++) TABLE[i / 3][i % 3] = Math.sin(i);
        }

        static double[] weights() {
            return WEIGHTS.clone();
        }
    }
    /**
     * @range s 0.8 1.4
     * @range k 0.9 1.2
     * @range v 0.2 0.5
     * @range r 0.01 0.05
     */
    @Differentiable(order = 2)
    static double binomial(double s, double k, double v, double r, boolean american, char type) {
        int n = Config.STEPS;
        double u = Math.exp(v * Math.sqrt(Config.DT)), d = 1 / u, p = (Math.exp(r * Config.DT) - d) / (u - d);
        double[] values = new double[n + 1];
        int sign = type == 'a' ? 1 : -1;
        for (int i = 0; i <= n; i++) values[i] = Math.max(0, sign * (s * Math.pow(u, 2 * i - n) - k));
        for (int step = n - 1; step >= 0; --step)
            for (int i = 0; i <= step; i++) {
                values[i] = Math.exp(-r * Config.DT) * (p * values[i + 1] + (1 - p) * values[i]);
                if (american) {
                    double ex = sign * (s * Math.pow(u, 2 * i - step) - k);
                    values[i] = ex > values[i] ? ex : values[i];
                }
            }
        return values[0];
    }
    /** Monte Carlo with an LCG and Box–Muller on longs. */
    @Differentiable
    static double monteCarlo(double s0, double vol, int seed) {
        long state = seed * 0x5DEECE66DL ^ 0xBL;
        double sum = 0;
        for (int path = 0; path < 5; path++) {
            double s = s0;
            for (int t = 0; t < 3; t++) {
                state = (state * 6364136223846793005L + 1442695040888963407L);
                double u1 = ((state >>> 11) & ((1L << 53) - 1)) * 0x1.0p-53 + 1e-3;
                state ^= state << 13;
                state ^= state >>> 7;
                state ^= state << 17;
                double u2 = (state >>> 40) / (double) (1 << 24);
                double z = Math.sqrt(-2 * Math.log(u1)) * Math.cos(2 * Math.PI * u2);
                s *= Math.exp(-0.5 * vol * vol * 0.3 + vol * Math.sqrt(0.3) * z);
            }
            sum += Payoffs.call(s, 1) + Payoffs.digital(s, 0.5);
        }
        return sum / 5;
    }
    /** Welford's moments with compound narrowing and a label. */
    @Differentiable
    static double moments(double[] x, String which) {
        double mean = 0, m2 = 0, m3 = 0;
        int n = 0;
        for (double v : x) {
            n++;
            double delta = v - mean, dn = delta / n, term = delta * dn * (n - 1);
            mean += dn;
            m3 += term * dn * (n - 2) - 3 * dn * m2;
            m2 += term;
        }
        return switch (which.toLowerCase(Locale.ROOT)) {
            case "up" -> mean;
            case "down" -> {
                double var = m2 / (n - 1);
                yield Math.sqrt(var);
            }
            default -> {
                if (m2 == 0) throw new IllegalStateException("no variance in " + Arrays.toString(x) + " for " + which);
                yield Math.sqrt(n) * m3 / Math.pow(m2, 1.5);
            }
        };
    }
    /** Levenshtein-like soft edit distance, labelled continue, chars. */
    @Differentiable
    static double edit(double[] cost, String s) {
        char[] a = (s + "").toCharArray().length == 0 ? new char[] {'x'} : new char[] {'a', 'b', 'c'};
        double best = 0;
        outer:
        for (int i = 0; i < a.length; i++) {
            for (char c = 'a'; c <= 'd'; c++) {
                if (c == a[i]) continue outer;
                best += cost[(c - 'a' + i) % cost.length] * (c & 3);
                if (best > 10) break outer;
            }
            best *= 1 + cost[i];
        }
        return best;
    }
    /**
     * @single */
    @Differentiable
    static float floats(float[] x, int n) {
        float s = 0;
        short k = 3;
        byte b = (byte) 200;
        char ch = 'z';
        for (int i = 0; i < x.length; i++) {
            s += x[i] * 1.5;
            s -= (float) Math.cos(x[i]);
            k += 1.7;
            b >>= 1;
            ch -= 2.5f;
            s *= (k % 3 == 0) ? 0.5f : 1.25;
        }
        long big = Integer.MAX_VALUE;
        big += 0.5f;
        n ^= ~n >>> 28;
        return s + x[0] * (b + k) / ch + (float) big * 1e-9f * x[1] + n * x[2];
    }
    /** Batch-norm, attention, conv in floats to doubles. */
    @Differentiable
    static double attention(double[][] q, double[][] k, double[][] v) {
        double total = 0;
        for (int i = 0; i < q.length; i++) {
            double[] score = new double[k.length];
            double max = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < k.length; j++) {
                for (int d = 0; d < q[i].length; d++) score[j] += q[i][d] * k[j][d];
                score[j] /= Math.sqrt(q[i].length);
                if (j > i) score[j] = -1e9;
                max = Math.max(max, score[j]);
            }
            double z = 0;
            for (int j = 0; j < score.length; j++) z += (score[j] = Math.exp(score[j] - max));
            double[] out = new double[v[0].length];
            for (int j = 0; j < score.length; j++)
                for (int d = 0; d < out.length; d++) out[d] += score[j] / z * v[j][d];
            double mu = 0, var = 0;
            for (double o : out) mu += o / out.length;
            for (double o : out) var += (o - mu) * (o - mu) / out.length;
            for (int d = 0; d < out.length; d++) total += Math.tanh((out[d] - mu) / Math.sqrt(var + 1e-2)) * (d + 1);
        }
        return total;
    }
    /** Adam for a few steps. */
    @Differentiable
    static double[] adam(double[] w, double lr) {
        final double b1 = 0.9, b2 = 0.999, eps = 1e-4;
        double[] m = new double[w.length], v = new double[w.length], x = w.clone();
        for (int t = 1; t <= 3; t++) {
            double[] g = new double[x.length];
            for (int i = 0; i < x.length; i++) g[i] = 4 * x[i] * x[i] * x[i] + (i > 0 ? x[i - 1] : 1);
            double c1 = 1 - Math.pow(b1, t), c2 = 1 - Math.pow(b2, t);
            for (int i = 0; i < x.length; i++) {
                m[i] = b1 * m[i] + (1 - b1) * g[i];
                v[i] = b2 * v[i] + (1 - b2) * g[i] * g[i];
                x[i] -= lr * (m[i] / c1) / (Math.sqrt(v[i] / c2) + eps);
            }
        }
        return x;
    }
    /** Gray code, popcount, bit reversal FFT order. */
    @Differentiable
    static double walsh(double[] a) {
        double[] x = a.clone();
        int n = x.length, bits = Integer.numberOfTrailingZeros(n);
        for (int len = 1; len < n; len <<= 1)
            for (int i = 0; i < n; i += len << 1)
                for (int j = i; j < i + len; j++) {
                    double u = x[j], v = x[j + len];
                    x[j] = u + v;
                    x[j + len] = u - v;
                }
        double s = 0;
        for (int i = 0; i < n; i++) {
            int r = Integer.reverse(i) >>> (32 - bits), g = i ^ (i >> 1);
            s += x[r] * x[r] * (Integer.bitCount(g) % 2 == 0 ? 1 : -0.5) * (1 + g);
        }
        return s;
    }
    /** EM for two Gaussians. */
    @Differentiable
    static double em(double[] x, double m0, double m1) {
        double[] mu = {m0, m1 + 2}, sd = {1, 1.5}, pi = {0.4, 0.6};
        double ll = 0;
        for (int it = 0; it < 3; it++) {
            double[][] r = new double[x.length][2];
            ll = 0;
            for (int i = 0; i < x.length; i++) {
                double sum = 0;
                for (int c = 0; c < 2; c++)
                    sum += r[i][c] = pi[c] * Math.exp(-0.5 * Math.pow((x[i] - mu[c]) / sd[c], 2)) / sd[c];
                for (int c = 0; c < 2; c++) r[i][c] /= sum;
                ll += Math.log(sum);
            }
            for (int c = 0; c < 2; c++) {
                double nk = 1e-3, m = 0, s = 0;
                for (int i = 0; i < x.length; i++) {
                    nk += r[i][c];
                    m += r[i][c] * x[i];
                }
                mu[c] = m / nk;
                for (int i = 0; i < x.length; i++) s += r[i][c] * (x[i] - mu[c]) * (x[i] - mu[c]);
                sd[c] = Math.sqrt(s / nk + 0.1);
                pi[c] = nk / x.length;
            }
        }
        return ll + mu[0] - mu[1];
    }
    /** nested switch, do-while, continue in switch in loop, ternary chain. */
    @SuppressWarnings("fallthrough")
    @Differentiable
    static double machine(double[] tape, int program) {
        double acc = 1, reg = 0;
        int pc = 0, fuel = 20;
        do {
            int op = (program >> (pc++ % 3)) & 3;
            switch (op) {
                case 0:
                    acc += tape[pc % tape.length];
                    continue;
                case 1: {
                    reg = acc;
                    acc *= tape[(pc + 1) % tape.length];
                }
                case 2:
                    if (reg > acc) {
                        double t = reg;
                        reg = acc;
                        acc = t;
                        break;
                    }
                    acc = acc > 2 ? Math.sqrt(acc) : acc < -2 ? -Math.sqrt(-acc) : acc * acc * 0.5;
                    break;
                default:
                    switch (pc & 1) {
                        case 0 -> acc = Math.sin(acc);
                        case 1 -> {
                            acc -= reg;
                            if (acc == 0) return reg;
                        }
                        default -> throw new AssertionError(pc);
                    }
            }
            reg += 0.1 * acc;
        } while (--fuel > 0 && Math.abs(acc) < 1e3);
        return acc + reg;
    }
    /** Inner class constants, static double init, TABLE 2D. */
    @Differentiable
    static double table(double x, int i) {
        double[] row = Config.TABLE[i % 3];
        int j = 0;
        double s = 0;
        for (double t : row) s += t * Math.pow(x, j++);
        assert j == 3 : "j is " + j;
        return s * Config.TABLE[1][2];
    }
    /** varargs of arrays, overloaded helpers, generic Math.max ints, long sums. */
    @Differentiable
    static double overloads(double a, double[] b) {
        return mean(a, b[0], b[1])
                + mean(new double[0])
                + mean(b) * mean(1, 2)
                + mean(new double[][] {b, {a, a}})
                + Math.max(3, (int) mean(4L));
    }

    private static double mean(double... xs) {
        double s = 0;
        for (double x : xs) s += x;
        return xs.length == 0 ? 0.5 : s / xs.length;
    }

    private static double mean(double[]... xs) {
        double s = 0;
        for (double[] x : xs) s += mean(x);
        return s;
    }

    private static double mean(int a, int b) {
        return (a + b) / 2;
    }

    private static double mean(long a) {
        return a;
    }
    /** Hidden local class constants and shadowed names. */
    @Differentiable
    static double scopes(double value, double grad, double x) {
        double t = 0;
        {
            double y = x * value;
            t += y;
        }
        {
            double y = x * grad;
            t += y * y;
            for (int i = 0; i < 2; i++) {
                double z = y + i;
                t *= z;
            }
            for (int i = 2; i > 0; i--) {
                double z = t - i;
                y = z;
            }
            t += y;
        }
        final double cotangent = t;
        double saved = cotangent * value, dx = saved - x, backward = dx;
        return backward * saved + dx;
    }
    /** triangular solve with do/while, integer division indices, ++ in conditions. */
    @Differentiable
    static double heap(double[] a) {
        double[] h = a.clone();
        int n = h.length;
        for (int start = n / 2 - 1; start >= 0; start--) sift(h, start, n);
        while (n > 1) {
            double t = h[0];
            h[0] = h[--n];
            h[n] = t;
            sift(h, 0, n);
        }
        double s = 0;
        int k = 0;
        while (k < h.length) s += h[k] * ++k * k;
        return s;
    }

    private static void sift(double[] h, int i, int n) {
        for (int child; (child = 2 * i + 1) < n; i = child) {
            if (child + 1 < n && h[child + 1] > h[child]) child++;
            if (h[i] >= h[child]) return;
            double t = h[i];
            h[i] = h[child];
            h[child] = t;
        }
    }
    /** Viterbi/forward, GARCH likelihood.
     * */
    @Differentiable
    static double garch(double[] r, double omega, double alpha, double beta) {
        double w = omega * omega + 0.1,
                a = 1 / (1 + Math.exp(-alpha)) * 0.5,
                b = 1 / (1 + Math.exp(-beta)) * 0.4,
                h = w / (1 - a - b),
                ll = 0;
        for (int t = 0; t < r.length; ++t) {
            if (t > 0) h = w + a * r[t - 1] * r[t - 1] + b * h;
            ll += -0.5 * (Math.log(2 * Math.PI) + Math.log(h) + r[t] * r[t] / h);
        }
        return ll;
    }
    /** Polynomial arithmetic with ragged results: multiply, derive, deflate. */
    @Differentiable
    static double polynomials(double[] p, double[] q, double x) {
        double[] c = new double[p.length + q.length - 1];
        for (int i = 0; i < p.length; i++) for (int j = 0; j < q.length; j++) c[i + j] += p[i] * q[j];
        double[] d = new double[c.length - 1];
        for (int i = 1; i < c.length; i++) d[i - 1] = i * c[i];
        double v = 0;
        for (int i = d.length; i-- > 0; ) v = v * x + d[i];
        double rem = c[c.length - 1];
        for (int i = c.length - 2; i >= 0; i--) {
            double s = c[i];
            c[i] = rem;
            rem = s + rem * x;
        }
        return v + rem;
    }
}
