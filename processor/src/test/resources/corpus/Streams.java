package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Streams over arrays, ranges and lists of constants. */
public final class Streams {
    private Streams() {}

    public record Quote(double strike, double weight) {}

    static double square(double x) {
        return x * x;
    }

    @Differentiable(order = 2)
    static double sumOfSquares(double[] x) {
        return Arrays.stream(x).map(v -> v * v).sum();
    }

    @Differentiable(order = 2)
    static double average(double[] x, double k) {
        double mean = Arrays.stream(x).average().orElse(k);
        double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / x.length;
        return Math.sqrt(variance + 1) + mean * k;
    }

    @Differentiable(order = 2)
    static double extremes(double[] x) {
        return Arrays.stream(x).max().getAsDouble() * Arrays.stream(x).map(Math::sin).min().orElseThrow();
    }

    @Differentiable(order = 2)
    static double logSumExp(double[] x) {
        double max = Arrays.stream(x).max().orElse(0);
        return max + Math.log(Arrays.stream(x).map(v -> Math.exp(v - max)).sum());
    }

    @Differentiable(order = 2)
    static double quadraticForm(double[][] a, double[] x) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> x[i] * IntStream.range(0, x.length)
                        .mapToDouble(j -> a[i][j] * x[j])
                        .sum())
                .sum();
    }

    @Differentiable(order = 2)
    static double range(double[] x, @NoDerivative int from) {
        int a = Math.floorMod(from, x.length);
        return Arrays.stream(x, a, x.length).map(Streams::square).sum()
                + IntStream.rangeClosed(1, 3).mapToDouble(i -> x[i % x.length] / i).sum();
    }

    @Differentiable(order = 2)
    static double filtered(double[] x, double k) {
        return DoubleStream.of(x).filter(v -> v > 0).map(v -> v * v * k).sum()
                + Arrays.stream(x).filter(v -> v < k).count() * k
                + Arrays.stream(x).filter(v -> v > 0).average().orElse(k * k);
    }

    @Differentiable
    static double[] normalised(double[] x) {
        double sum = Arrays.stream(x).map(Math::exp).sum();
        return Arrays.stream(x).map(v -> Math.exp(v) / sum).toArray();
    }

    @Differentiable
    static double[] products(double[] x, double[] y) {
        return IntStream.range(1, x.length).mapToDouble(i -> x[i] * y[i % y.length] + x[i - 1]).toArray();
    }

    @Differentiable(order = 2)
    static double filteredArray(double[] x) {
        double[] positive = Arrays.stream(x).filter(v -> v > 0).map(Math::sqrt).toArray();
        return positive.length == 0 ? x[0] : positive[0] * positive[positive.length - 1];
    }

    @Differentiable(order = 2)
    static double calibration(double vol, @NoDerivative List<Quote> quotes) {
        return quotes.stream()
                .mapToDouble(q -> q.weight() * square(vol * q.strike() - 1))
                .sum();
    }

    @Differentiable(order = 2)
    static double filteredList(double vol, @NoDerivative List<Quote> quotes) {
        return quotes.stream()
                .filter(q -> q.strike() > 0.5)
                .map(q -> q.strike() * vol)
                .mapToDouble(Double::doubleValue)
                .map(v -> Math.exp(-v * v))
                .sum();
    }

    @Differentiable(order = 2)
    static double reduced(double[] x, double k) {
        return Arrays.stream(x).reduce(1, (a, b) -> a * b + k) + Arrays.stream(x).reduce(k, Double::sum);
    }

    @Differentiable(order = 2)
    static double matches(double[] x, double k) {
        double a = Arrays.stream(x).anyMatch(v -> v > k) ? k : k * k;
        double b = Arrays.stream(x).allMatch(v -> v > -k) ? 2 * k : k * x[0];
        return DoubleStream.of(x).noneMatch(v -> v > 3 * k) ? a + b : a * b;
    }

    @Differentiable(order = 2)
    static double limited(double[] x) {
        return Arrays.stream(x).skip(1).limit(2).map(v -> v * v * v).sum() + Arrays.stream(x).limit(100).sum();
    }

    @Differentiable(order = 2)
    static double sorted(double[] x, double k) {
        double[] s = Arrays.stream(x).map(v -> v * k).sorted().toArray();
        return s[s.length / 2] * s[0];
    }

    @Differentiable(order = 2)
    static double forEach(double[] x) {
        double[] y = x.clone();
        IntStream.range(1, y.length).forEach(i -> y[i] += y[i - 1] * y[i - 1]);
        return y[y.length - 1];
    }

    @Differentiable(order = 2)
    static double integers(double[] x, @NoDerivative int[] n) {
        int sum = Arrays.stream(n).sum();
        long count = Arrays.stream(n).filter(i -> i > 0).count();
        double mean = Arrays.stream(n).average().orElse(1);
        int most = IntStream.of(n).max().orElse(3);
        return x[Math.floorMod(sum, x.length)] * mean + count * x[0] + most * x[0] * x[0];
    }

    @Differentiable
    static double records(double[] x, double k) {
        return Arrays.stream(x).mapToObj(v -> new Quote(v * k, v)).mapToDouble(q -> q.strike() * q.weight()).sum();
    }

    @Differentiable(order = 2)
    static double pair(double a, double b) {
        return DoubleStream.of(a, b, a * b).map(Math::atan).sum() + DoubleStream.of(a).sum();
    }

    /** The platform adds up with the digits that are lost. */
    @Differentiable
    static double compensated(double x) {
        return DoubleStream.of(1e3, x, -1e3 - 0.1, 0.7, 1e-3 * x).sum();
    }

    @Differentiable
    static float floats(float a, @NoDerivative int n) {
        return (float) IntStream.range(0, Math.floorMod(n, 5)).mapToDouble(i -> a * i).sum();
    }

    @Differentiable(order = 2)
    static double atZeros(double k) {
        double[] zeros = {0, 0, k};
        return Arrays.stream(zeros).map(v -> v * Math.log1p(v * v)).sum() + Arrays.stream(zeros).map(v -> v * v).max().orElse(0);
    }

    /** What a stream writes is seen by the bound of the loop around it. */
    @Differentiable(order = 2)
    static double boundWrittenByAStream(double[] x) {
        int[] n = {1, 0};
        double s = 0;
        for (int i = 0; i < n[0]; i++) {
            int k = i;
            IntStream.range(0, 2).forEach(j -> n[j] = Math.min(4, k + 2));
            s += x[i % x.length] * x[0];
        }
        return s;
    }
}
