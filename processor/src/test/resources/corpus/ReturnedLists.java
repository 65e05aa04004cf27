package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists that a helper fills and returns, and streams of lists. */
public final class ReturnedLists {
    private ReturnedLists() {}

    record Point(double x, double y) {}

    interface Rhs {
        double[] apply(double t, double[] y);
    }

    private static List<double[]> integrate(Rhs f, double[] start, double end, int steps) {
        List<double[]> path = new ArrayList<>(steps + 1);
        path.add(start);
        double[] y = start;
        double h = end / steps;
        for (int i = 0; i < steps; i++) {
            double[] slope = f.apply(i * h, y);
            double[] next = new double[y.length];
            for (int j = 0; j < y.length; j++) {
                next[j] = y[j] + h * slope[j];
            }
            y = next;
            path.add(y);
        }
        return path;
    }

    /** A trajectory; the lambda captures what is differentiated. */
    @Differentiable(order = 2)
    public static double trajectory(double[] u, double mu) {
        List<double[]> path = integrate(
                (t, y) -> new double[] {y[1], mu * (1 - y[0] * y[0]) * y[1] - y[0] + u[1]},
                new double[] {u[0], 0.5},
                1.0,
                5);
        double cost = 0;
        for (double[] y : path) {
            cost += y[0] * y[0];
        }
        double[] last = path.get(path.size() - 1);
        return cost + 10 * last[1] * last[1];
    }

    private static List<Double> slopes(double[] x) {
        List<Double> slopes = new ArrayList<>(x.length - 1);
        for (int i = 1; i < x.length; i++) {
            if (x[i] != x[i - 1]) {
                slopes.add(x[i] - x[i - 1]);
            }
        }
        return slopes;
    }

    @Differentiable(order = 2)
    public static double roughness(double[] x) {
        List<Double> slopes = slopes(x);
        double sum = 0;
        for (int i = 1; i < slopes.size(); i++) {
            sum += Math.pow(slopes.get(i) - slopes.get(i - 1), 2);
        }
        return sum;
    }

    /** Without a variable in between, and through another helper. */
    private static List<Double> again(double[] x) {
        List<Double> found = slopes(x);
        return found;
    }

    private static double energy(List<Double> values) {
        double sum = 0;
        for (double each : values) {
            sum += each * each * each;
        }
        return sum;
    }

    @Differentiable(order = 2)
    public static double handedOn(double[] x) {
        double sum = energy(again(x));
        for (double slope : slopes(x)) {
            sum += slope * x[0];
        }
        return sum;
    }

    private static List<Point> points(double[] x) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i + 1 < x.length; i += 2) {
            points.add(new Point(x[i], x[i + 1]));
        }
        return points;
    }

    @Differentiable(order = 2)
    public static double streamed(double[] x) {
        List<Point> points = points(x);
        double sum = points.stream().mapToDouble(p -> p.x() * p.y()).sum();
        return sum * points.stream().mapToDouble(Point::x).max().orElse(0);
    }

    @Differentiable(order = 2)
    public static double streamOfFilled(double[] x) {
        List<Double> squares = new ArrayList<>();
        for (double each : x) {
            squares.add(each * each);
        }
        return squares.stream().mapToDouble(Double::doubleValue).sum()
                + squares.stream().mapToDouble(d -> Math.sin(d)).sum();
    }

    /** The rows of the list are the arrays that were added: what is written to them later is seen in it. */
    @Differentiable(order = 2)
    public static double rowsAreShared(double[] x) {
        double[] row = {x[0], x[0] * x[1]};
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            rows.add(row);
        }
        double before = rows.get(0)[1] * rows.get(1)[0];
        row[1] = x[1] * x[1];
        return before + rows.get(0)[1] * rows.get(1)[1];
    }

    /** None at all, and constants. */
    @Differentiable(order = 2)
    public static double constants(double x, @NoDerivative double[] weights) {
        List<Double> slopes = slopes(weights);
        double sum = x;
        for (double slope : slopes) {
            sum *= x + slope;
        }
        return sum + slopes.size();
    }

    @Differentiable(order = 2)
    public static double median(double[] x) {
        List<Double> all = new ArrayList<>();
        for (double each : x) {
            if (each != 1) {
                all.add(each * each * each);
            }
        }
        double before = all.isEmpty() ? 0 : all.get(0);
        Collections.sort(all);
        return all.isEmpty() ? 0 : all.get(all.size() / 2) * before;
    }

    @Differentiable(order = 2)
    public static double toArray(double[] x) {
        List<double[]> rows = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            rows.add(new double[] {x[0] * i, x[1]});
            points.add(new Point(x[1] * i, x[0]));
        }
        double[][] matrix = rows.toArray(new double[0][]);
        matrix[1] = new double[] {x[1], 2};
        matrix[2][0] = x[1] * x[1]; // the rows are those of the list
        Point[] all = points.toArray(Point[]::new);
        all[2] = new Point(1, x[0]);
        return matrix[1][0] * matrix[2][1] * rows.get(1)[0] * rows.get(2)[0] + all[1].x() * all[2].y() * points.get(2).x();
    }

    @Differentiable(order = 2)
    public static double collected(double[] x) {
        List<Double> squares = Arrays.stream(x).map(v -> v * v).boxed().toList();
        List<Double> positive =
                Arrays.stream(x).filter(v -> v > 0).boxed().collect(Collectors.toList());
        List<Point> points =
                IntStream.range(0, x.length).mapToObj(i -> new Point(x[i], i)).toList();
        double sum = positive.size();
        for (double each : squares) {
            sum += each * each;
        }
        for (double each : positive) {
            sum *= 1 + each;
        }
        return sum + points.stream().mapToDouble(p -> p.x() * p.y()).sum() * squares.get(0);
    }
}
