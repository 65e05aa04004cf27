package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/** Functions as values: lambdas and method references handed to helpers, kept in locals, and made by helpers. */
public final class FunctionValues {
    private FunctionValues() {}

    interface Rhs {
        double[] at(double t, double[] y);
    }

    interface Curve {
        double at(double x);

        default double slope(double x, double h) {
            return (at(x + h) - at(x - h)) / (2 * h);
        }

        default Curve plus(Curve other) {
            return x -> at(x) + other.at(x);
        }
    }

    interface Step {
        void apply(double[] state, double dt);
    }

    record Line(double slope, double offset) implements DoubleUnaryOperator {
        @Override
        public double applyAsDouble(double x) {
            return slope * x + offset;
        }

        DoubleUnaryOperator scaled(double by) {
            return x -> by * (slope * x + this.offset) + applyAsDouble(by);
        }
    }

    static double simpson(DoubleUnaryOperator f, double a, double b, int n) {
        double h = (b - a) / n;
        double s = f.applyAsDouble(a) + f.applyAsDouble(b);
        for (int i = 1; i < n; i++) {
            s += (i % 2 == 0 ? 2 : 4) * f.applyAsDouble(a + i * h);
        }
        return s * h / 3;
    }

    @Differentiable(order = 2)
    static double integral(double a, double b, double k) {
        return simpson(x -> Math.exp(-k * x * x) * Math.sin(a * x), 0, b, 8);
    }

    @Differentiable(order = 2)
    static double references(double a, double b) {
        return simpson(Math::sin, a, b, 6) * simpson(FunctionValues::bump, a, b, 6);
    }

    static double bump(double x) {
        return 1 / (1 + x * x);
    }

    static double adaptive(DoubleUnaryOperator f, double a, double b, int depth) {
        double m = (a + b) / 2;
        if (depth == 0 || b - a < 0.3) {
            return (b - a) / 6 * (f.applyAsDouble(a) + 4 * f.applyAsDouble(m) + f.applyAsDouble(b));
        }
        return adaptive(f, a, m, depth - 1) + adaptive(f, m, b, depth - 1);
    }

    /** @length w 3 */
    @Differentiable(order = 2)
    static double recursive(double[] w, double end) {
        return adaptive(x -> w[0] * Math.cos(w[1] * x) + w[2] * x, 0, 1 + end * end, 3);
    }

    static double[] rungeKutta(Rhs f, double[] start, double t, double dt, int steps) {
        double[] y = start.clone();
        for (int i = 0; i < steps; i++) {
            double[] k1 = f.at(t, y);
            double[] half = new double[y.length];
            for (int j = 0; j < y.length; j++) {
                half[j] = y[j] + dt / 2 * k1[j];
            }
            double[] k2 = f.at(t + dt / 2, half);
            for (int j = 0; j < y.length; j++) {
                y[j] += dt * k2[j];
            }
            t += dt;
        }
        return y;
    }

    /** @length start 2 */
    @Differentiable(order = 2)
    static double pendulum(double[] start, double g) {
        double[] end = rungeKutta((t, y) -> new double[] {y[1], -g * Math.sin(y[0]) + 0.1 * t}, start, 0, 0.05, 6);
        return end[0] * end[0] + end[1];
    }

    /** @length start 2 */
    @Differentiable
    static double[] pendulumPath(double[] start, double g) {
        Rhs f = (t, y) -> {
            double[] d = y.clone();
            d[0] = y[1];
            d[1] = -g * y[0] - 0.2 * y[1];
            return d;
        };
        return rungeKutta(f, start, 0, 0.1, 4);
    }

    static DoubleUnaryOperator scaled(double by) {
        return x -> by * x * x;
    }

    static DoubleUnaryOperator picked(boolean first, double k) {
        if (first) {
            return x -> k * x;
        }
        return x -> k / (1 + x * x);
    }

    @Differentiable(order = 2)
    static double made(double a, double x) {
        DoubleUnaryOperator f = scaled(a);
        return f.applyAsDouble(x) + scaled(2 * a).applyAsDouble(x + 1);
    }

    @Differentiable(order = 2)
    static double pickedByHelper(double a, double x) {
        double s = 0;
        for (int i = 0; i < 3; i++) {
            s += picked(x > i, a).applyAsDouble(x + i);
        }
        return s;
    }

    @Differentiable(order = 2)
    static double choice(double a, double b, @NoDerivative int kind) {
        DoubleUnaryOperator f = kind == 0 ? x -> a * x : kind == 1 ? Math::exp : x -> b * Math.sin(a * x);
        return simpson(f, 0, 1, 4) + f.applyAsDouble(b);
    }

    @Differentiable(order = 2)
    static double assigned(double a, double b) {
        DoubleUnaryOperator f;
        if (a > b) {
            f = x -> x * a;
        } else {
            f = x -> x * x * b;
        }
        f = f.andThen(y -> y + a * b);
        return f.applyAsDouble(a) * f.applyAsDouble(b);
    }

