package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.ArrayList;
import java.util.List;

/** Final classes whose fields are set once are values, as records are. */
public final class ValueObjects {
    private ValueObjects() {}

    static final class Vec3 {
        static final Vec3 UP = new Vec3(0, 0, 1);

        private final double x;
        private final double y;
        private final double z;

        Vec3(double x, double y, double z) {
            this.x = x;
            this.y = y;
            this.z = z;
        }

        Vec3(double all) {
            this(all, all, all);
        }

        static Vec3 polar(double r, double angle) {
            return new Vec3(r * Math.cos(angle), r * Math.sin(angle), 0);
        }

        double getX() {
            return x;
        }

        double getY() {
            return this.y;
        }

        double getZ() {
            return z;
        }

        Vec3 plus(Vec3 o) {
            return new Vec3(x + o.x, y + o.y, z + o.z);
        }

        Vec3 times(double s) {
            return new Vec3(x * s, y * s, z * s);
        }

        double dot(Vec3 o) {
            return x * o.x + y * o.y + z * o.z;
        }

        double norm() {
            return Math.sqrt(dot(this));
        }

        Vec3 unit() {
            double n = norm();
            return n > 0 ? times(1 / n) : this;
        }
    }

    /** Computed fields, a check, a loop and a call in the constructor, an initialiser and a block. */
    private static class Normal {
        private static final double LOG_TWO_PI = Math.log(2 * Math.PI);
        private final double mean;
        private final double sd;
        private final double[] grid = new double[3];
        private final double scale;
        private final double logNorm;

        {
            grid[2] = 0.5;
        }

        Normal(double mean, double sd) {
            if (sd <= 0) {
                throw new IllegalArgumentException("sd is " + sd);
            }
            this.mean = mean;
            this.sd = sd;
            double s = 1;
            for (int i = 0; i < grid.length; i++) {
                grid[i] += mean + i * sd;
                s += grid[i] * grid[i];
            }
            scale = Math.sqrt(s);
            logNorm = logNorm();
        }

        private double logNorm() {
            return -Math.log(sd) - 0.5 * LOG_TWO_PI;
        }

        double logPdf(double x) {
            double u = (x - mean) / sd;
            return logNorm - 0.5 * u * u + 0.01 * grid[2] / scale;
        }
    }

    /** Fields of an abstract class, and a method that the subclass completes. */
    private abstract static class Decay {
        final double rate;
        protected final double start;

        Decay(double rate) {
            this.rate = rate * rate;
            this.start = 1 + rate;
        }

        abstract double shape(double t);

        double at(double t) {
            return start * shape(rate * t);
        }
    }

    private static final class Exponential extends Decay {
        private final double start;

        Exponential(double rate) {
            super(rate);
            start = 2;
        }

        @Override
        double shape(double t) {
            return Math.exp(-t) * start;
        }
    }

    private static final class Algebraic extends Decay {
        final int power;
        final double half = 0.5 * rate;

        Algebraic(double rate, int power) {
            super(rate + 0.1);
            this.power = power;
        }

        @Override
        double shape(double t) {
            return Math.pow(1 + t, -power) + half;
        }

        @Override
        double at(double t) {
            return super.at(t) + super.at(2 * t);
        }
    }

    record Body(Vec3 position, Vec3 velocity, double mass) {
        Body moved(double h) {
            return new Body(position.plus(velocity.times(h)), velocity.plus(position.times(-h / mass)), mass);
        }
    }

    static final class Line {
        final Vec3 from;
        final Vec3 to;
        final String name;

        Line(Vec3 from, Vec3 to, String name) {
            this.from = from;
            this.to = java.util.Objects.requireNonNull(to);
            this.name = name;
        }

        Vec3 at(double t) {
            return from.times(1 - t).plus(to.times(t));
        }

        boolean isNamed(String other) {
            return name.equals(other);
        }
    }

    static final class Matrix2 {
        final double[][] a;
        final int n = 2;

        Matrix2(double[][] a) {
            this.a = a;
        }

