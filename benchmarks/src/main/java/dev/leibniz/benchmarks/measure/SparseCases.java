package dev.leibniz.benchmarks.measure;

import dev.leibniz.benchmarks.algorithms.SparseProblems;
import dev.leibniz.benchmarks.algorithms.SparseProblemsGrad;
import dev.leibniz.runtime.SparseMatrix;
import dev.leibniz.runtime.SparsityPattern;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Sparse derivatives of large problems, and what they are compared with. */
public final class SparseCases {
    private static final int POSES = 467;
    private static final int MEASUREMENTS = 1000;
    private static final int NODES = 200;
    private static final double STEP = 0.02;

    private SparseCases() {}

    /**
     * A sparse derivative.
     *
     * @param size how large the matrix is
     * @param colours how many directions it takes
     * @param once computes what the derivative is a multiple of: the function, or for a Hessian its product with one vector
     * @param sparse fills the matrix
     * @param other computes all of its elements in another way
     * @param otherWay what that is
     */
    public record Case(
            String size,
            int colours,
            Supplier<?> once,
            Supplier<SparseMatrix> sparse,
            Supplier<double[][]> other,
            String otherWay) {}

    /** All of them, in the order of the table. */
    public static Map<String, Supplier<Case>> all() {
        Map<String, Supplier<Case>> all = new LinkedHashMap<>();
        all.put("poses", SparseCases::poses);
        all.put("control", SparseCases::control);
        all.put("lagrangian", SparseCases::lagrangian);
        return all;
    }

    /** A way through many poses, each measured from the one before; further measurements between poses that are near each other. */
    private static Case poses() {
        RandomArrays random = new RandomArrays(11);
        double[] x = random.gaussian(SparseProblems.POSE * POSES);
        double[] measured = random.gaussian(SparseProblems.POSE * MEASUREMENTS);
        int[] from = new int[MEASUREMENTS];
        int[] to = new int[MEASUREMENTS];
        for (int e = 0; e < MEASUREMENTS; e++) {
            from[e] = e % (POSES - 1);
            int further = e < POSES - 1 ? 1 : 2 + near(random.random());
            to[e] = (from[e] + further) % POSES;
        }
        SparsityPattern pattern = SparseProblemsGrad.poseGraphSparsity(x, from, to, measured);
        SparseMatrix matrix = SparseMatrix.zeros(pattern);
        return new Case(
                pattern.rows() + " × " + pattern.columns(),
                pattern.columnColours(),
                () -> SparseProblems.poseGraph(x, from, to, measured),
                () -> SparseProblemsGrad.poseGraphSparseJacobianInto(x, from, to, measured, matrix)
                        .jacobian(),
                () -> SparseProblemsGrad.poseGraphJacobian(x, from, to, measured)
                        .x(),
                "dense");
    }

    private static int near(Random random) {
        return random.nextInt(20);
    }

    private static Case control() {
        double[] x = new RandomArrays(12).gaussian(SparseProblems.NODE * NODES);
        SparsityPattern pattern = SparseProblemsGrad.defectsSparsity(x, STEP);
        SparseMatrix matrix = SparseMatrix.zeros(pattern);
        return new Case(
                pattern.rows() + " × " + pattern.columns(),
                pattern.columnColours(),
                () -> SparseProblems.defects(x, STEP),
                () -> SparseProblemsGrad.defectsSparseJacobianInto(x, STEP, matrix)
                        .jacobian(),
                () -> byHand(x),
                "colours by hand");
    }

    /** Two nodes that are not neighbours have no defect in common, so the numbers of every other node take one direction each. */
    private static double[][] byHand(double[] x) {
        int colours = 2 * SparseProblems.NODE;
        double[][] directions = new double[colours][x.length];
        for (int j = 0; j < x.length; j++) {
            directions[j % colours][j] = 1;
        }
        double[][] products = SparseProblemsGrad.defectsJvp(x, STEP, directions).tangents();
        double[][] rows = new double[products[0].length][2 * SparseProblems.NODE];
        for (int i = 0; i < rows.length; i++) {
            int first = i / 4 * SparseProblems.NODE;
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = products[(first + j) % colours][i];
            }
        }
        return rows;
    }

    private static Case lagrangian() {
        RandomArrays random = new RandomArrays(13);
        double[] x = random.gaussian(SparseProblems.NODE * NODES);
        double[] multipliers = random.gaussian(4 * (NODES - 1));
        double[] direction = random.gaussian(x.length);
        SparsityPattern pattern = SparseProblemsGrad.lagrangianHessianSparsity(x, multipliers, STEP);
        SparseMatrix matrix = SparseMatrix.zeros(pattern);
        return new Case(
                pattern.rows() + " × " + pattern.columns(),
                pattern.symmetricColours(),
                () -> SparseProblemsGrad.lagrangianHvp(x, multipliers, STEP, direction),
                () -> SparseProblemsGrad.lagrangianSparseHessianInto(x, multipliers, STEP, matrix)
                        .hessian(),
                () -> products(x, multipliers),
                "one Hvp for each number");
    }

    private static double[][] products(double[] x, double[] multipliers) {
        double[][] rows = new double[x.length][];
        double[] direction = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            direction[j] = 1;
            rows[j] = SparseProblemsGrad.lagrangianHvp(x, multipliers, STEP, direction)
                    .x();
            direction[j] = 0;
        }
        return rows;
    }
}
