package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

/** Expressions and assignments. */
public final class Straight {
    private Straight() {}

    static final double HALF = 0.5;

    @Differentiable
    static double identity(double x) {
        return x;
    }

    @Differentiable
    static double constant(double x) {
        return 3;
    }

    @Differentiable
    static double textbook(double x) {
        double inner = 2 * x + 1;
        return Math.sin(inner * inner);
    }

    @Differentiable
    static double product(double x, double y, double z) {
        return x * y * z;
    }

    /** @range y 0.5 2 */
    @Differentiable
    static double quotient(double x, double y) {
        return (x - 1) / y / (2 * y);
    }

    @Differentiable
    static double reassigned(double x) {
        double y = x * x;
        double z = Math.sin(y);
        y = y * z;
        z = z + y * x;
        x = y - z;
        return x * y * z;
    }

    @Differentiable
    static double swapped(double a, double b) {
        double t = a;
        a = b * b;
        b = t * a;
        return a * 3 + b;
    }

    @Differentiable
    static double compound(double x, double y) {
        double s = x;
        s += y * x;
        s -= 0.25;
        s *= s + y;
        s /= 2 + y * y;
        return s;
    }

    @Differentiable
    static double increments(double x) {
        double y = x;
        double a = y++ * x;
        double b = --y * y;
        return a * b + ++y;
    }

    @Differentiable
    static double assignmentsAsExpressions(double x) {
        double y;
        double z = (y = x * x) + y * (x = y + 1);
        return z * x + y;
    }

    @Differentiable
    static double signs(double x, double y) {
        return -x * -(-y) - -x + (+y);
    }

    /** @range y 0.7 0.9 */
    @Differentiable
    static double remainder(double x, double y) {
        return (5.1 + 0.001 * x) % y * x;
    }

    @Differentiable
    static double unusedParameter(double x, double y, double[] z) {
        return x * x;
    }

    @Differentiable
    static double withConstant(double x, @NoDerivative double scale) {
        return Math.exp(scale * x) * HALF + Math.PI;
    }

    @Differentiable
    static double intsAreConstants(double x, int n, long m, boolean flag) {
        double s = n * x + m;
        return flag ? s * s : s / (2 + n);
    }

    @Differentiable
    static double casts(double x) {
        int whole = (int) (10 * x);
        long rounded = Math.round(x * 100);
        return x * whole + rounded * x * 1e-2;
    }

    @Differentiable
    static double value(double value) {
        return value * value;
    }

    @Differentiable
    static double namesThatClash(double seed, double cotangent, double primal) {
        double result = seed * cotangent;
        double adjoint = result * primal;
        double tangent = adjoint * seed;
        return tangent + result;
    }

    @Differentiable(order = 2)
    static double rosenbrock(double x, double y) {
        double a = 1 - x;
        double b = y - x * x;
        return a * a + 100 * b * b;
    }

    @Differentiable
    static double deadCode(double x) {
        double unused = Math.log(x - 100);
        double y = x * 2;
        unused = y * y;
        return y + x;
    }
}
