package corpus;

import dev.leibniz.annotations.Differentiable;

/** Side effects inside expressions, in Java's order of evaluation. */
public final class Order {
    private Order() {}

    @Differentiable
    static double incrementInIndex(double[] a, double[] b) {
        double[] w = a.clone();
        int i = 0;
        w[i++] += b[i] * w[i];
        w[i++] *= b[i--] + w[i];
        return w[0] * w[1] + i;
    }

    @Differentiable
    static double assignmentInOperand(double x) {
        double y = x + (x = x * x) * x;
        return y * x;
    }

    @Differentiable
    static double leftOperandFirst(double x) {
        double s = x;
        s += (s = s * s) + s;
        return s * s;
    }

    @Differentiable
    static double indexAssignedOnTheWay(double[] a) {
        double[] w = a.clone();
        int j = 0;
        w[j] = w[j = 1] * w[j + 1];
        w[j] = w[0] * (j = 2);
        return w[0] * w[1] + w[j];
    }

    @Differentiable
    static double postfixOfNumbers(double x) {
        double y = x++ * x;
        double z = y-- - --y;
        return x * y + z;
    }

    @Differentiable
    static double elementPostfix(double[] a) {
        double[] w = a.clone();
        double s = w[0]++ * w[0];
        s += --w[1] * w[1]--;
        return s + w[0] * w[1];
    }

    @Differentiable
    static double chainedAssignment(double x, double[] a) {
        double[] w = a.clone();
        double p;
        double q;
        p = q = w[1] = x * x;
        w[0] = p += q;
        return p * q * w[0] + w[1];
    }

    private static double bump(double[] w) {
        w[0] = w[0] * 1.5 + 1;
        return w[0];
    }

    @Differentiable
    static double callsInOrder(double[] a) {
        double[] w = a.clone();
        double s = w[0] * bump(w) + w[0] / (1 + bump(w) * bump(w));
        w[1] += bump(w) * w[0];
        return s * w[1];
    }

    @Differentiable
    static double compoundWithCall(double[] a) {
        double[] w = a.clone();
        w[0] += bump(w);
        w[0] *= bump(w) + w[0];
        return w[0];
    }

    @Differentiable
    static double skippedSideEffects(double x, double y) {
        int n = 0;
        double s = x;
        if (x > 0 && n++ == 0 || y > 0 && (s = s * y) > -10) {
            s += n * x;
        }
        boolean both = x > 0 & n++ > 0 | (s = s * s) > 100;
        return both ? s + n : s * n;
    }

    @Differentiable
    static double ternaryAssigns(double x, double y) {
        double z = x > y ? (x = y * y) : (y = x * x);
        return x * y + z;
    }

    @Differentiable
    static double conditionAssigns(double x) {
        double n = 0;
        double y = x;
        while ((y = y * 0.7 - 0.1) > -0.3) {
            n += y * y;
        }
        return n + y;
    }
}
