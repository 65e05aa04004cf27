package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.List;
import java.util.Random;

/** Results whose elements are computed one by one, each in an iteration of its own; and those that are nearly so. */
public final class Residuals {
    private static final List<Double> WEIGHTS = List.of(0.5, 0.0, -2.0);

    private Residuals() {}

    record Line(double slope, double[] offsets) {}

    @Differentiable(order = 2)
    static double[] matrix(double[][] m, double[] x) {
        double[] r = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            double sum = x[0] * x[0];
            for (int j = 0; j < x.length && j < m[i].length; j++) {
                sum += m[i][j] * x[j] * x[j];
            }
            r[i] = sum;
        }
        return r;
    }

    /** The element grows in its place; some are changed again. */
    @Differentiable(order = 2)
    static double[] inPlace(double[][] m, @NoDerivative double[] t, double c) {
        double[] r = new double[t.length];
        for (int k = 0; k < t.length; k++) {
            r[k] = c;
            double power = 1;
            for (int j = 0; j < m[0].length; j++) {
                r[k] += m[0][j] * power;
                power *= t[k];
            }
            if (r[k] < 0) {
                r[k] *= 2 * c;
            }
            r[k] = r[k] * r[k];
        }
        return r;
    }

    /** Fewer iterations than elements, and iterations that set nothing. */
    @Differentiable(order = 2)
    static double[] shorter(double[][] m, Line line) {
        double[] r = new double[m.length + 2];
        for (int k = 0; k < m.length; k++) {
            double[] local = {m[k][0], line.slope(), line.offsets()[0]};
            local[0] *= local[1];
            if (k % 2 == 1) {
                continue;
            }
            r[k] = local[0] * local[2] + m[0][0] * Math.sin(local[0]);
        }
        return r;
    }

    /** A row that is copied may be written to; a check in front of the loop. */
    @Differentiable
    static double[] copiedRows(double[][] m, double[] x) {
        if (m.length == 0) {
            throw new IllegalArgumentException("no rows");
        }
        double[] r = new double[m.length];
        for (int i = 0; i < r.length; i++) {
            double[] row = m[i].clone();
            for (int j = 0; j < row.length; j++) {
                row[j] *= row[(j + 1) % row.length] * x[0];
            }
            r[i] = row[0] + row[row.length - 1] * x[x.length - 1];
        }
        return r;
    }

    @Differentiable
    static float[] single(float[][] m, float[] x) {
        float[] r = new float[m.length];
        for (int i = 0; i < m.length; i++) {
            r[i] = Math.max(m[i][0] * x[0], x[0]) + m[i][m[i].length - 1];
        }
        return r;
    }

    private static double power(double x, int n) {
        return n == 0 ? 1 : x * power(x, n - 1);
    }

    @Differentiable
    static double[] recursive(double[][] m, double[] x) {
        double[] r = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            r[i] = power(m[i][0], 3) * power(x[0], i);
        }
        return r;
    }

    /** An element counts what iterations before it have counted. */
    @Differentiable
    static double[] running(double[][] m, double c) {
        double[] r = new double[m.length];
        double sum = c;
        for (int i = 0; i < m.length; i++) {
            sum += m[i][0] * m[i][0];
            r[i] = sum * sum;
        }
        return r;
    }

    @Differentiable
    static double[] fromTheOneBefore(double[][] m, double c) {
        double[] r = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            r[i] = m[i][0] * c;
            if (i > 0) {
                r[i] += r[i - 1] * m[i][0];
            }
        }
        return r;
    }

    /** One array for all iterations, which find there what others have left. */
    @Differentiable
    static double[] scratch(double[][] m, double c) {
        double[] r = new double[m.length];
        double[] last = new double[1];
        for (int i = 0; i < m.length; i++) {
            r[i] = last[0] * m[i][0] + c;
            last[0] = m[i][0] * c;
        }
        return r;
    }

    /** Elements are set twice, in loops one after the other, and the last one once more. */
    @Differentiable
    static double[] twice(double[][] m, double c) {
        double[] r = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            r[i] = m[i][0] * c;
        }
        for (int i = 0; i < m.length; i++) {
            r[i] *= r[i] + c;
        }
        r[m.length - 1] *= c;
        return r;
    }

    /** The wrong way round, and in steps. */
    @Differentiable
    static double[] elsewhere(double[][] m, double c) {
        double[] r = new double[2 * m.length];
        for (int i = 0; i < m.length; i++) {
            r[r.length - 1 - i] = m[i][0] * c;
        }
        return r;
    }

    @Differentiable
    static double[] backwards(double[][] m, double c) {
        double[] r = new double[m.length];
        for (int i = m.length - 1; i >= 0; i--) {
            r[i] = m[i][0] * c * c;
        }
        return r;
    }

    /** What an iteration draws, it draws once, in its turn. */
    @Differentiable
    static double[] drawn(double[][] m, double c) {
        Random random = new Random(42);
        double[] r = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            r[i] = m[i][0] * random.nextDouble() + c * random.nextDouble();
        }
        return r;
    }

    /** The result under another name, and an element that is read back by it. */
    @Differentiable
    static double[] byAnotherName(double[][] m, double c) {
        double[] r = new double[m.length];
        double[] same = r;
        for (int i = 0; i < m.length; i++) {
            r[i] = m[i][0] * c;
            same[i] *= m[i][0];
            r[i] += same[0];
        }
        return same;
    }

    @Differentiable(order = 2)
    static double[] ofAList(double[][] m, double c) {
        double[] r = new double[3];
        for (int i = 0; i < 3; i++) {
            r[i] = m[0][0] * WEIGHTS.get(i) + c * c * m[0][0];
        }
        return r;
    }

    /** Two of one name: the elements of one are not those of the other. */
    @Differentiable(name = "scaledByOne")
    static double[] scaled(double[][] m, double c) {
        double[] r = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            r[i] = m[i][0] * c;
        }
        return r;
    }

    @Differentiable(name = "scaledByAll")
    static double[] scaled(double[][] m, double[] c, double d) {
        double[] r = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            r[i] = m[i][0] * c[i % c.length] * d;
        }
        return r;
    }

    /** Each element is 0 times what is not finite where {@code c} is 0, or it is not. */
    @Differentiable(order = 2)
    static double[] masked(double[][] m, double c) {
        double[] r = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            r[i] = m[i][0] > 0.5 ? c * Math.log(m[i][0]) : Math.sqrt(Math.max(c, 0)) * 0 + m[i][0] * m[i][0];
        }
        return r;
    }

    /** Differentiated once more: the sum of squares of a Jacobian. */
    @Differentiable
    static double ofJacobian(double[][] m, double[] x) {
        double[][] rows = ResidualsGrad.matrixJacobian(m, x).x();
        double sum = 0;
        for (double[] row : rows) {
            for (double v : row) {
                sum += v * v;
            }
        }
        return sum;
    }
}
