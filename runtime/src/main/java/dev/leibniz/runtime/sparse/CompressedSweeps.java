package dev.leibniz.runtime.sparse;

import dev.leibniz.runtime.SparseMatrix;
import dev.leibniz.runtime.SparsityPattern;
import dev.leibniz.runtime.colouring.Colouring;
import java.util.Arrays;

/**
 * Sparse derivatives by few sweeps, for generated code: one direction for each colour of a {@link SparsityPattern}, and one more
 * that notices what the pattern does not have.
 *
 * @since 0.1.0
 */
public final class CompressedSweeps {
    /** A sweep in reverse mode costs about as much as this many directions in forward mode. */
    private static final int REVERSE_COST = 4;

    private static final double TOLERANCE = 1e-6;
    private static final double FLOAT_TOLERANCE = 1e-2;

    private CompressedSweeps() {}

    /**
     * Whether a Jacobian is better made by cotangents.
     *
     * @param matrix the matrix to be filled
     * @return whether there are much fewer colours of rows than of columns
     */
    public static boolean isByRows(SparseMatrix matrix) {
        return isByRows(matrix.pattern());
    }

    static boolean isByRows(SparsityPattern pattern) {
        int most = pattern.colourings().longestRow();
        if (most <= REVERSE_COST) {
            return false;
        }
        // The columns of a row's entries differ in colour, and so do the rows of a column's. Where that decides, rows
        // are not coloured: of what many rows meet in, such as the pictures of one camera, each pair would be looked
        // at.
        int fewestOfRows = pattern.colourings().longestColumn();
        if (most > REVERSE_COST * fewestOfRows && most > REVERSE_COST * pattern.rowColours()) {
            return true;
        }
        int ofColumns = pattern.columnColours();
        return ofColumns > REVERSE_COST * fewestOfRows && ofColumns > REVERSE_COST * pattern.rowColours();
    }

    /**
     * The colours of the columns of a Jacobian.
     *
     * @param matrix the matrix to be filled
     * @param columns the number of columns there must be
     * @return [columns]
     * @throws IllegalArgumentException if the matrix is of another size
     */
    public static int[] columnColours(SparseMatrix matrix, int columns) {
        requireColumns(matrix.pattern(), columns);
        return matrix.pattern().colourings().ofColumns().colours();
    }

    /**
     * The colours of the columns of a Hessian.
     *
     * @param matrix the matrix to be filled
     * @param columns the number of columns there must be
     * @return [columns]
     * @throws IllegalArgumentException if the matrix is of another size, or its pattern is not symmetric
     */
    public static int[] symmetricColours(SparseMatrix matrix, int columns) {
        requireColumns(matrix.pattern(), columns);
        return matrix.pattern().colourings().symmetric().colours();
    }

    private static void requireColumns(SparsityPattern pattern, int columns) {
        if (pattern.columns() != columns) {
            throw new IllegalArgumentException("the pattern has " + pattern.columns() + " columns, and there are "
                    + columns + " differentiated numbers");
        }
    }

    /**
     * The number of directions: one for each colour, and one more.
     *
     * @param colours [columns]
     * @return the number of directions
     */
    public static int directions(int[] colours) {
        int most = -1;
        for (int colour : colours) {
            most = Math.max(most, colour);
        }
        return most + 2;
    }

    /**
     * The weight of an index in the last direction: a number from 1 to 2.
     *
     * @param index of a row or a column
     * @return its weight
     */
    public static double weight(int index) {
        return 1 + ((index + 1) * 0x9E3779B97F4A7C15L >>> 11) * 0x1.0p-53;
    }

    /**
     * The cotangents for the rows of a Jacobian.
     *
     * @param matrix the matrix to be filled
     * @return [rowColours + 1][rows]
     */
    public static double[][] cotangents(SparseMatrix matrix) {
        SparsityPattern pattern = matrix.pattern();
        Colouring colouring = pattern.colourings().ofRows();
        double[][] cotangents = new double[colouring.count() + 1][pattern.rows()];
        for (int i = 0; i < pattern.rows(); i++) {
            cotangents[colouring.colours()[i]][i] = 1;
            cotangents[colouring.count()][i] = weight(i);
        }
        return cotangents;
    }

