package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.runtime.Activations;
import dev.leibniz.runtime.Losses;

/** The functions of the library. */
public final class MathFunctions {
    private MathFunctions() {}

    @Differentiable
    static double trigonometric(double x) {
        return Math.sin(x) * Math.cos(x) + Math.tan(x * 0.5) + Math.atan(x);
    }

    /** @range x -0.9 0.9 */
    @Differentiable
    static double inverse(double x) {
        return Math.asin(x) * Math.acos(x);
    }

    @Differentiable
    static double hyperbolic(double x) {
        return Math.sinh(x) + Math.cosh(x) * Math.tanh(x);
    }

    /** @range x 0.1 3 */
    @Differentiable
    static double logarithms(double x) {
        return Math.log(x) + Math.log10(x) * Math.log1p(x) + Math.sqrt(x) + Math.cbrt(x);
    }

    @Differentiable
    static double exponentials(double x) {
        return Math.exp(x) * Math.expm1(x);
    }

    /** @range x 0.1 3 */
    @Differentiable
    static double powers(double x, double y) {
        return Math.pow(x, y) + Math.pow(x, 2) * Math.pow(x, 3) - Math.pow(x, -1.5) + Math.pow(2, y);
    }

    @Differentiable
    static double integerPowers(double x) {
        return Math.pow(x, 0) + Math.pow(x, 1) + Math.pow(x, 2) + Math.pow(x, 5);
    }

    @Differentiable
    static double ofTwo(double x, double y) {
        return Math.atan2(x, y) + Math.hypot(x, y) + Math.fma(x, y, x) + Math.IEEEremainder(x, 10);
    }

    @Differentiable
    static double steps(double x) {
        return Math.floor(x) * x + Math.ceil(x) * x + Math.rint(x) * x + Math.signum(x) * x + Math.round(x) * x;
    }

    @Differentiable
    static double others(double x, double y) {
        return Math.toRadians(x * 90) * Math.toDegrees(y) + Math.copySign(x, y) + Math.scalb(x, 2) + Math.abs(y) + Math.ulp(x);
    }

    @Differentiable
    static double strict(double x) {
        return StrictMath.sin(x) * StrictMath.exp(x) + StrictMath.abs(x);
    }

    @Differentiable
    static double activations(double x) {
        return Activations.sigmoid(x) + Activations.softplus(x) * Activations.silu(x) + Activations.gelu(x)
                + Activations.elu(x, 0.7) + Activations.leakyRelu(x, 0.1) + Activations.relu(x);
    }

    /** @range p 0.1 0.9 */
    @Differentiable
    static double losses(double p, double z) {
        return Losses.binaryCrossEntropy(p, 0.3) + Losses.binaryCrossEntropyWithLogits(z, 1)
                + Losses.squaredError(p, z) + Losses.huber(p, z, 0.5);
    }

    @Differentiable(order = 2)
    static double secondOrder(double x, double y) {
        return Math.sin(x * y) + Math.exp(x) * Math.tanh(y) + Math.sqrt(4 + x * x) + Math.atan2(x + 3, y);
    }
}
