package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.List;

/** Interfaces with a closed set of implementations, and enums with code of their own: what runs depends on what the object is. */
public final class Dispatch {
    private Dispatch() {}

    sealed interface Joint permits Revolute, Prismatic, Fixed {
        double reach(double q);

        default double twice(double q) {
            return reach(q) + reach(2 * q) * weight();
        }

        double weight();
    }

    record Revolute(double length, double offset) implements Joint {
        @Override
        public double reach(double q) {
            return length * Math.cos(q + offset);
        }

        @Override
        public double weight() {
            return offset;
        }
    }

    record Prismatic(double weight) implements Joint {
        @Override
        public double reach(double q) {
            return weight * q * q;
        }
    }

    static final class Fixed implements Joint {
        private final double height;

        Fixed(double height) {
            this.height = height + 0.5;
        }

        double getHeight() {
            return height;
        }

        @Override
        public double reach(double q) {
            return height;
        }

        @Override
        public double twice(double q) {
            return Joint.super.twice(q) * height;
        }

        @Override
        public double weight() {
            return 2;
        }
    }

    enum Act {
        RELU {
            @Override
            double f(double x) {
                return x > 0 ? x : 0;
            }
        },
        TANH {
            @Override
            double f(double x) {
                return Math.tanh(x);
            }

            @Override
            double g(double x) {
                return f(x) * f(x);
            }
        },
        SQUARE {
            @Override
            double f(double x) {
                return x * x;
            }
        };

        abstract double f(double x);

        double g(double x) {
            return f(x) + f(2 * x);
        }
    }

    enum Unit {
        METRE(1.0),
        FOOT(0.3048),
        MILE(5280, FOOT.toMetres(1));

        private final double factor;
        final int power = 2;

        Unit(double factor) {
            this.factor = factor;
        }

        Unit(double count, double part) {
            this(count * part * 1e-3);
        }

        double toMetres(double x) {
            return x * factor;
        }

        double area(double x) {
            double s = 1;
            for (int i = 0; i < power; i++) {
                s *= toMetres(x);
            }
            return this == METRE ? s : s + factor;
        }
    }

    private enum Rule {
        LEFT(0),
        MIDDLE(0.5),
        RIGHT(1) {
            @Override
            double weigh(double y) {
                return y * y;
            }
        };

        private final double at;

        Rule(double at) {
            this.at = at;
        }

        double point(double a, double b) {
            return a + at * (b - a);
        }

        double weigh(double y) {
            return y;
        }
    }

    interface Layer {
        double[] apply(double[] x);
    }

