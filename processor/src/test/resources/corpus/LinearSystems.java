package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.runtime.Linear;

/** Linear systems, factorisations and determinants of the runtime: each matrix is far from singular. */
public final class LinearSystems {
    private LinearSystems() {}

    private static double[][] matrix(double[] x, double w) {
        int n = x.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) a[i][j] = Math.sin(x[i] * (j + 1) + w * (i - j));
            a[i][(i + 1) % n] += 5 + Math.cos(x[i]);
        }
        return a;
    }

    private static double[][] symmetric(double[] x, double w) {
        int n = x.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) a[i][j] = Math.sin(x[i] * x[j] + w);
            a[i][i] = 2 * n + Math.cos(x[i] * w);
            for (int j = i + 1; j < n; j++) a[i][j] = Double.NaN;
        }
        return a;
    }

    private static double weighted(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += (i + 1) * x[i] * x[i] + x[i];
        return sum;
    }

    @Differentiable(order = 2)
    static double solved(double[] x, double w) {
        return weighted(Linear.solve(matrix(x, w), x));
    }

    @Differentiable
    static double[] vector(double[] x, double w) {
        return Linear.solve(matrix(x, w), Linear.solve(matrix(x, 1), x));
    }

    @Differentiable(order = 2)
    static double triangles(double[] x, double w) {
        double[][] a = symmetric(x, w);
        double[] y = Linear.solveTriangular(a, x, true);
        for (int i = 0; i < x.length; i++) for (int j = 0; j < i; j++) a[j][i] = a[i][j] * w;
        return weighted(Linear.solveTriangular(a, y, false));
    }

    @Differentiable(order = 2)
    static double tridiagonal(double[] x, double w) {
        int n = x.length;
        double[] lower = new double[Math.max(n - 1, 0)];
        double[] upper = new double[Math.max(n - 1, 0)];
        double[] diagonal = new double[n];
        for (int i = 0; i < n; i++) {
            diagonal[i] = 4 + Math.sin(x[i] * w);
            if (i + 1 < n) {
                lower[i] = Math.cos(x[i]) * w / (1 + w * w);
                upper[i] = Math.sin(x[i + 1]);
            }
        }
        return weighted(Linear.solveTridiagonal(lower, diagonal, upper, x));
    }

    /** Rows have to be exchanged. */
    @Differentiable(order = 2)
    static double pivots(double x, double y) {
        double[] solution = Linear.solveTridiagonal(
                new double[] {5 + x * x, 6, 7 + y * y},
                new double[] {Math.sin(x), Math.sin(y), 0.1, x * y / (1 + x * x + y * y)},
                new double[] {5, 4 + y * y, 6},
                new double[] {x, y, 1, x * y});
        return weighted(solution);
    }

    @Differentiable(order = 2)
    static double factor(double[] x, double w) {
        double sum = 0;
        double[][] l = Linear.cholesky(symmetric(x, w));
        for (int i = 0; i < l.length; i++) for (int j = 0; j <= i; j++) sum += (i + 2 * j + 1) * l[i][j] * l[i][j] * l[i][j];
        return sum;
    }

    @Differentiable(order = 2)
    static double determinant(double[] x, double w) {
        return Linear.logDet(matrix(x, w)) * w;
    }

    @Differentiable(order = 2)
    static double inverse(double[] x, double w) {
        double sum = 0;
        double[][] a = Linear.inverse(matrix(x, w));
        for (int i = 0; i < a.length; i++) for (int j = 0; j < a.length; j++) sum += (i + 2 * j + 1) * a[i][j] * a[i][j];
        return sum;
    }

    /** The density of a normal distribution. */
    @Differentiable(order = 2)
    static double density(double[] x, double w) {
        double[][] l = Linear.cholesky(symmetric(x, w));
        double[] z = Linear.solveTriangular(l, x, true);
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += z[i] * z[i] / 2 + Math.log(l[i][i]);
        return sum;
    }

    @Differentiable
    static double inALoop(double[] x, double w) {
        double[] y = x.clone();
        double[][] a = matrix(x, w);
        for (int i = 0; i < 3; i++) {
            y = Linear.solve(a, y);
            if (y.length > 0) a[0][0] += y[0];
        }
        return weighted(y);
    }
}
