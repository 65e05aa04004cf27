package corpus;

import dev.leibniz.annotations.Differentiable;
import java.util.Arrays;

/** Private tables that are read under several names, and so stay what they are. */
public final class Constants {
    private Constants() {}

    private static final double[] COEFFICIENTS = {0.5, -1.25, 2};
    private static final double[][] ROWS = {{1, 2}, {-0.5, 3}};
    private static final double[] DOUBLED = doubled(COEFFICIENTS);

    private static double[] doubled(double[] a) {
        double[] twice = a.clone();
        for (int i = 0; i < twice.length; i++) twice[i] *= 2;
        return twice;
    }

    private static double polynomial(double x, double[] c) {
        double p = 0;
        for (double a : c) p = p * x + a;
        return p;
    }

    @Differentiable
    static double handedOn(double x) {
        double[] c = COEFFICIENTS;
        return polynomial(x, c) * polynomial(-x, DOUBLED) + c.length;
    }

    @Differentiable
    static double copied(double x) {
        double[] c = Arrays.copyOf(COEFFICIENTS, 2);
        c[0] = x;
        return polynomial(x, c) + polynomial(x, COEFFICIENTS.clone());
    }

    @Differentiable
    static double rows(double x, boolean first) {
        double[] row = first ? ROWS[0] : ROWS[1];
        double s = 0;
        for (double[] r : ROWS) s += r[0] * x + row[1];
        return s * x;
    }
}
