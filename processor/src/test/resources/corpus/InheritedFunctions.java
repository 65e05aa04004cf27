package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** Enums and interfaces of this file that have their only method from an interface of the platform. */
public final class InheritedFunctions {
    private InheritedFunctions() {}

    enum Activation implements DoubleUnaryOperator {
        RELU {
            @Override
            public double applyAsDouble(double x) {
                return Math.max(0, x);
            }
        },
        TANH {
            @Override
            public double applyAsDouble(double x) {
                return Math.tanh(x);
            }
        },
        CUBE {
            @Override
            public double applyAsDouble(double x) {
                return x * x * x;
            }
        }
    }

    enum Scale implements DoubleBinaryOperator {
        HALF(0.5),
        TWICE(2);

        private final double factor;

        Scale(double factor) {
            this.factor = factor;
        }

        @Override
        public double applyAsDouble(double x, double y) {
            return factor * x * y;
        }
    }

    sealed interface Payoff extends DoubleUnaryOperator permits Call, Put {}

    record Call(double strike) implements Payoff {
        @Override
        public double applyAsDouble(double spot) {
            return Math.max(spot - strike, 0);
        }
    }

    record Put(double strike) implements Payoff {
        @Override
        public double applyAsDouble(double spot) {
            return Math.max(strike - spot, 0);
        }
    }

    record Layer(double w, double b, Activation activation) {}

    @Differentiable(order = 2)
    public static double network(double[] w, double x) {
        Layer[] layers = {
            new Layer(w[0], 0.1, Activation.TANH),
            new Layer(w[1], -0.2, Activation.CUBE),
            new Layer(1, w[0], Activation.RELU)
        };
        double h = x;
        for (Layer layer : layers) {
            h = layer.activation().applyAsDouble(layer.w() * h + layer.b());
        }
        return h;
    }

    @Differentiable(order = 2)
    public static double chosen(double x, double y, @NoDerivative Scale scale) {
        Activation last = x > y ? Activation.CUBE : Activation.TANH;
        return last.applyAsDouble(scale.applyAsDouble(x, y)) + Scale.TWICE.applyAsDouble(x, x);
    }

    private static double value(Payoff payoff, double spot) {
        return payoff.applyAsDouble(spot) * spot;
    }

    @Differentiable(order = 2)
    public static double portfolio(double spot, double strike) {
        Payoff[] book = {new Call(strike), new Put(2 * strike), new Call(0.5)};
        double sum = 0;
        for (Payoff each : book) {
            sum += value(each, spot);
        }
        return sum;
    }

    private static double mean(DoubleUnaryOperator f, double x) {
        return 0.5 * (f.applyAsDouble(x) + f.applyAsDouble(2 * x));
    }

    @Differentiable(order = 2)
    public static double handed(double x) {
        return mean(Activation.TANH, x) * mean(new Call(x * x), 3 * x);
    }

    record Point(double x, double y) {}

    record Weighted(double a, double b) implements ToDoubleFunction<Point> {
        @Override
        public double applyAsDouble(Point p) {
            return a * p.x() + b * p.y() * p.y();
        }
    }

    @Differentiable(order = 2)
    public static double generic(double a, double b) {
        Weighted weighted = new Weighted(a, b);
        return weighted.applyAsDouble(new Point(b, a)) * a;
    }

    /** The message names an object that can be one of several. */
    @Differentiable(order = 2)
    public static double named(double spot) {
        Payoff[] book = {new Call(spot * 0.5), new Put(3)};
        double sum = 0;
        for (Payoff each : book) {
            if (Double.isInfinite(each.applyAsDouble(spot))) {
                throw new IllegalStateException("infinite: " + each + " at " + spot);
            }
            sum += each.applyAsDouble(spot) * spot;
        }
        return sum;
    }
}
