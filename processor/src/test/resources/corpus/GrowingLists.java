package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Stack;
import java.util.function.DoubleUnaryOperator;

/** Lists and stacks that a method fills in loops and branches. */
public final class GrowingLists {
    private GrowingLists() {}

    record Point(double x, double y) {
        double distance(Point other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    @Differentiable(order = 2)
    public static double positives(double[] x) {
        List<Double> positive = new ArrayList<>();
        for (double each : x) {
            if (each > 0) {
                positive.add(each * each);
            }
        }
        double sum = 0;
        for (double each : positive) {
            sum += each * each;
        }
        return sum / (1 + positive.size());
    }

    @Differentiable(order = 2)
    public static double length(double[] x) {
        List<Point> path = new ArrayList<>();
        for (int i = 0; i + 1 < x.length; i += 2) {
            path.add(new Point(x[i], x[i + 1]));
        }
        double length = 0;
        for (int i = 1; i < path.size(); i++) {
            length += path.get(i).distance(path.get(i - 1));
        }
        return length;
    }

    private static double weighted(List<Double> values) {
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += values.get(i) * i;
        }
        return sum;
    }

    /** More than there is room for at first; handed to a helper, and captured. */
    @Differentiable(order = 2)
    public static double grows(double x, double y) {
        List<Double> steps = new ArrayList<>();
        double at = 1 + x * x;
        while (at < 40) {
            steps.add(at);
            at = at * 1.1 + y * y;
        }
        if (steps.isEmpty()) {
            return at;
        }
        DoubleUnaryOperator total = factor -> {
            double sum = 0;
            for (double step : steps) {
                sum += step * factor;
            }
            return sum;
        };
        return weighted(steps) + total.applyAsDouble(y);
    }

    /** Numbers are pushed over those that were taken. */
    @Differentiable(order = 2)
    public static double machine(double[] x) {
        Deque<Double> stack = new ArrayDeque<>();
        for (double each : x) {
            if (stack.size() >= 2 && each > 0.5) {
                double right = stack.pop();
                double left = stack.pop();
                stack.push(left * right + each);
            } else {
                stack.push(Math.sin(each));
            }
        }
        double sum = 0;
        while (!stack.isEmpty()) {
            sum = sum * 0.5 + stack.pop();
        }
        return sum;
    }

    /** A list of arrays that is made again in each iteration; elements are replaced. */
    @Differentiable(order = 2)
    public static double rows(double[] x) {
        double total = 0;
        for (int k = 0; k < 3; k++) {
            List<double[]> rows = new ArrayList<>();
            for (int i = 0; i < x.length; i++) {
                if (i % 2 == k % 2) {
                    rows.add(new double[] {x[i], x[i] * k});
                    if (rows.size() > 1) {
                        rows.set(rows.size() - 1, new double[] {rows.get(rows.size() - 2)[0] * x[i], 1});
                    }
                }
            }
            for (double[] row : rows) {
                total += row[0] * row[1];
            }
        }
        return total;
    }

    /** Elements are removed at the end, and the method may return from within. */
    @Differentiable(order = 2)
    public static double increasing(double[] x, @NoDerivative double limit) {
        List<Double> best = new ArrayList<>();
        for (double each : x) {
            while (best.size() >= 2 && best.get(best.size() - 1) > each) {
                best.remove(best.size() - 1);
            }
            best.add(each);
            if (each > 10 + limit * limit) {
                return each;
            }
        }
        double sum = 0;
        for (double each : best) {
            sum += each * each * each;
        }
        return sum * best.size();
    }

    @Differentiable(order = 2)
    public static double twice(double[] x) {
        Stack<Double> seen = new Stack<>();
        double sum = 0;
        for (int round = 0; round < 2; round++) {
            for (double each : x) {
                seen.push(each * (round + 1));
                sum += seen.peek() * each;
            }
            while (seen.size() > 1) {
                sum += seen.pop() * seen.peek();
            }
            seen.clear();
        }
        return sum;
    }

    /** Each number is added with its square: two for each iteration. */
    @Differentiable(order = 2)
    public static double pairs(double[] x, int from) {
        int first = Math.min(Math.max(from, 0), x.length);
        List<Double> all = new ArrayList<>();
        for (int i = first; i < x.length; i++) {
            all.add(x[i]);
            all.add(x[i] * x[i]);
        }
        double product = 1;
        for (int i = 0; i < all.size(); i++) {
            product *= 1 + 0.1 * all.get(i);
        }
        return product;
    }

    /** The limit of the loop, which is never reached, is no room to make. */
    @Differentiable(order = 2)
    public static double unlimited(double x, double y) {
        int limit = Integer.MAX_VALUE;
        List<Double> steps = new ArrayList<>();
        double at = 1 + x * x;
        for (int i = 0; i < limit; i++) {
            if (at > 50) {
                break;
            }
            steps.add(at);
            at = at * 1.3 + y * y;
        }
        double sum = 0;
        for (double step : steps) {
            sum += step * step;
        }
        return sum;
    }

    /** One more than the bound is when it is cut to a whole number. */
    @Differentiable(order = 2)
    public static double halves(double x, @NoDerivative double y) {
        double end = 2.5 + 0 * y;
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            all.add(x * i + x * x);
        }
        double product = 1;
        for (double each : all) {
            product *= each;
        }
        return product;
    }

    /** How long the first list gets is not known when the second is made. */
    @Differentiable(order = 2)
    public static double scaled(double x, double y) {
        List<Double> steps = new ArrayList<>();
        List<Double> products = new ArrayList<>();
        double at = 1 + x * x;
        while (at < 100) {
            steps.add(at);
            at = at * 1.2 + y * y;
        }
        for (double step : steps) {
            products.add(step * x);
        }
        double sum = 0;
        for (double product : products) {
            sum += product * product;
        }
        return sum;
    }

    private static final class Window {
        int length;
        final double weight;

        Window(int length, double weight) {
            this.length = length;
            this.weight = weight;
        }
    }

    /** A length that is no array's, and changes after the list is made. */
    @Differentiable(order = 2)
    public static double window(double[] x) {
        Window window = new Window(0, 1.5);
        List<Double> seen = new ArrayList<>();
        window.length = x.length;
        for (int i = 0; i < window.length; i++) {
            seen.add(x[i] * window.weight);
        }
        double sum = 0;
        for (double each : seen) {
            sum += each * each;
        }
        return sum;
    }

    /** The length of an array that may be missing is not asked for before it is known to be there. */
    @Differentiable(order = 2)
    public static double missing(double[] x, double y) {
        double[] chosen = y > 0 ? x : null;
        List<Double> squares = new ArrayList<>();
        if (chosen == null) {
            return y * y;
        }
        for (double each : chosen) {
            squares.add(each * each * y);
        }
        double sum = 0;
        for (double square : squares) {
            sum += square * square;
        }
        return sum;
    }
}
