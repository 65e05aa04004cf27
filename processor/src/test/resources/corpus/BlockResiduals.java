package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** Results of which each iteration computes several elements that no other touches; and those where that is nearly so. */
public final class BlockResiduals {
    private BlockResiduals() {}

    record Pose(double x, double y, double theta) {}

    /** How far a point is from where a camera sees it, by pairs. */
    @Differentiable(order = 2)
    static double[] reprojections(double[] camera, double[][] m) {
        double[] r = new double[2 * m.length];
        for (int i = 0; i < m.length; i++) {
            double depth = 2 + m[i][0] * camera[0];
            r[2 * i] = camera[0] * m[i][0] / depth;
            r[2 * i + 1] = r[2 * i] * depth + Math.sin(camera[camera.length - 1]);
        }
        return r;
    }

    /** Elements that are counted. */
    @Differentiable(order = 2)
    static double[] counted(double[] x, double[][] m) {
        double[] r = new double[m.length * 3];
        int k = 0;
        for (double[] row : m) {
            double square = row[0] * row[0];
            r[k++] = square * x[0];
            r[k++] = row[0] - x[0];
            k++;
        }
        return r;
    }

    private static double[] edge(Pose a, Pose b, double weight) {
        double c = Math.cos(a.theta()), s = Math.sin(a.theta());
        double dx = b.x() - a.x(), dy = b.y() - a.y();
        return new double[] {c * dx + s * dy, weight * (c * dy - s * dx), b.theta() - a.theta()};
    }

    /** A graph of poses: each edge has three residuals, which depend on six of all numbers. */
    @Differentiable(order = 2)
    static double[] poses(double[] x, @NoDerivative int[] from) {
        double[] r = new double[3 * from.length];
        for (int e = 0; e < from.length; e++) {
            int i = Math.floorMod(from[e], x.length), j = (i + 1) % x.length;
            double[] one = edge(new Pose(x[i], x[0], x[j]), new Pose(x[j], x[i], x[x.length - 1]), 0.5 + e);
            for (int k = 0; k < 3; k++) {
                r[3 * e + k] = one[k];
            }
        }
        return r;
    }

    /** A width that is known at run time. */
    @Differentiable
    static double[] table(double[] x, double[] y) {
        int n = y.length;
        double[] r = new double[x.length * n];
        for (int i = 0; i < x.length; i++) {
            double factor = Math.exp(-x[i] * x[i]);
            for (int j = 0; j < n; j++) {
                r[i * n + j] += factor * y[j] * y[j];
            }
            for (int j = 1; j < n; j++) {
                r[i * n + j - 1] *= x[i];
            }
        }
        return r;
    }

    /** More elements than iterations come to, and some that are left as they are. */
    @Differentiable(order = 2)
    static double[] shorter(double[] x, double[][] m) {
        double[] r = new double[2 * m.length + 3];
        for (int i = 0; i < m.length; i++) {
            if (i % 2 == 1) {
                r[i * 2 + 1] = x[0] * m[i][0];
                continue;
            }
            double t = m[i][0] * x[0];
            r[i * 2] = t * t;
        }
        return r;
    }

    /** Pairs that overlap. */
    @Differentiable
    static double[] overlapping(double[] x, double[][] m) {
        double[] r = new double[2 * m.length + 2];
        for (int i = 0; i < m.length; i++) {
            r[2 * i] += m[i][0] * x[0];
            r[2 * i + 2] += m[i][0] * m[i][0];
        }
        return r;
    }

