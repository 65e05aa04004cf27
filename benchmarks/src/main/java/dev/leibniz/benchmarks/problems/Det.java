package dev.leibniz.benchmarks.problems;

import dev.leibniz.annotations.Differentiable;

/** The determinant by expansion along the first remaining row; its factorial cost is the point of the problem. */
public final class Det {
    private Det() {}

    /** The determinant of the {@code ell × ell} matrix {@code a}, given row by row; {@code 1 ≤ ell ≤ 31}. */
    @Differentiable
    public static double primal(double[] a, int ell) {
        return minor(a, ell, 0, (1 << ell) - 1);
    }

    /** The determinant of the rows from {@code row} on and the columns whose bits are set in {@code columns}. */
    private static double minor(double[] a, int ell, int row, int columns) {
        if (row == ell - 1) {
            return a[row * ell + Integer.numberOfTrailingZeros(columns)];
        }
        double sum = 0;
        double sign = 1;
        for (int rest = columns; rest != 0; rest &= rest - 1) {
            int column = Integer.numberOfTrailingZeros(rest);
            sum += sign * a[row * ell + column] * minor(a, ell, row + 1, columns & ~(1 << column));
            sign = -sign;
        }
        return sum;
    }
}
