package corpus;

import dev.leibniz.annotations.*;
import java.util.Objects;

/** Records with code of their own. */
public final class RecordCode {
    private RecordCode() {}

    interface Norm {
        double norm();
    }

    private record Vec(double... v) implements Norm {
        private static final double SCALE = Math.sqrt(3);

        Vec {
            Objects.requireNonNull(v);
            v = v.clone();
            v[0] *= 2;
        }

        Vec(double a, double b) {
            this(new double[] {a, b});
            v[1] += a;
        }

        @Override
        public double[] v() {
            return v.clone();
        }

        @Override
        public double norm() {
            double s = 0;
            for (double x : v) s += x * x;
            return Math.sqrt(s) * SCALE;
        }

        Vec plus(Vec o) {
            double[] r = v();
            for (int i = 0; i < r.length; i++) r[i] += o.v[i];
            return new Vec(r);
        }

        void scale(double s) {
            for (int i = 0; i < v.length; i++) v[i] *= s;
        }

        double at(int i) {
            return i < 0 ? this.v[v.length + i] : v()[i];
        }
    }

    record Line(double a, double b) {
        Line(double a, double b) {
            this.b = b > 0 ? b : -b;
            if (a < 0) {
                this.a = a * this.b;
            } else {
                this.a = a + 1;
            }
        }

        Line(int n, double b) {
            this(n * 0.5, b);
        }

        double eval(double x) {
            return a() + b * x;
        }

        Line self() {
            return this;
        }

        Line halved(int depth) {
            return depth == 0 ? this : new Line(a / 2, b / 2).halved(depth - 1);
        }

        double sum(Line o) {
            return eval(1) + o.eval(2) + apply(this, o);
        }

        static double apply(Line x, Line y) {
            return x.a * y.b;
        }

        @NoDerivative
        double frozen() {
            return a * b;
        }
    }

    record Angle(double rad) {
        Angle {
            while (rad > Math.PI) rad -= 2 * Math.PI;
            while (rad < -Math.PI) {
                rad += 2 * Math.PI;
            }
        }

        double sin() {
            return Math.sin(rad);
        }

        Angle twice() {
            return new Angle(2 * rad);
        }
    }

    record Pair(Line l, Angle r) {
        double both(double x) {
            return l.eval(x) * r().twice().sin();
        }

        Pair swap(double d) {
            return new Pair(l.self(), new Angle(r.rad + d));
        }
    }

    record Plain(double x, double y) {
        Plain {
            Objects.requireNonNull("x");
        }

        public double x() {
            return x;
        }

        double r() {
            return Math.hypot(x, y);
        }
    }

    @Differentiable
    static double vectors(double[] a, double s) {
        Vec p = new Vec(a), q = new Vec(s, a[0]);
        p.scale(s);
        Vec r = new Vec(p.at(0), p.at(-1)).plus(q);
        r.v()[0] = 100;
        return r.norm() + r.at(1) + q.v()[0] + p.v[1];
    }

    @Differentiable
    static double lines(double a, double b, double x, int n) {
        Line l = new Line(a, b), m = new Line(n, x);
        Line k = l.halved(n).self();
        return l.eval(x) + m.eval(a) * k.sum(l);
    }
    /**
     * @nodifferences
     */
    @Differentiable
    static double frozen(double a, double b) {
        return new Line(a, b).frozen() * a;
    }
    /**
     * @range a 2 9
     */
    @Differentiable
    static double angles(double a, double b) {
        Pair p = new Pair(new Line(b, a), new Angle(a));
        for (int i = 0; i < 3; i++) p = p.swap(b);
        return p.both(b) + p.r().rad();
    }

    @Differentiable
    static Plain asParameter(Plain p, double s) {
        return new Plain(p.r() * s, p.x() + p.y);
    }
}
