package dev.leibniz.runtime;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Colours of columns, of which two with a row in common differ. Each row knows the colours in it, so that a row that has nearly all
 * columns does not have each of them looked at for each of the others.
 */
final class ColumnPalette implements Palette {
    /** Of a row with fewer entries the columns are looked at. */
    private static final int LONG_ROW = 64;

    private final SparsityPattern pattern;
    private final SparsityPattern transposed;
    private final int[] colours;
    private final BitSet[] ofLongRows;
    private final BitSet forbidden = new BitSet();

    ColumnPalette(SparsityPattern pattern) {
        this.pattern = pattern;
        this.transposed = pattern.transposed();
        this.colours = new int[pattern.columns()];
        Arrays.fill(colours, -1);
        this.ofLongRows = new BitSet[pattern.rows()];
        int[] starts = pattern.rowStarts();
        for (int i = 0; i < ofLongRows.length; i++) {
            if (starts[i + 1] - starts[i] >= LONG_ROW) {
                ofLongRows[i] = new BitSet();
            }
        }
    }

    @Override
    public int firstAllowed(int column) {
        forbidden.clear();
        int[] rows = transposed.columnIndices();
        for (int k = transposed.rowStarts()[column]; k < transposed.rowStarts()[column + 1]; k++) {
            if (ofLongRows[rows[k]] == null) {
                forbidShort(rows[k]);
            } else {
                forbidden.or(ofLongRows[rows[k]]);
            }
        }
        return forbidden.nextClearBit(0);
    }

    private void forbidShort(int row) {
        for (int k = pattern.rowStarts()[row]; k < pattern.rowStarts()[row + 1]; k++) {
            int colour = colours[pattern.columnIndices()[k]];
            if (colour >= 0) {
                forbidden.set(colour);
            }
        }
    }

    @Override
    public void paint(int column, int colour) {
        colours[column] = colour;
        int[] rows = transposed.columnIndices();
        for (int k = transposed.rowStarts()[column]; k < transposed.rowStarts()[column + 1]; k++) {
            if (ofLongRows[rows[k]] != null) {
                ofLongRows[rows[k]].set(colour);
            }
        }
    }

    /** For each column the others that have a row in common with it. */
    static int[][] sharingRows(SparsityPattern pattern) {
        int[][] rowsOfColumns = pattern.transposed().columnsOfRows();
        int[][] columnsOfRows = pattern.columnsOfRows();
        int[][] neighbours = new int[pattern.columns()][];
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
