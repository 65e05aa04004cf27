package corpus;

import dev.leibniz.annotations.Differentiable;
import java.util.Arrays;
import java.util.function.Consumer;

/** Interfaces of one method that lambdas implement and records, too: what stands for an object may be either. */
public final class ObjectsAndFunctions {
    private ObjectsAndFunctions() {}

    interface Curve {
        double at(double x);
    }

    record Square() implements Curve {
        @Override
        public double at(double x) {
            return x * x;
        }
    }

    record Times(double by) implements Curve {
        @Override
        public double at(double x) {
            return x * by;
        }
    }

    record Use(Curve curve, double scale) {
        double go(double x) {
            return scale * curve.at(x * scale);
        }
    }

    private static double apply(Curve curve, double x) {
        return curve.at(x);
    }

    private static Curve pick(boolean first, double k) {
        if (first) {
            return new Times(k * k);
        }
        return x -> k / (1 + x * x);
    }

    @Differentiable(order = 2)
    static double assigned(double x, double k) {
        Curve f = new Times(k);
        if (x > 0.5) {
            f = v -> v * v * k;
        }
        return f.at(x) + apply(f, k);
    }

    @Differentiable(order = 2)
    static double chosen(double x, double k) {
        Curve f = x > k ? new Times(k) : v -> v * v * k;
        Curve g = k > 0 ? f : Math::sin;
        return f.at(x) * g.at(k);
    }

    @Differentiable(order = 2)
    static double returned(double x, double k, int n) {
        double s = 0;
        for (int i = 0; i < 4; i++) {
            s += pick(i > n, x + s).at(k);
        }
        return s;
    }

    @Differentiable(order = 2)
    static double handed(double x, double k) {
        return apply(new Square(), x) + apply(new Times(k), x) + apply(v -> v * k, x) + apply(pick(x > k, k), x);
    }

    @Differentiable(order = 2)
    static double inRecords(double x, double k) {
        Use a = new Use(v -> v * v * x, k);
        Use b = new Use(new Times(k), x);
        Use c = new Use(new Square(), 2);
        return a.go(k) + b.go(x) * c.go(x) + a.curve().at(x) + b.curve().at(k);
    }

    @Differentiable
    static double references(double x, double k) {
        Curve f = x > k ? new Times(k) : new Square();
        return apply(f::at, x) * apply(new Times(x)::at, k);
    }

    private static double down(Curve curve, double[] x, int depth) {
        return depth > 0 ? down(curve, x, depth - 1) : curve.at(x[x.length - 1]);
    }

    private static double steps(int n, double x) {
        return n <= 0 ? x : Math.sin(steps(n - 1, 0.25)) - Math.hypot(x, 1.5);
    }

    private static double down(Part part, int depth) {
        return depth > 0 ? down(part, depth - 1) : part.get();
    }

    interface Part {
        double get();
    }

    private static Part of(double x) {
        return () -> steps(4, x);
    }

    private static void change(double[] y) {
        y[1] += of(y[0]).get() * down(() -> Math.abs(y[y.length - 1]), 1);
    }

    /** @length x 3 */
    @Differentiable
    static double recursions(double[] x, double u) {
        double[] y = x.clone();
        change(y);
        return down(() -> of(u).get() + u, 2) + y[1] + down(v -> v * u, y, 2);
    }

    interface Cell {
        double value();
    }

    interface Bounded {
        double bound();
    }

    record Open(double value) implements Cell {}

    record Shut(double x, double bound) implements Cell, Bounded {
        @Override
        public double value() {
            return x > bound ? bound : x * x;
        }
    }

    @Differentiable(order = 2)
    static double lateElements(double x, double k, int n) {
        Cell[] cells = new Cell[3];
        Cell last = null;
        double s = 0;
        for (int i = 0; i < 3; i++) {
            if (i == n) {
                cells[i] = new Shut(x, k);
            } else if (i > n) {
                cells[i] = new Open(x * k);
            }
            if (cells[i] != null) {
                last = cells[i];
                Bounded b = last instanceof Shut ? (Bounded) last : null;
                s += last.value() + (b == null ? x : b.bound());
            }
        }
        return last == null ? s : s * last.value();
    }

    static final class Account {
        double amount;

        Account(double amount) {
            this.amount = amount;
        }

        Account add(double more) {
            amount += more;
            return this;
        }
    }

    @Differentiable(order = 2)
    static double consumersInARow(double x, double k, int n) {
        Consumer<Account> grow = a -> a.amount *= 2 + k;
        Account account = new Account(x);
        grow.accept(account);
        grow.andThen(a -> a.add(x)).accept(account);
        for (int i = 0; i < n; i++) {
            grow.accept(account);
        }
        return account.amount;
    }

    /** @length x 4 */
    @Differentiable(order = 2)
    static double slicesThatChange(double[] x, double k) {
        double[] a = x.clone();
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += Arrays.stream(a, i, a.length).map(v -> v * v).sum();
            a[i] = s * k;
            s += Arrays.stream(a, 0, i).max().orElse(k);
        }
        return s;
    }

    interface Solid {
        double volume();

        default double twice() {
            return 2 * volume();
        }
    }

    record Cube(double a) implements Solid {
        @Override
        public double volume() {
            return a * a * a;
        }
    }

    record Rod(double r, double h) implements Solid {
        @Override
        public double volume() {
            return r * r * h;
        }
    }

    @Differentiable(order = 2)
    static double withoutAName(double x, double k, int n) {
        var solid = n > 1 ? new Cube(x) : new Rod(k, x);
        double s = solid.volume();
        if (n == 2) {
            solid = new Cube(s);
        }
        return (n > 0 ? new Cube(k) : new Rod(x, s)).twice() * solid.volume();
    }
}
