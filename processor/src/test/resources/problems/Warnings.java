import dev.leibniz.annotations.*;
/** Searches by comparisons, and loops that look like them. */
class Warnings {

    @Differentiable static double bisect(double a) {
        double lo = 0, hi = 10;
        for (int i = 0; i < 60; i++) { double m = 0.5 * (lo + hi); if (m * m * m > a) hi = m; else lo = m; } // ERROR: iteration | for
        return 0.5 * (lo + hi);
    }
    static double f(double x, double a) { return (x - a) * (x - a) + Math.cos(x); }
    @Differentiable static double golden(double a) {
        double g = (Math.sqrt(5) - 1) / 2, lo = -1, hi = 3;
        double c = hi - g * (hi - lo), d = lo + g * (hi - lo);
        while (Math.abs(hi - lo) > 1e-10) { // ERROR: iteration | while
            if (f(c, a) < f(d, a)) { hi = d; } else { lo = c; }
            c = hi - g * (hi - lo); d = lo + g * (hi - lo);
        }
        return (lo + hi) / 2;
    }
    @Differentiable static double goldenKept(double a) {
        double g = (Math.sqrt(5) - 1) / 2, lo = -1, hi = 3;
        double c = hi - g * (hi - lo), d = lo + g * (hi - lo), fc = f(c, a), fd = f(d, a);
        while (Math.abs(hi - lo) > 1e-10) { // ERROR: iteration | while
            if (fc < fd) { hi = d; d = c; fd = fc; c = hi - g * (hi - lo); fc = f(c, a); }
            else { lo = c; c = d; fc = fd; d = lo + g * (hi - lo); fd = f(d, a); }
        }
        return (lo + hi) / 2;
    }
    static double find(double a) {
        double lo = 0, hi = 1;
        while (hi - lo > 1e-12) { double m = (lo + hi) / 2; double v = m + Math.exp(m) - a; if (v == 0) return m; if (v > 0) hi = m; else lo = m; } // ERROR: iteration | while
        return lo;
    }
    @Differentiable static double inHelper(double a, double[] x) { double s = 0; for (double v : x) s += v * find(a * v); return s; }
    @Differentiable static double inArrays(double a) {
        double[] b = {0, 4};
        for (int i = 0; i < 50; i++) { double m = (b[0] + b[1]) / 2; if (m * m < a) b[0] = m; else b[1] = m; } // ERROR: iteration | for
        return b[0];
    }
    @Differentiable static double stepHalving(double a) {
        double x = 0, step = 1;
        for (int i = 0; i < 50; i++) { if ((x + step) * (x + step) < a) x += step; step /= 2; } // ERROR: iteration | for
        return x;
    }
    @Differentiable static double signum(double a) {
        double x = 0, r = 1;
        for (int i = 0; i < 50; i++) { x += r * Math.signum(a - x * x); r *= 0.9; } // ERROR: iteration | for
        return x;
    }
    @NoDerivative static double move(double x, double a) { return (x * x - a) / (2 * x); }
    @Differentiable static double cut(double a) {
        double x = 1;
        while (Math.abs(x * x - a) > 1e-12) x -= move(x, a); // ERROR: iteration | while
        return x;
    }
    @Differentiable static double fall(double v) {
        double t = 0, y = 1;
        while (y > 0) { y += v * 0.01; v -= 0.0981; t += 0.01; } // ERROR: iteration | while
        return t;
    }
    @Differentiable static double ternary(double a) {
        double lo = 0, hi = 5;
        do { double m1 = lo + (hi - lo) / 3, m2 = hi - (hi - lo) / 3; if (f(m1, a) < f(m2, a)) hi = m2; else lo = m1; } while (hi - lo > 1e-9); // ERROR: iteration | (hi - lo > 1e-9)
        return lo;
    }
    // Right, or what is meant:

