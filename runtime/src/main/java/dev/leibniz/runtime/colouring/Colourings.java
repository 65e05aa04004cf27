package dev.leibniz.runtime.colouring;

/** The colourings of one sparse matrix and what they depend on, each found when it is first asked for; for several threads. */
public final class Colourings {
    private final CompressedRows matrix;
    private final Object lock = new Object();
    private int longestColumn = -1;
    private Colouring ofColumns;
    private Colouring ofRows;
    private Colouring symmetric;

    public Colourings(CompressedRows matrix) {
        this.matrix = matrix;
    }

    /** The number of entries of the row that has most. */
    public int longestRow() {
        return matrix.longestRow();
    }

    /** The number of entries of the column that has most. */
    public int longestColumn() {
        synchronized (lock) {
            if (longestColumn < 0) {
                longestColumn = matrix.longestColumn();
            }
            return longestColumn;
        }
    }

    /** The colouring of the columns, as a Jacobian needs it in forward mode. */
    public Colouring ofColumns() {
        synchronized (lock) {
            if (ofColumns == null) {
                ofColumns = Colouring.ofColumns(matrix);
            }
            return ofColumns;
        }
    }

    /** The colouring of the rows, as a Jacobian needs it in reverse mode. */
    public Colouring ofRows() {
        synchronized (lock) {
            if (ofRows == null) {
                ofRows = Colouring.ofColumns(matrix.transposed());
            }
            return ofRows;
        }
    }

    /** The colouring that a Hessian needs. @throws IllegalArgumentException if the matrix is not symmetric */
    public Colouring symmetric() {
        synchronized (lock) {
            if (symmetric == null) {
                if (!matrix.equals(matrix.transposed())) {
                    throw new IllegalArgumentException("the pattern of a Hessian is symmetric, and this one is not");
                }
                symmetric = Colouring.ofSymmetric(matrix);
            }
            return symmetric;
        }
    }
}
