package corpus;

import dev.leibniz.annotations.Differentiable;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Streams whose elements are arrays and records, and arrays that are set by a function. */
public final class ArrayStreams {
    private ArrayStreams() {}

    record Point(double x, double y) {
        Point scaled(double factor) {
            return new Point(factor * x, factor * y);
        }
    }

    /** The copy is written to; the parameter is not. */
    @Differentiable(order = 2)
    public static double deepCopy(double[][] m) {
        double[][] copy = Arrays.stream(m).map(double[]::clone).toArray(double[][]::new);
        double sum = 0;
        for (int i = 0; i < copy.length; i++) {
            for (int j = 1; j < copy[i].length; j++) {
                copy[i][j] += copy[i][j - 1] * m[i][j];
                sum += copy[i][j] * copy[i][j];
            }
        }
        return sum;
    }

    @Differentiable(order = 2)
    public static double normalised(double[][] m) {
        double[][] rows = Arrays.stream(m)
                .filter(row -> row.length > 1)
                .map(row -> Arrays.stream(row).map(x -> x / (1 + row[0] * row[0])).toArray())
                .toArray(double[][]::new);
        double sum = 0;
        for (double[] row : rows) {
            sum += row[0] * row[row.length - 1];
        }
        return sum;
    }

    @Differentiable(order = 2)
    public static double points(double[] x) {
        Point[] points = IntStream.range(0, x.length)
                .mapToObj(i -> new Point(x[i], x[i] * i))
                .filter(p -> p.x() > 0)
                .map(p -> p.scaled(2))
                .toArray(Point[]::new);
        return Arrays.stream(points).mapToDouble(p -> p.x() * p.y()).sum();
    }

    @Differentiable(order = 2)
    public static double pair(double a, double b) {
        return Stream.of(new Point(a, b), new Point(b, a * a))
                .mapToDouble(p -> p.x() * p.y())
                .sum();
    }

    @Differentiable(order = 2)
    public static double numbers(double a, double b) {
        return Stream.of(a, b, a * b).mapToDouble(Double::doubleValue).map(v -> v * v).sum();
    }

    /** An element may need the one before. */
    @Differentiable(order = 2)
    public static double set(double[] x) {
        double[] powers = new double[x.length];
        Arrays.setAll(powers, i -> i == 0 ? 1 : powers[i - 1] * x[i]);
        double[][] rows = new double[x.length][];
        Arrays.setAll(rows, i -> new double[] {powers[i], x[i]});
        double sum = 0;
        for (double[] row : rows) {
            sum += row[0] * row[1];
        }
        return sum;
    }

    /** The rows of the result are those of the parameter. */
    @Differentiable(order = 2)
    public static double shared(double[][] m) {
        double[][] rows = Stream.of(m).filter(row -> row.length > 0).toArray(double[][]::new);
        double sum = 0;
        for (double[] row : rows) {
            sum += row[0] * Math.sin(row[row.length - 1]);
        }
        return sum;
    }
}
