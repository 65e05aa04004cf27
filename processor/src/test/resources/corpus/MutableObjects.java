package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** Objects that change: everybody who knows one sees it. */
public final class MutableObjects {
    private MutableObjects() {}

    static final class Sum {
        private double sum;
        private double compensation;
        private int count;

        void add(double x) {
            double y = x - compensation;
            double t = sum + y;
            compensation = (t - sum) - y;
            sum = t;
            count++;
        }

        Sum twice(double x) {
            add(x);
            add(x * x);
            return this;
        }

        double mean() {
            return count == 0 ? 0 : sum / count;
        }
    }

    static class Complex {
        double re;
        double im;

        Complex(double re, double im) {
            this.re = re;
            this.im = im;
        }

        Complex copy() {
            return new Complex(re, im);
        }

        void addInPlace(Complex o) {
            re += o.re;
            im += o.im;
        }

        void timesInPlace(Complex o) {
            double r = re * o.re - im * o.im;
            im = re * o.im + im * o.re;
            re = r;
        }

        double abs2() {
            return re * re + im * im;
        }
    }

    private static final class Matrix {
        private final int rows;
        private double[] data;
        private double scale = 1;

        Matrix(int rows) {
            this.rows = rows;
            this.data = new double[rows * rows];
        }

        double get(int i, int j) {
            return scale * data[i * rows + j];
        }

        void set(int i, int j, double x) {
            data[i * rows + j] = x / scale;
        }

