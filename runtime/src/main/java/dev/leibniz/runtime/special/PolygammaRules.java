package dev.leibniz.runtime.special;

import dev.leibniz.annotations.DerivativeOf;
import dev.leibniz.annotations.UseDerivatives;

/**
 * The derivative of {@link Polygamma}.
 *
 * @since 0.1.0
 */
@UseDerivatives(PolygammaRules.class)
public final class PolygammaRules {
    private PolygammaRules() {}

    /**
     * The reverse derivative of {@link Polygamma#value}: the next one.
     *
     * @param n which
     * @param x the argument
     * @param cotangent of the result
     * @return cotangent·ψ⁽ⁿ⁺¹⁾(x)
     */
    @DerivativeOf(value = "value", owner = Polygamma.class)
    public static double value(int n, double x, double cotangent) {
        return cotangent * Polygamma.value(n + 1, x);
    }
}
