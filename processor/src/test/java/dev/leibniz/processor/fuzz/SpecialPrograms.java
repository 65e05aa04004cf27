package dev.leibniz.processor.fuzz;

import java.util.Arrays;
import java.util.List;

/**
 * Programs whose derivatives go wrong at special points if anything does, as text; {@code REAL} is a random expression. They
 * are read by {@link ProgramReader}, and evaluated at many points.
 */
final class SpecialPrograms {

    private SpecialPrograms() {}

    static List<String> all() {
        return Arrays.stream(String.join("---\n", UNUSED, MASKS, GUARDS, PRODUCTS, SpecialModels.ALL)
                        .split("---\n"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Values that may overflow and are not used then. */
    private static final String UNUSED = """
            double f(double x) { double neg = Math.exp(x) - 1; return x > 0 ? x : neg; }
            ---
            double f(double x, double y) { double neg = Math.exp(x * x) * y; if (x > 2) { return x * y; } return neg; }
            ---
            double f(double x, double y) { double s = Math.sinh(x); double c = Math.cosh(y); double r = x; if (x < 20) { r += s * y; } if (y < 20) { r += c * x; } return r * r; }
            ---
            double f(double x, double y) { return Math.min(Math.exp(x), 1e6) * y; }
            ---
            double f(double x, double y) { return Math.max(y, Math.pow(x, 3) * -1.0) + Math.min(Math.expm1(x), y); }
            ---
            double f(double x) { return 1 - 2 / (Math.exp(2 * x) + 1); }
            ---
            double f(double x, double w) { double a = Math.exp(x); double b = Math.exp(-x); double t = x > 300 ? 1.0 : x < -300 ? -1.0 : (a - b) / (a + b); return w * t * t; }
            ---
            double f(double[3] x, @NoDerivative boolean[3] use) { double s = 0; for (int i = 0; i < x.length; i++) { double e = Math.exp(x[i]); if (use[i]) { s += e; } } return use[0] ? s : s + x[1]; }
            ---
            double f(double[3] x, @NoDerivative boolean[3] use) { double[] e = new double[3]; for (int i = 0; i < x.length; i++) { e[i] = Math.exp(x[i] * x[i]); } double s = 0; for (int i = 0; i < e.length; i++) { s += use[i] ? x[i] : Math.abs(x[i]) < 5 ? e[i] : 0.0; } return s; }
            ---
            double f(double x, double y) { double p = x * x; double q = p * p; double r = q * q; return Math.abs(x) > 1e30 ? y : r * y; }
            ---
            double f(double x, double y) { double d = x - y; double q = 1 / d; return d == 0 ? x * y : d * q * x; }
            ---
            double f(double x, double y) { double l = Math.log(x); double s = Math.sqrt(x); if (x > 0) { return l * s * y; } return x * y; }
            ---
            double f(double[3] x) { double best = x[0] * x[0]; for (int i = 0; i < 3; i++) { double v = x[i] * x[i] * x[i] * x[i]; if (v < best) { best = v; } } return best * x[0]; }
            ---
            double f(double x) { double y = x; int k = 0; while (Math.abs(y) > 2 && k < 40) { y = y / 10; k++; } double unused = Math.exp(x); return y * y + (unused < 1 ? unused : 0.0); }
            ---
            double g(double a) { double t = Math.exp(a); return a > 1 ? a * a : t; }
            double f(double x, double y) { return g(x) * g(y) + g(x * y); }
            ---
            """;

    /** Infinities that stand for nothing. */
    private static final String MASKS = """
            double f(double[3] x, @NoDerivative boolean[3] keep) { double[] m = new double[3]; for (int i = 0; i < 3; i++) { m[i] = keep[i] ? x[i] : Double.NEGATIVE_INFINITY; } double[] p = Reductions.softmax(m); return keep[0] ? Reductions.dot(p, p) + p[0] : x[0] * x[1]; }
            ---
            double f(double[3] x, double t, @NoDerivative boolean[3] keep) { double s = 0; for (int i = 0; i < 3; i++) { double e = (keep[i] ? x[i] : Double.NEGATIVE_INFINITY) * (1 + t * t); s += Math.exp(e); } return s; }
            ---
            double f(double[3] x, @NoDerivative double[3] mask) { double s = 0; for (int i = 0; i < 3; i++) { s += Math.exp(x[i] + mask[i]); } return Math.log(1 + s); }
            ---
            double f(double[3] x, @NoDerivative double[3] mask) { double[] z = new double[3]; for (int i = 0; i < 3; i++) { z[i] = x[i] + mask[i]; } double[] p = Reductions.softmax(z); double s = 0; for (int i = 0; i < 3; i++) { s += p[i] * x[i]; } return mask[1] == 0 ? s : x[0]; }
            ---
            double f(double[3] x, @NoDerivative double[3] mask) { double[] z = x.clone(); for (int i = 0; i < 3; i++) { z[i] += mask[i]; } z[2] = x[2]; return Reductions.logSumExp(z); }
            ---
            double f(double[3] x, @NoDerivative double[3] mask) { double[] z = x.clone(); for (int i = 0; i < 3; i++) { z[i] += mask[i]; } z[1] = 2 * x[1]; return Losses.crossEntropyWithLogits(z, 1); }
            ---
            double f(double[3] d, double t, @NoDerivative boolean[3] on) { double s = 0; double u = 0.5 + t * t; for (int i = 0; i < 3; i++) { double c = on[i] ? d[i] : Double.POSITIVE_INFINITY; s += Math.exp(-c / u); } s += Math.exp(-t); return -u * Math.log(s); }
            ---
            double f(double x, double l) { return Math.exp(-(x * x) / (2 * (0.1 + l * l))); }
            ---
            double f(double[2] a, double[2] b, double l) { double d = 0; for (int i = 0; i < 2; i++) { d += (a[i] - b[i]) * (a[i] - b[i]); } return l * l * Math.exp(-0.5 * d) + Math.exp(-Math.sqrt(1 + d)); }
            ---
            double f(double[4] x, @NoDerivative boolean[4] keep) { double m = Double.NEGATIVE_INFINITY; for (int i = 0; i < 4; i++) { if (keep[i] && x[i] > m) { m = x[i]; } } double s = 0; for (int i = 0; i < 4; i++) { s += keep[i] ? Math.exp(x[i] - m) : 0.0; } return m > -1e300 ? m + Math.log(s) : x[0]; }
            ---
            double f(double[2][3] q, double[3] w, @NoDerivative boolean[3] keep) { double total = 0; for (int r = 0; r < 2; r++) { double[] z = new double[3]; for (int c = 0; c < 3; c++) { z[c] = keep[c] ? q[r][c] * w[c] : Double.NEGATIVE_INFINITY; } z[r] = q[r][r]; double[] p = Reductions.softmax(z); total += p[0] * w[0] + p[2] * w[2]; } return total; }
            ---
            double f(double x, double t) { double e = Double.NEGATIVE_INFINITY / (1 + t * t); return Math.exp(e) * x + Math.exp(x) * Math.exp(e * t * t - 1); }
            ---
            double f(double x, double y, @NoDerivative boolean on) { double a = on ? x : Double.NEGATIVE_INFINITY; double b = on ? y : Double.POSITIVE_INFINITY; return Activations.sigmoid(a * 2) * x + Math.tanh(b) * y + Activations.softplus(a) + Activations.silu(a) + Activations.gelu(a); }
            ---
            double f(double x, double y, @NoDerivative boolean on) { double a = on ? x : Double.NEGATIVE_INFINITY; return Activations.elu(a, y * y) + Activations.relu(a) + Math.atan(a * 3) + 1 / (1 + Math.exp(-a)) + Math.max(a, y); }
            ---
            double f(double[3] x, @NoDerivative boolean[3] on) { double a = 0; double m = Double.POSITIVE_INFINITY; for (int i = 0; i < 3; i++) { double c = on[i] ? x[i] * x[0] : Double.POSITIVE_INFINITY; m = Math.min(m, c); } a = m < 1e300 ? m : x[2]; return a * x[1]; }
            ---
            """;

    /** Tests for the singular point, and what is written to do without. */
    private static final String GUARDS = """
            double f(double x, double y) { return x == 0 ? 0.0 : x * Math.log(y); }
            ---
            double f(double[3] p, double[3] q) { double s = 0; for (int i = 0; i < 3; i++) { if (p[i] > 0) { s += p[i] * (Math.log(p[i]) - Math.log(1 + q[i] * q[i])); } } return s; }
            ---
            double f(double x, double w) { double safe = x == 0 ? 1.0 : x; double s = Math.sin(safe) / safe; return w * (x == 0 ? 1 - x * x / 6 : s); }
            ---
            double f(double x, double y) { double s = x * x + y * y; double safe = s == 0 ? 1.0 : s; double r = Math.sqrt(safe); return s == 0 ? x + 2 * y : r * x; }
            ---
            double f(double[3] v) { double s = 0; for (double e : v) { s += e * e; } if (s == 0) { return v[0] + v[1] * v[2]; } double n = Math.sqrt(s); return v[0] / n + v[1] * v[2] / s; }
            ---
            double f(double x) { return Math.sqrt(x * x + 1e-12) + Math.sqrt(1 + x * x); }
            ---
            double f(double x, double y) { return Math.max(x, 0.0) + Math.log1p(Math.exp(-Math.abs(x))) + (x > y ? x - y : 0.0) * y; }
            ---
            double f(double x, double y) { double m = Math.max(x, y); return x == y ? m * m : m + Math.log(Math.exp(x - m) + Math.exp(y - m)); }
            ---
            double f(double x, double y) { double m = x > y ? x : y; return m + Math.log(Math.exp(x - m) + Math.exp(y - m)); }
            ---
            double f(double a, double b, double t) { double c = a * b; double s = 1 - c * c; if (s < 1e-9) { return (1 - t) * a + t * b; } double o = Math.acos(c); return (Math.sin((1 - t) * o) * a + Math.sin(t * o) * b) / Math.sin(o); }
            ---
            double f(double x, double y) { return Math.abs(x) < 1e-8 ? y * (1 + x / 2) : y * Math.expm1(x) / x; }
            ---
            double f(double x, double y) { double r = Math.hypot(x, y); double p = Math.atan2(y, x); return r * Math.cos(p) + 2 * r * Math.sin(p); }
            ---
            double f(double x, double y) { double r = Math.sqrt(x * x + y * y); return r > 0 ? r * r * Math.cos(Math.atan2(y, x)) : x; }
            ---
            double f(double x, double y) { return x % 2 + y * (x - Math.floor(x)) + (x % (1 + y * y)) * y; }
            ---
            """;

    /** Products, sums and recurrences that pass through zero. */
    private static final String PRODUCTS = """
            double f(double x, double y) { double s = x * Math.sqrt(y); return x * (x * s + s) + x / (2 + s * x); }
            ---
            double f(double[4] x) { double p = 1; for (double e : x) { p *= e; } return p; }
            ---
            double f(double[4] x) { double p = 1; for (double e : x) { p *= Math.log1p(e * e) + e; } return p; }
            ---
            double f(double[3] x, double y) { double p = 0; for (int i = 2; i >= 0; i--) { p = p * y + x[i]; } return p * p; }
            ---
            double f(double x, double y) { double s = 0; double p = 1; for (int k = 1; k < 5; k++) { p *= x / k; s += p * Math.sin(k * y); } return s / (1 + s * s); }
            ---
            double power(double b, int n) { if (n == 0) { return 1; } double h = power(b, n / 2); return n % 2 == 0 ? h * h : h * h * b; }
            double f(double x, double y) { return power(x, 5) * Math.sqrt(1 + y * y) + power(Math.log1p(y * y), 3) * x; }
            ---
            double fib(double a, double b, int n) { return n == 0 ? a : fib(b, a * Math.cos(b) + Math.sqrt(1 + b * b) - 1, n - 1); }
            double f(double x, double y) { return fib(x, y, 4); }
            ---
            double f(double w, double b, double x, double y) { double e = Math.log(1 + w * w) * x + b - y; return e * e * e; }
            ---
            double f(double x, double y) { double e = Math.sqrt(1 + x * x) - 1; double d = Math.cbrt(1 + y) - 1; return e * d + e * e + d * d; }
            ---
            double f(double x, double y, double z) { double a = Math.log(1 + x) / (1 + y * y); double b = Math.asin(z / 4); return a * b * a; }
            ---
            double f(double[3] x, double[3] y) { double s = 0; double n = 0; for (int i = 0; i < 3; i++) { s += x[i] * y[i]; n += x[i] * x[i]; } return s / Math.sqrt(1 + n) * s; }
            ---
            double f(double x, double y) { double[] h = new double[4]; h[0] = x; for (int i = 1; i < 4; i++) { h[i] = h[i - 1] * Math.sqrt(1 + y * h[i - 1] * h[i - 1] * y); } return h[3] * h[1]; }
            ---
            double f(double x, double y) { double g = 1 + x * x; for (int i = 0; i < 4; i++) { g = 0.5 * (g + (1 + y * y) / g); } return g * x; }
            ---
            double f(double x, double y) { return Math.pow(x, 2) * Math.pow(1 + x * x, y) + Math.pow(y, 3) * x; }
            ---
            double f(double x, double y) { return Math.pow(2, x * y) + Math.pow(1 + x * x, 0.5) * Math.pow(3, y); }
            ---
            float f(float x, float y) { float a = x * y; float b = (float) Math.log1p(a * a); return a * b + x / (1 + y * y); }
            ---
            float f(float[3] x, float s) { float t = 0; for (int i = 0; i < 3; i++) { t += x[i] * (float) Math.sqrt(1 + s * x[i] * x[i] * s); } return t * t; }
            ---
            double f(double x, double y) { double t = REAL; double u = Math.log(1 + t * t); return (x - 1) * u + y * Math.sqrt(1 + u); }
            ---
            double f(double x, double y, double z) { double t = REAL; double u = REAL; return t * Math.log1p(u * u) / (1 + t * t) + t * u * z; }
            ---
            double f(double[3] v, double y) { double s = 0; for (int i = 0; i < v.length; i++) { double t = REAL; s += v[i] * Math.sqrt(1 + t * t); } return s * s / (1 + y * y); }
            ---
            double[] f(double x, double y) { double[] r = new double[3]; r[0] = Math.log1p(x * x) * y; r[1] = x / (1 + y * y); r[2] = Math.hypot(x, y); return r; }
            ---
            double[] f(double[3] x, @NoDerivative boolean[3] keep) { double[] m = new double[3]; for (int i = 0; i < 3; i++) { m[i] = keep[i] ? x[i] : Double.NEGATIVE_INFINITY; } m[0] = x[0]; return Reductions.softmax(m); }
            ---
            double[] f(double[3] x, double t) { double[] r = new double[3]; for (int i = 0; i < 3; i++) { r[i] = x[i] == 0 ? t : Math.log(x[i] * x[i]) * t; } return r; }
            ---
            """;
}
