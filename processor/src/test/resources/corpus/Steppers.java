package corpus;

import dev.leibniz.annotations.Differentiable;
import java.util.Arrays;

/** Quaternions, filters, ODE steppers, splines, with records. */
public final class Steppers {
    private Steppers() {}

    record Quat(double w, double x, double y, double z) {
        static final Quat ONE = new Quat(1, 0, 0, 0);

        Quat {
            if (Double.isNaN(w)) throw new IllegalArgumentException("NaN");
        }

        Quat(double s) {
            this(s, 0, 0, 0);
        }

        static Quat of(double[] v) {
            return new Quat(0, v[0], v[1], v[2]);
        }

        Quat times(Quat q) {
            return new Quat(
                    w * q.w - x * q.x - y * q.y - z * q.z,
                    w * q.x + x * q.w + y * q.z - z * q.y,
                    w * q.y - x * q.z + y * q.w + z * q.x,
                    w * q.z + x * q.y - y * q.x + z * q.w);
        }

        Quat conj() {
            return new Quat(w, -x, -y, -z);
        }

        double norm2() {
            return this.w * this.w + this.x * this.x + y * y + z * z;
        }

        Quat scaled(double s) {
            return new Quat(s * w, s * x, s * y, s * z);
        }

        Quat normalized() {
            return scaled(1 / Math.sqrt(norm2()));
        }
    }

    record Complex(double re, double im) {
        Complex plus(Complex o) {
            return new Complex(re + o.re, im + o.im);
        }

        Complex times(Complex o) {
            return new Complex(re * o.re - im * o.im, re * o.im + im * o.re());
        }

        double abs() {
            return Math.hypot(re, im);
        }

        static Complex polar(double r, double phi) {
            return new Complex(r * Math.cos(phi), r * Math.sin(phi));
        }
    }

    record Range(double lo, double hi) {
        Range {
            if (lo > hi) {
                double t = lo;
                lo = hi;
                hi = t;
            }
        }

        double length() {
            return hi - lo;
        }

        double clamp(double v) {
            return v < lo ? lo : v > hi ? hi : v;
        }
    }