    @Differentiable(order = 2)
    static double composed(double a, double b) {
        DoubleUnaryOperator f = x -> a * x + b;
        DoubleUnaryOperator g = f.andThen(Math::tanh).compose(x -> x * b);
        return g.applyAsDouble(a);
    }

    @Differentiable(order = 2)
    static double records(double a, double b) {
        Line line = new Line(a, b);
        return simpson(line, 0, 1, 4) + simpson(new Line(b, a * a), 0, a, 2) * line.scaled(b).applyAsDouble(a)
                + simpson(line::applyAsDouble, 0, 1, 2);
    }

    @Differentiable(order = 2)
    static double defaults(double a, double b) {
        Curve c = x -> a * x * x * x;
        Curve d = c.plus(x -> Math.exp(b * x));
        return d.slope(a, 0.5) + c.plus(d).at(b);
    }

    static void repeat(Step step, double[] state, double dt, int n) {
        for (int i = 0; i < n; i++) {
            step.apply(state, dt);
        }
    }

    /** @length x 2 */
    @Differentiable(order = 2)
    static double inPlace(double[] x, double k) {
        double[] state = x.clone();
        repeat((s, dt) -> {
            double old = s[0];
            s[0] += dt * s[1] * old;
            s[1] -= dt * k * old * old;
        }, state, 0.1, 3);
        return state[0] * state[1];
    }

    @Differentiable(order = 2)
    static double capturedArray(double[] x) {
        double[] sum = new double[1];
        DoubleUnaryOperator add = v -> sum[0] += v * v;
        for (double v : x) {
            add.applyAsDouble(v);
            sum[0] *= v;
        }
        return sum[0];
    }

    private static final DoubleUnaryOperator SQUARE = x -> x * x;
    static final DoubleBinaryOperator MEAN = (x, y) -> (x + y) / 2;

    @Differentiable(order = 2)
    static double constants(double a, double b) {
        return simpson(SQUARE, a, b, 4) + MEAN.applyAsDouble(a * b, b);
    }

    static double total(IntToDoubleFunction f, int n) {
        double s = 0;
        for (int i = 0; i < n; i++) {
            s += f.applyAsDouble(i);
        }
        return s;
    }

    @Differentiable(order = 2)
    static double indexed(double[] x) {
        return total(i -> x[i] * total(j -> x[j] * (i + 1), x.length), x.length);
    }

    static double norm(ToDoubleFunction<Line> f, Line l) {
        return f.applyAsDouble(l);
    }

    @Differentiable(order = 2)
    static double generic(double a, double b) {
        return norm(l -> l.slope() * l.offset(), new Line(a, b)) + norm(Line::slope, new Line(b, a));
    }

    static double newton(DoubleUnaryOperator f, DoubleUnaryOperator df, double x) {
        for (int i = 0; i < 4; i++) {
            x -= f.applyAsDouble(x) / df.applyAsDouble(x);
        }
        return x;
    }

    @Differentiable(order = 2)
    static double root(double a) {
        return newton(x -> x * x - a - 2, x -> 2 * x, 1.5);
    }

    @Differentiable
    static float floats(float a, float b) {
        DoubleUnaryOperator f = x -> (float) (a * x);
        return (float) f.applyAsDouble(b) * b;
    }

    @Differentiable(order = 2)
    static double boxes(double a, double b) {
        Function<Double, Double> f = x -> x * a;
        BiFunction<Double, Double, Double> g = (x, y) -> x * y * b;
        BinaryOperator<Double> sum = Double::sum;
        return g.andThen(x -> x + f.apply(a)).apply(a, b) * sum.apply(a, b);
    }

    @Differentiable(order = 2)
    static double anonymous(double a, double b) {
        return simpson(
                new DoubleUnaryOperator() {
                    @Override
                    public double applyAsDouble(double x) {
                        double y = x * a;
                        if (y > 0.3) {
                            return y;
                        }
                        return y * y * b;
                    }
                },
                0,
                1,
                4);
    }

    record Problem(DoubleUnaryOperator f, double scale) {
        double solve(double x) {
            return f.applyAsDouble(scale * x);
        }
    }

    @Differentiable(order = 2)
    static double inRecords(double a, double x) {
        Problem p = new Problem(y -> y * y * x, a);
        Problem q = new Problem(p.f().andThen(Math::atan), a * a);
        return p.solve(x) + q.f().applyAsDouble(x) * q.solve(a);
    }

    @Differentiable(order = 2)
    static double curried(double a, double b) {
        DoubleFunction<DoubleUnaryOperator> curry = x -> y -> x * y * y * a;
        return curry.apply(b).applyAsDouble(a);
    }

    @Differentiable(order = 2)
    static double switched(double a, @NoDerivative int k) {
        DoubleUnaryOperator f =
                switch (k) {
                    case 0 -> x -> x * a;
                    case 1 -> Math::sin;
                    default -> {
                        double b = a * a;
                        yield x -> x * x + b;
                    }
                };
        return f.applyAsDouble(a);
    }

