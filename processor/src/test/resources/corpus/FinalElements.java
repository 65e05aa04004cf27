package corpus;

import dev.leibniz.annotations.Differentiable;

/** Elements that are written once and read in later iterations, and others that only look like it. */
public final class FinalElements {
    private FinalElements() {}

    /** The factor is still there at the end. */
    @Differentiable
    static double cholesky(double[] x) {
        int n = 3;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) a[i][j] = (i == j ? 4 + x[i] * x[i] : 0.3 * x[i] * x[j]);
        }
        double[][] l = new double[n][n];
        double s = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double t = a[i][j];
                for (int k = 0; k < j; k++) t -= l[i][k] * l[j][k];
                if (i == j) l[i][i] = Math.sqrt(t);
                else l[i][j] = t / l[j][j];
                s += l[i][j] * l[i][j] * x[j];
            }
        }
        return s;
    }

    /** By columns. */
    @Differentiable
    static double choleskyByColumns(double[] x) {
        int n = 3;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) l[i][j] = i == j ? 3 + x[i] * x[i] : 0.2 * x[i] * x[j];
        double s = 0;
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < j; k++) {
                for (int i = j; i < n; i++) l[i][j] -= l[i][k] * l[j][k];
            }
            double d = Math.sqrt(l[j][j]);
            for (int i = j; i < n; i++) l[i][j] /= d;
            s += l[n - 1][j] * l[n - 1][j] * x[j];
        }
        return s;
    }

    @Differentiable
    static double tableOfSums(double[] x) {
        double[] f = new double[x.length + 1];
        f[0] = x[0];
        for (int i = 1; i <= x.length; i++) {
            double best = 0;
            for (int j = 0; j < i; j++) best += f[j] * f[j] * Math.sin(x[i - 1]);
            f[i] = best * 0.5;
        }
        return f[x.length];
    }

    @Differentiable
    static double recurrence(double[] x) {
        double[] f = new double[x.length];
        f[0] = x[0];
        f[1] = x[1];
        for (int i = 2; i < x.length; i++) f[i] = f[i - 1] * f[i - 2] + x[i];
        return f[x.length - 1];
    }

    @Differentiable
    static double recurrenceDownwards(double[] x) {
        int n = x.length;
        double[] f = new double[n];
        f[n - 1] = x[0];
        for (int i = n - 2; i >= 0; i--) f[i] = f[i + 1] * f[i + 1] * 0.3 + x[i] * f[i + 1];
        return f[0] * f[0];
    }

    /** The element behind the one that is read is overwritten, and read again. */
    @Differentiable
    static double notFinalShift(double[] x) {
        double[] f = x.clone();
        for (int r = 0; r < 3; r++) {
            for (int i = 1; i < f.length; i++) f[i] = f[i] * f[i - 1] + 0.1 * r;
        }
        return f[f.length - 1] * f[1];
    }

    /** Read one element ahead: it is overwritten in the next iteration. */
    @Differentiable
    static double notFinalAhead(double[] x) {
        double[] f = x.clone();
        for (int i = 0; i + 1 < f.length; i++) f[i] = f[i] * f[i + 1] + f[i + 1] * f[i + 1];
        for (int i = 0; i + 1 < f.length; i++) f[i] = Math.sin(f[i] * f[i + 1]);
        return f[0] + f[1] * f[2];
    }

    /** The same element is overwritten later in the same iteration. */
    @Differentiable
    static double notFinalInIteration(double[] x) {
        double[] f = x.clone();
        double s = 0;
        for (int i = 1; i < f.length; i++) {
            s += f[i - 1] * f[i - 1] * x[i];
            f[i - 1] = Math.cos(s);
            f[i] += f[i - 1] * 0.5;
        }
        return s + f[1];
    }

    /** Rows that change places. */
    @Differentiable
    static double swappedRows(double[] x) {
        int n = 3;
        double[][] m = new double[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) m[i][j] = x[i] * x[j] + (i == j ? 2 : 0.1 * i);
        double s = 1;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                double f = m[i][k] / m[k][k];
                for (int j = k; j < n; j++) m[i][j] -= f * m[k][j];
            }
            s *= m[i][i];
            if (i == 0) {
                double[] t = m[0];
                m[0] = m[1];
                m[1] = t;
            }
        }
        return s;
    }

    /** Gaussian elimination in place: rows above are final, the column of factors is not. */
    @Differentiable
    static double elimination(double[] x) {
        int n = 3;
        double[][] m = new double[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) m[i][j] = x[i] * (j + 1) + (i == j ? 3 : 0);
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double f = m[i][k] / m[k][k];
                m[i][k] = f;
                for (int j = k + 1; j < n; j++) m[i][j] -= f * m[k][j];
            }
        }
        return m[0][0] * m[1][1] * m[2][2] + m[2][0] * m[2][1];
    }

    /** All rows are one array. */
    @Differentiable
    static double oneRow(double[] x) {
        double[] row = new double[3];
        double[][] m = new double[3][];
        for (int i = 0; i < 3; i++) m[i] = row;
        double s = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < i; j++) s += m[j][0] * m[j][0] * x[i];
            m[i][0] = x[i] * x[i] + s;
        }
        return s;
    }

    /** Steps of two, with what lies between. */
    @Differentiable
    static double stepsOfTwo(double[] x) {
        double[] f = new double[8];
        f[0] = x[0];
        f[1] = x[1];
        for (int i = 2; i < 8; i += 2) {
            f[i] = f[i - 2] * f[i - 1] + x[0];
            f[i + 1] = f[i] * f[i - 1] * 0.2 + x[1];
            f[i - 1] = f[i] * f[i];
        }
        return f[7] + f[5] * f[3];
    }

    /** A triangular solve in place, by columns: what is read is final in its column, the rest is not. */
    @Differentiable
    static double forwardSubstitution(double[] x, double[] b) {
        double[] y = b.clone();
        int n = y.length;
        for (int j = 0; j < n; j++) {
            y[j] = y[j] / (2 + x[j] * x[j]);
            for (int i = j + 1; i < n; i++) y[i] -= x[i] * y[j] * y[j];
        }
        double s = 0;
        for (int i = 0; i < n; i++) s += y[i] * y[i];
        return s;
    }

    /** A while loop goes back over what was written. */
    @Differentiable
    static double backAgain(double[] x) {
        double[] f = x.clone();
        double s = 0;
        for (int i = 1; i < f.length; i++) {
            s += f[i - 1] * f[i - 1] * f[i];
            int k = i;
            while (k > 0) {
                f[k / 2] += 0.01 * f[k] * f[k];
                k /= 2;
            }
        }
        return s + f[0];
    }

    /** The bound of the inner loop grows beyond the outer one. */
    @Differentiable
    static double beyond(double[] x) {
        double[] f = x.clone();
        double s = 0;
        for (int i = 0; i < f.length; i++) {
            for (int j = 0; j < Math.min(i + 2, f.length); j++) s += f[j] * f[j] * x[i];
            f[i] = Math.sin(s);
        }
        return s * f[0];
    }

    /** Two tables that change places after each step. */
    @Differentiable
    static double twoTables(double[] x) {
        double[][] a = new double[2][3];
        double[][] b = new double[2][3];
        for (int j = 0; j < 3; j++) a[0][j] = x[j];
        double s = 0;
        for (int t = 0; t < 3; t++) {
            for (int i = 1; i < 2; i++) {
                for (int j = 0; j < 3; j++) {
                    b[i][j] = a[i - 1][j] * a[i - 1][(j + 1) % 3] + x[j];
                    s += b[i][j] * a[i - 1][j];
                }
            }
            for (int j = 0; j < 3; j++) b[0][j] = Math.sin(b[1][j]);
            double[][] u = a;
            a = b;
            b = u;
        }
        return s;
    }
}
