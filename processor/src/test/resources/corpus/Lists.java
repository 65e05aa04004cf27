package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Lists that a method makes of what it differentiates. */
public final class Lists {
    private Lists() {}

    sealed interface Layer permits Dense, Softplus, Scaled {
        double[] apply(double[] x);
    }

    record Dense(double[] w, double b) implements Layer {
        @Override
        public double[] apply(double[] x) {
            double[] y = new double[x.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = b + w[i] * x[(i + 1) % x.length] - x[i];
            }
            return y;
        }
    }

    record Softplus() implements Layer {
        @Override
        public double[] apply(double[] x) {
            double[] y = new double[x.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.log1p(Math.exp(x[i]));
            }
            return y;
        }
    }

    record Scaled(Dense inner, double by) implements Layer {
        @Override
        public double[] apply(double[] x) {
            double[] y = inner.apply(x);
            for (int i = 0; i < y.length; i++) {
                y[i] *= by;
            }
            return y;
        }
    }

    record Quote(double strike, double price) {}

    private static double squares(double[] x) {
        double s = 0;
        for (double v : x) {
            s += v * v;
        }
        return s;
    }

    private static double[] forward(List<Layer> net, double[] x) {
        double[] y = x;
        for (Layer layer : net) {
            y = layer.apply(y);
        }
        return y;
    }

    /** The same, through the method above and back to front. */
    private static double[] there(List<? extends Layer> net, Iterable<Layer> again, double[] x) {
        double[] y = x;
        for (int i = net.size() - 1; i >= 0; i--) {
            y = net.get(i).apply(y);
        }
        for (Layer layer : again) {
            y = layer.apply(y);
        }
        return y;
    }

    @Differentiable(order = 2)
    static double layers(double[] w, double[] v, double b, double[] x) {
        List<Layer> net = List.of(new Dense(w, b), new Softplus(), new Scaled(new Dense(v, b * b), 0.5));
        return squares(forward(net, x));
    }

    @Differentiable
    static double thereAndBack(double[] w, double b, double[] x) {
        List<Layer> net = Arrays.asList(new Softplus(), new Dense(w, b));
        double s = net.isEmpty() ? 1 : 0;
        return s + squares(there(net, net, x)) * net.size();
    }

    @Differentiable(order = 2)
    static double collected(double[] w, double[] v, double b, double[] x) {
        List<Layer> net = new ArrayList<>();
        net.add(new Dense(w, b));
        double half = b / 2;
        net.add(new Softplus());
        if (x[0] > 100) {
            return half;
        }
        net.add(new Dense(v, half));
        return squares(forward(net, x));
    }

    @Differentiable(order = 2)
    static double numbers(double a, double b) {
        List<Double> terms = List.of(a, b, a * b);
        double s = 0;
        for (double term : terms) {
            s += term * term;
        }
        for (int i = 0; i < terms.size(); i++) {
            s *= 1 + 0.1 * terms.get(i);
        }
        return s;
    }

    /** A list of arrays has the arrays themselves, whatever they hold by then. */
    @Differentiable(order = 2)
    static double vectors(double[] x, double[] y) {
        double[] a = x.clone();
        List<double[]> both = List.of(a, y.clone());
        double s = squares(both.get(0));
        a[0] *= a[1];
        both.get(0)[1] = s;
        for (double[] one : both) {
            s += squares(one);
        }
        return s * a[1];
    }

    /** Made anew in each iteration. */
    @Differentiable
    static double inLoop(double[] x, double b) {
        double[] y = x;
        for (int i = 0; i < 3; i++) {
            var layers = new ArrayList<Layer>();
            layers.add(new Dense(y, b));
            layers.add(new Softplus());
            y = layers.get(i % 2).apply(y);
        }
        return squares(y);
    }

    /** Captured by a function. */
    @Differentiable(order = 2)
    static double captured(double a, double b) {
        List<Double> coefficients = List.of(a, b, a - b);
        DoubleUnaryOperator polynomial = t -> {
            double s = 0;
            for (int i = coefficients.size() - 1; i >= 0; i--) {
                s = s * t + coefficients.get(i);
            }
            return s;
        };
        return polynomial.applyAsDouble(a) * polynomial.applyAsDouble(b);
    }

    /** Constants, which may be anything. */
    @Differentiable
    static double constants(double x) {
        List<Quote> quotes = List.of(new Quote(1, 2), new Quote(1.5, 0.5));
        List<Quote> more = new ArrayList<>(quotes);
        more.add(new Quote(0.5, 3));
        double s = 0;
        for (Quote quote : quotes) {
            s += quote.strike() * Math.sin(x * quote.price());
        }
        for (Quote quote : more) {
            s += x * x * quote.price();
        }
        return s + x * quotes.stream().mapToDouble(Quote::price).sum();
    }

    @Differentiable(order = 2)
    static double directly(double a, double b) {
        double s = 1;
        for (Quote quote : List.of(new Quote(a, b), new Quote(b * b, a))) {
            s += quote.strike() * Math.exp(0.1 * quote.price()) * s;
        }
        return s;
    }

    private static double folded(List<Layer> layers, int from, double[] x) {
        return from == layers.size() ? squares(x) : folded(layers, from + 1, layers.get(from).apply(x));
    }

    /** Handed from call to call. */
    @Differentiable(order = 2)
    static double recursive(double[] w, double b, double[] x) {
        List<Layer> layers = List.of(new Dense(w, b), new Softplus(), new Dense(x, b * b));
        return folded(layers, 0, x) + folded(layers, 1, w);
    }

    /** The variable is of all the types that the elements have in common. */
    @Differentiable(order = 2)
    static double ofNoNamedType(double[] w, double b, double[] x) {
        double[] y = x;
        for (var layer : List.of(new Dense(w, b), new Softplus())) {
            y = layer.apply(y);
        }
        return squares(y);
    }

    static final class Sum {
        private double total;

        void add(double x) {
            total += x * x;
        }
    }

    /** Objects that change are the same in the list and outside. */
    @Differentiable(order = 2)
    static double changing(double a, double b) {
        Sum first = new Sum();
        Sum second = new Sum();
        List<Sum> sums = List.of(first, second);
        first.add(a);
        for (Sum sum : sums) {
            sum.add(b);
        }
        sums.get(1).add(a * first.total);
        return first.total * second.total;
    }

    private static double worth(List<Quote> quotes) {
        double s = 0;
        for (Quote quote : quotes) {
            s += quote.strike() * Math.sin(quote.price());
        }
        return s;
    }

    /** One helper for a list from here and for one from outside. */
    @Differentiable(order = 2)
    static double madeAndGiven(double a, double b, @NoDerivative List<Quote> given) {
        List<Quote> made = List.of(new Quote(a, b), new Quote(b, 2));
        return worth(made) * (1 + worth(given)) * a;
    }

    @NoDerivative
    static double count(List<Quote> quotes) {
        return quotes.stream().mapToDouble(Quote::strike).sum();
    }

    /** A list that is handed to what is not looked into stays one. */
    @Differentiable
    static double notLookedInto(double a, @NoDerivative double strike) {
        List<Quote> quotes = List.of(new Quote(strike, 1), new Quote(2, strike));
        double s = a * count(quotes);
        for (Quote quote : quotes) {
            s *= 1 + 0.1 * a * quote.price();
        }
        return s;
    }
}
