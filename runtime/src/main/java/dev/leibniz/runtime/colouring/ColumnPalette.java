package dev.leibniz.runtime.colouring;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Colours of columns, of which two with a row in common differ. Each row knows the colours in it, so that a row that has nearly all
 * columns does not have each of them looked at for each of the others.
 */
final class ColumnPalette implements Palette {
    /** The number of entries below which the columns of a row are looked at. */
    private static final int LONG_ROW = 64;

    private final CompressedRows matrix;
    private final CompressedRows transposed;
    private final int[] colours;
    private final BitSet[] ofLongRows;
    private final BitSet forbidden = new BitSet();

    ColumnPalette(CompressedRows matrix) {
        this.matrix = matrix;
        this.transposed = matrix.transposed();
        this.colours = new int[matrix.columns()];
        Arrays.fill(colours, -1);
        this.ofLongRows = new BitSet[matrix.rows()];
        int[] starts = matrix.starts();
        for (int i = 0; i < ofLongRows.length; i++) {
            if (starts[i + 1] - starts[i] >= LONG_ROW) {
                ofLongRows[i] = new BitSet();
            }
        }
    }

    @Override
    public int firstAllowed(int column) {
        forbidden.clear();
        int[] rows = transposed.indices();
        for (int k = transposed.starts()[column]; k < transposed.starts()[column + 1]; k++) {
            if (ofLongRows[rows[k]] == null) {
                forbidShort(rows[k]);
            } else {
                forbidden.or(ofLongRows[rows[k]]);
            }
        }
        return forbidden.nextClearBit(0);
    }

    private void forbidShort(int row) {
        for (int k = matrix.starts()[row]; k < matrix.starts()[row + 1]; k++) {
            int colour = colours[matrix.indices()[k]];
            if (colour >= 0) {
                forbidden.set(colour);
            }
        }
    }

    @Override
    public void paint(int column, int colour) {
        colours[column] = colour;
        int[] rows = transposed.indices();
        for (int k = transposed.starts()[column]; k < transposed.starts()[column + 1]; k++) {
            if (ofLongRows[rows[k]] != null) {
                ofLongRows[rows[k]].set(colour);
            }
        }
    }

    /** For each column the others that have a row in common with it. */
    static int[][] sharingRows(CompressedRows matrix) {
        int[][] rowsOfColumns = matrix.transposed().columnsOfRows();
        int[][] columnsOfRows = matrix.columnsOfRows();
        int[][] neighbours = new int[matrix.columns()][];
        BitSet found = new BitSet();
        for (int j = 0; j < neighbours.length; j++) {
            found.clear();
            for (int row : rowsOfColumns[j]) {
                for (int other : columnsOfRows[row]) {
                    found.set(other);
                }
            }
            found.clear(j);
            neighbours[j] = found.stream().toArray();
        }
        return neighbours;
    }
}
