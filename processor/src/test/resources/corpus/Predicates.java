package corpus;

import dev.leibniz.annotations.Differentiable;
import java.util.Objects;

/** What is asked of numbers changes in steps: methods of other classes, of boxes, and bits. */
public final class Predicates {
    private Predicates() {}

    /** @range x 0.2 1.2 */
    @Differentiable
    static double ofAnotherClass(double x, double y) {
        PredicatesOfNumbers.check(x);
        int bucket = PredicatesOfNumbers.bucket(y, 4);
        if (PredicatesOfNumbers.isSmall(x)) {
            return y * y;
        }
        return x * bucket + x * y + (PredicatesOfNumbers.side(y) == PredicatesOfNumbers.Side.LEFT ? y : -x);
    }

    @Differentiable(order = 2)
    static double inALoop(double[] x) {
        double s = 1;
        for (double a : x) {
            PredicatesOfNumbers.check(a);
            s += PredicatesOfNumbers.isSmall(a) ? a : Math.sin(a * s);
        }
        return s;
    }

    /** @range x 0.2 1.2 */
    @Differentiable
    static double boxes(double x, float y) {
        double v = Double.valueOf(x) * 2 + Float.valueOf(y);
        double z = Double.max(x, y) + Double.min(x, 2) * Double.sum(x, y) + Float.sum(y, (float) x) + Float.max(y, -9f);
        if (Double.valueOf(x).isNaN() || Double.isInfinite(x) || !Float.isFinite(y)) {
            return 0;
        }
        return Double.compare(z, v) > 0 ? Objects.requireNonNull(z) * v : Double.valueOf(z).equals(v) ? x : v * x;
    }

    /** @range x 0.2 1.2 */
    @Differentiable
    static double bits(double x, double y) {
        long bits = Double.doubleToLongBits(y);
        boolean isNegative = bits < 0;
        int low = (int) (bits & 3);
        double[] table = {1, 1, 1, 1};
        if ((Double.doubleToRawLongBits(x) >>> 52) == 0 || Double.hashCode(x) == 17) {
            return 0;
        }
        return (isNegative ? -y : y) * x * table[low] + Math.getExponent(x) * y;
    }
}
