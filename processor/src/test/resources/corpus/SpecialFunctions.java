package corpus;

import static java.lang.Math.*;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** Special functions, root finders, quadrature, in the style of NR and commons-math. */
public final class SpecialFunctions {
    private SpecialFunctions() {}

    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };
    private static final double G = 7, SQRT_2PI = sqrt(2 * PI), EPS = 1e-15;
    private static final int MAXIT = 200;

    enum Tail {
        LOWER,
        UPPER,
        BOTH
    }
    /**
     * @range x 0.3 6 */
    @Differentiable(order = 2)
    static double gamma(double x) {
        if (x < 0.5) return PI / (sin(PI * x) * gamma(1 - x));
        x -= 1;
        double a = LANCZOS[0];
        double t = x + G + 0.5;
        for (int i = 1; i < LANCZOS.length; i++) a += LANCZOS[i] / (x + i);
        return SQRT_2PI * pow(t, x + 0.5) * exp(-t) * a;
    }

    static double logGamma(double x) {
        return log(gamma(x));
    }
    /** regularised incomplete gamma.
     * @range a 0.5 3
     * @range x 0.1 8 */
    @Differentiable
    static double gammp(double a, double x) {
        if (x < 0.0 || a <= 0.0) throw new IllegalArgumentException("bad args in gammp: a=" + a + ", x=" + x);
        if (x == 0.0) return 0.0;
        else if (x < a + 1.0) return gser(a, x);
        else return 1.0 - gcf(a, x);
    }

    private static double gser(double a, double x) {
        double sum, del, ap;
        double gln = logGamma(a);
        ap = a;
        del = sum = 1.0 / a;
        for (; ; ) {
            ++ap;
            del *= x / ap;
            sum += del;
            if (abs(del) < abs(sum) * EPS) return sum * exp(-x + a * log(x) - gln);
        }
    }

    private static double gcf(double a, double x) {
        final double FPMIN = Double.MIN_NORMAL / EPS;
        double an, b, c, d, del, h;
        b = x + 1.0 - a;
        c = 1.0 / FPMIN;
        d = 1.0 / b;
        h = d;
        for (int i = 1; ; i++) {
            an = -i * (i - a);
            b += 2.0;
            d = an * d + b;
            if (abs(d) < FPMIN) d = FPMIN;
            c = b + an / c;
            if (abs(c) < FPMIN) c = FPMIN;
            d = 1.0 / d;
            del = d * c;
            h *= del;
            if (abs(del - 1.0) <= EPS) break;
        }
        return exp(-x + a * log(x) - logGamma(a)) * h;
    }
    /**
     * @range a 0.5 3
     * @range b 0.5 3
     * @range x 0.05 0.95 */
    @Differentiable
    static double betai(double a, double b, double x) {
        double bt =
                x == 0 || x == 1 ? 0 : exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(1 - x));
        return x < (a + 1) / (a + b + 2) ? bt * betacf(a, b, x) / a : 1 - bt * betacf(b, a, 1 - x) / b;
    }

    private static double betacf(double a, double b, double x) {
        int m, m2;
        double aa, c, d, del, h, qab = a + b, qap = a + 1, qam = a - 1;
        c = 1.0;
        d = 1.0 - qab * x / qap;
        if (abs(d) < 1e-300) d = 1e-300;
        d = 1.0 / d;
        h = d;
        for (m = 1; m < MAXIT; m++) {
            m2 = 2 * m;
            aa = m * (b - m) * x / ((qam + m2) * (a + m2));
            d = 1.0 + aa * d;
            if (abs(d) < 1e-300) d = 1e-300;
            c = 1.0 + aa / c;
            if (abs(c) < 1e-300) c = 1e-300;
            d = 1.0 / d;
            h *= d * c;
            aa = -(a + m) * (qab + m) * x / ((a + m2) * (qap + m2));
            d = 1.0 + aa * d;
            if (abs(d) < 1e-300) d = 1e-300;
            c = 1.0 + aa / c;
            if (abs(c) < 1e-300) c = 1e-300;
            d = 1.0 / d;
            del = d * c;
            h *= del;
            if (abs(del - 1.0) <= 1e-14) break;
        }
        return h;
    }
    /** Bessel J0 NR rational.
     * @range x 1 12 */
    @Differentiable
    static double bessj0(double x) {
        double ax, z, xx, y, ans, ans1, ans2;
        if ((ax = abs(x)) < 8.0) {
            y = x * x;
            ans1 = 57568490574.0
                    + y
                            * (-13362590354.0
                                    + y * (651619640.7 + y * (-11214424.18 + y * (77392.33017 + y * (-184.9052456)))));
            ans2 = 57568490411.0
                    + y * (1029532985.0 + y * (9494680.718 + y * (59272.64853 + y * (267.8532712 + y * 1.0))));
            ans = ans1 / ans2;
        } else {
            z = 8.0 / ax;
            y = z * z;
            xx = ax - 0.785398164;
            ans1 = 1.0 + y * (-0.1098628627e-2 + y * (0.2734510407e-4 + y * (-0.2073370639e-5 + y * 0.2093887211e-6)));
            ans2 = -0.1562499995e-1
                    + y * (0.1430488765e-3 + y * (-0.6911147651e-5 + y * (0.7621095161e-6 - y * 0.934935152e-7)));
            ans = sqrt(0.636619772 / ax) * (cos(xx) * ans1 - z * sin(xx) * ans2);
        }
        return ans;
    }
    /** Brent's root of x^3 - p x - q as written in NR; active trip count.
     * @range p 0.5 1
     * @range q 1 2 */
    @Differentiable
    static double brentOnConstantThenNewton(double p, double q) {
        double a = 0, b = 4, fa = f(a, p, q), fb = f(b, p, q);
        if (fa * fb > 0) throw new IllegalStateException("not bracketed");
        int count = 0;
        while (abs(b - a) > 1e-3 && count++ < 60) {
            double m = a + (b - a) / 2, fm = f(m, p, q);
            if (fm == 0) {
                a = b = m;
                break;
            }
            if (Math.signum(fm) == signum(fa)) {
                a = m;
                fa = fm;
            } else {
                b = m;
                fb = fm;
            }
        }
        double x = 0.5 * (a + b);
        for (int i = 0; i < 6; i++) x -= f(x, p, q) / (3 * x * x - p);
        return x;
    }

    private static double f(double x, double p, double q) {
        return x * x * x - p * x - q;
    }
    /** Adaptive Simpson, recursive, with depth bound.
     * @range w 0.5 2 */
    @Differentiable
    static double adaptive(double w) {
        return quad(0, 2, g(0, w), g(1, w), g(2, w), 1e-4, 12, w);
    }

    private static double g(double x, double w) {
        return exp(-w * x) * cos(3 * x) + x;
    }

    private static double quad(double a, double b, double fa, double fm, double fb, double tol, int depth, double w) {
        double m = (a + b) / 2, lm = g((a + m) / 2, w), rm = g((m + b) / 2, w);
        double whole = (b - a) / 6 * (fa + 4 * fm + fb),
                left = (m - a) / 6 * (fa + 4 * lm + fm),
                right = (b - m) / 6 * (fm + 4 * rm + fb);
        double delta = left + right - whole;
        return depth == 0 || abs(delta) <= 15 * tol
                ? left + right + delta / 15
                : quad(a, m, fa, lm, fm, tol / 2, depth - 1, w) + quad(m, b, fm, rm, fb, tol / 2, depth - 1, w);
    }
    /** Romberg with triangular array. */
    @Differentiable
    static double romberg(double w) {
        double[][] r = new double[5][];
        double h = 1;
        for (int i = 0; i < r.length; i++) {
            r[i] = new double[i + 1];
            int n = 1 << i;
            double sum = 0;
            h = 1.0 / n;
            for (int k = 0; k <= n; k++) sum += (k == 0 || k == n ? 0.5 : 1) * sin(w * k * h) * exp(k * h);
            r[i][0] = sum * h;
            long four = 1;
            for (int j = 1; j <= i; j++) {
                four <<= 2;
                r[i][j] = r[i][j - 1] + (r[i][j - 1] - r[i - 1][j - 1]) / (four - 1);
            }
        }
        return r[4][4];
    }
    /** Gauss-Legendre nodes by Newton. */
    @Differentiable
    static double gaussLegendre(double a, double b) {
        int n = 5;
        double[] x = new double[n], w = new double[n];
        int m = (n + 1) / 2;
        double xm = 0.5 * (b + a), xl = 0.5 * (b - a);
        for (int i = 0; i < m; i++) {
            double z = cos(PI * (i + 0.75) / (n + 0.5)), z1, pp;
            do {
                double p1 = 1, p2 = 0;
                for (int j = 0; j < n; j++) {
                    double p3 = p2;
                    p2 = p1;
                    p1 = ((2.0 * j + 1.0) * z * p2 - j * p3) / (j + 1);
                }
                pp = n * (z * p1 - p2) / (z * z - 1.0);
                z1 = z;
                z = z1 - p1 / pp;
            } while (abs(z - z1) > 1e-14);
            x[i] = xm - xl * z;
            x[n - 1 - i] = xm + xl * z;
            w[i] = 2.0 * xl / ((1.0 - z * z) * pp * pp);
            w[n - 1 - i] = w[i];
        }
        double s = 0;
        for (int i = 0; i < n; i++) s += w[i] * exp(x[i] * 0.5) * x[i];
        return s;
    }
    /** Student t / normal cdf with tails by enum.
     * @range t -2 2
     * @range nu 3 6 */
    @Differentiable
    static double tTest(double t, double nu, Tail tail) {
        double x = nu / (nu + t * t), half = 0.5 * betai(nu / 2, 0.5, x);
        return switch (tail) {
            case LOWER -> t < 0 ? half : 1 - half;
            case UPPER -> {
                double lower = t < 0 ? half : 1 - half;
                yield 1 - lower;
            }
            case BOTH -> 2 * half;
        };
    }
    /** Elliptic integral Carlson rf.
     * @range x 0.2 2
     * @range y 0.2 2
     * @range z 0.2 2 */
    @Differentiable
    static double rf(double x, double y, double z) {
        double alamb, ave, delx, dely, delz, e2, e3, sqrtx, sqrty, sqrtz, xt = x, yt = y, zt = z;
        do {
            sqrtx = sqrt(xt);
            sqrty = sqrt(yt);
            sqrtz = sqrt(zt);
            alamb = sqrtx * (sqrty + sqrtz) + sqrty * sqrtz;
            xt = 0.25 * (xt + alamb);
            yt = 0.25 * (yt + alamb);
            zt = 0.25 * (zt + alamb);
            ave = (xt + yt + zt) / 3;
            delx = (ave - xt) / ave;
            dely = (ave - yt) / ave;
            delz = (ave - zt) / ave;
        } while (max(max(abs(delx), abs(dely)), abs(delz)) > 0.0025);
        e2 = delx * dely - delz * delz;
        e3 = delx * dely * delz;
        return (1.0 + (e2 / 24 - 0.1 - 3 * e3 / 44) * e2 + e3 / 14) / sqrt(ave);
    }
    /** Chebyshev, Clenshaw.
     * @range x -1 1 */
    @Differentiable
    static double chebev(double[] c, double x) {
        double d = 0.0, dd = 0.0, sv;
        for (int j = c.length - 1; j > 0; j--) {
            sv = d;
            d = 2.0 * x * d - dd + c[j];
            dd = sv;
        }
        return x * d - dd + 0.5 * c[0];
    }
    /** Hermite/Laguerre polynomials by switch with fallthrough.
     * @range n 0 5 */
    @SuppressWarnings("fallthrough")
    @Differentiable
    static double hermite(double x, int n) {
        double r = 0;
        switch (n) {
            case 5:
                r += 32 * x * x * x * x * x;
            case 4:
                r += 16 * pow(x, 4);
            case 3: {
                double y = x * x;
                r += 8 * y * x;
                break;
            }
            case 2:
            case 1:
                r = 2 * x;
            default:
                r -= 1 / (1 + x * x);
        }
        return r;
    }
    /** erf by Abramowitz–Stegun and by series, float.
     * @single */
    @Differentiable
    static float erff(float x) {
        float t = 1f / (1f + 0.3275911f * abs(x));
        float y = 1f
                - (((((1.061405429f * t - 1.453152027f) * t) + 1.421413741f) * t - 0.284496736f) * t + 0.254829592f)
                        * t
                        * (float) exp(-x * x);
        return x >= 0 ? y : -y;
    }
    /** Zeta by Euler–Maclaurin.
     * @range s 1.5 4 */
    @Differentiable(order = 2)
    static double zeta(double s) {
        double a = 12, k = 0, w, sum = 0;
        int i;
        for (i = 1; i < 12; i++) sum += pow(i, -s);
        w = pow(a, -s);
        sum += w * a / (s - 1) + 0.5 * w;
        double[] B = {12.0, -720.0, 30240.0, -1209600.0, 47900160.0};
        double f = 1;
        for (double b : B) {
            f *= s + k;
            w /= a;
            double t = f * w / b;
            sum += t;
            if (abs(t / sum) < 1e-16) return sum;
            k += 1;
            f *= s + k;
            w /= a;
            k += 1;
        }
        return sum;
    }
    /** Digamma with recurrence in a while.
     * @range x 0.2 3 */
    @Differentiable
    static double digamma(double x) {
        double v = 0;
        while (x < 6) {
            v -= 1 / x;
            x += 1;
        }
        final double inv = 1 / (x * x);
        return v + log(x) - 0.5 / x - inv * (1.0 / 12 - inv * (1.0 / 120 - inv / 252));
    }
    /** Lambert W by Halley.
     * @range x 0.1 5 */
    @Differentiable
    static double lambertW(@NoDerivative int steps, double x) {
        double w = x < 1 ? x : log(x), e, t;
        int i = 0;
        do {
            e = exp(w);
            t = w * e - x;
            w -= t / (e * (w + 1) - (w + 2) * t / (2 * w + 2));
        } while (++i < 5 + steps);
        return w;
    }
}