    private record Dense(double[][] w) implements Layer {
        @Override
        public double[] apply(double[] x) {
            double[] y = new double[w.length];
            for (int i = 0; i < w.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    y[i] += w[i][j] * x[j];
                }
            }
            return y;
        }
    }

    private record Activate(Act act) implements Layer {
        @Override
        public double[] apply(double[] x) {
            double[] y = x.clone();
            for (int i = 0; i < x.length; i++) {
                y[i] = act.f(x[i]);
            }
            return y;
        }
    }

    private enum Identity implements Layer {
        INSTANCE;

        @Override
        public double[] apply(double[] x) {
            return x;
        }
    }

    private abstract static class Shape {
        protected final double scale;

        Shape(double scale) {
            this.scale = scale;
        }

        abstract double area();

        double scaled() {
            return scale * scale * area();
        }
    }

    private static final class Disc extends Shape {
        private final double r;

        Disc(double scale, double r) {
            super(scale);
            this.r = r;
        }

        @Override
        double area() {
            return Math.PI * r * r;
        }
    }

    private static final class Box extends Shape {
        final double a;
        final double b;

        Box(double a, double b) {
            super(1.5);
            this.a = a;
            this.b = b;
        }

        @Override
        double area() {
            return a * b;
        }

        @Override
        double scaled() {
            return super.scaled() + scale;
        }
    }

    @Differentiable(order = 2)
    static double arms(double q, double l) {
        Joint[] joints = {new Revolute(l, q), new Prismatic(l * l), new Fixed(q), new Revolute(2, 0.5)};
        double s = 0;
        for (Joint joint : joints) {
            s += joint.twice(q) * joint.weight();
        }
        return s;
    }

    @Differentiable
    static double ofConstants(double q, @NoDerivative Joint[] arm, @NoDerivative List<Joint> others) {
        double s = 0;
        for (int i = 0; i < arm.length; i++) {
            s += arm[i].reach(q + s);
        }
        for (Joint joint : others) {
            q += 0.1 * joint.twice(q) + joint.weight();
        }
        return s * q;
    }

    @Differentiable
    static double constantsInHelpers(double q, @NoDerivative Joint[] arm, @NoDerivative Joint last) {
        Joint chosen = q > 0.3 ? arm[0] : new Fixed(q);
        Joint other = last;
        for (int i = 0; i < arm.length; i++) {
            if (arm[i].weight() > other.weight()) {
                other = arm[i];
            }
        }
        return along(arm, q) + end(last, q) * end(chosen, q) + end(other, q) + end(new Prismatic(q), q);
    }

    private static double along(Joint[] arm, double q) {
        double s = 0;
        for (Joint joint : arm) {
            s += end(joint, q) * s + joint.reach(q);
        }
        return s;
    }

    private static double end(Joint joint, double q) {
        return joint.reach(q) * q;
    }

    @Differentiable
    static double chosen(double x, double y, int n) {
        Joint joint = make(n, x);
        for (int i = 0; i < 3; i++) {
            if (joint.reach(y) > 1) {
                joint = new Prismatic(joint.reach(x));
            } else if (i == 1) {
                joint = make(n + i, y);
            }
        }
        return joint.twice(y);
    }

    private static Joint make(int n, double x) {
        if (n % 3 == 0) {
            return new Revolute(x, 1);
        }
        return n % 3 == 1 ? new Prismatic(x) : new Fixed(x * x);
    }

    @Differentiable
    static double tests(double x, double y, int n) {
        Joint joint = make(n, x);
        double s = 0;
        if (joint instanceof Revolute r && r.length() > 0.1) {
            s += r.length() * r.offset() * y;
        }
        if (joint instanceof Fixed) {
            s += ((Fixed) joint).getHeight() * y;
        }
        if (!(joint instanceof Prismatic p)) {
            return s * x;
        }
        return s + p.weight() * p.reach(y);
    }

    @Differentiable
    static double testsOfConstants(double x, @NoDerivative Joint joint, @NoDerivative Joint[] all) {
        double s = x;
        if (joint instanceof Revolute r && r.length() > 0.1) {
            s += r.reach(x);
        }
        for (Joint one : all) {
            if (one instanceof Fixed f) {
                s *= f.getHeight();
            } else if (one instanceof Prismatic p) {
                s += p.reach(s);
            }
        }
        return s;
    }

    @Differentiable(order = 2)
    static double activations(double x, Act act) {
        return act.f(x) * act.g(x - 0.3) + Act.TANH.g(x);
    }

    @Differentiable
    static double units(double x, Unit unit, @NoDerivative Unit[] units) {
        double s = unit.toMetres(x) + Unit.FOOT.area(x);
        for (Unit one : units) {
            s += one.area(s);
        }
        return s;
    }

    @Differentiable
    static double hiddenEnum(double a, double b, int n) {
        Rule[] rules = {Rule.LEFT, Rule.MIDDLE, Rule.RIGHT};
        Rule rule = rules[n % 3];
        double s = 0;
        for (Rule one : rules) {
            double w = one == rule ? 2 : 1;
            s += w * one.weigh(one.point(a, b));
            switch (one) {
                case LEFT -> s *= a;
                case RIGHT -> s += b;
                default -> s -= 1;
            }
        }
        return s;
    }

    @Differentiable
    static double layers(double[][] w, double[] x) {
        Layer[] layers = {new Dense(w), new Activate(Act.TANH), Identity.INSTANCE, new Dense(w), new Activate(Act.RELU)};
        double[] y = x;
        for (Layer layer : layers) {
            y = layer.apply(y);
        }
        double s = 0;
        for (double v : y) {
            s += v;
        }
        return s;
    }

    @Differentiable
    static double shapes(double x, double y) {
        Shape shape = x > y ? new Disc(x, y) : new Box(x, y);
        Shape[] shapes = {shape, new Box(y, y * x), new Disc(2, x)};
        double s = 0;
        for (Shape one : shapes) {
            s += one.scaled() / one.scale;
            if (one instanceof Box box) {
                s += box.a;
            }
        }
        return s;
    }

    @Differentiable
    static double best(double x, double y, @NoDerivative Joint[] arm, @NoDerivative Joint known) {
        Joint best = null;
        Joint[] made = new Joint[4];
        for (int i = 0; i < 3; i++) {
            made[i] = make(i, x * y);
            if (best == null || made[i].reach(y) > best.reach(x)) {
                best = made[i];
            }
        }
        double s = best != null ? best.twice(y) : 0;
        Joint none = null;
        for (Joint joint : arm) {
            if (joint != known && none == null) {
                none = joint;
            }
        }
        return none == null || made[3] != null ? s : s * none.reach(x);
    }

    @Differentiable
    static double allConstants(double x) {
        double s = 0;
        for (Act act : Act.values()) {
            s += act.f(x) * act.ordinal();
        }
        for (Rule rule : Rule.values()) {
            s *= rule.point(x, s);
        }
        return s;
    }

    sealed interface Term permits Number, Variable, Sum, Product {}

    record Number(double value) implements Term {}

    record Variable() implements Term {}

    record Sum(Term first, Term second) implements Term {}

    record Product(Term first, Term second) implements Term {}

    /** A term contains terms, so that no fixed number of values stands for one; but as a constant it is what it is. */
    private static double evaluate(Term term, double x) {
        if (term instanceof Number number) {
            return number.value();
        } else if (term instanceof Sum sum) {
            return evaluate(sum.first(), x) + evaluate(sum.second(), x);
        } else if (term instanceof Product product) {
            return evaluate(product.first(), x) * evaluate(product.second(), x);
        }
        return x;
    }

    static final Term CUBE = new Product(new Variable(), new Product(new Variable(), new Variable()));
    static final Term POLYNOMIAL = new Sum(new Product(CUBE, new Number(2)), new Sum(new Variable(), CUBE));

    @Differentiable(order = 2)
    static double terms(double x) {
        return evaluate(POLYNOMIAL, x) + evaluate(CUBE, 2 * x);
    }
}
