package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Collectors;

/** Methods through which no derivative goes, and which only read what they are given. */
public final class OnlyRead {
    private OnlyRead() {}

    record Box(double[] a, int n) {}

    record Point(double x, double y) {
        double norm() {
            return Math.hypot(x, y);
        }
    }

    enum Way { UP, DOWN; int sign() { return this == UP ? 1 : -1; } }

    private static int helper(int n, double v) {
        return v > 0 ? n : n + 1;
    }

    @NoDerivative
    static int largest(double[] a) {
        return IntStream.range(0, a.length).boxed().max((i, j) -> Double.compare(a[i], a[j])).orElse(0);
    }

    @NoDerivative
    static double total(double[][] m) {
        Objects.requireNonNull(m);
        if (m.length == 0) {
            throw new IllegalArgumentException("empty " + Arrays.toString(m));
        }
        String text = Arrays.stream(m).map(Arrays::toString).collect(Collectors.joining(","));
        double[] sorted = Arrays.stream(m).flatMapToDouble(Arrays::stream).map(Math::abs).sorted().toArray();
        double noise = new Random(7).nextDouble() + new Point(1, 2).norm() + Way.UP.sign() + helper(3, sorted[0]);
        return DoubleStream.of(sorted).sum() + noise + text.length() * 0;
    }

    @NoDerivative
    static double boxed(double[] a) {
        Box box = new Box(a.clone(), a.length);
        return box.a()[0] + box.n() + new Box(a, 3).a().length;
    }

    /** @nodifferences */
    @Differentiable
    static double readers(double[] x) {
        double[] y = x.clone();
        y[0] *= y[1];
        double[][] m = {y, x.clone()};
        return y[largest(y)] * total(m) + boxed(y) * y[1];
    }
}
