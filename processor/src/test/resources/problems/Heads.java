import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;

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
