package dev.leibniz.runtime;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where a sparse matrix can have elements other than 0: the Jacobian or the Hessian of a method along one path through it.
 * {@code ModelGrad.lossSparsity(…)} finds it by running the method on sets of indices instead of numbers; it holds for all
 * points that take the same branches. It is coloured when it is first used, and can be used for any number of points, by several
 * threads.
 *
 * <p>A pattern that is larger than needed is fine, it only costs sweeps. One that is too small for a point is noticed there: each
 * derivative checks its matrix by the product with one more direction.
 *
 * @since 0.1.0
 */
public final class SparsityPattern {
    private final int rows;
    private final int columns;
    private final int[] rowStarts;
    private final int[] columnIndices;
    private final Object lock = new Object();
    private int longestColumn = -1;
    private Colouring ofColumns;
    private Colouring ofRows;
    private Colouring symmetric;

    private SparsityPattern(int rows, int columns, int[] rowStarts, int[] columnIndices) {
        this.rows = rows;
        this.columns = columns;
        this.rowStarts = rowStarts;
        this.columnIndices = columnIndices;
    }

    /**
     * The pattern with these entries.
     *
     * @param columns the number of columns
     * @param columnsOfRows for each row the columns of its entries, in increasing order; not changed
     * @return a pattern
     * @throws IllegalArgumentException if a column is not in range, or not greater than the one before
     */
    public static SparsityPattern of(int columns, int[][] columnsOfRows) {
        int[] starts = new int[columnsOfRows.length + 1];
        for (int i = 0; i < columnsOfRows.length; i++) {
            starts[i + 1] = starts[i] + columnsOfRows[i].length;
        }
        int[] indices = new int[starts[columnsOfRows.length]];
        for (int i = 0; i < columnsOfRows.length; i++) {
            int last = -1;
            for (int column : columnsOfRows[i]) {
                if (column <= last || column >= columns) {
                    throw new IllegalArgumentException(
                            "row " + i + " has column " + column + " after " + last + ", of " + columns);
                }
                last = column;
            }
            System.arraycopy(columnsOfRows[i], 0, indices, starts[i], columnsOfRows[i].length);
        }
        return new SparsityPattern(columnsOfRows.length, columns, starts, indices);
    }

    /**
     * The pattern of a matrix without zeros.
     *
     * @param rows the number of rows
     * @param columns the number of columns
     * @return a pattern
     */
    public static SparsityPattern dense(int rows, int columns) {
        int[] all = new int[columns];
        Arrays.setAll(all, j -> j);
        int[][] columnsOfRows = new int[rows][];
        Arrays.fill(columnsOfRows, all);
        return of(columns, columnsOfRows);
    }

    /**
     * The number of rows.
     *
     * @return rows
     */
    public int rows() {
        return rows;
    }

    /**
     * The number of columns.
     *
     * @return columns
     */
    public int columns() {
        return columns;
    }

    /**
     * The number of entries.
     *
     * @return how many elements may be other than 0
     */
    public int entries() {
        return columnIndices.length;
    }

    /**
     * Whether an element may be other than 0.
     *
     * @param i the row
     * @param j the column
     * @return whether there is an entry
     * @throws IndexOutOfBoundsException if there is no such row or column
     */
    public boolean contains(int i, int j) {
        return find(i, j) >= 0;
    }

    /** The place of an entry; negative if there is none. */
    int find(int i, int j) {
        java.util.Objects.checkIndex(i, rows);
        java.util.Objects.checkIndex(j, columns);
        return Arrays.binarySearch(columnIndices, rowStarts[i], rowStarts[i + 1], j);
    }

    /**
     * Where rows begin among the entries.
     *
     * @return [rows + 1], the array itself, which must not be changed
     */
    public int[] rowStarts() {
        return rowStarts;
    }

    /**
     * The columns of the entries.
     *
     * @return [entries], the array itself, which must not be changed
     */
    public int[] columnIndices() {
        return columnIndices;
    }

    /** For each row a new array with its columns. */
    int[][] columnsOfRows() {
        int[][] all = new int[rows][];
        for (int i = 0; i < rows; i++) {
            all[i] = Arrays.copyOfRange(columnIndices, rowStarts[i], rowStarts[i + 1]);
        }
        return all;
    }