        void multiply(Matrix o) {
            double[] next = new double[data.length];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < rows; j++) {
                    for (int k = 0; k < rows; k++) {
                        next[i * rows + j] += get(i, k) * o.get(k, j);
                    }
                }
            }
            data = next;
            scale = 2;
        }
    }


    private static final class Mover {
        final Complex position;
        Complex velocity;
        float mass = 2;
        boolean fast;

        Mover(Complex position, Complex velocity) {
            this.position = position;
            this.velocity = velocity;
        }

        void step(double h) {
            Complex change = velocity.copy();
            change.timesInPlace(new Complex(h, 0));
            position.addInPlace(change);
            if (velocity.abs2() > 2) {
                velocity = new Complex(velocity.im, -velocity.re * mass);
                fast = true;
            }
            mass *= 0.9f;
        }
    }

    private abstract static class Counter {
        protected double total = 0.5;

        abstract double weight(double x);

        void see(double x) {
            total += weight(x);
        }
    }

    private static final class Squares extends Counter {
        @Override
        double weight(double x) {
            return x * x * total;
        }
    }

    private static final class Cubes extends Counter {
        int seen;

        @Override
        double weight(double x) {
            seen++;
            return x * x * x / seen;
        }
    }

    private static final class Source {
        private long state;

        Source(long seed) {
            state = seed;
        }

        double next() {
            state = state * 6364136223846793005L + 1442695040888963407L;
            return (state >>> 11) * 0x1.0p-53;
        }
    }

    record Pair(Complex first, Complex second) {
        void mix() {
            first.addInPlace(second);
            second.timesInPlace(first);
        }
    }

    @Differentiable(order = 2)
    static double accumulator(double[] x) {
        Sum sum = new Sum();
        for (double v : x) {
            sum.add(v * v);
            sum.add(v * x[0]);
        }
        return sum.mean() * sum.sum;
    }

    @Differentiable
    static double twoNames(double x, double y) {
        Sum a = new Sum();
        Sum b = a;
        Sum c = new Sum();
        a.add(x);
        b.twice(y).add(x * y);
        c.add(a.sum);
        Sum chosen = x > y ? a : c;
        chosen.sum *= y;
        return a.mean() + b.sum * c.sum;
    }

    @Differentiable(order = 2)
    static double power(double x, double y) {
        Complex z = new Complex(x, y);
        Complex p = z.copy();
        for (int i = 0; i < 3; i++) {
            p.timesInPlace(z);
            p.addInPlace(p);
        }
        z.re *= z.re * p.im;
        return p.abs2() * z.re;
    }

    @Differentiable
    static double escapes(double x, double y) {
        Complex z = new Complex(0, 0);
        Complex c = new Complex(x, y);
        int n = 0;
        while (z.abs2() < 4 && n < 20) {
            z.timesInPlace(z);
            z.addInPlace(c);
            n++;
            if (n == 7) {
                break;
            }
        }
        return z.abs2() + n;
    }

    @Differentiable
    static double inArrays(double[] x) {
        Complex[] z = new Complex[x.length];
        for (int i = 0; i < x.length; i++) {
            z[i] = new Complex(x[i], i);
        }
        z[1] = z[0];
        Complex last = z[x.length - 1];
        for (int i = 0; i < x.length; i++) {
            z[i].addInPlace(z[(i + 1) % x.length]);
            last.timesInPlace(z[0]);
        }
        double s = 0;
        for (Complex one : z) {
            s += one.abs2();
            one.re = 3;
        }
        return s + z[0].re;
    }

    @Differentiable
    static double matrixPower(double[] x) {
        Matrix a = new Matrix(2);
        a.set(0, 0, x[0]);
        a.set(0, 1, x[1]);
        a.set(1, 0, x[2] * 0.5);
        a.set(1, 1, 1);
        Matrix b = new Matrix(2);
        b.set(0, 0, 1);
        b.set(1, 1, x[0]);
        for (int i = 0; i < 3; i++) {
            b.multiply(a);
        }
        a.multiply(b);
        return a.get(0, 1) * b.get(1, 0) + b.scale;
    }

    private static void shift(Complex z, double by) {
        z.re += by;
        for (int i = 0; i < 2; i++) {
            if (z.im > 1) {
                return;
            }
            z.im *= 1 + by;
        }
    }

    private static Complex larger(Complex a, Complex b) {
        return a.abs2() > b.abs2() ? a : b;
    }

    @Differentiable
    static double inHelpers(double x, double y) {
        Complex a = new Complex(x, y);
        Complex b = new Complex(y, 0.5);
        shift(a, y);
        shift(a, b.re);
        Complex c = larger(a, b);
        shift(c, x);
        c.im = c.im * c.re;
        return a.abs2() - 2 * b.re * b.im * a.im;
    }

    @Differentiable
    static double nested(double x, double y) {
        Mover mover = new Mover(new Complex(x, 1), new Complex(y, x));
        Complex position = mover.position;
        for (int i = 0; i < 6; i++) {
            mover.step(0.3);
            mover.velocity.im += 0.1 * mover.mass;
        }
        return position.abs2() * (mover.fast ? 2 : 1) + mover.velocity.re;
    }

    @Differentiable
    static double overridden(double x, double y) {
        Counter[] counters = {new Squares(), new Cubes(), new Squares()};
        for (int i = 0; i < 4; i++) {
            counters[i % 3].see(x + i * y);
        }
        double s = 0;
        for (Counter counter : counters) {
            s += counter.total * x;
        }
        return s;
    }

    @Differentiable
    static double draws(double x, int seed) {
        Source source = new Source(seed);
        double s = 0;
        for (int i = 0; i < 5; i++) {
            s += source.next() * Math.exp(x * source.next());
        }
        return s;
    }

    @Differentiable
    static double inRecords(double x, double y) {
        Complex shared = new Complex(x, y);
        Pair pair = new Pair(shared, new Complex(y, 1));
        pair.mix();
        Pair other = new Pair(pair.second(), shared);
        other.mix();
        return shared.abs2() + pair.second().re;
    }

    @Differentiable
    static double swapped(double x, double y, int n) {
        Complex a = new Complex(x, y);
        Complex b = new Complex(y, x * y);
        for (int i = 0; i < n + 2; i++) {
            a.timesInPlace(b);
            Complex t = a;
            a = b;
            b = t;
            b.re -= 0.5;
        }
        return a.re * b.im;
    }

    @Differentiable
    static double steps(double x, @NoDerivative double[] w) {
        Sum sum = new Sum();
        for (int i = 0; i < w.length; i++) {
            sum.sum += (sum.sum = x * w[i]) * sum.sum++;
            sum.count += 1;
        }
        return sum.sum-- * sum.sum + sum.count;
    }
}
