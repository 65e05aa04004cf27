import dev.leibniz.annotations.Differentiable;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Operations of streams that are not followed. */
class Streams {
    @Differentiable
    static double distinct(double[] x) {
        return Arrays.stream(x).distinct().sum(); // ERROR: stream | .distinct
    }

    @Differentiable
    static double parallel(double[] x) {
        return Arrays.stream(x).parallel().sum(); // ERROR: stream | .parallel
    }

    @Differentiable
    static double collected(double[] x) {
        return Arrays.stream(x).boxed().collect(Collectors.toList()).size() * x[0]; // ERROR: stream | .collect
    }

    @Differentiable
    static double generated(double x) {
        return DoubleStream.iterate(x, v -> v / 2).limit(10).sum(); // ERROR: stream | .iterate
    }

    @Differentiable
    static double kept(double[] x) {
        DoubleStream squares = Arrays.stream(x).map(v -> v * v); // ERROR: stream | .map
        return squares.sum();
    }

    @Differentiable
    static double limitedBehindAFilter(double[] x) {
        return Arrays.stream(x).filter(v -> v > 0).limit(2).sum(); // ERROR: stream | .limit
    }

    @Differentiable
    static double statistics(double[] x) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i]).summaryStatistics().getMax(); // ERROR: stream | .summary
    }
}
