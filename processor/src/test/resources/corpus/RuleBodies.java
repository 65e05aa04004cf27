package corpus;

import dev.leibniz.annotations.DerivativeOf;
import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.TangentOf;
import dev.leibniz.annotations.UseDerivatives;

/** Rules in one direction only, and rules that are differentiated by their bodies. */
@UseDerivatives(RuleBodies.Table.class)
public final class RuleBodies {
    private RuleBodies() {}

    public record Pair(double a, double b) {}

    static final class Library {
        private Library() {}

        static double[] scaled(double[] a, double w) {
            double[] r = new double[a.length];
            for (int i = 0; i < r.length; i++) r[i] = a[i] * a[i] * w * (i + 1);
            return r;
        }

        static double[] shifted(double[] a, double w) {
            return scaled(a, w);
        }

        static double[][] outer(double[] a, double[] b) {
            double[][] c = new double[a.length][b.length];
            for (int i = 0; i < a.length; i++) for (int j = 0; j < b.length; j++) c[i][j] = a[i] * b[j];
            return c;
        }

        static double cube(double x) {
            return x * x * x;
        }

        static double product(double x, double y) {
            return x * x * y;
        }

        static double ofPair(Pair p, double x) {
            return p.a() * p.b() * x;
        }

        static double sine(double x) {
            return Math.sin(x);
        }

        static double cosine(double x) {
            return Math.cos(x);
        }
    }

    static final class Table {
        private Table() {}

        record Scaled(double[] a, double w) {}

        record Outer(double[] a, double[] b) {}

        @DerivativeOf(value = "scaled", owner = Library.class)
        static Scaled scaled(double[] a, double w, double[] c) {
            double[] da = new double[a.length];
            double dw = 0;
            for (int i = 0; i < a.length; i++) {
                da[i] = 2 * a[i] * w * (i + 1) * c[i];
                dw += a[i] * a[i] * (i + 1) * c[i];
            }
            return new Scaled(da, dw);
        }

        @TangentOf(value = "shifted", owner = Library.class)
        static double[] shifted(double[] a, double w, double[] aTangent, double wTangent) {
            double[] tangent = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                tangent[i] = 2 * a[i] * w * (i + 1) * aTangent[i] + a[i] * a[i] * (i + 1) * wTangent;
            }
            return tangent;
        }

        @DerivativeOf(value = "outer", owner = Library.class)
        static Outer outer(double[] a, double[] b, double[][] c) {
            double[] da = new double[a.length];
            double[] db = new double[b.length];
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < b.length; j++) {
                    da[i] += c[i][j] * b[j];
                    db[j] += c[i][j] * a[i];
                }
            }
            return new Outer(da, db);
        }

        @DerivativeOf(value = "cube", owner = Library.class)
        static double cube(double x, double c) {
            return 3 * squared(x) * c;
        }

        private static double squared(double x) {
            return x * x;
        }

        @TangentOf(value = "product", owner = Library.class)
        static double product(double x, double y, double xTangent, double yTangent) {
            return 2 * x * y * xTangent + x * x * yTangent;
        }

        @TangentOf(value = "ofPair", owner = Library.class)
        static double ofPair(Pair p, double x, Pair pTangent, double xTangent) {
            return (pTangent.a() * p.b() + p.a() * pTangent.b()) * x + p.a() * p.b() * xTangent;
        }

        @DerivativeOf(value = "sine", owner = Library.class)
        static double sine(double x, double c) {
            return c * Library.cosine(x);
        }

        @TangentOf(value = "sine", owner = Library.class)
        static double sineTangent(double x, double t) {
            return t * Library.cosine(x);
        }

        @DerivativeOf(value = "cosine", owner = Library.class)
        static double cosine(double x, double c) {
            return -c * Library.sine(x);
        }
    }

    @Differentiable(order = 2)
    static double reverseOnly(double[] a, double w) {
        double sum = 0;
        for (double v : Library.scaled(a, w * w)) sum += Math.sin(v) + Library.cube(v);
        return sum;
    }

    @Differentiable(order = 2)
    static double forwardOnly(double[] a, double w) {
        double sum = 0;
        for (double v : Library.shifted(a, w * w)) sum += Math.sin(v) + Library.product(v, w);
        return sum;
    }

    @Differentiable
    static double[] vectorByReverse(double[] a, double w) {
        return Library.scaled(Library.scaled(a, w), w * w);
    }

    @Differentiable
    static double[] vectorByForward(double[] a, double w) {
        return Library.shifted(Library.shifted(a, w), w * w);
    }

    @Differentiable(order = 2)
    static double matrix(double[] a, double w) {
        double[][] m = Library.outer(a, Library.scaled(a, w));
        double sum = 0;
        for (double[] row : m) for (double v : row) sum += v * v * w;
        return sum;
    }

    @Differentiable(order = 2)
    static double records(double x, double y) {
        return Library.ofPair(new Pair(x * y, y), Library.product(x, y)) * y;
    }

    /** The rules call each other's methods: derivatives of all orders. */
    @Differentiable(order = 2)
    static double eachOther(double x, double y) {
        return Library.sine(x * y) * Library.cosine(y);
    }

    @Differentiable(order = 2)
    static double inLoops(double[] a, double w) {
        double[] v = a.clone();
        double s = w;
        for (int i = 0; i < 3; i++) {
            v = i == 1 ? Library.shifted(v, w) : Library.scaled(v, 1 / (1 + w * w));
            s = Library.product(s, 0.5) + v[0] * Library.sine(v[1]);
        }
        return s;
    }

    @Differentiable
    static double gradientOfIt(double x, double y) {
        var grad = RuleBodiesGrad.eachOtherGrad(x, y);
        return grad.x() * grad.y() + RuleBodiesGrad.recordsJvp(x, y, 1, x).tangent();
    }
}