    interface Vector {
        double[] get();
    }

    static Vector scaledVector(Vector v, double k) {
        return () -> {
            double[] r = v.get().clone();
            for (int i = 0; i < r.length; i++) {
                r[i] *= k;
            }
            return r;
        };
    }

    @Differentiable(order = 2)
    static double lazyVectors(double[] x, double k) {
        Vector v = scaledVector(scaledVector(() -> x, k), k);
        double s = 0;
        for (double e : v.get()) {
            s += e * e;
        }
        return s;
    }

    static double until(DoubleUnaryOperator f, DoubleUnaryOperator g, DoublePredicate stop, double start) {
        double x = start;
        for (int n = 0; n < 20 && !stop.test(x); n++) {
            x = g.applyAsDouble(f.applyAsDouble(x));
        }
        return x;
    }

    /** @range a 0.3 0.9 */
    @Differentiable(order = 2)
    static double predicate(double a) {
        return until(x -> x * 1.2 + a, x -> x * Math.sqrt(x + 1), x -> x > 4, a);
    }

    @Differentiable(order = 2)
    static double derivativeInside(double a, double b) {
        return simpson(x -> FunctionValuesGrad.madeGrad(x, b).a(), a, b, 2);
    }

    @Differentiable(order = 2)
    static double overwritten(double[] x) {
        double[] y = x.clone();
        DoubleUnaryOperator first = v -> v * y[0];
        double s = 0;
        for (int i = 0; i < y.length; i++) {
            s += first.applyAsDouble(y[i]);
            y[0] = s * 0.5;
        }
        return s + first.applyAsDouble(1);
    }

    static int count(IntPredicate p, int n) {
        int c = 0;
        for (int i = 0; i < n; i++) {
            c += p.test(i) ? 1 : 0;
        }
        return c;
    }

    @Differentiable(order = 2)
    static double predicateOfConstants(double[] x, double a) {
        return count(i -> x[i] > a, x.length) * a * a;
    }

    @Differentiable(order = 2)
    static double atZero(double a, double b) {
        DoubleUnaryOperator f = x -> x == 0 ? a : Math.sin(a * x) / x;
        return simpson(f, 0, b * 0, 2) + f.applyAsDouble(0) * b + simpson(x -> x * Math.log(1 + x * a), 0, 1, 2);
    }

    interface Scalar {
        double at(double x);
    }

    @Differentiable(order = 2)
    static double choiceOfChoices(double a, @NoDerivative boolean b, @NoDerivative boolean c) {
        Scalar f = b ? v -> v * a : v -> v + a;
        Scalar g = c ? f : v -> f.at(v) * 2;
        Scalar h = b ? v -> v * v : c ? v -> g.at(v) + f.at(v) : g;
        return g.at(a) + f.at(1) * h.at(a);
    }

    static double twice(Scalar f, Scalar g, double x) {
        return f.at(g.at(x)) - g.at(f.at(x));
    }

    @Differentiable(order = 2)
    static double sameTwice(double a, double x) {
        Scalar f = v -> v * a + v * v;
        return twice(f, f, x) + twice(f, v -> f.at(v) + a, x);
    }

    @Differentiable(order = 2)
    static double ofLoopVariables(double[] x, double a) {
        double s = 0.1;
        for (int i = 0; i < x.length; i++) {
            int k = i;
            double v = x[i];
            Scalar f = w -> w * v + k * a;
            s += f.at(v) * f.at(s);
        }
        return s;
    }

    static Scalar picked(int i, double a) {
        switch (i) {
            case 0:
                return v -> v * a;
            case 1:
                return v -> v * v * 0.5;
            default:
                throw new IllegalArgumentException();
        }
    }

    @Differentiable(order = 2)
    static double pickedInALoop(double a, @NoDerivative int n) {
        double s = 0;
        for (int i = 0; i < Math.floorMod(n, 5); i++) {
            s += picked(i % 2, a).at(s + a);
        }
        return s;
    }

    /** The arguments of a call are computed in order, and see what functions before have written. */
    @Differentiable(order = 2)
    static double orderOfCalls(double[] x) {
        double[] s = {x[0]};
        DoubleUnaryOperator f = v -> {
            s[0] *= v;
            return s[0];
        };
        return f.applyAsDouble(s[0]) + f.applyAsDouble(s[0] += x[x.length - 1]) * s[0];
    }

    /** The bound of a loop is asked again in each iteration, and a function moves it. */
    @Differentiable(order = 2)
    static double boundWrittenByAFunction(double[] x) {
        double[] n = {2};
        DoubleUnaryOperator move = v -> n[0] = v;
        double s = 0;
        for (int i = 0; i < n[0]; i++) {
            s += x[0] * x[0] * i;
            move.applyAsDouble(3 + i * 0.5);
        }
        return s;
    }
}
