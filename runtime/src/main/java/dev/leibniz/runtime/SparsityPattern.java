package dev.leibniz.runtime;

import dev.leibniz.runtime.colouring.Colourings;
import dev.leibniz.runtime.colouring.CompressedRows;
import java.util.Arrays;
import java.util.Objects;

/**
 * The places where a sparse matrix can have elements other than 0: the Jacobian or the Hessian of a method along one path through it.
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
    private final CompressedRows matrix;
    private final Colourings colourings;

    private SparsityPattern(CompressedRows matrix) {
        this.matrix = matrix;
        this.colourings = new Colourings(matrix);
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
        return new SparsityPattern(CompressedRows.of(columns, columnsOfRows));
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
        return matrix.rows();
    }

    /**
     * The number of columns.
     *
     * @return columns
     */
    public int columns() {
        return matrix.columns();
    }

    /**
     * The number of entries.
     *
     * @return how many elements may be other than 0
     */
    public int entries() {
        return columnIndices().length;
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
        Objects.checkIndex(i, rows());
        Objects.checkIndex(j, columns());
        int[] starts = matrix.starts();
        return Arrays.binarySearch(matrix.indices(), starts[i], starts[i + 1], j);
    }

    /**
     * The position among the entries at which each row begins.
     *
     * @return [rows + 1], the array itself, which must not be changed
     */
    public int[] rowStarts() {
        return matrix.starts();
    }

    /**
     * The columns of the entries.
     *
     * @return [entries], the array itself, which must not be changed
     */
    public int[] columnIndices() {
        return matrix.indices();
    }

    /**
     * The pattern of the transposed matrix.
     *
     * @return a new pattern
     */
    public SparsityPattern transposed() {
        return new SparsityPattern(matrix.transposed());
    }

    /**
     * The number of directions a Jacobian with this pattern takes in forward mode: columns of one colour have no row in common.
     *
     * @return the number of colours
     */
    public int columnColours() {
        return colourings.ofColumns().count();
    }

    /**
     * The number of cotangents a Jacobian with this pattern takes in reverse mode: rows of one colour have no column in common.
     *
     * @return the number of colours
     */
    public int rowColours() {
        return colourings.ofRows().count();
    }

    /**
     * The number of directions a Hessian with this pattern takes: the colours of a star colouring.
     *
     * @return the number of colours
     * @throws IllegalArgumentException if the pattern is not symmetric
     */
    public int symmetricColours() {
        return colourings.symmetric().count();
    }

    /**
     * The colours themselves, for the classes that make sparse derivatives.
     *
     * @return colourings of this pattern
     * @hidden
     */
    @SuppressWarnings("exports") // for the other packages of the runtime
    public Colourings colourings() {
        return colourings;
    }

    /**
     * A picture: a square for each entry.
     *
     * @return a document in SVG
     */
    public String toSvg() {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(columns())
                .append(' ')
                .append(rows());
        svg.append("\"><rect width=\"100%\" height=\"100%\" fill=\"white\"/><path d=\"");
        for (int i = 0; i < rows(); i++) {
            for (int k = rowStarts()[i]; k < rowStarts()[i + 1]; k++) {
                svg.append('M').append(columnIndices()[k]).append(' ').append(i).append("h1v1h-1z");
            }
        }
        return svg.append("\"/></svg>\n").toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparsityPattern pattern && matrix.equals(pattern.matrix);
    }

    @Override
    public int hashCode() {
        return matrix.hashCode();
    }

    /** Size and number of entries; a small pattern as a picture of {@code x} and {@code .}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(rows() + " × " + columns() + ", " + entries() + " entries");
        if (rows() <= 50 && columns() <= 100) {
            for (int i = 0; i < rows(); i++) {
                text.append('\n');
                for (int j = 0; j < columns(); j++) {
                    text.append(contains(i, j) ? 'x' : '.');
                }
            }
        }
        return text.toString();
    }
}
