package corpus;

import static java.lang.Math.exp;
import static java.lang.Math.max;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** Calls into nested types, interfaces, other files; calls of anything on constants. */
public final class MoreCalls {
    private MoreCalls() {}

    interface Kernel {
        static double gauss(double x, double width) {
            double z = x / width;
            return exp(-0.5 * z * z);
        }
    }

    enum Kind {
        NARROW,
        WIDE;

        static double width(Kind kind) {
            return kind == NARROW ? 0.5 : 2;
        }
    }

    static final class Nested {
        private Nested() {}

        @Differentiable
        static double inNested(double x) {
            return twice(x) * x;
        }

        private static double twice(double x) {
            return 2 * x + Deeper.cube(x);
        }

        static final class Deeper {
            private Deeper() {}

            static double cube(double x) {
                return x * x * x;
            }
        }
    }

    @Differentiable
    static double interfaceMethod(double x, Kind kind) {
        return Kernel.gauss(x, Kind.width(kind)) + Nested.Deeper.cube(x);
    }

    @Differentiable
    static double staticImports(double x) {
        return exp(x) + max(x, 0.3);
    }

    @Differentiable
    static double otherFile(double x, double y) {
        return Straight.textbook(x) * Loops.sumOfSines(y) + Straight.product(x, y, x);
    }

    @Differentiable
    static double otherFileWithArrays(double[] a, double x) {
        double[] w = VectorResults.scaled(a, x);
        return Vectors.dot(w, a) + Vectors.logSumExp(w);
    }

    @Differentiable
    static double anythingOnConstants(double x, int n, String kind) {
        int bits = Integer.bitCount(n) + Integer.parseInt("12");
        double c = Double.parseDouble("0.5") + kind.length();
        return x * bits + x * x * c + String.valueOf(n).length();
    }

    private static double last(@NoDerivative double[] weights, double x) {
        return weights[weights.length - 1] * x;
    }

    @Differentiable
    static double constantArgument(double[] a, double x) {
        return last(new double[] {1, 2, 3}, x) * a[0];
    }

    private static double sum(double[] a, int from, int to) {
        return to - from == 1 ? a[from] * a[from] : sum(a, from, (from + to) / 2) * 0.5 + sum(a, (from + to) / 2, to);
    }

    @Differentiable
    static double divideAndConquer(double[] a) {
        return sum(a, 0, a.length);
    }

    private static double gcdLike(double x, double y, int depth) {
        return depth == 0 || y < 0.1 ? x * x : gcdLike(y, x - 0.5 * y, depth - 1) + 0.1 * x;
    }

    @Differentiable
    static double recursionThatDependsOnData(double x, double y) {
        return gcdLike(x, y, 6);
    }

    private static double unusedResult(double[] w) {
        w[1] = w[0] * w[0];
        return 17;
    }

    @Differentiable
    static double callAsStatement(double[] a) {
        double[] w = a.clone();
        unusedResult(w);
        unusedResult(w);
        return w[1] * w[2];
    }

    private static double checked(double x) {
        if (!(x > -100)) {
            throw new IllegalStateException("too small: " + x);
        }
        return x * x;
    }

    @Differentiable
    static double throwingHelper(double x) {
        double s = 0;
        for (int i = 0; i < 3; i++) {
            s += checked(x + i);
        }
        return s;
    }

    private static double smooth(double x) {
        return x < 0 ? 0 : x > 1 ? 1 : x * x * (3 - 2 * x);
    }

    @Differentiable
    static double nestedCalls(double x, double y) {
        return smooth(smooth(x * x) + 0.3 * smooth(y * smooth(y)));
    }
}
