import dev.leibniz.annotations.*;

class Implicit {
    @ImplicitFunction(residual = "nowhere") // ERROR: implicit-function | "nowhere"
    static double missing(double a) { return a; }

    @ImplicitFunction(residual = "few") // ERROR: implicit-function | "few"
    static double wrongParameters(double a, double b) { return a; }
    static double few(double x, double a) { return x - a; }

    @ImplicitFunction(residual = "many") // ERROR: implicit-function | "many"
    static double wrongResult(double a) { return a; }
    static double[] many(double x, double a) { return new double[] {x - a}; }

    @ImplicitFunction(residual = "few")
    static float notDouble(double a) { return 0; } // ERROR: implicit-function | notDouble

    @ImplicitFunction(residual = "library")
    static double notDifferentiable(double a) { return a; }
    static double library(double x, double a) {
        return x - System.nanoTime() * a; // ERROR: impure-call | .nanoTime
    }

    @ImplicitFunction(residual = "circle")
    static double round(double a) { return a; }
    static double circle(double x, double a) {
        return x - round(a); // ERROR: derivative-cycle | round
    }

    @ImplicitFunction(residual = "writes")
    static double[] written(double[] a) { return a.clone(); }
    static double[] writes(double[] x, double[] a) {
        x[0] -= a[0]; // ERROR: mutated-parameter | -= a[0]
        return x;
    }

    @ImplicitFunction(residual = "few", solver = Solver.ITERATION) // ERROR: implicit-function | .ITERATION
    static double iterated(double a) { return a; }

    @ImplicitFunction(residual = "constant") // ERROR: implicit-function | "constant"
    static double constantSolution(double a) { return a; }
    static double constant(@NoDerivative double x, double a) { return x - a; }

    @ImplicitFunction(residual = "tolerant")
    static double used(double a, @NoDerivative double b) { return a * b; }
    static double tolerant(double x, double a, double b) { return x - a * b; }

    @ImplicitFunction(residual = "few")
    private static double hidden(double a) { return a; }

    @Differentiable static double f1(double a) { return missing(a) + missing(2 * a); }
    @Differentiable static double f2(double a) { return wrongParameters(a, a); }
    @Differentiable static double f3(double a) { return wrongResult(a); }
    @Differentiable static double f4(double a) { return notDouble(a); }
    @Differentiable static double f5(double a) { return notDifferentiable(a); }
    @Differentiable static double f6(double a) { return round(a); }
    @Differentiable static double f7(double[] a) { return written(a)[0]; }
    @Differentiable static double f8(double a) { return iterated(a); }
    @Differentiable static double f9(double a) { return constantSolution(a); }
    @Differentiable static double f10(double a) { return used(a, a); } // ERROR: unavailable | return
    @Differentiable static double f11(double a) { return used(a, 2); }
    @Differentiable static double f12(double a) { return hidden(a); } // ERROR: private-callee | hidden

    record Pair(double a, double b) {}

    @ImplicitFunction(residual = "ofPairs")
    static double solvePairs(Pair[] pairs) { return pairs[0].a(); } // ERROR: implicit-function | solvePairs

    static double ofPairs(double x, Pair[] pairs) { return x - pairs[0].a(); }

    @Differentiable static double f13(Pair[] pairs) { return solvePairs(pairs); }
}
