package dev.leibniz.processor.fuzz;

/** Small models, decompositions and integrators that people evaluate at their starting points, identities and perfect fits. */
final class SpecialModels {

    private SpecialModels() {}

    static final String ALL = """
            double f(double[2][2] a) { double d = 0; double[][] l = new double[2][2]; for (int i = 0; i < 2; i++) { for (int j = 0; j <= i; j++) { double s = i == j ? 1.0 + a[i][j] * a[i][j] : a[i][j] * a[j][i]; for (int k = 0; k < j; k++) { s -= l[i][k] * l[j][k]; } l[i][j] = i == j ? Math.sqrt(1 + s * s) : s / l[j][j]; } d += 2 * Math.log(l[i][i]); } return d; }
            ---
            double f(double[2][2] a) { double[][] l = new double[2][2]; l[0][0] = Math.sqrt(a[0][0]); l[1][0] = a[1][0] / l[0][0]; l[1][1] = Math.sqrt(a[1][1] - l[1][0] * l[1][0]); return 2 * Math.log(l[0][0]) + 2 * Math.log(l[1][1]); }
            ---
            double f(double[3][3] a) { double[][] m = new double[3][3]; for (int i = 0; i < 3; i++) { for (int j = 0; j < 3; j++) { m[i][j] = a[i][j]; } } double d = 1; for (int k = 0; k < 3; k++) { d *= m[k][k]; for (int i = k + 1; i < 3; i++) { double r = m[i][k] / m[k][k]; for (int j = k; j < 3; j++) { m[i][j] -= r * m[k][j]; } } } return d; }
            ---
            double f(double[2][2] a) { double[][] q = new double[2][2]; double s = 0; for (int c = 0; c < 2; c++) { double[] v = new double[2]; for (int i = 0; i < 2; i++) { v[i] = a[i][c]; } for (int p = 0; p < c; p++) { double d = 0; for (int i = 0; i < 2; i++) { d += q[p][i] * a[i][c]; } for (int i = 0; i < 2; i++) { v[i] -= d * q[p][i]; } } double n = Math.sqrt(v[0] * v[0] + v[1] * v[1]); for (int i = 0; i < 2; i++) { q[c][i] = v[i] / n; } s += n * (c + 1) + q[c][0] * q[c][1]; } return s; }
            ---
            double f(double[2][2] a, double[2] b) { double d = a[0][0] * a[1][1] - a[0][1] * a[1][0]; double x = (b[0] * a[1][1] - a[0][1] * b[1]) / d; double y = (a[0][0] * b[1] - b[0] * a[1][0]) / d; return x * x + y * y * y; }
            ---
            double f(double[3] w, @NoDerivative double[3] x) { double s = 0; for (int i = 0; i < 3; i++) { double r = w[0] + w[1] * x[i] + w[2] * Math.sqrt(1 + x[i] * w[2] * x[i] * w[2]) - x[i]; s += r * r; } return s; }
            ---
            double f(double a, double b, @NoDerivative double[3] t) { double s = 0; for (int i = 0; i < 3; i++) { double r = a * Math.exp(-b * b * t[i]) - Math.exp(-t[i]); s += 0.5 * r * r; } return s; }
            ---
            double f(double[4] w, @NoDerivative double[4] x) { double z = 0; for (int i = 0; i < 4; i++) { z += w[i] * x[i]; } return Losses.binaryCrossEntropyWithLogits(z, 1.0) + 0.1 * Reductions.dot(w, w); }
            ---
            double f(double[2][3] w, double[3] x) { double[] h = Linear.matVec(w, x); double s = 0; for (int i = 0; i < 2; i++) { s += Math.tanh(h[i]) * (i + 1); } return Losses.squaredError(s, 0.0) + Reductions.logSumExp(h); }
            ---
            double f(double[2][2] w, double[2] x) { double[] h = Reductions.softmax(Linear.matVec(w, x)); return Losses.squaredError(h, x) + Losses.crossEntropyWithLogits(Linear.matTVec(w, x), 1); }
            ---
            double f(double[3] x) { double n = Reductions.norm2(x); return n * n + n * x[0]; }
            ---
            double f(double[3] x) { double m = Reductions.sum(x) / 3; double v = 0; for (double e : x) { v += (e - m) * (e - m); } double s = Math.sqrt(v / 3 + 1e-3); double r = 0; for (int i = 0; i < 3; i++) { r += (x[i] - m) / s * (i + 1) * (x[i] - m); } return r; }
            ---
            double f(double x, double m, double s) { double z = (x - m) / Math.exp(s); return 0.5 * z * z + s; }
            ---
            double f(double x, double m, double s) { double z = (x - m) / (0.5 + s * s); return Math.log(0.5 + s * s) + Math.log1p(z * z); }
            ---
            double f(double x, double v, double k) { double dt = 0.1; for (int i = 0; i < 4; i++) { double a = -k * Math.sin(x) - 0.1 * v * Math.sqrt(1 + v * v); v += dt * a; x += dt * v; } return x * x + v; }
            ---
            double f(double[2] p, double[2] q) { double e = 0; double[] x = p.clone(); double[] v = q.clone(); for (int i = 0; i < 3; i++) { double r = Math.sqrt(0.1 + x[0] * x[0] + x[1] * x[1]); for (int j = 0; j < 2; j++) { v[j] -= 0.1 * x[j] / (r * r * r); } for (int j = 0; j < 2; j++) { x[j] += 0.1 * v[j]; } } for (int j = 0; j < 2; j++) { e += x[j] * v[j]; } return e; }
            ---
            double f(double c, double h, double[4] w, double x) { for (int t = 0; t < 2; t++) { double i = Activations.sigmoid(w[0] * x + h); double o = Activations.sigmoid(w[1] * h); double g = Math.tanh(w[2] * x + w[3]); c = c * o + i * g; h = o * Math.tanh(c); } return c * h; }
            ---
            double f(double[4] q, double[3] v) { double n = q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]; double s = 2 / (0.5 + n); double c = q[0] * v[0] - q[1] * v[1] * s; return c * (1 + s * q[2] * v[2]) + q[3] / Math.sqrt(0.25 + n); }
            ---
            double f(double x, double y, double z) { double t = Math.sqrt(x * x + y * y + z * z); if (t < 1e-10) { return 1 + x * y; } double s = Math.sin(t) / t; return Math.cos(t) + s * x + (1 - Math.cos(t)) / (t * t) * y * z; }
            ---
            double f(double a, double b, double c, double d) { double n = c * c + d * d + 0.5; double re = (a * c + b * d) / n; double im = (b * c - a * d) / n; return Math.atan2(im, 1 + re * re) + Math.log(0.5 + re * re + im * im); }
            ---
            double f(double s, double k, double v) { double w = 0.5 + v * v; double d = (Math.log(1 + s * s) - Math.log(1 + k * k) + 0.5 * w * w) / w; return s * Activations.sigmoid(1.7 * d) - k * Activations.sigmoid(1.7 * (d - w)); }
            ---
            double f(double[3] x, double t) { int i = (int) Math.floor(Math.abs(t)) % 2; double u = Math.abs(t) - Math.floor(Math.abs(t)); return (1 - u) * x[i] + u * x[i + 1] + u * u * x[0]; }
            ---
            double f(double[3] p, double[3] q) { double s = 0; for (int i = 0; i < 3; i++) { double a = 1 + p[i] * p[i]; double b = 1 + q[i] * q[i]; s += a * (Math.log(a) - Math.log(b)) - a + b; } return s; }
            ---
            double f(double[3] x) { double p = 1; double s = 0; for (double e : x) { p *= 1 + e * e; s += Math.log(1 + e * e); } return Math.pow(p, 1.0 / 3) + Math.exp(s / 3) * s; }
            ---
            double f(double x, double y) { double s = 0; for (int i = 1; i < 4; i++) { s += Math.cos(i * Math.acos(x / 4)) * y; } return s * s; }
            ---
            double f(double[3] x, double y) { double num = 0; double den = 0; for (int i = 0; i < 3; i++) { double d = y - i; if (d == 0) { return x[i] * (1 + y); } num += x[i] / d; den += 1 / d; } return num / den; }
            ---
            double f(double[3] a, double[3] b) { double c = a[1] * b[2] - a[2] * b[1]; double d = a[2] * b[0] - a[0] * b[2]; double e = a[0] * b[1] - a[1] * b[0]; return Math.log1p(c * c + d * d + e * e) + Math.atan2(c, 1 + Reductions.dot(a, b) * Reductions.dot(a, b)); }
            ---
            double f(double[2] x, double[2] y) { double s = 0; for (int i = 0; i < 2; i++) { for (int j = 0; j < 2; j++) { double d = x[i] - y[j]; s += Math.exp(-0.5 * d * d) * Math.sqrt(1 + d * d); } } return s / (1 + x[0] * x[0]); }
            ---
            """;
}
