package dev.leibniz.runtime;

import java.util.Arrays;

/**
 * A sparse matrix by compressed rows. The entries of row <i>i</i> are those from {@code rowStarts[i]} to
 * {@code rowStarts[i + 1]}, exclusively; their columns increase. An entry may be 0; where there is none, the matrix is 0.
 *
 * <p>Matrices that are made with one {@link SparsityPattern} share its arrays: the same structure each time. The forms that end in
 * {@code Into} fill a matrix that is there already.
 *
 * @since 0.1.0
 */
public final class SparseMatrix {
    private final SparsityPattern pattern;
    private final double[] values;

    private SparseMatrix(SparsityPattern pattern, double[] values) {
        this.pattern = pattern;
        this.values = values;
    }

    /**
     * A matrix to be filled.
     *
     * @param pattern the places where it can have elements other than 0; coloured at first use, for all its matrices
     * @return a new matrix whose entries are all 0
     */
    public static SparseMatrix zeros(SparsityPattern pattern) {
        return new SparseMatrix(pattern, new double[pattern.entries()]);
    }

    /**
     * The number of rows.
     *
     * @return rows
     */
    public int rows() {
        return pattern.rows();
    }

    /**
     * The number of columns.
     *
     * @return columns
     */
    public int columns() {
        return pattern.columns();
    }

    /**
     * An element.
     *
     * @param i the row
     * @param j the column
     * @return the element, 0 if there is no entry
     * @throws IndexOutOfBoundsException if there is no such row or column
     */
    public double get(int i, int j) {
        int entry = pattern.find(i, j);
        return entry < 0 ? 0 : values[entry];
    }

    /**
     * The position among the entries at which each row begins.
     *
     * @return [rows + 1], the array itself, which must not be changed
     */
    public int[] rowStarts() {
        return pattern.rowStarts();
    }

    /**
     * The columns of the entries.
     *
     * @return [entries], the array itself, which must not be changed
     */
    public int[] columnIndices() {
        return pattern.columnIndices();
    }

    /**
     * The entries.
     *
     * @return [entries], the array itself
     */
    public double[] values() {
        return values;
    }

    /**
     * The places of the entries.
     *
     * @return the pattern that the matrix was made with
     */
    public SparsityPattern pattern() {
        return pattern;
    }

    /**
     * The product with a vector.
     *
     * @param x [columns], not changed
     * @return [rows], a new array
     * @throws IllegalArgumentException if {@code x} has another length
     */
    public double[] times(double[] x) {
        if (x.length != columns()) {
            throw new IllegalArgumentException(
                    "the vector has length " + x.length + ", the matrix " + columns() + " columns");
        }
        double[] product = new double[rows()];
        int[] starts = rowStarts();
        int[] columns = columnIndices();
        for (int i = 0; i < product.length; i++) {
            double sum = 0;
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                sum += values[k] * x[columns[k]];
            }
            product[i] = sum;
        }
        return product;
    }

    /**
     * The same matrix, with all elements.
     *
     * @return [rows][columns], a new array
     */
    public double[][] toDense() {
        double[][] dense = new double[rows()][columns()];
        int[] starts = rowStarts();
        int[] columns = columnIndices();
        for (int i = 0; i < dense.length; i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                dense[i][columns[k]] = values[k];
            }
        }
        return dense;
    }

    /** Size, number of entries, and the entries if they are few. */
    @Override
    public String toString() {
        String size = rows() + " × " + columns() + ", " + values.length + " entries";
        return values.length > 100 ? size : size + " " + Arrays.toString(values);
    }
}
