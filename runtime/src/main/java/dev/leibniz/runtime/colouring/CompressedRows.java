package dev.leibniz.runtime.colouring;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The places of the entries of a sparse matrix, by compressed rows: those of row <i>i</i> from {@code starts[i]} to
 * {@code starts[i + 1]}, exclusively, with increasing columns. The arrays are not copied, and must not be changed.
 */
public final class CompressedRows {
    private final int columns;
    private final int[] starts;
    private final int[] indices;

    private CompressedRows(int columns, int[] starts, int[] indices) {
        this.columns = columns;
        this.starts = starts;
        this.indices = indices;
    }

    /** The entries of each row by their columns, which increase. */
    public static CompressedRows of(int columns, int[][] columnsOfRows) {
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
        return new CompressedRows(columns, starts, indices);
    }

    public int rows() {
        return starts.length - 1;
    }

    public int columns() {
        return columns;
    }

    /** The position among the entries at which each row begins, the array itself. */
    public int[] starts() {
        return starts;
    }

    /** The columns of the entries, the array itself. */
    public int[] indices() {
        return indices;
    }

    /** For each row a new array with its columns. */
    public int[][] columnsOfRows() {
        int[][] all = new int[rows()][];
        for (int i = 0; i < all.length; i++) {
            all[i] = Arrays.copyOfRange(indices, starts[i], starts[i + 1]);
        }
        return all;
    }

    public CompressedRows transposed() {
        int[] columnStarts = new int[columns + 1];
        for (int column : indices) {
            columnStarts[column + 1]++;
        }
        for (int j = 0; j < columns; j++) {
            columnStarts[j + 1] += columnStarts[j];
        }
        int[] next = columnStarts.clone();
        int[] rows = new int[indices.length];
        for (int i = 0; i < rows(); i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                rows[next[indices[k]]++] = i;
            }
        }
        return new CompressedRows(rows(), columnStarts, rows);
    }

    /** The same with all entries of the diagonal. */
    CompressedRows withDiagonal() {
        int[][] all = columnsOfRows();
        for (int i = 0; i < Math.min(all.length, columns); i++) {
            all[i] = IntStream.concat(Arrays.stream(all[i]), IntStream.of(i))
                    .sorted()
                    .distinct()
                    .toArray();
        }
        return of(columns, all);
    }

    /** The number of entries of the row that has most. */
    int longestRow() {
        int longest = 0;
        for (int i = 0; i < rows(); i++) {
            longest = Math.max(longest, starts[i + 1] - starts[i]);
        }
        return longest;
    }

    /** The number of entries of the column that has most. */
    int longestColumn() {
        int[] entries = new int[columns];
        int longest = 0;
        for (int column : indices) {
            entries[column]++;
            longest = Math.max(longest, entries[column]);
        }
        return longest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompressedRows matrix
                && columns == matrix.columns
                && Arrays.equals(starts, matrix.starts)
                && Arrays.equals(indices, matrix.indices);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(starts) + Arrays.hashCode(indices);
    }
}