        Matrix2 times(Matrix2 o) {
            double[][] c = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < o.n; j++) {
                    for (int k = 0; k < n; k++) {
                        c[i][j] += a[i][k] * o.a[k][j];
                    }
                }
            }
            return new Matrix2(c);
        }

        double trace() {
            return a[0][0] + a[1][1];
        }
    }

    static final class Single {
        final float value;

        Single(float value) {
            this.value = value;
        }

        Single squared() {
            return new Single(value * value);
        }
    }

    @Differentiable(order = 2)
    static double vectors(double x, double y) {
        Vec3 v = new Vec3(x, y, x * y);
        Vec3 w = Vec3.polar(y, x).plus(new Vec3(x));
        return v.dot(w) + w.unit().getX() * v.norm();
    }

    @Differentiable
    static double carried(double x, double y) {
        Vec3 v = new Vec3(x, y, 1);
        Vec3 old = v;
        for (int i = 0; i < 4; i++) {
            Vec3 next = v.plus(old.times(0.1 * v.x));
            old = v;
            v = next;
        }
        return v.getY() * old.z + v.x;
    }

    @Differentiable
    static double stopsEarly(double x, double y) {
        Vec3 v = pick(new Vec3(x, y, 0.5), x);
        return v.x * v.y + v.getZ();
    }

    private static Vec3 pick(Vec3 v, double x) {
        if (x > 0.5) {
            return new Vec3(x, v.y, x * x);
        }
        for (int i = 0; i < 4; i++) {
            v = v.plus(v.times(0.3));
            if (v.getX() > 1) {
                return v;
            }
        }
        return v.times(x);
    }

    @Differentiable(order = 2)
    static double likelihood(double mean, double scale, double[] xs) {
        Normal normal = new Normal(mean, scale * scale + 0.1);
        double sum = 0;
        for (double x : xs) {
            sum += normal.logPdf(x);
        }
        return sum;
    }

    @Differentiable
    static double inherited(double rate, double t) {
        Exponential e = new Exponential(rate);
        Algebraic a = new Algebraic(rate, 2);
        return e.at(t) * a.at(t) + e.rate + a.start * a.half;
    }

    @Differentiable
    static double inRecords(double x, double y) {
        Body body = new Body(new Vec3(x, y, 0), new Vec3(y), 1.5);
        for (int i = 0; i < 3; i++) {
            body = body.moved(0.1);
        }
        return body.position().dot(body.velocity()) / body.mass();
    }

    @Differentiable
    static double inArrays(double[] x) {
        Vec3[] points = new Vec3[x.length];
        for (int i = 0; i < x.length; i++) {
            points[i] = Vec3.polar(x[i], i * x[0]);
        }
        points[1] = points[0].plus(points[2]);
        Vec3 sum = new Vec3(0);
        for (Vec3 point : points) {
            sum = sum.plus(point.times(point.getX()));
        }
        return sum.norm();
    }

    @Differentiable
    static double nested(double x, double y) {
        Line line = new Line(new Vec3(x, y, 1), Vec3.polar(x, y), "line");
        Line other = new Line(line.to, line.at(y), "other");
        double s = line.isNamed("line") ? 1 : 2;
        return s * other.at(x).dot(line.from) + other.to.z;
    }

    @Differentiable
    static double matrices(double[] x) {
        double[][] a = {{x[0], x[1]}, {0.5, x[2]}};
        Matrix2 m = new Matrix2(a);
        Matrix2 power = m;
        for (int i = 0; i < 3; i++) {
            power = power.times(m);
        }
        a[0][0] = 7; // the matrix shares it
        return power.trace() * m.trace();
    }

    @Differentiable
    static float singles(float x) {
        Single s = new Single(x);
        for (int i = 0; i < 2; i++) {
            s = s.squared();
        }
        return s.value + x;
    }

    @Differentiable(order = 2)
    static double ofAConstant(double x, @NoDerivative Vec3 v, @NoDerivative List<Vec3> others) {
        Vec3 w = v.times(x);
        for (Vec3 other : others) {
            w = w.plus(other.times(x));
            x += other.dot(w) * 0.1;
        }
        return w.norm() * v.dot(w) + v.norm() + Vec3.UP.dot(w);
    }

    @Differentiable
    static double constantsInHelpers(double x, @NoDerivative Vec3[] vs, @NoDerivative Vec3 v) {
        double s = 0;
        for (int i = 0; i < vs.length; i++) {
            s += along(vs[i], x) * along(v, s) + along(new Vec3(x), 1);
        }
        Vec3 some = vs[0];
        some = some.plus(v.times(x));
        return s * total(vs, x) + some.getY();
    }

    private static double along(Vec3 v, double t) {
        return v.times(t).plus(v).getX();
    }

    private static double total(Vec3[] vs, double x) {
        double s = 0;
        for (Vec3 v : vs) {
            s += v.getX() * x;
        }
        return s;
    }

    @NoDerivative
    static double weight(Line line) {
        return 3 * line.from.x + line.to.y;
    }

    @NoDerivative
    static Vec3 stopped(Vec3 v) {
        return new Vec3(v.x + 1, v.y, 2);
    }

    @Differentiable
    static double throughConstants(double x, double y) {
        Vec3 v = new Vec3(x, y, 1);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Vec3.UP, new Vec3(1, 2, 3), "a"));
        Vec3 fixed = stopped(new Vec3(1, 2, 3));
        double w = weight(lines.get(0));
        return w * v.dot(fixed) + lines.get(0).at(x).norm();
    }
}
