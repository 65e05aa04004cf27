package corpus;

import dev.leibniz.annotations.*;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Arrays of records as parameters and results. */
public final class RecordParameters {
    private RecordParameters() {}

    record Dense(double[][] w, double[] b) {}

    record Point(double x, double y, @NoDerivative double weight, int kind) {}

    record Cloud(Point[] points, double scale) {}

    record Pair(Point first, Point second, float f) {}

    record Quote(double strike, List<String> tags, String name, double[] prices) {}

    @Differentiable(order = 2)
    static double network(Dense[] layers, double[] x, @NoDerivative double target) {
        double[] a = x;
        for (Dense layer : layers) a = forward(layer, a);
        double loss = 0;
        for (double ai : a) loss += (ai - target) * (ai - target);
        return loss;
    }

    private static double[] forward(Dense layer, double[] x) {
        double[] z = layer.b().clone();
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < x.length; j++) z[i] += layer.w()[i][j] * x[j];
            z[i] = Math.tanh(z[i]);
        }
        return z;
    }

    @Differentiable(order = 2)
    static double area(Point[] ps) {
        double s = 0;
        for (int i = 0; i < ps.length; i++) {
            Point p = ps[i], q = ps[(i + 1) % ps.length];
            s += (p.x() * q.y() - q.x() * p.y()) * p.weight() * (1 + p.kind());
        }
        return s * s / 2;
    }

    @Differentiable
    static double[] squares(Point[] ps, double t) {
        double[] r = new double[ps.length];
        for (int i = 0; i < ps.length; i++) r[i] = ps[i].x() * ps[i].x() * t + ps[0].y();
        return r;
    }

    @Differentiable
    static Point[] moved(Point[] ps, double t) {
        Point[] r = new Point[ps.length];
        for (int i = 0; i < ps.length; i++) {
            r[i] = new Point(ps[i].x() * t, ps[i].y() + t * t, ps[i].weight(), ps[i].kind());
        }
        return r;
    }

    @Differentiable
    static double cloud(Cloud cloud) {
        double s = 0;
        for (Point p : cloud.points()) s += Math.hypot(p.x(), p.y()) * cloud.scale();
        return s;
    }

    @Differentiable
    static Cloud grown(Cloud cloud, double by) {
        Point[] all = Arrays.copyOf(cloud.points(), cloud.points().length + 1);
        all[all.length - 1] = new Point(by, cloud.scale(), 1, 2);
        return new Cloud(all, cloud.scale() * by);
    }

    /** @length clouds 2 */
    @Differentiable
    static double clouds(Cloud[] clouds) {
        double s = 1;
        for (int i = 0; i < clouds.length; i++) {
            for (int j = 0; j < clouds[i].points().length; j++) {
                s += Math.sin(s * clouds[i].points()[j].x()) * clouds[i].scale();
            }
        }
        return s;
    }

    /** @length grid 3 */
    @Differentiable
    static double grid(Point[][] grid) {
        double s = 0;
        for (Point[] row : grid) for (Point p : row) s += p.x() * p.x() * p.y();
        return s;
    }

    /** @single */
    @Differentiable
    static double pairs(Pair[] pairs, int n) {
        double s = 0;
        for (int i = 0; i < pairs.length; i++) {
            if (i == n) continue;
            s += pairs[i].first().x() * pairs[pairs.length - 1 - i].second().y() * pairs[i].f();
        }
        return s;
    }

    /** What is overwritten is a copy. */
    @Differentiable
    static double overwritten(Point[] ps) {
        Point[] q = ps.clone();
        for (int i = 0; i + 1 < q.length; i++) {
            q[i + 1] = new Point(q[i].x() * q[i + 1].x(), q[i].y() + q[i + 1].x(), 1, 0);
        }
        Point last = q[q.length - 1];
        return last.x() + last.y() * ps[1].y();
    }

    @Differentiable
    static double recursive(Point[] ps, int n) {
        return n == 0 ? ps[0].x() : Math.sin(recursive(ps, n - 1) * ps[n % ps.length].y());
    }

    @Differentiable
    static double early(Point[] ps, double limit) {
        double s = 0;
        for (Point p : ps) {
            if (p.x() > limit) return s * limit;
            s += p.x() * p.y();
        }
        return s;
    }

    @Differentiable
    static double varargs(double t, Point... ps) {
        return t * ps[0].x() * ps[ps.length - 1].y();
    }

    @Differentiable
    static double onlyOne(Point[] unused, Point[] ps, double x) {
        return unused.length * ps[1].y() * x;
    }

    @Differentiable
    static double portfolio(double spot, double[] weights, @NoDerivative Quote[] quotes) {
        double value = 0;
        for (int i = 0; i < quotes.length; i++) {
            Quote quote = quotes[i];
            value += Math.max(spot - quote.strike(), 0) * weights[i] * quote.tags().size() + quote.prices()[0] * spot;
            if (quote.name().isEmpty()) value += weights[i];
        }
        return value;
    }

    /** Lists of records with arrays of records in them. */
    @Differentiable
    static double listed(double x, @NoDerivative List<Cloud> clouds) {
        double s = 0;
        for (Cloud cloud : clouds) {
            for (Point p : cloud.points()) s += Math.sin(x * p.x()) * cloud.scale();
        }
        return s;
    }

    @NoDerivative
    static Point[] made(int n) {
        List<Point> all = new ArrayList<>();
        for (int i = 0; i <= n; i++) all.add(new Point(i, 0.5, 1, i));
        return all.toArray(new Point[0]);
    }

    @Differentiable
    static double fromOutside(double x, int n) {
        double s = x;
        for (Point p : made(n)) s *= Math.cos(x * p.x() + p.y());
        return s;
    }

    @Differentiable(order = 2)
    static double step(Dense[] layers, double[] x, double rate) {
        Dense[] slopes = RecordParametersGrad.networkGrad(layers, x, 0.5).layers();
        Dense[] next = new Dense[layers.length];
        for (int i = 0; i < next.length; i++) {
            double[] b = layers[i].b().clone();
            for (int j = 0; j < b.length; j++) b[j] -= rate * slopes[i].b()[j];
            next[i] = new Dense(layers[i].w(), b);
        }
        return network(next, x, 0.5);
    }

    @Differentiable
    static void filled(Point[] ps, @Result(shape = {"ps.length", "2"}) double[][] xy) {
        for (int i = 0; i < ps.length; i++) {
            xy[i][0] = ps[i].x() * ps[i].y();
            xy[i][1] = ps[i].y();
        }
    }
}
