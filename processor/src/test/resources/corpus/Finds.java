package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** Programs that were once differentiated wrongly, or not at all. */
public final class Finds {
    private Finds() {}

    /** A branch that only copies an array hands a derivative on. */
    @Differentiable
    static double copiesInBranches(double[] p, double a) {
        double[] copy = chosen(p, a);
        double s = 0;
        for (double v : copy) {
            s += v * v;
        }
        return s;
    }

    private static double[] chosen(double[] p, double a) {
        if (p.length > 0) {
            if (a > 100) {
                if (p[0] < a) {
                    return new double[] {a};
                }
            }
        }
        return p.clone();
    }

    /** The copy that is returned is made after a branch with a loop that could be fused. */
    @Differentiable
    static double[] copyAfterBranch(double[] p, double a) {
        double[] r = new double[4];
        double last = 0;
        if (a < 50) {
            for (int i = 0; i < r.length; i++) {
                r[i] = a * i;
                last += r[i];
            }
        } else {
            r[1] = a;
        }
        r[0] = last;
        return r.clone();
    }

    /** The adjoint of a matrix whose rows are only ever indexed is made where it is needed. */
    @Differentiable
    static double rowsAtRunningIndex(double[] p) {
        double[][] m = new double[6][2];
        int at = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 2; j++) {
                m[at][0] = p[i % p.length] * p[j % p.length];
                if (j == 0) {
                    m[at][1] = Math.sin(p[0]);
                }
                at++;
            }
        }
        double s = 0;
        for (double[] row : m) {
            s += row[0] * row[1] + row[0];
        }
        return s;
    }

    /** The number a recursive helper is given is not changed by the call. */
    @Differentiable(order = 2)
    static double recursiveConstant(double x, double y) {
        return descend(1, x) * y + x * x * y;
    }

    private static double descend(int n, double x) {
        return n <= 0 ? 2.0 : descend(n - 1, x);
    }

    /** Rows of an array that is no parameter to differentiate, in an array that is one. */
    @Differentiable
    static double constantRows(double[] p, int n) {
        double[][] table = {{1, 2}, {3, 4}};
        double[][] rows = new double[2][];
        for (int i = 0; i < 2; i++) {
            rows[i] = table[i].clone();
        }
        for (int i = 0; i < 2; i++) {
            rows[i][0] *= p[0];
        }
        return rows[0][0] * rows[1][0] + rows[1][1];
    }

    /** A work array that is filled up to a bound of its own and read beyond it. */
    @Differentiable
    static double partlyFilled(double[] p) {
        double[] work = new double[4];
        double s = 0;
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < i % 4; j++) {
                work[j] = p[i] * j;
            }
            for (int j = 0; j < 4; j++) {
                s += work[j] * work[j];
            }
        }
        return s;
    }

    /** A row known by two names: what is read by the one before the other fills it is still zero. */
    @Differentiable
    static double rowReadBeforeItIsFilled(double[] p, double a) {
        double s = 0;
        for (int i = 0; i < p.length; i++) {
            double[][] work = new double[3][2];
            for (int k = 0; k < 3; k++) {
                double[] first = work[k];
                s += a;
                double[] again = work[k];
                s += again[0] * p[i] + again[1];
                for (int j = 0; j < 2; j++) {
                    first[j] = p[i] * (j + k) * a;
                }
            }
            for (int k = 0; k < 3; k++) {
                s += work[k][0] * work[k][1];
            }
        }
        return s;
    }

    /** The same with a single number: read before the first write of the iteration, but not in the first iteration. */
    @Differentiable
    static double workReadBeforeItIsFilled(double[] p) {
        double[] work = new double[2];
        double s = 0;
        for (int i = 0; i < p.length; i++) {
            s += work[1] * p[i];
            for (int j = 0; j < work.length; j++) {
                work[j] = p[i] * p[i] + j;
            }
            s += work[0];
        }
        return s;
    }

    record Part(double a, int k, @NoDerivative double fixed, @NoDerivative double[] table, double[] data) {}

    @Differentiable
    static double ofPart(Part part) {
        return part.a() * part.fixed() * part.table()[0] * part.data()[0] * part.k();
    }

    @Differentiable
    static Part toPart(double x) {
        return new Part(x * x, 2, 5, new double[] {1.5}, new double[] {x, 1});
    }

    private static double total(Part part) {
        double s = part.a() + 10 * part.k() + 100 * part.fixed() + 1000 * part.table()[0];
        return s + 0.1 * part.data()[0] + 0.01 * part.data()[1];
    }

    /** The constant components of a gradient are zero inside of a method, too, integers are what they are. */
    @Differentiable
    static double constantsOfGradient(double x) {
        return total(FindsGrad.ofPartGrad(toPart(x)).part());
    }

    /** The same for tangents. */
    @Differentiable
    static double constantsOfTangent(double x) {
        return total(FindsGrad.toPartJvp(x, 2).tangent());
    }

    /** What a record of buffers holds is added to, and its constants are what is returned. */
    @Differentiable
    static double recordOfBuffers(double x) {
        Part buffer = new Part(100 * x, 3, 7, new double[] {2}, new double[] {x, 2 * x});
        return total(FindsGrad.ofPartGradInto(toPart(x), buffer).part());
    }

    /** Two loops whose backward parts could run at once, were it not that the second overwrites what the first reads. */
    @Differentiable
    static double overwrittenAfterTheLoop(double x) {
        double[] p = new double[3];
        double c = 0;
        for (double e : p) {
            c += e;
        }
        double s = 0;
        for (int k = 0; k < p.length; k++) {
            p[k] = x * x;
            s += x;
        }
        return 0.5 * c + s;
    }

    /** The same, with an array that is read again. */
    @Differentiable
    static double overwrittenAndReadAgain(double x) {
        double[] p = {x, x, 1};
        double c = 0;
        for (double e : p) {
            c += e;
        }
        double s = 0;
        for (int k = 0; k < p.length; k++) {
            p[k] = x * x * k;
            s += Math.sin(x) * p[k];
        }
        return 0.5 * c + s;
    }

    /** A string that is chosen where any object could be. */
    @Differentiable
    static double chosenText(double x) {
        return "small".equals(x > 1 ? "large" : "small") ? x : x * x;
    }

    /** A row of a parameter is the result itself. */
    @Differentiable
    static double[] rowOfParameter(double[][] m) {
        double[] row = m[1];
        return row;
    }

    /** A row of a matrix that was made here is the result. */
    @Differentiable
    static double[] rowOfOwnMatrix(double[] x) {
        double[][] m = new double[2][x.length];
        for (int i = 0; i < x.length; i++) {
            m[0][i] = x[i] * x[i];
            m[1][i] = m[0][i] * x[i];
        }
        return m[1];
    }

    private static double[] last(double[][] rows) {
        return rows[rows.length - 1];
    }

    /** The row comes from a helper, and was written to before. */
    @Differentiable
    static double[] rowFromHelper(double[] x, double c) {
        double[][] m = {x.clone(), {c, c * c, c}};
        double[] row = last(m);
        row[0] *= x[0];
        return row;
    }

    /** How long the row is that is put into the result is known after a loop only. */
    @Differentiable
    static double[][] rowsAfterALoop(double[] x) {
        int[] counts = {1, 0, 2};
        int n = 0;
        for (int c : counts) {
            n += c;
        }
        double[][] r = new double[2][];
        r[0] = new double[n];
        r[0][n - 1] = 3 * x[1];
        r[1] = x.clone();
        return r;
    }

    /** A row that nothing flows into is made of what a loop has read. */
    @Differentiable
    static double[][] constantRowAfterALoop(double x) {
        double[] w = {1, 2, 3};
        double last = 0;
        for (double v : w) {
            last = v;
        }
        w[0] += last;
        return new double[][] {w.clone(), {x * x}};
    }
}
