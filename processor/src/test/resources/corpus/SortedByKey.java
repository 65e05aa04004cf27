package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Arrays and lists that are sorted by a number that is computed of each element. */
public final class SortedByKey {
    private SortedByKey() {}

    record Point(double x, double y) {}

    /** Ranks: the indices in the order of what they stand for. */
    @Differentiable(order = 2)
    public static double ranks(double[] x) {
        Integer[] order = new Integer[x.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> x[i]));
        double sum = 0;
        for (int i = 0; i < order.length; i++) {
            sum += (i + 1) * x[order[i]] * x[order[i]];
        }
        return sum;
    }

    @Differentiable(order = 2)
    public static double byConstants(double[] x, @NoDerivative double[] keys) {
        Integer[] order = new Integer[Math.min(x.length, keys.length)];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, Comparator.<Integer>comparingDouble(i -> keys[i]).reversed());
        double sum = 1;
        for (int i : order) {
            sum = sum * x[0] + x[i];
        }
        return sum;
    }

    @Differentiable(order = 2)
    public static double records(double[] x) {
        Point[] points = new Point[x.length];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Point(x[i], x[i] * x[0] + i);
        }
        Arrays.sort(points, Comparator.comparingDouble(p -> p.x() * p.x() - p.y()));
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum = sum * points[i].x() + points[i].y() * (i + 1);
        }
        return sum;
    }

    @Differentiable(order = 2)
    public static double rows(double[] x) {
        double[][] rows = {{x[0], 1}, {x[1], x[0] * x[1]}, {x[0] * x[0], 2}};
        Arrays.sort(rows, Comparator.comparingDouble(row -> row[0]));
        rows[0][1] += x[1];
        return rows[0][1] * rows[1][0] + rows[2][1] * rows[2][0];
    }

    @Differentiable(order = 2)
    public static double lists(double[] x) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i + 1 < x.length; i++) {
            points.add(new Point(x[i], x[i + 1]));
        }
        points.sort(Comparator.comparingDouble(Point::y).reversed());
        double first = points.isEmpty() ? x[0] : points.get(0).x();
        Collections.sort(points, Comparator.comparingDouble(Point::x));
        double sum = first;
        for (Point each : points) {
            sum = sum * each.x() + each.y();
        }
        return sum;
    }

    /** What is overwritten by sorting is needed before and after. */
    @Differentiable(order = 2)
    public static double inALoop(double[] x) {
        double[][] rows = {{x[0], x[1]}, {x[1], x[0]}, {0.5, x[0] * x[1]}};
        double sum = 0;
        for (int step = 0; step < 3; step++) {
            int at = step;
            Arrays.sort(rows, Comparator.comparingDouble(row -> row[0] * at - row[1]));
            sum += rows[0][0] * rows[2][1];
            rows[1] = new double[] {rows[1][1] * rows[0][0], rows[1][0]};
        }
        return sum;
    }

    /** Equal keys keep their order, also in reverse. */
    @Differentiable(order = 2)
    public static double ties(double[] x) {
        double[][] rows = {{x[0], 1}, {x[1], 1}, {x[0] * x[1], 0}, {x[1] * x[1], 1}, {2, 0}};
        Arrays.sort(rows, Comparator.<double[]>comparingDouble(row -> row[1]).reversed());
        double down = rows[0][0] + 2 * rows[1][0] + 3 * rows[2][0] + 5 * rows[3][0] * rows[4][0];
        Arrays.sort(rows, Comparator.comparingDouble(row -> row[1]));
        return down * (rows[0][0] + 7 * rows[1][0] + 11 * rows[2][0]) + rows[3][0] * rows[4][0];
    }
}
