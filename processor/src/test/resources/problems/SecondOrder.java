import dev.leibniz.annotations.DerivativeOf;
import dev.leibniz.annotations.Differentiable;

class SecondOrder {
    static double erf(double x) {
        return x;
    }

    @DerivativeOf("erf")
    static double erfRule(double x, double cotangent) {
        return cotangent * new java.math.BigDecimal(x).doubleValue();
    }

    @Differentiable
    static double once(double x) {
        return erf(x) * x;
    }

    @Differentiable(order = 2)
    static double twice(double x) {
        return erf(x * x) * x; // ERROR: unavailable | return
    }
}
