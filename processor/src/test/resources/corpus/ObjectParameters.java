package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.Objects;

/** Objects of final classes as parameters and results: their fields are differentiated as the components of records are. */
class ObjectParameters {
    static final class Vec {
        private final double x;
        private final double y;

        Vec(double x, double y) {
            this.x = x;
            this.y = y;
        }

        static Vec polar(double r, double t) {
            return new Vec(r * Math.cos(t), r * Math.sin(t));
        }

        double getX() {
            return x;
        }

        double y() {
            return y;
        }

        Vec plus(Vec o) {
            return new Vec(x + o.x, y + o.y);
        }

        Vec times(double s) {
            return new Vec(s * x, s * y);
        }

        double dot(Vec o) {
            return x * o.x + y * o.y;
        }
    }

    static final class Body {
        final Vec at;
        final float mass;
        final double[] tail;
        final int count;
        final double scale;

        Body(Vec at, float mass, double[] tail, int count, double scale) {
            this.at = Objects.requireNonNull(at);
            this.mass = mass;
            this.tail = tail;
            this.count = count;
            this.scale = scale;
        }

        static Body light(Vec at) {
            return new Body(at, 1, new double[] {1, 2}, 2, 1);
        }

        double weight() {
            return mass * scale + count;
        }
    }

    record Pair(Vec first, Vec second, double w) {}

    static final class Holder {
        final Pair pair;
        final double k;

        Holder(Pair pair, double k) {
            this.pair = pair;
            this.k = k;
        }
    }

    @Differentiable(order = 2)
    static double spring(Vec p, Vec q, double k) {
        Vec d = p.plus(q.times(-1));
        return 0.5 * k * d.dot(d) * Math.exp(-d.getX());
    }

    @Differentiable
    static double body(Body b, double t) {
        double s = 0;
        Vec v = b.at;
        for (double u : b.tail) {
            v = v.times(u).plus(Vec.polar(t, u));
            s += b.weight() * v.x * v.y();
        }
        return s;
    }

    @Differentiable
    static Vec move(Vec p, double t) {
        return p.plus(Vec.polar(t, p.x));
    }

    @Differentiable
    static Body heavier(Body b, double m) {
        return new Body(b.at.times(m), b.mass * (float) m, b.tail, b.count, b.scale);
    }

    @Differentiable(order = 2)
    static double pair(Pair p, @NoDerivative Vec c) {
        return p.first().dot(c) * p.w() + p.first().dot(p.second());
    }

    @Differentiable(order = 2)
    static double holder(Holder h) {
        return h.k * h.pair.first().dot(h.pair.second()) * h.pair.w();
    }

    @Differentiable
    static double sometimes(Vec v, double t) {
        Vec w = t > 0 ? v : Vec.polar(t, v.y);
        if (w.getX() > 3) {
            return w.y * t;
        }
        return w.dot(v);
    }

    @Differentiable
    static double inside(double t) {
        ObjectParametersGrad.SpringGrad g = ObjectParametersGrad.springGrad(new Vec(t, 1), new Vec(t * t, 2), t);
        return g.p().x * g.k() + g.q().y();
    }

    @Differentiable
    static double insideOut(double t, Vec p) {
        ObjectParametersGrad.MoveJvp g = ObjectParametersGrad.moveJvp(p, t, new Vec(t, p.x), 1);
        return g.value().x * g.tangent().y + g.tangent().getX();
    }

    @Differentiable
    static double calls(Vec v, double t) {
        double s = 0;
        for (int i = 0; i < 3; i++) {
            s += spring(v, v.times(t), s + i);
        }
        return s;
    }
}