    /** Columns beyond the width, which belong to the next iteration. */
    @Differentiable
    static double[] beyond(double[] x, double[] y) {
        int n = y.length;
        double[] r = new double[x.length * n + 1];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j <= n; j++) {
                r[i * n + j] += x[i] * (j < n ? y[j] : y[0]);
            }
        }
        return r;
    }

    /** As many columns as rows, the wrong way round. */
    @Differentiable
    static double[] transposed(double[] x, double[] y) {
        int n = y.length;
        double[] r = new double[x.length * n];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < n; j++) {
                r[j * x.length + i] = x[i] * x[i] * y[j];
            }
        }
        return r;
    }

    /** What counts the elements is used afterwards, and counts by what iterations find. */
    @Differentiable
    static double[] countedByNeed(double[] x, double[][] m) {
        double[] r = new double[2 * m.length + 1];
        int k = 0;
        for (int i = 0; i < m.length; i++) {
            r[k++] = m[i][0] * x[0];
            if (m[i][0] > 0.5) {
                r[k++] = x[0] * x[0];
            }
        }
        r[k] = k * x[0];
        return r;
    }

    /** Counted, and each iteration reads what the one before has set. */
    @Differentiable
    static double[] fromThePairBefore(double[] x, double[][] m) {
        double[] r = new double[2 * m.length];
        for (int i = 0; i < m.length; i++) {
            r[2 * i] = m[i][0] * x[0];
            r[2 * i + 1] = i > 0 ? r[2 * i - 1] + r[2 * i] : r[0] * x[0];
        }
        return r;
    }

    @Differentiable
    static float[] single(float[] x, float[][] m) {
        float[] r = new float[2 * m.length];
        for (int i = 0; i < m.length; i++) {
            r[2 * i + 1] = m[i][0] * x[0];
            r[2 * i] = r[2 * i + 1] * x[x.length - 1];
        }
        return r;
    }

    /** As many columns as rows. */
    @Differentiable
    static double[] square(double[] x) {
        int n = x.length;
        double[] r = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                r[i * n + j] = x[i] * x[i] * x[j];
            }
        }
        return r;
    }

    /** Copied from a work array, and one place further. */
    @Differentiable(order = 2)
    static double[] copied(double[] x, double[][] m) {
        double[] work = new double[2];
        double[] r = new double[3 * m.length];
        for (int i = 0; i < m.length; i++) {
            work[0] = m[i][0] * x[0];
            work[1] = work[0] * work[0];
            System.arraycopy(work, 0, r, 3 * i + 1, 2);
            r[3 * i] = work[1] - x[0];
        }
        return r;
    }

    /** Copied beyond what is the iteration's own. */
    @Differentiable
    static double[] copiedTooFar(double[] x, double[][] m) {
        double[] r = new double[2 * m.length + 2];
        for (int i = 0; i < m.length; i++) {
            double[] work = {m[i][0] * x[0], x[0], x[0] * x[0]};
            r[2 * i] += work[0];
            System.arraycopy(work, 0, r, 2 * i + 1, 2);
        }
        return r;
    }

    /** Tests of the result before and after it is filled. */
    @Differentiable
    static double[] tested(double[] x, double[][] m) {
        double[] r = new double[2 * m.length];
        if (r.length > 100) {
            throw new IllegalArgumentException("too long");
        }
        for (int i = 0; i < m.length; i++) {
            r[2 * i] = m[i][0] * x[0];
        }
        if (r.length > 0 && r[0] > 1e6) {
            throw new IllegalArgumentException("too large");
        }
        return r;
    }

    /** A work array in which an iteration finds what the one before has left. */
    @Differentiable
    static double[] leftOver(double[] x, double[][] m) {
        double[] work = new double[2];
        double[] r = new double[2 * m.length];
        for (int i = 0; i < m.length; i++) {
            work[i % 2] = m[i][0] * x[0];
            r[2 * i] = work[0] * work[0];
            r[2 * i + 1] = work[1] * x[0];
        }
        return r;
    }

    /** Counted forth and back, and a variable beside it that counts by twos. */
    @Differentiable
    static double[] countedBack(double[] x, double[][] m) {
        double[] r = new double[2 * m.length];
        int k = 0;
        int weight = 0;
        for (int i = 0; i < m.length; i++) {
            k += 2;
            r[--k] = m[i][0] * weight * x[0];
            weight += 2;
            r[--k] = x[0] * x[0] + m[i][0];
            k += 2;
        }
        return r;
    }

    /** One element of a pair has derivatives that are not finite where the other has ordinary ones. */
    @Differentiable(order = 2)
    static double[] maskedPairs(double[] x, double[][] m) {
        double[] r = new double[2 * m.length];
        for (int i = 0; i < m.length; i++) {
            r[2 * i] = Math.sqrt(Math.abs(x[0])) * m[i][0];
            r[2 * i + 1] = x[x.length - 1] * m[i][0];
            r[2 * i + 1] += m[i][0] > 0.5 ? x[0] * Math.log(m[i][0]) : x[0] / m[i][0] * 0;
        }
        return r;
    }
}
