package corpus;

import dev.leibniz.annotations.Differentiable;

/**
 * Straight code that reads and writes so many elements that loops over directions are distributed: what is written has to be
 * read, by the old or the new value, just as it was.
 */
public final class ManyArrays {
    private ManyArrays() {}

    /**
     * Three sums of products; nothing ties them together.
     *
     * @length m 12
     */
    @Differentiable(order = 2)
    static double[] product(double[] m, double[] p) {
        double x = 0;
        double y = 0;
        double z = 0;
        for (int i = 0; i < p.length; i++) {
            double w = p[i];
            x += w * (m[0] * 0.5 + m[1] * w + m[2] * 2 + m[3]);
            y += w * (m[4] * 0.5 + m[5] * w + m[6] * 2 + m[7]);
            z += w * (m[8] * 0.5 + m[9] * w + m[10] * 2 + m[11]);
        }
        return new double[] {x, y, z, x * y * z};
    }

    /**
     * What an iteration carries is exchanged.
     *
     * @length m 12
     */
    @Differentiable
    static double[] exchanged(double[] m) {
        double x = m[0];
        double y = m[1];
        double z = m[2];
        for (int i = 0; i < 3; i++) {
            double oldX = x;
            x = y * m[3] + m[4] * m[5] + m[6];
            y = z * m[7] + m[8] * m[9] + m[10];
            z = oldX + m[11] * m[0] + m[1] * m[2];
        }
        return new double[] {x, y, z};
    }

    /**
     * Elements are overwritten that other elements are computed of, before and after.
     *
     * @length a 12
     */
    @Differentiable
    static double[] chained(double[] a) {
        double[] b = a.clone();
        b[0] = b[1] * a[2] + a[3] * a[4] + a[5];
        b[1] = b[0] * a[6] + a[7] * a[8] + a[9];
        b[2] = b[1] * a[10] + b[0] * a[11] + a[0];
        b[0] = b[2] + b[3] * b[4] + b[5] * b[6];
        b[3] = b[0] + b[7] * b[8] + b[9] * b[10];
        return b;
    }

    /**
     * Which elements are meant is known when it runs only: some are the same.
     *
     * @length a 12
     */
    @Differentiable
    static double[] scattered(double[] a) {
        double[] b = a.clone();
        int[] at = {2, 5, 2, 7, 5};
        for (int k = 0; k + 2 < at.length; k++) {
            b[at[k]] = a[0] * a[1] + a[2] * a[3] + b[at[k + 1]];
            b[at[k + 1]] = a[4] * a[5] + a[6] * a[7] + b[at[k + 2]];
            b[at[k + 2]] += a[8] * a[9] + a[10] * a[11] + b[at[k]];
        }
        return b;
    }

    /** Two names of one array, and of one row. */
    @Differentiable
    static double[] twoNames(double[][] m, double x) {
        double[][] rows = {m[0].clone(), m[1].clone(), m[2].clone()};
        double[][] alias = x > 0 ? rows : new double[][] {rows[1], rows[0], rows[2]};
        double[] first = rows[0];
        double[] second = alias[0];
        for (int i = 0; i < 2; i++) {
            first[0] = second[1] * x + m[0][0] * m[0][1] + m[1][0] * m[1][1];
            second[1] = first[0] * x + m[2][0] * m[2][1] + m[1][2] * m[0][2];
            rows[2][1] += first[0] + second[1] * m[2][2] + alias[2][1];
        }
        return new double[] {first[0], first[1], second[0], second[1], rows[1][1], alias[2][1]};
    }

    /**
     * A number that a branch took over from what the loop then changes.
     *
     * @length m 12
     */
    @Differentiable
    static double[] takenOver(double[] m, double limit) {
        double x = m[0];
        double y = m[1];
        double last = 0;
        for (int i = 0; i < 4; i++) {
            double taken;
            if (i % 2 == 0) {
                taken = x;
            } else {
                taken = y * m[11];
            }
            x = x * m[2] + m[3] * m[4] + m[5] * limit;
            y = y * m[6] + m[7] * m[8] + m[9] + m[10];
            last = last * 0.5 + taken;
        }
        return new double[] {x, y, last};
    }

    /** A work array for each step, one of two in the end. */
    @Differentiable(order = 2)
    static double chosenArray(double[] a, double[] w) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            double[] t = new double[w.length];
            for (int k = 0; k < 3; k++) {
                for (int j = 0; j < w.length; j++) {
                    t[j] += w[j] * a[i] + k * a[i] * a[i];
                }
            }
            double[] u;
            if (i % 2 == 0) {
                u = t;
            } else {
                u = new double[w.length];
                u[0] = t[0] * t[1];
            }
            for (int j = 0; j < w.length; j++) {
                s += u[j] * u[j] * a[i];
            }
        }
        return s;
    }

    /** A work array that outlives its iteration under another name. */
    @Differentiable
    static double keptArray(double[] a, double[] w) {
        double[] kept = w;
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            double[] t = new double[w.length];
            for (int j = 0; j < w.length; j++) {
                t[j] += kept[j] * a[i];
                t[j] += w[j];
            }
            double[] u;
            if (i % 2 == 0) {
                u = t;
            } else {
                u = kept;
            }
            s += u[0] * t[1];
            kept = u;
        }
        return s + kept[2];
    }

    /** A loop that does not run, and would make an array of a size that there is not. */
    @Differentiable
    static double noIterations(double[] a) {
        int n = a.length - 5;
        double s = a[0] * a[1];
        for (int i = 0; i < n; i++) {
            double[] t = new double[n];
            t[i] += a[i];
            s += t[0] * t[i];
        }
        return s;
    }
}
