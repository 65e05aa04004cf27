package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** Records as parameters, results and locals. */
public final class Records {
    private Records() {}

    record Point(double x, double y) {}

    record Layer(double[][] weights, double[] bias) {}

    record Model(Layer layer, double scale, int degree) {}

    record Tagged(double value, @NoDerivative double weight, String name) {}

    @Differentiable
    static double norm(Point p) {
        return Math.sqrt(p.x() * p.x() + p.y() * p.y());
    }

    @Differentiable
    static Point rotated(Point p, double angle) {
        return new Point(
                p.x() * Math.cos(angle) - p.y() * Math.sin(angle), p.x() * Math.sin(angle) + p.y() * Math.cos(angle));
    }

    @Differentiable
    static double localRecord(double x) {
        record Pair(double first, double second) {}
        Pair pair = new Pair(x, x * x);
        for (int i = 0; i < 3; i++) {
            pair = new Pair(pair.second(), pair.first() * pair.second());
        }
        return pair.first() + pair.second();
    }

    @Differentiable
    static double forward(Model model, double[] input) {
        double s = 0;
        Layer layer = model.layer();
        for (int i = 0; i < layer.bias().length; i++) {
            double z = layer.bias()[i];
            for (int j = 0; j < input.length; j++) {
                z += layer.weights()[i][j] * input[j];
            }
            s += Math.tanh(z) * model.scale() * (model.degree() + 1);
        }
        return s;
    }

    @Differentiable
    static double constantComponents(Tagged t) {
        return t.value() * t.value() * t.weight() + (t.name().isEmpty() ? t.value() : 0);
    }

    private static Point mid(Point a, Point b) {
        return new Point((a.x() + b.x()) / 2, a.y() * b.y());
    }

    @Differentiable
    static double helperWithRecords(Point a, Point b) {
        Point m = mid(a, mid(b, a));
        return m.x() * m.y();
    }

    @Differentiable
    static double chosen(Point a, Point b, boolean first) {
        Point p = first ? a : b;
        if (p.x() > 0) {
            p = new Point(p.y(), p.x());
        }
        return p.x() * p.x() + p.y();
    }
}
