package corpus;

import dev.leibniz.annotations.Differentiable;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;

/** Functions of a library that have rules by name. */
public final class LibraryFunctions {
    private LibraryFunctions() {}

    @Differentiable(order = 2)
    public static double special(double x, double y) {
        return Erf.erf(x * y) * Gamma.logGamma(2 + y * y) + FastMath.exp(-x * x);
    }

    @Differentiable(order = 2)
    public static double tails(double[] x) {
        double sum = 0;
        for (double each : x) {
            sum += each * Erf.erfc(each);
        }
        return sum;
    }
}
