package dev.leibniz.benchmarks.results;

import dev.leibniz.benchmarks.problems.Observations;

/**
 * The Jacobian of all residuals of a bundle adjustment, in compressed rows: two rows for each observation, then one for
 * each weight. The columns are those of the cameras, the points and the weights.
 *
 * <p>It only places numbers; it knows nothing of how they are found.
 */
public final class SparseJacobian {
    private static final int CAMERA = 11;
    private static final int POINT = 3;
    private static final int ROW = CAMERA + POINT + 1;

    private final int observations;
    private final int firstPointColumn;
    private final int firstWeightColumn;
    private final int[] rows;
    private final int[] cols;
    private final double[] vals;

    /** Makes a matrix of the right size, with no entry set. */
    public SparseJacobian(Observations data) {
        observations = data.count();
        firstPointColumn = CAMERA * data.cameras().length;
        firstWeightColumn = firstPointColumn + POINT * data.points().length;
        rows = new int[3 * observations + 1];
        cols = new int[(2 * ROW + 1) * observations];
        vals = new double[(2 * ROW + 1) * observations];
    }

    /** Sets the two rows of an observation from the error's derivatives by camera, point and weight. */
    public void setReprojectionError(
            int observation, int camera, int point, double[][] byCamera, double[][] byPoint, double[] byWeight) {
        for (int coordinate = 0; coordinate < 2; coordinate++) {
            int at = (2 * observation + coordinate) * ROW;
            rows[2 * observation + coordinate + 1] = at + ROW;
            double[] cameraRow = byCamera[coordinate];
            for (int j = 0; j < CAMERA; j++) {
                cols[at + j] = CAMERA * camera + j;
                vals[at + j] = cameraRow[j];
            }
            double[] pointRow = byPoint[coordinate];
            for (int j = 0; j < POINT; j++) {
                cols[at + CAMERA + j] = firstPointColumn + POINT * point + j;
                vals[at + CAMERA + j] = pointRow[j];
            }
            cols[at + ROW - 1] = firstWeightColumn + observation;
            vals[at + ROW - 1] = byWeight[coordinate];
        }
    }

    /** Sets the row of an observation's weight. */
    public void setWeightError(int observation, double byWeight) {
        int at = 2 * ROW * observations + observation;
        rows[2 * observations + observation + 1] = at + 1;
        cols[at] = firstWeightColumn + observation;
        vals[at] = byWeight;
    }

    /** Where each row starts, and after the last one the number of entries. */
    public int[] rows() {
        return rows;
    }

    /** The column of each entry. */
    public int[] cols() {
        return cols;
    }

    /** The value of each entry. */
    public double[] vals() {
        return vals;
    }
}
