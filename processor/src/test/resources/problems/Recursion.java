import dev.leibniz.annotations.Differentiable;

/** Arrays that are one array because of what a method did that calls itself, and so is not inlined. */
class Recursion {
    record Pair(double[] a, double[] b) {}

    static double[] itself(double[] a, int n) {
        return n == 0 ? a : itself(a, n - 1);
    }

    @Differentiable
    static double resultIsArgument(double[] x) {
        double[] w = x.clone();
        double[] r = itself(w, 2); // ERROR: unavailable | double[] r
        r[0] *= x[1];
        return r[0] * w[1] + w[0] * r[1];
    }

    @Differentiable
    static double argumentIsWritten(double[] x) {
        double[] w = new double[3];
        double[][] all = new double[2][];
        for (int t = 0; t < 2; t++) {
            w[0] = x[t];
            all[t] = itself(w, t); // ERROR: unavailable | all
        }
        return all[0][1] * all[1][0];
    }

    static double[] row(double[][] m, int k) {
        return k == 0 ? m[0] : row(m, k - 1);
    }

    @Differentiable
    static double resultIsRow(double[][] x) {
        double[][] m = {x[0].clone(), x[1].clone()};
        double[] r = row(m, 1); // ERROR: unavailable | double[] r
        r[0] *= x[1][1];
        return r[0] * m[0][0] + m[1][0];
    }

    static void put(double[][] m, double[] row, int k) {
        if (k == 0) {
            m[1] = row;
        } else {
            put(m, row, k - 1);
        }
    }

    @Differentiable
    static double rowIsPut(double[] x) {
        double[][] m = new double[2][x.length];
        double[] w = x.clone();
        put(m, w, 2); // ERROR: unavailable | put
        return m[1][0] * w[1] + m[1][1] * m[1][2];
    }

    static double[][] swap(double[][] m, int k) {
        if (k > 0) {
            double[] r = m[0];
            m[0] = m[1];
            m[1] = r;
            swap(m, k - 1);
        }
        return m;
    }

    @Differentiable
    static double rowsAreSwapped(double[][] x) {
        double[][] m = {x[0].clone(), x[1].clone()};
        double[][] n = swap(m, 3); // ERROR: unavailable | double[][] n
        return n[0][0] * m[1][1] + n[1][0] * n[1][0];
    }

    static Pair pair(double[] x, int n) {
        if (n == 0) {
            double[] a = x.clone();
            return new Pair(a, a);
        }
        return pair(x, n - 1);
    }

    @Differentiable
    static double twoResultsAreOne(double[] x) {
        Pair p = pair(x, 2); // ERROR: unavailable | Pair p
        p.a()[0] = 5 * x[1];
        return p.b()[0] * x[2];
    }

    static double[][] rows(double[] x, int n) {
        if (n == 0) {
            double[] a = x.clone();
            return new double[][] {a, x.clone(), a};
        }
        return rows(x, n - 1);
    }

    @Differentiable
    static double rowsOfResultAreOne(double[] x) {
        double[][] m = rows(x, 2); // ERROR: unavailable | double[][] m
        m[0][0] = 5 * x[1];
        return m[2][0] * x[2];
    }

    static void mix(double[] a, double[] b, int n) {
        if (n > 0) {
            a[n - 1] = a[n] * b[n - 1];
            mix(a, b, n - 1);
        }
    }

    @Differentiable
    static double argumentsAreOne(double[] x) {
        double[] w = x.clone();
        mix(w, w, 3); // ERROR: unavailable | mix
        return w[0] * w[1] + w[2] * w[3];
    }

    static void scale(double[][] m, double c, int k) {
        m[k][0] *= c * m[(k + 1) % m.length][0];
        if (k > 0) {
            scale(m, c, k - 1);
        }
    }

    @Differentiable
    static double rowsOfArgumentAreOne(double[] x) {
        double[] w = x.clone();
        double[][] m = {w, x.clone(), w};
        scale(m, x[1], 2); // ERROR: unavailable | scale
        return m[0][0] * m[1][0] + w[0] * w[1];
    }

    @Differentiable
    static double rowsOfCopyAreOne(double[][] x) {
        double[][] m = x.clone();
        for (int i = 0; i < m.length; i++) {
            m[i] = x[i].clone();
        }
        m[0] = m[1];
        double[][] copy = m.clone();
        scale(copy, x[1][1], 2); // ERROR: unavailable | scale
        return copy[0][0] * m[1][0];
    }
}
