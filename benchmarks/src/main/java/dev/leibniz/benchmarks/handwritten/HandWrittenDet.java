package dev.leibniz.benchmarks.handwritten;

/**
 * The gradient of {@link dev.leibniz.benchmarks.problems.Det}. A minor's cotangent does not depend on the minor's value,
 * so that one recursion does both sweeps and keeps nothing.
 */
public final class HandWrittenDet {
    private HandWrittenDet() {}

    /** Returns the gradient by {@code a}, row by row. */
    public static double[] gradient(double[] a, int ell) {
        double[] gradient = new double[ell * ell];
        minor(a, ell, 0, (1 << ell) - 1, 1, gradient);
        return gradient;
    }

    /** Returns the minor, and adds its gradient, times the cotangent, to {@code gradient}. */
    private static double minor(double[] a, int ell, int row, int columns, double cotangent, double[] gradient) {
        if (row == ell - 1) {
            int at = row * ell + Integer.numberOfTrailingZeros(columns);
            gradient[at] += cotangent;
            return a[at];
        }
        double sum = 0;
        double sign = 1;
        for (int rest = columns; rest != 0; rest &= rest - 1) {
            int column = Integer.numberOfTrailingZeros(rest);
            int at = row * ell + column;
            double factor = sign * a[at];
            double minor = minor(a, ell, row + 1, columns & ~(1 << column), cotangent * factor, gradient);
            sum += factor * minor;
            gradient[at] += cotangent * sign * minor;
            sign = -sign;
        }
        return sum;
    }
}