    record State(double[] x, double[][] p) {}
    /**
     * @length v 3 */
    @Differentiable
    static double rotated(double angle, double[] axis, double[] v) {
        double n = Math.sqrt(axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2] + 0.1);
        double s = Math.sin(angle / 2) / n;
        Quat q = new Quat(Math.cos(angle / 2), s * axis[0], s * axis[1], s * axis[2]).normalized();
        Quat r = q.times(Quat.of(v)).times(q.conj());
        return r.x() + 2 * r.y() + 3 * r.z() * r.norm2();
    }

    @Differentiable
    static double power(double a, double b, int n) {
        Complex z = new Complex(a, b), r = new Complex(1, 0);
        while (n > 0) {
            if ((n & 1) != 0) r = r.times(z);
            z = z.times(z);
            n >>>= 1;
        }
        return r.plus(Complex.polar(2, a)).abs();
    }

    @Differentiable
    static double ranges(double a, double b, double c) {
        Range r = new Range(a, b);
        return r.length() * r.clamp(c) + r.lo();
    }

    @Differentiable
    static double identity(double a) {
        Quat q = Quat.ONE;
        for (int i = 0; i < 3; i++) q = q.times(new Quat(a));
        return q.norm2();
    }
    /** Kalman filter in plain arrays; predict/update with records.
     * @length m 4 */
    @Differentiable
    static double kalman(double[] z, double q, double r) {
        State s = new State(new double[] {0, 1}, new double[][] {{1, 0}, {0, 1}});
        double ll = 0;
        for (double m : z) {
            s = predict(s, 0.1, q * q);
            double innovation = m - s.x()[0], v = s.p()[0][0] + r * r + 0.1;
            double[] k = {s.p()[0][0] / v, s.p()[1][0] / v};
            double[] x = {s.x()[0] + k[0] * innovation, s.x()[1] + k[1] * innovation};
            double[][] p = new double[2][2];
            for (int i = 0; i < 2; i++) for (int j = 0; j < 2; j++) p[i][j] = s.p()[i][j] - k[i] * s.p()[0][j];
            s = new State(x, p);
            ll -= 0.5 * (Math.log(2 * Math.PI * v) + innovation * innovation / v);
        }
        return ll;
    }

    private static State predict(State s, double dt, double q) {
        double[][] f = {{1, dt}, {0, 1}};
        double[] x = {s.x()[0] + dt * s.x()[1], s.x()[1]};
        double[][] fp = mul(f, s.p()), p = mul(fp, transpose(f));
        p[0][0] += q;
        p[1][1] += q;
        return new State(x, p);
    }

    private static double[][] mul(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++)
            for (int j = 0; j < b[0].length; j++) {
                double s = 0;
                for (int k = 0; k < b.length; k++) s += a[i][k] * b[k][j];
                c[i][j] = s;
            }
        return c;
    }

    private static double[][] transpose(double[][] a) {
        double[][] t = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) for (int j = 0; j < a[i].length; j++) t[j][i] = a[i][j];
        return t;
    }
    /** RKF45 step-size control loop.
     * @range k 0.5 1.5 */
    @Differentiable
    static double rkf45(double y0, double k) {
        double t = 0, y = y0, h = 0.1, end = 1, tol = 1e-5;
        int steps = 0;
        while (t < end) {
            if (t + h > end) h = end - t;
            double k1 = h * d(t, y, k),
                    k2 = h * d(t + h / 4, y + k1 / 4, k),
                    k3 = h * d(t + 3 * h / 8, y + 3 * k1 / 32 + 9 * k2 / 32, k);
            double k4 = h * d(t + 12 * h / 13, y + 1932 * k1 / 2197 - 7200 * k2 / 2197 + 7296 * k3 / 2197, k);
            double k5 = h * d(t + h, y + 439 * k1 / 216 - 8 * k2 + 3680 * k3 / 513 - 845 * k4 / 4104, k);
            double y4 = y + 25 * k1 / 216 + 1408 * k3 / 2565 + 2197 * k4 / 4101 - k5 / 5;
            t += h;
            y = y4;
            if (++steps > 100) break;
        }
        return y;
    }

    private static double d(double t, double y, double k) {
        return -k * y + Math.sin(t) * y * y * 0.1;
    }
    /** Natural cubic spline NR: spline + splint, klo/khi bisection.
     * @range x 0.1 2.9 */
    @Differentiable
    static double spline(double[] y, double x) {
        double[] xa = {0, 1, 2, 3};
        double[] y2 = second(xa, y);
        int klo = 0, khi = xa.length - 1, k;
        while (khi - klo > 1) {
            k = (khi + klo) >> 1;
            if (xa[k] > x) khi = k;
            else klo = k;
        }
        double h = xa[khi] - xa[klo];
        if (h == 0.0) throw new IllegalArgumentException("Bad xa input " + Arrays.toString(xa));
        double a = (xa[khi] - x) / h, b = (x - xa[klo]) / h;
        return a * y[klo] + b * y[khi] + ((a * a * a - a) * y2[klo] + (b * b * b - b) * y2[khi]) * (h * h) / 6.0;
    }

    private static double[] second(double[] x, double[] y) {
        int n = x.length;
        double[] y2 = new double[n], u = new double[n - 1];
        y2[0] = u[0] = 0.0;
        for (int i = 1; i < n - 1; i++) {
            double sig = (x[i] - x[i - 1]) / (x[i + 1] - x[i - 1]), p = sig * y2[i - 1] + 2.0;
            y2[i] = (sig - 1.0) / p;
            u[i] = (y[i + 1] - y[i]) / (x[i + 1] - x[i]) - (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
            u[i] = (6.0 * u[i] / (x[i + 1] - x[i - 1]) - sig * u[i - 1]) / p;
        }
        for (int k = n - 2; k >= 0; k--) y2[k] = y2[k] * y2[k + 1] + u[k];
        return y2;
    }
    /** Verlet with arrays of positions in a local record and method call chains. */
    @Differentiable
    static double verlet(double[] pos, double[] vel, double dt) {
        record Sys(double[] q, double[] p) {
            double energy() {
                double e = 0;
                for (int i = 0; i < q.length; i++) e += 0.5 * p[i] * p[i] + 0.5 * q[i] * q[i] * (1 + i);
                return e;
            }
        }
        Sys s = new Sys(pos.clone(), vel.clone());
        for (int n = 0; n < 4; n++) {
            for (int i = 0; i < s.q().length; i++) s.p()[i] -= 0.5 * dt * s.q()[i] * (1 + i);
            for (int i = 0; i < s.q().length; i++) s.q()[i] += dt * s.p()[i];
            for (int i = 0; i < s.q().length; i++) s.p()[i] -= 0.5 * dt * s.q()[i] * (1 + i);
        }
        return s.energy();
    }
}
