package corpus;

import dev.leibniz.annotations.DerivativeOf;
import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.annotations.UseDerivatives;

/** Rules for methods some of whose arguments are constants: a library cannot say which, so the rule does. */
@UseDerivatives(RuleConstants.Table.class)
public final class RuleConstants {
    private RuleConstants() {}

    public record Point(double a, @NoDerivative double t) {}

    public record Points(@NoDerivative double[] t, double[] a, int n) {}

    static final class Library {
        private Library() {}

        static double scaled(double x, double t) {
            return x * t * t;
        }

        static double[] divided(double[] a, double[] t) {
            double[] quotient = new double[a.length];
            for (int i = 0; i < a.length; i++) quotient[i] = a[i] / (2 + t[i] * t[i]);
            return quotient;
        }

        static double between(double x, double t, double y) {
            return x * t * y * y;
        }

        static double several(double[] a, double[] t, double[] b, int power, double scale) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) sum += a[i] * t[i] * Math.pow(b[i], power) * scale;
            return sum;
        }

        static double onlyConstants(double t, double[] u) {
            return t + u[0];
        }

        static double ofPoint(Point p, double x) {
            return p.a() * p.a() * p.t() * x;
        }

        static double ofPoints(Points p, double x) {
            return p.a()[0] * p.a()[0] * p.t()[0] * x * p.n();
        }
    }

    static final class Table {
        private Table() {}

        record Between(double x, double y) {}

        record Several(double[] a, double[] b) {}

        record OfPoint(Point p, double x) {}

        record OfPoints(Points p, double x) {}

        @Differentiable
        @DerivativeOf(value = "scaled", owner = Library.class)
        static double scaled(double x, @NoDerivative double t, double cotangent) {
            return cotangent * t * t;
        }

        @Differentiable
        @DerivativeOf(value = "divided", owner = Library.class)
        static double[] divided(double[] a, @NoDerivative double[] t, double[] cotangent) {
            return Formulas.quotients(cotangent, t);
        }

        @Differentiable
        @DerivativeOf(value = "between", owner = Library.class)
        static Between between(double x, @NoDerivative double t, double y, double cotangent) {
            return new Between(cotangent * t * y * y, cotangent * x * t * 2 * y);
        }

        @Differentiable
        @DerivativeOf(value = "several", owner = Library.class)
        static Several several(
                double[] a,
                @NoDerivative double[] t,
                double[] b,
                int power,
                @NoDerivative double scale,
                double cotangent) {
            double[] da = new double[a.length];
            double[] db = new double[b.length];
            for (int i = 0; i < a.length; i++) {
                da[i] = cotangent * t[i] * Math.pow(b[i], power) * scale;
                db[i] = cotangent * a[i] * t[i] * power * Math.pow(b[i], power - 1) * scale;
            }
            return new Several(da, db);
        }

        @DerivativeOf(value = "onlyConstants", owner = Library.class)
        static double onlyConstants(@NoDerivative double t, @NoDerivative double[] u, double cotangent) {
            return Double.NaN;
        }

        @DerivativeOf(value = "ofPoint", owner = Library.class)
        static OfPoint ofPoint(Point p, double x, double cotangent) {
            return new OfPoint(new Point(2 * p.a() * p.t() * x * cotangent, Double.NaN), p.a() * p.a() * p.t() * cotangent);
        }

        @DerivativeOf(value = "ofPoints", owner = Library.class)
        static OfPoints ofPoints(Points p, double x, double cotangent) {
            double[] da = new double[p.a().length];
            da[0] = 2 * p.a()[0] * p.t()[0] * x * p.n() * cotangent;
            double dx = p.a()[0] * p.a()[0] * p.t()[0] * p.n() * cotangent;
            return new OfPoints(new Points(p.t(), da, p.n()), dx);
        }
    }

    static final class Formulas {
        private Formulas() {}

        static double[] quotients(double[] a, double[] t) {
            double[] quotient = new double[a.length];
            for (int i = 0; i < a.length; i++) quotient[i] = a[i] / (2 + t[i] * t[i]);
            return quotient;
        }
    }

    @Differentiable(order = 2)
    static double number(double x, @NoDerivative double t) {
        return Library.scaled(x * x, t);
    }

    @Differentiable
    static double[] array(double[] a, @NoDerivative double[] t) {
        return Library.divided(a, t);
    }

    @Differentiable(order = 2)
    static double inTheMiddle(double x, @NoDerivative double t, double y) {
        return Library.between(x, t, y) * x;
    }

    @Differentiable(order = 2)
    static double several(double[] a, @NoDerivative double[] t, double[] b) {
        return Library.several(a, t, b, 3, 2.5);
    }

    @Differentiable
    static double all(double x, @NoDerivative double t, @NoDerivative double[] u) {
        return x * Library.onlyConstants(t, u);
    }

    @Differentiable
    static double record(Point p, double x) {
        return Library.ofPoint(p, x * p.a());
    }

    @Differentiable
    static double recordOfArrays(Points p, double x) {
        return Library.ofPoints(p, x) * p.a()[1];
    }

    @Differentiable
    static double inRecursion(double[] a, @NoDerivative double[] t, int n) {
        return n % 4 == 0 ? a[0] : Library.divided(a, t)[1] * inRecursion(a, t, n % 4 - 1);
    }

    @Differentiable
    static double inALoop(double[] a, @NoDerivative double[] t) {
        double[] v = a.clone();
        for (int i = 0; i < 3; i++) v = Library.divided(v, t);
        return v[0] * v[1];
    }

    @Differentiable(order = 2)
    static double afterwards(double[] a, @NoDerivative double[] t) {
        double sum = 0;
        for (double v : Library.divided(a, t)) sum += v * v * v;
        return sum;
    }

    @Differentiable
    static double arraysMadeHere(double[] a) {
        double[] t = {2, 3, 4, 5, 6, 7, 8, 9};
        double[] v = java.util.Arrays.copyOf(a, 2);
        return Library.divided(v, t)[0] + Library.divided(v, new double[] {1, 2})[1] * a[0];
    }

    @Differentiable
    static double orTheConstantItself(double[] a, @NoDerivative double[] t, boolean c) {
        double[] v = c ? Library.divided(a, t) : t;
        return v[0] * a[1];
    }

    @Differentiable
    static double inForwardMode(double[] a, @NoDerivative double[] t, double x) {
        double[] direction = Library.divided(t, t);
        return RuleConstantsGrad.afterwardsJvp(a, t, direction).tangent() * x;
    }

    @Differentiable
    static double gradientOfIt(double x, double y, @NoDerivative double t) {
        var grad = RuleConstantsGrad.inTheMiddleGrad(x, t, y);
        return grad.x() * grad.y() * x;
    }
}
