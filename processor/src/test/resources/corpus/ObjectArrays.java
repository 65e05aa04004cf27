package corpus;

import dev.leibniz.annotations.Differentiable;

/** Arrays of objects of final classes as parameters. */
class ObjectArrays {
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

    @Differentiable
    static double chain(Vec[] ps, double k) {
        double s = 0;
        for (int i = 1; i < ps.length; i++) {
            Vec d = ps[i].plus(ps[i - 1].times(-k));
            s += d.dot(d);
        }
        return s;
    }

    @Differentiable
    static double overwritten(Vec[] ps, Vec v) {
        Vec[] own = ps.clone();
        double s = 0;
        for (int i = 0; i < own.length; i++) {
            s += own[i].dot(v);
            own[i] = own[i].times(s);
            v = i % 2 == 0 ? v.plus(own[i]) : own[i];
            s += own[i].getX() * v.y;
        }
        return s;
    }

    static final class Net {
        final Vec[] layers;
        final double[][] more;

        Net(Vec[] layers, double[][] more) {
            this.layers = layers;
            this.more = more;
        }
    }

    @Differentiable
    static double net(Net net, double x) {
        Vec v = new Vec(x, 1);
        for (int i = 0; i < net.layers.length; i++) {
            v = v.times(net.layers[i].dot(v)).plus(net.layers[i]);
            x += v.getX() * net.more[i][0];
        }
        return x * v.y;
    }

    @Differentiable
    static Vec[] moved(Vec[] ps, double t) {
        Vec[] moved = new Vec[ps.length];
        for (int i = 0; i < ps.length; i++) {
            moved[i] = ps[i].plus(Vec.polar(t, ps[(i + 1) % ps.length].x));
        }
        return moved;
    }
}
