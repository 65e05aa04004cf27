import dev.leibniz.annotations.*;

/** Rules that nobody would use, and methods that say two things. */
class RuleTargets {
    static double erf(double x) {
        return x;
    }

    static double dup(double x) {
        return x;
    }

    double instance(double x) {
        return x;
    }

    @DerivativeOf("erff")
    static double misspelt(double x, double cotangent) { // ERROR: rule-target | misspelt
        return cotangent;
    }

    @DerivativeOf(value = "erf", owner = String.class)
    static double wrongOwner(double x, double cotangent) { // ERROR: rule-target | wrongOwner
        return cotangent;
    }

    @TangentOf("erfx")
    static double forward(double x, double tangent) { // ERROR: rule-target | forward
        return tangent;
    }

    @DerivativeOf("erf")
    static double noCotangent(double x) { // ERROR: rule-shape | noCotangent
        return 1;
    }

    @DerivativeOf("erf")
    static int wrongResult(double x, double cotangent) { // ERROR: rule-shape | wrongResult
        return 1;
    }

    @DerivativeOf("instance")
    static double ofAnObject(double x, double cotangent) { // ERROR: rule-shape | ofAnObject
        return 1;
    }

    @DerivativeOf("dup")
    static double first(double x, double cotangent) {
        return cotangent;
    }

    @DerivativeOf("dup")
    static double second(double x, double cotangent) { // ERROR: rule-twice | second
        return cotangent;
    }

    @TangentOf("dup")
    static double third(double x, double tangent) {
        return tangent;
    }

    @UseDerivatives(String.class)
    static class Nothing { // ERROR: no-rules | class
        @Differentiable
        static double f(double x) {
            return x;
        }
    }

    @Differentiable
    @NoDerivative
    static double both(double x) { // ERROR: constant-method | both
        return x;
    }
}
