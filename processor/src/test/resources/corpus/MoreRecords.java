package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** Records with arrays, records in records, records as results. */
public final class MoreRecords {
    private MoreRecords() {}

    record Vec(double x, double y, double z) {}

    record Body(Vec position, Vec velocity, double mass) {}

    record Stats(double mean, double variance, int count) {}

    record Split(double[] low, double[] high, boolean any) {}

    record Mixture(float weight, double[] centre, @NoDerivative double[] fixed) {}

    record Single(double value) {}

    private static Vec plus(Vec a, Vec b) {
        return new Vec(a.x() + b.x(), a.y() + b.y(), a.z() + b.z());
    }

    private static Vec times(Vec a, double s) {
        return new Vec(a.x() * s, a.y() * s, a.z() * s);
    }

    private static double dot(Vec a, Vec b) {
        return a.x() * b.x() + a.y() * b.y() + a.z() * b.z();
    }

    @Differentiable
    static Vec cross(Vec a, Vec b) {
        return new Vec(a.y() * b.z() - a.z() * b.y(), a.z() * b.x() - a.x() * b.z(), a.x() * b.y() - a.y() * b.x());
    }

    @Differentiable
    static double energy(Body a, Body b) {
        Vec between = plus(a.position(), times(b.position(), -1));
        double distance = Math.sqrt(dot(between, between) + 0.01);
        return 0.5 * a.mass() * dot(a.velocity(), a.velocity()) - a.mass() * b.mass() / distance;
    }

    @Differentiable
    static Body drift(Body body, double h) {
        Body moved = body;
        for (int i = 0; i < 3; i++) {
            Vec pull = times(moved.position(), -h * moved.mass());
            Vec velocity = plus(moved.velocity(), pull);
            moved = new Body(plus(moved.position(), times(velocity, h)), velocity, moved.mass());
        }
        return moved;
    }

    @Differentiable
    static Stats stats(double[] a) {
        double mean = 0;
        for (double x : a) {
            mean += x / a.length;
        }
        double variance = 0;
        for (double x : a) {
            variance += (x - mean) * (x - mean);
        }
        return new Stats(mean, variance / a.length, a.length);
    }

    @Differentiable
    static Split split(double[] a, double pivot) {
        double[] low = new double[a.length];
        double[] high = new double[a.length];
        boolean any = false;
        for (int i = 0; i < a.length; i++) {
            if (a[i] < pivot) {
                low[i] = a[i] * pivot;
                any = true;
            } else {
                high[i] = a[i] * a[i];
            }
        }
        return new Split(low, high, any);
    }

    @Differentiable
    static double mixture(Mixture m, double[] x) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            double d = x[i] - m.centre()[i] * m.fixed()[i];
            s += d * d;
        }
        return m.weight() * Math.exp(-s);
    }

    @Differentiable
    static Single single(Single s) {
        return new Single(s.value() * s.value());
    }

    @Differentiable
    static double earlyRecord(Vec v, double x) {
        Vec w = pick(v, x);
        return w.x() * w.y() + w.z();
    }

    private static Vec pick(Vec v, double x) {
        if (x > 0.5) {
            return new Vec(x, v.y(), x * x);
        }
        for (int i = 0; i < 4; i++) {
            v = plus(v, times(v, 0.3));
            if (v.x() > 1) {
                return v;
            }
        }
        return times(v, x);
    }

    @Differentiable
    static double recordFromSwitch(Vec v, int n) {
        Vec w = switch (n) {
            case 0 -> v;
            case 1 -> times(v, 2);
            default -> {
                Vec u = plus(v, v);
                yield new Vec(u.z(), u.x(), u.y());
            }
        };
        return w.x() * w.y() - w.z();
    }

    @Differentiable
    static double updatesAnArrayInARecord(double[] a) {
        Split s = new Split(a.clone(), new double[a.length], false);
        for (int i = 0; i < a.length; i++) {
            s.high()[i] = s.low()[i] * s.low()[0];
            s.low()[i] += s.high()[i];
        }
        return s.low()[3] * s.high()[1];
    }
}
