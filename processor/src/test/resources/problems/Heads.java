import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import dev.leibniz.annotations.Result;

class Heads {
    @Differentiable
    double instance(double x) { // ERROR: not-static | instance
        return x;
    }

    @Differentiable
    static native double outside(double x); // ERROR: native-method | outside

    @Differentiable
    static <T> double generic(double x, T t) { // ERROR: generic-method | generic
        return x;
    }

    @Differentiable
    static void nothing(double[] x) {} // ERROR: void-result | nothing

    @Differentiable
    static double twoResults(double[] x, @Result double[] y) { // ERROR: bad-result | y
        return 1;
    }

    @Differentiable
    static int wholeNumbers(double[] x, @Result int[] y) { // ERROR: bad-result | y
        return 1;
    }

    @Differentiable
    static void constantResult(double[] x, @Result @NoDerivative double[] y) {} // ERROR: bad-result | y

    @Differentiable
    static void noShape(double[] x, @Result(shape = "unknown(x)") double[] y) {} // ERROR: bad-result | y

    @Differentiable
    static void noExpression(double[] x, @Result(shape = "1; int z = 2") double[] y) {} // ERROR: bad-result | y

    @Differentiable
    static void otherRank(double[] x, @Result(shape = {"3", "x.length"}) double[] y) {} // ERROR: bad-result | y

    @Differentiable
    static void otherOne(double[] x, @Result double[] y) { // ERROR: bad-result | y
        y = x.clone();
    }

    @Differentiable
    static void scattered(double[] x, int[] to, @Result double[] y) { // ERROR: result-shape | y
        for (int i = 0; i < x.length; i++) y[to[i]] += x[i];
    }

    @Differentiable
    static void ownLength(double[][] x, double[] z, @Result double[] y) { // ERROR: result-shape | y
        for (int i = 0; i < y.length; i++) y[i] = z[0] * x[0][0];
    }

    @Differentiable
    static void writesItsArgument(double[] x, @Result double[] y) {
        x[0] = 1; // ERROR: mutated-parameter | = 1
        y[0] = x[0];
    }

    @Differentiable(wrt = "y") // ERROR: bad-wrt | "y"
    static void byResult(double[] x, @Result double[] y) {
        y[0] = x[0];
    }

    @Differentiable
    static int whole(double x) { // ERROR: result-type | whole
        return (int) x;
    }

    @Differentiable
    static double constant(int n, @NoDerivative double x) { // ERROR: no-differentiable-parameter | constant
        return n * x;
    }

    @Differentiable
    static double twice(double x) {
        return x;
    }

    @Differentiable
    static double twice(double x, double y) { // ERROR: ambiguous-name | twice
        return x;
    }

    @Differentiable(name = "not an identifier") // ERROR: bad-name | "not
    static double badName(double x) {
        return x;
    }

    @Differentiable(order = 3) // ERROR: bad-order | 3
    static double badOrder(double x) {
        return x;
    }

    private static class Hidden {
        @Differentiable
        static double f(double x) { // ERROR: private-owner | f(
            return x;
        }
    }

    interface Shape {
        @Differentiable
        double area(double x); // ERROR: abstract-method | area
    }
}
