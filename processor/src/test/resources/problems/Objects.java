import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.LinkedList;
import java.util.List;

class Objects {
    static final class Vec {
        private final double x;
        final double y;

        Vec(double x, double y) {
            this.x = x;
            this.y = y;
        }

        Vec times(double s) {
            return new Vec(x * s, y * s);
        }

        double half() {
            return 0.5 * x;
        }
    }

    static final class Hidden {
        private final double[] data;

        Hidden(double[] data) {
            this.data = data.clone();
        }

        double at(double t) {
            return data[0] * t;
        }
    }

    static class Open {
        final double x;

        Open(double x) {
            this.x = x;
        }

        double times(double s) {
            return x * s;
        }
    }

    static final class Leaking {
        final double x;
        final Keeper keeper;

        Leaking(double x) {
            keeper = new Keeper(this); // ERROR: unfinished-object | this)
            this.x = x;
        }
    }

    static final class Keeper {
        final Object kept;

        Keeper(Object kept) {
            this.kept = kept;
        }
    }

    abstract static class Base {
        final double scale;

        Base(double scale) {
            this.scale = scale * initial(); // ERROR: unfinished-object | initial
        }

        abstract double initial();
    }

    static final class Derived extends Base {
        final double y;

        Derived(double y) {
            super(y);
            this.y = y;
        }

        double initial() {
            return y;
        }
    }

    static final class Node {
        double value;
        Node next;

        Node(double value, Node next) {
            this.value = value;
            this.next = next;
        }
    }

    static final class Counter {
        private double count;

        double next(double x) {
            count += x;
            return count;
        }
    }

    static final class Table {
        final double[] values;

        Table(double[] values) {
            this.values = values;
        }

        void set(double x) {
            values[0] = x;
        }
    }

    private static final Counter COUNTER = new Counter();

    record Around(Vec vec, double y) {}

    static double state;

    static final class Counted {
        final double x;

        Counted(double x) {
            this.x = x;
            state++; // ERROR: field-write | state
        }
    }

    @Differentiable
    static double parameter(double x, Vec v) { // ERROR: object-parameter | v)
        return x * v.y;
    }

    @Differentiable
    static double arrayParameter(double x, Vec[] vs) { // ERROR: object-parameter | vs)
        return x * vs[0].y;
    }

    @Differentiable
    static double component(Around around) { // ERROR: object-parameter | around)
        return around.y();
    }

    @Differentiable
    static Vec result(double x) { // ERROR: object-result | result
        return new Vec(x, x);
    }

    static final class Checked {
        final double x;

        Checked(double x) {
            if (x < 0) {
                throw new IllegalArgumentException();
            }
            this.x = x;
        }
    }

    @Differentiable
    static double checked(Checked c) { // ERROR: object-parameter | c)
        return c.x;
    }

    static final class Scaled {
        final double x;
        final double y;

        Scaled(double x, double y) {
            this.x = 2 * x;
            this.y = y;
        }
    }

    record Scales(Scaled one) {}

    @Differentiable
    static double scaled(Scales s) { // ERROR: object-parameter | s)
        return s.one().x;
    }

    static final class Sly {
        private final double x;
        private final double y;

        Sly(double x, double y) {
            this.x = x;
            this.y = y;
        }

        double getX() {
            return y;
        }

        double getY() {
            return y;
        }
    }

    @Differentiable
    static double sly(Sly s) { // ERROR: object-parameter | s)
        return s.x;
    }

    static final class Lazy {
        final double x;
        final double square;

        Lazy(double x) {
            this.x = x;
            this.square = x * x;
        }
    }

    @Differentiable
    static double lazy(Lazy l) { // ERROR: object-parameter | l)
        return l.square;
    }

    static final class Swapped {
        final double x;
        final double y;

        Swapped(double y, double x) {
            this.x = x;
            this.y = y;
        }
    }

    @Differentiable
    static double swapped(Swapped l) { // ERROR: object-parameter | l)
        return l.x;
    }

    @Differentiable
    static double hidden(double x, @NoDerivative Hidden h) {
        return h.at(2) + h.at(x); // ERROR: unreadable-object | .at(x)
    }

    @Differentiable
    static double open(double x, @NoDerivative Open o) {
        return o.times(x); // ERROR: unreadable-object | .times
    }

    @Differentiable
    static double leaking(double x) {
        return new Leaking(x).x;
    }

    @Differentiable
    static double virtual(double x) {
        return new Derived(x).scale;
    }

    @Differentiable
    static double counted(double x) {
        return new Counted(x).x;
    }

    @Differentiable
    static double same(double x) {
        Vec v = new Vec(x, x);
        Vec w = v;
        return v == w ? x : 2 * x; // ERROR: reference-comparison | ==
    }

    @Differentiable
    static double kept(double x) {
        List<Object> list = new LinkedList<>();
        Hidden hidden = new Hidden(new double[] {1});
        list.add(hidden); // ERROR: kept-object | hidden);
        return x;
    }

    @Differentiable
    static double inList(double x) {
        List<Vec> list = new LinkedList<>();
        list.add(new Vec(x, 1)); // ERROR: object-creation | new Vec
        return list.get(0).half();
    }

    @Differentiable
    static double none(double x) {
        Vec v = null; // ERROR: null | null
        return x;
    }

    @Differentiable
    static double node(double x) {
        Node node = new Node(x, null);
        return node.value * x; // ERROR: unfollowed-object | .value
    }

    @Differentiable
    static double counter(double x, @NoDerivative Counter counter) {
        return counter.next(x); // ERROR: unreadable-object | .next
    }

    @Differentiable
    static double sharedCounter(double x) {
        return COUNTER.next(2) * x; // ERROR: private-constant | COUNTER
    }

    @Differentiable
    static double table(double x, @NoDerivative Table table) {
        table.set(x); // ERROR: constant-written | .set
        return x;
    }

    @NoDerivative
    static double stopped(Counter counter) {
        return counter.next(1);
    }

    @Differentiable
    static double notSeen(double x) {
        Counter counter = new Counter();
        counter.next(x);
        return x * stopped(counter); // ERROR: kept-object | counter);
    }
}