    @Differentiable static double newton(double a) {
        double x = 1;
        while (Math.abs(x * x - a) > 1e-12) x -= (x * x - a) / (2 * x);
        return x;
    }
    @Differentiable static double guess(double a, @NoDerivative double g) {
        double x = g;
        for (int i = 0; i < 20; i++) { double d = (x * x - a) / (2 * x); x -= d; if (Math.abs(d) < 1e-14) break; }
        return x;
    }
    @Differentiable static double count(double[] x) { double n = 0, s = 0; for (double v : x) if (v > 0) n++; for (double v : x) s += v; return s / n; }
    @Differentiable static double weights(double[] x, @NoDerivative double[] w) { double n = 0; for (int i = 0; i < x.length; i++) if (x[i] > 0) n += w[i]; return n * x[0]; }
    @Differentiable static double lineSearch(double[] x) {
        double t = 1;
        while (f(x[0] - t * x[1], x[2]) > f(x[0], x[2]) - 1e-4 * t && t > 1e-9) t *= 0.5;
        return f(x[0] - t * x[1], x[2]);
    }
    @Differentiable static double best(double[] x, @NoDerivative double[] c) {
        double best = 1e300, v = 0;
        for (double d : c) { double q = (x[0] - d) * (x[0] - d); if (q < best) { best = q; v = d; } }
        return v * x[0];
    }
    @Differentiable static double adaptive(double k) {
        double t = 0, y = 1, h = 0.1;
        while (t < 1) { h = Math.min(h, 1 - t); double e = Math.abs(h * h * k * y); if (e > 1e-2) { h *= 0.5; } else { y -= h * k * y; t += h; h *= 1.5; } }
        return y;
    }
    @Differentiable static double poisson(double lambda, @NoDerivative double u) {
        double p = Math.exp(-lambda), c = p, k = 0;
        while (c < u) { k++; p *= lambda / k; c += p; }
        return k * lambda;
    }
    @Differentiable static double sorted(double[] x, @NoDerivative double[] w0) {
        double[] k = x.clone(), w = w0.clone();
        for (int i = 0; i < k.length; i++) for (int j = 0; j + 1 < k.length; j++) if (k[j] > k[j + 1]) { double t = k[j]; k[j] = k[j + 1]; k[j + 1] = t; t = w[j]; w[j] = w[j + 1]; w[j + 1] = t; }
        double s = 0; for (int i = 0; i < k.length; i++) s += k[i] * w[i]; return s;
    }
    @Differentiable static double table(double x, @NoDerivative double[] knots) {
        int lo = 0, hi = knots.length - 1;
        while (hi - lo > 1) { int m = (lo + hi) / 2; if (knots[m] > x) hi = m; else lo = m; }
        return knots[lo] * x;
    }
    @Differentiable static double fixedSteps(double k, @NoDerivative double end) { double t = 0, y = 1; while (t < end) { y -= 0.01 * k * y; t += 0.01; } return y + t; }
    @SuppressWarnings("leibniz:iteration") @Differentiable static double silenced(double a) {
        double lo = 0, hi = 10;
        for (int i = 0; i < 60; i++) { double m = 0.5 * (lo + hi); if (m * m * m > a) hi = m; else lo = m; }
        return 0.5 * (lo + hi);
    }

    @SuppressWarnings({"unused", "leibniz:iteration"})
    static double quiet(double a) {
        double lo = 0, hi = 10;
        for (int i = 0; i < 60; i++) { double m = 0.5 * (lo + hi); if (m * m * m > a) hi = m; else lo = m; }
        return lo;
    }
    @Differentiable static double silencedInHelper(double a) { return quiet(a) * a; }

    @Differentiable static double polished(double a) {
        double lo = 0, hi = 10;
        for (int i = 0; i < 10; i++) { double m = 0.5 * (lo + hi); if (m * m > a) hi = m; else lo = m; }
        double x = 0.5 * (lo + hi);
        while (Math.abs(x * x - a) > 1e-12) x -= (x * x - a) / (2 * x);
        return x;
    }

    @Checkpointed static double seen(double x) { System.out.println(x); return x * x; }
    @Checkpointed static void doubled(double[] a, double[] b) { for (int i = 0; i < a.length; i++) a[i] = b[i] * a[0]; }
    @Differentiable static double checkpointed(double[] x) {
        double s = seen(x[0]); // ERROR: checkpointed | double s = seen(x[0]);
        double[] y = x.clone();
        doubled(y, y); // ERROR: checkpointed | doubled(y, y);
        double[] p = x.clone();
        double[] q = x.clone();
        for (@Checkpointed(snapshots = 3) int i = 0; i < 3; i++) { // ERROR: checkpointed | for (@Checkpointed
            q = i == 1 ? p : q;
            q[0] = q[0] * p[1];
            p[1] = p[1] * q[0];
        }
        return s + q[0] + y[0];
    }
    @Differentiable static double ofNoLoop(double x) {
        @Checkpointed int n = 3; // ERROR: checkpointed | @Checkpointed
        while (n-- > 0) x *= x;
        return x;
    }
    @SuppressWarnings("leibniz:checkpointed")
    @Differentiable static double checkpointedQuietly(double x) {
        double s = x;
        for (@Checkpointed int i = 0; i < 3; i++) { System.out.println(i); s *= x; }
        return s;
    }
    @Checkpointed static double notReached(double x) { return x; }
}
