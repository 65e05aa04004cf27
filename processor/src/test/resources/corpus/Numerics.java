package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.Arrays;

/** Algorithms from textbooks of numerical analysis. */
public final class Numerics {
    private Numerics() {}

    @Differentiable
    static double simpson(double a, double b) {
        int n = 8;
        double h = (b - a) / n;
        double s = f(a) + f(b);
        for (int i = 1; i < n; i++) {
            s += (i % 2 == 0 ? 2 : 4) * f(a + i * h);
        }
        return s * h / 3;
    }

    private static double f(double x) {
        return Math.exp(-x * x) * Math.cos(3 * x);
    }

    @Differentiable
    static double rungeKutta(double y, double k) {
        double h = 0.1;
        for (int i = 0; i < 6; i++) {
            double k1 = slope(y, k);
            double k2 = slope(y + 0.5 * h * k1, k);
            double k3 = slope(y + 0.5 * h * k2, k);
            double k4 = slope(y + h * k3, k);
            y += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }
        return y;
    }

    private static double slope(double y, double k) {
        return k * y * (1 - 0.1 * y) + Math.sin(y);
    }

    /** @range e 0.1 0.6 */
    @Differentiable
    static double kepler(double m, double e) {
        double x = m;
        for (int i = 0; i < 20; i++) {
            double step = (x - e * Math.sin(x) - m) / (1 - e * Math.cos(x));
            x -= step;
            if (Math.abs(step) < 1e-15) {
                break;
            }
        }
        return x;
    }

    /** @range x 0.5 4 */
    @Differentiable
    static double agm(double x) {
        double a = 1;
        double g = x;
        while (Math.abs(a - g) > 1e-12) {
            double t = 0.5 * (a + g);
            g = Math.sqrt(a * g);
            a = t;
        }
        return a;
    }

    /** @range x 0.5 6 */
    @Differentiable
    static double logGamma(double x) {
        double shift = 0;
        while (x < 8) {
            shift -= Math.log(x);
            x += 1;
        }
        double r = 1 / (x * x);
        return shift + (x - 0.5) * Math.log(x) - x + 0.9189385332046727
                + (1.0 / 12 - r * (1.0 / 360 - r / 1260)) / x;
    }

    @Differentiable
    static double erf(double x) {
        double term = x;
        double s = x;
        for (int n = 1; n < 60; n++) {
            term *= -x * x / n;
            s += term / (2 * n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * s;
    }

    /** @range x 0.2 3 */
    @Differentiable
    static double continuedFraction(double x) {
        double r = 0;
        for (int i = 12; i >= 1; i--) {
            r = i * i * 0.25 / (x + r);
        }
        return r + x;
    }

    @Differentiable
    static double deCasteljau(double[] p, double t) {
        double[] w = p.clone();
        for (int k = w.length - 1; k > 0; k--) {
            for (int i = 0; i < k; i++) {
                w[i] = (1 - t) * w[i] + t * w[i + 1];
            }
        }
        return w[0] * w[0];
    }

    @Differentiable
    static double lagrange(double[] y, double t) {
        double s = 0;
        for (int i = 0; i < y.length; i++) {
            double l = 1;
            for (int j = 0; j < y.length; j++) {
                if (i != j) {
                    l *= (t - j) / (i - j);
                }
            }
            s += y[i] * l;
        }
        return s;
    }

    /** @range c 2 5 */
    @Differentiable
    static double bisection(double c) {
        double low = 0;
        double high = c;
        for (int i = 0; i < 3; i++) {
            double mid = 0.5 * (low + high);
            if (mid * mid > c) {
                high = mid;
            } else {
                low = mid;
            }
        }
        double x = 0.5 * (low + high);
        for (int i = 0; i < 4; i++) {
            x -= (x * x - c) / (2 * x);
        }
        return x;
    }

    @Differentiable
    static double lotkaVolterra(double[] state, double[] rates) {
        double x = state[0] * state[0] + 1;
        double y = state[1] * state[1] + 1;
        double h = 0.05;
        for (int i = 0; i < 10; i++) {
            double dx = rates[0] * x - rates[1] * x * y;
            double dy = rates[2] * x * y - rates[3] * y;
            x += h * dx;
            y += h * dy;
        }
        return x + y * y;
    }

    @Differentiable
    static double[] heat(double[] u, double kappa) {
        double[] now = u.clone();
        double[] next = new double[u.length];
        for (int t = 0; t < 5; t++) {
            for (int i = 0; i < now.length; i++) {
                double left = i == 0 ? 0 : now[i - 1];
                double right = i == now.length - 1 ? 0 : now[i + 1];
                next[i] = now[i] + 0.1 * kappa * kappa * (left - 2 * now[i] + right);
            }
            double[] swap = now;
            now = next;
            next = swap;
        }
        return now;
    }

    @Differentiable
    static double softDtw(double[] a, double[] b) {
        int n = a.length;
        int m = b.length;
        double[][] d = new double[n + 1][m + 1];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                d[i][j] = i == 0 && j == 0 ? 0 : 20;
            }
        }
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= m; j++) {
                double cost = (a[i - 1] - b[j - 1]) * (a[i - 1] - b[j - 1]);
                double least = -Math.log(Math.exp(-d[i - 1][j]) + Math.exp(-d[i][j - 1]) + Math.exp(-d[i - 1][j - 1]));
                d[i][j] = cost + least;
            }
        }
        return d[n][m];
    }

    @Differentiable
    static double interpolated(double[] y, double x, @NoDerivative double[] knots) {
        double t = Math.abs(x) * 1.5;
        int i = Math.min((int) t, y.length - 2);
        double u = t - i;
        return y[i] * (1 - u) + y[i + 1] * u + knots[i];
    }

    /** @range s 0.8 1.2 */
    @Differentiable(order = 2)
    static double blackScholes(double s, double sigma) {
        double v = 0.2 + 0.05 * sigma;
        double d1 = (Math.log(s) + 0.5 * v * v) / v;
        double d2 = d1 - v;
        return s * normal(d1) - normal(d2);
    }

    private static double normal(double x) {
        return 0.5 * (1 + Math.tanh(0.7978845608 * (x + 0.044715 * x * x * x)));
    }

    /** Between the knots of a curve; where x is among them is a question without a derivative. */
    @Differentiable
    static double searchedByHalves(double[] values, double x) {
        double[] knots = {-1.5, -0.5, 0.25, 1.75};
        int found = Arrays.binarySearch(knots, x);
        int at = Math.max(1, Math.min(knots.length - 1, found < 0 ? -found - 1 : found));
        double t = (x - knots[at - 1]) / (knots[at] - knots[at - 1]);
        return values[0] * (1 - t) + values[1] * t * at;
    }

    /** As above, with knots that derivatives flow to, and that change afterwards. */
    @Differentiable
    static double searchedAmongKnots(double[] steps, double x) {
        double[] knots = new double[steps.length + 1];
        for (int i = 0; i < steps.length; i++) {
            knots[i + 1] = knots[i] + steps[i] * steps[i] + 0.1;
        }
        int at = Math.max(1, -1 - Arrays.binarySearch(knots, 0, knots.length, Math.abs(x)));
        at = Math.min(at, knots.length - 1);
        double t = (x - knots[at - 1]) / (knots[at] - knots[at - 1]);
        knots[0] = x * x;
        boolean isSame = Arrays.equals(knots, steps);
        return isSame ? t : t * knots[0] + Arrays.mismatch(knots, knots.clone()) * x;
    }
}
