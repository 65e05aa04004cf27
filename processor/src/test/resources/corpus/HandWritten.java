package corpus;

import dev.leibniz.annotations.DerivativeOf;
import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.UseDerivatives;

/** Derivatives written by hand, for methods that are not looked into. */
@UseDerivatives(HandWritten.Table.class)
public final class HandWritten {
    private HandWritten() {}

    /** What somebody else wrote. */
    static final class Library {
        private Library() {}

        static double cube(double x) {
            return new java.math.BigDecimal(x).doubleValue() * x * x;
        }

        static double weighted(double[] a, double w) {
            return java.util.stream.IntStream.range(0, a.length)
                    .mapToDouble(i -> a[i] * w * (i + 1))
                    .sum();
        }
    }

    static final class Table {
        private Table() {}

        record Weighted(double[] a, double w) {}

        @DerivativeOf(value = "cube", owner = Library.class)
        static double cube(double x, double cotangent) {
            return 3 * x * x * cotangent;
        }

        @DerivativeOf(value = "weighted", owner = Library.class)
        static Weighted weighted(double[] a, double w, double cotangent) {
            double[] da = new double[a.length];
            double dw = 0;
            for (int i = 0; i < a.length; i++) {
                da[i] = cotangent * w * (i + 1);
                dw += cotangent * a[i] * (i + 1);
            }
            return new Weighted(da, dw);
        }
    }

    @Differentiable
    static double rules(double[] a, double x) {
        double s = Library.cube(x * x) + 1;
        for (int i = 0; i < 2; i++) {
            s *= Library.weighted(a, s * x) + Library.cube(a[i]);
        }
        return s;
    }

    /** The rule needs what the loop has written. */
    @Differentiable
    static double filledBefore(double[] a, double x) {
        double[] b = new double[a.length];
        for (int i = 0; i < b.length; i++) b[i] = a[i] * a[i] * x;
        return Library.weighted(b, x) * x;
    }
}