    /**
     * The pattern of the transposed matrix.
     *
     * @return a new pattern
     */
    public SparsityPattern transposed() {
        int[] starts = new int[columns + 1];
        for (int column : columnIndices) {
            starts[column + 1]++;
        }
        for (int j = 0; j < columns; j++) {
            starts[j + 1] += starts[j];
        }
        int[] next = starts.clone();
        int[] indices = new int[columnIndices.length];
        for (int i = 0; i < rows; i++) {
            for (int k = rowStarts[i]; k < rowStarts[i + 1]; k++) {
                indices[next[columnIndices[k]]++] = i;
            }
        }
        return new SparsityPattern(columns, rows, starts, indices);
    }

    /**
     * How many directions a Jacobian with this pattern takes in forward mode: columns of one colour have no row in common.
     *
     * @return the number of colours
     */
    public int columnColours() {
        return ofColumns().count();
    }

    /**
     * How many cotangents a Jacobian with this pattern takes in reverse mode: rows of one colour have no column in common.
     *
     * @return the number of colours
     */
    public int rowColours() {
        return ofRows().count();
    }

    /**
     * How many directions a Hessian with this pattern takes: the colours of a star colouring.
     *
     * @return the number of colours
     * @throws IllegalArgumentException if the pattern is not symmetric
     */
    public int symmetricColours() {
        return symmetric().count();
    }

    /** The number of entries of the row that has most. */
    int longestRow() {
        int longest = 0;
        for (int i = 0; i < rows; i++) {
            longest = Math.max(longest, rowStarts[i + 1] - rowStarts[i]);
        }
        return longest;
    }

    /** The number of entries of the column that has most. */
    int longestColumn() {
        synchronized (lock) {
            if (longestColumn < 0) {
                int[] entries = new int[columns];
                longestColumn = 0;
                for (int column : columnIndices) {
                    entries[column]++;
                    longestColumn = Math.max(longestColumn, entries[column]);
                }
            }
            return longestColumn;
        }
    }

    Colouring ofColumns() {
        synchronized (lock) {
            if (ofColumns == null) {
                ofColumns = Colouring.ofColumns(this);
            }
            return ofColumns;
        }
    }

    Colouring ofRows() {
        synchronized (lock) {
            if (ofRows == null) {
                ofRows = Colouring.ofColumns(transposed());
            }
            return ofRows;
        }
    }

    Colouring symmetric() {
        synchronized (lock) {
            if (symmetric == null) {
                if (!equals(transposed())) {
                    throw new IllegalArgumentException("the pattern of a Hessian is symmetric, and this one is not");
                }
                symmetric = Colouring.ofSymmetric(this);
            }
            return symmetric;
        }
    }

    /** The same with all entries of the diagonal. */
    SparsityPattern withDiagonal() {
        int[][] all = columnsOfRows();
        for (int i = 0; i < Math.min(rows, columns); i++) {
            all[i] = IntStream.concat(Arrays.stream(all[i]), IntStream.of(i))
                    .sorted()
                    .distinct()
                    .toArray();
        }
        return of(columns, all);
    }

    /**
     * A picture: a square for each entry.
     *
     * @return a document in SVG
     */
    public String toSvg() {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(columns)
                .append(' ')
                .append(rows);
        svg.append("\"><rect width=\"100%\" height=\"100%\" fill=\"white\"/><path d=\"");
        for (int i = 0; i < rows; i++) {
            for (int k = rowStarts[i]; k < rowStarts[i + 1]; k++) {
                svg.append('M').append(columnIndices[k]).append(' ').append(i).append("h1v1h-1z");
            }
        }
        return svg.append("\"/></svg>\n").toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparsityPattern pattern
                && rows == pattern.rows
                && columns == pattern.columns
                && Arrays.equals(rowStarts, pattern.rowStarts)
                && Arrays.equals(columnIndices, pattern.columnIndices);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(rowStarts) + Arrays.hashCode(columnIndices);
    }

    /** Size and number of entries; a small pattern as a picture of {@code x} and {@code .}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(rows + " × " + columns + ", " + entries() + " entries");
        if (rows <= 50 && columns <= 100) {
            for (int i = 0; i < rows; i++) {
                text.append('\n');
                for (int j = 0; j < columns; j++) {
                    text.append(contains(i, j) ? 'x' : '.');
                }
            }
        }
        return text.toString();
    }
}
