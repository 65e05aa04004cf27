import dev.leibniz.annotations.Differentiable;
import java.util.ArrayList;
import java.util.List;

class ReturnedLists {
    static List<Double> squares(double[] x) {
        List<Double> squares = new ArrayList<>();
        for (double each : x) {
            squares.add(each * each);
        }
        return squares;
    }

    @Differentiable
    static double addsToIt(double[] x) {
        List<Double> squares = squares(x); // ERROR: collection | squares(x)
        squares.add(x[0]);
        return squares.get(0);
    }

    @Differentiable
    static double replacesIt(double[] x) {
        List<Double> squares = squares(x); // ERROR: collection | squares(x)
        squares = squares(x); // ERROR: collection | squares(x)
        return squares.get(0);
    }

    @Differentiable
    static double keepsTheStream(double[] x) {
        List<Double> squares = squares(x);
        java.util.stream.Stream<Double> stream = squares.stream(); // ERROR: collection | .stream()
        return stream.mapToDouble(d -> d).sum(); // ERROR: stream | .mapToDouble
    }

    static List<Double> first(double[] x, int n) {
        List<Double> all = new ArrayList<>();
        if (n > 0) {
            for (double each : first(x, n - 1)) { // ERROR: collection | first(
                all.add(each);
            }
        }
        all.add(x[n]);
        return all;
    }

    @Differentiable
    static double recursive(double[] x) {
        List<Double> all = first(x, 2);
        return all.get(1); // ERROR: collection | .get
    }

    static List<Double> early(double[] x) {
        List<Double> all = new ArrayList<>();
        for (double each : x) {
            if (each < 0) {
                return all;
            }
            all.add(each); // ERROR: collection | .add
        }
        return all;
    }

    @Differentiable
    static double returnsEarly(double[] x) {
        List<Double> all = early(x);
        return all.get(0);
    }

    static double printed(double x) {
        System.out.println(x);
        return x;
    }

    @Differentiable
    static double printsInAnOrder(double[] x) {
        double[][] rows = {{x[0], 1}, {x[1], 2}};
        java.util.Arrays.sort(rows, java.util.Comparator.comparingDouble(r -> printed(r[0]))); // ERROR: unknown-array-function | .sort
        return rows[0][1] * x[0];
    }

    @Differentiable
    static double drawsInAnOrder(double[] x, java.util.Random random) {
        List<Double> all = new ArrayList<>();
        for (double each : x) {
            all.add(each);
        }
        all.sort(java.util.Comparator.comparingDouble(r -> random.nextDouble())); // ERROR: collection | .sort
        return all.get(0);
    }

    static final List<Double> SEEN = new ArrayList<>();

    @Differentiable
    static double collectsInAnOrder(double[] x) {
        double[][] rows = {{x[0], 1}, {x[1], 2}};
        java.util.Arrays.sort(rows, java.util.Comparator.comparingDouble(r -> { // ERROR: unknown-array-function | .sort
            SEEN.add(1.0);
            return r[0];
        }));
        return rows[0][1] * x[0];
    }
}