    private static double[] widened(float[] row) {
        double[] wide = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            wide[i] = row[i];
        }
        return wide;
    }

    /**
     * Fills a Jacobian by its products with the directions.
     *
     * @param matrix the matrix, which is filled
     * @param products [rows][directions]
     * @param isSingle whether they were computed in single precision
     * @return the matrix
     * @throws IllegalArgumentException if the pattern lacks an element
     */
    public static SparseMatrix byColumns(SparseMatrix matrix, double[][] products, boolean isSingle) {
        return byColumns(matrix, products, isSingle ? FLOAT_TOLERANCE : TOLERANCE);
    }

    /**
     * The same in single precision.
     *
     * @param matrix the matrix, which is filled
     * @param products [rows][directions]
     * @param isSingle whether they were computed in single precision
     * @return the matrix
     * @throws IllegalArgumentException if the pattern lacks an element
     */
    public static SparseMatrix byColumns(SparseMatrix matrix, float[][] products, boolean isSingle) {
        double[][] wide = Arrays.stream(products).map(CompressedSweeps::widened).toArray(double[][]::new);
        return byColumns(matrix, wide, isSingle ? FLOAT_TOLERANCE : TOLERANCE);
    }

    private static SparseMatrix byColumns(SparseMatrix matrix, double[][] products, double tolerance) {
        SparsityPattern pattern = matrix.pattern();
        requireRows(pattern, products.length);
        Colouring colouring = pattern.colourings().ofColumns();
        double[] values = matrix.values();
        int[] starts = pattern.rowStarts();
        int[] columns = pattern.columnIndices();
        for (int i = 0; i < products.length; i++) {
            double sum = 0;
            double size = 0;
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                values[k] = products[i][colouring.colours()[columns[k]]];
                sum += values[k] * weight(columns[k]);
                size += Math.abs(values[k]);
            }
            check(products[i][colouring.count()], sum, size, tolerance, "row " + i + " of the Jacobian");
        }
        return matrix;
    }

    private static void requireRows(SparsityPattern pattern, int rows) {
        if (pattern.rows() != rows) {
            throw new IllegalArgumentException(
                    "the pattern has " + pattern.rows() + " rows, and there are " + rows + " results");
        }
    }

    /**
     * Fills a Jacobian by the products of the cotangents with it.
     *
     * @param matrix the matrix, which is filled
     * @param products [rowColours + 1][columns]
     * @return the matrix
     * @throws IllegalArgumentException if the pattern lacks an element
     */
    public static SparseMatrix byRows(SparseMatrix matrix, double[][] products) {
        SparsityPattern pattern = matrix.pattern();
        Colouring colouring = pattern.colourings().ofRows();
        double[] values = matrix.values();
        double[] sums = new double[pattern.columns()];
        double[] sizes = new double[pattern.columns()];
        int[] starts = pattern.rowStarts();
        int[] columns = pattern.columnIndices();
        for (int i = 0; i < pattern.rows(); i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                values[k] = products[colouring.colours()[i]][columns[k]];
                sums[columns[k]] += values[k] * weight(i);
                sizes[columns[k]] += Math.abs(values[k]);
            }
        }
        for (int j = 0; j < sums.length; j++) {
            check(products[colouring.count()][j], sums[j], sizes[j], TOLERANCE, "column " + j + " of the Jacobian");
        }
        return matrix;
    }

    /**
     * Fills a Hessian by its products with the directions.
     *
     * @param matrix the matrix, which is filled
     * @param products [columns][directions]
     * @param isSingle whether they were computed in single precision
     * @return the matrix
     * @throws IllegalArgumentException if the pattern lacks an element
     */
    public static SparseMatrix symmetric(SparseMatrix matrix, double[][] products, boolean isSingle) {
        SparsityPattern pattern = matrix.pattern();
        double tolerance = isSingle ? FLOAT_TOLERANCE : TOLERANCE;
        Colouring colouring = pattern.colourings().symmetric();
        int[] colours = colouring.colours();
        double[] values = matrix.values();
        int[] starts = pattern.rowStarts();
        int[] columns = pattern.columnIndices();
        int[] times = new int[colouring.count()];
        for (int i = 0; i < products.length; i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                times[colours[columns[k]]]++;
            }
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                int j = columns[k];
                boolean isAlone = times[colours[j]] == 1;
                values[k] = isAlone ? products[i][colours[j]] : products[j][colours[i]];
            }
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                times[colours[columns[k]]] = 0;
            }
        }
        for (int i = 0; i < products.length; i++) {
            double sum = 0;
            double size = 0;
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                sum += values[k] * weight(columns[k]);
                size += Math.abs(values[k]);
            }
            check(products[i][colouring.count()], sum, size, tolerance, "row " + i + " of the Hessian");
        }
        return matrix;
    }

    private static void check(double expected, double sum, double size, double tolerance, String where) {
        double error = Math.abs(expected - sum);
        if (error > tolerance * size && error > Double.MIN_NORMAL) {
            throw new IllegalArgumentException("the pattern does not fit at this point: it lacks an element in " + where
                    + ", where the method takes another path than where the pattern was found; find it again");
        }
    }
}
