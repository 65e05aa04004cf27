package corpus;

import dev.leibniz.annotations.Differentiable;

/**
 * Sums of so many products that a loop over directions is cut inside one of them: it may not read what its first half has
 * written.
 */
public final class LongSums {
    private LongSums() {}

    /**
     * A product of matrices, each of which is made anew.
     *
     * @length a 9
     */
    @Differentiable(order = 2)
    static double[] powers(double[] a, double x) {
        double[] power = a;
        for (int step = 0; step < 2; step++) {
            double[] next = new double[9];
            for (int i = 0; i < 9; i += 3) {
                for (int j = 0; j < 3; j++) {
                    next[i + j] = x * power[i] * a[j]
                            + power[i + 1] * a[3 + j]
                            + power[i + 2] * a[6 + j]
                            + power[j] * a[i] * x
                            + power[3 + j] * a[i + 1];
                }
            }
            power = next;
        }
        return power;
    }

    /**
     * A tree of matrices: a row of the table is the new matrix' own for the first, and another's for the others.
     *
     * @length a 9
     */
    @Differentiable
    static double[] chain(double[] a, int n) {
        double[][] all = new double[4][];
        for (int k = 0; k < all.length; k++) {
            double[] own = new double[9];
            all[k] = k == 0 ? a.clone() : own;
            double[] parent = all[Math.abs(n * k) % (k + 1)];
            for (int i = 0; i < 9; i++) {
                own[i] = parent[i] * a[0]
                        + parent[(i + 1) % 9] * a[1]
                        + parent[(i + 4) % 9] * a[2]
                        + parent[(i + 7) % 9] * a[3]
                        + a[i] * a[8 - i];
            }
        }
        return all[3];
    }

    /**
     * The sum is stored where its last summands are read.
     *
     * @length a 10
     */
    @Differentiable
    static double[] inPlace(double[] a) {
        double[] b = a.clone();
        for (int i = 0; i < b.length; i++) {
            b[i] = a[0] * a[i] + a[1] * a[2] + a[3] * a[4] + a[5] * a[6] + b[i] * b[(i + 3) % 10] + b[9 - i];
        }
        return b;
    }

    /**
     * Summands are subtracted, and the whole sum is.
     *
     * @length a 12
     */
    @Differentiable(order = 2)
    static double[] opposite(double[] a) {
        double[] r = new double[3];
        for (int i = 0; i < 3; i++) {
            r[i] = -(a[i] * a[3] - a[4] * a[5] + a[6] * a[i + 7] - a[1] * a[10] + a[11] - a[2]);
        }
        return r;
    }

    /**
     * The same product stands in the sum twice.
     *
     * @length a 10
     */
    @Differentiable
    static double[] shared(double[] a) {
        double p = a[0] * a[1];
        double q = p * a[2];
        double[] r = new double[2];
        for (int i = 0; i < 2; i++) {
            r[i] = q * a[3] + a[4] * a[5] + p + a[6] * a[7] * q + a[8] * a[9] + p * q;
        }
        return r;
    }
}
