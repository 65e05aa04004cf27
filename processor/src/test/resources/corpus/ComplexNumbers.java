package corpus;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.function.UnaryOperator;
import org.hipparchus.complex.Complex;

/** Complex numbers of a library, in variables, arrays, lambdas, constants and records. */
public final class ComplexNumbers {
    private static final Complex TURN = new Complex(0, 2);
    private static final Complex[] ROOTS = {Complex.I, new Complex(1, 1), new Complex(-2)};

    private ComplexNumbers() {}

    interface Integrand {
        Complex at(double u);
    }

    record Pole(Complex at, double weight) {
        Complex response(Complex s) {
            return s.subtract(at).reciprocal().multiply(weight);
        }
    }

    private static Complex integral(Integrand f, double to, int panels) {
        Complex sum = Complex.ZERO;
        double h = to / panels;
        for (int i = 0; i < panels; i++) {
            sum = sum.add(f.at((i + 0.5) * h));
        }
        return sum.multiply(h);
    }

    @Differentiable(order = 2)
    public static double transform(double x, double y) {
        Complex k = new Complex(x, y);
        return integral(u -> k.multiply(u).exp().multiply(TURN), 2, 5).norm();
    }

    @Differentiable(order = 2)
    public static double polynomial(double x) {
        Complex product = Complex.ONE;
        for (Complex root : ROOTS) {
            product = product.multiply(new Complex(x, -x).subtract(root));
        }
        if (product.equals(Complex.ZERO) || product.isInfinite()) {
            return 0;
        }
        return product.getReal() * product.getImaginary();
    }

    /** Each number is needed as it was before it is overwritten. */
    @Differentiable(order = 2)
    public static double overwritten(double[] re, double[] im) {
        Complex[] z = new Complex[Math.min(re.length, im.length)];
        for (int i = 0; i < z.length; i++) {
            z[i] = new Complex(re[i], im[i]);
        }
        for (int s = 1; s < z.length; s++) {
            z[s] = z[s].multiply(z[s - 1]).add(z[0].conjugate());
            z[s - 1] = z[s].multiply(0.5);
        }
        UnaryOperator<Complex> cube = c -> c.multiply(c).multiply(c);
        return z.length == 0 ? 1 : cube.apply(z[z.length - 1]).getImaginary() + z[0].getReal();
    }

    @Differentiable(order = 2)
    public static double gain(double frequency, double damping, @NoDerivative double weight) {
        Complex s = Complex.I.multiply(frequency);
        Complex sum = Complex.ZERO;
        for (int k = 1; k <= 3; k++) {
            sum = sum.add(new Pole(new Complex(-1 - damping * damping, k), weight + damping).response(s));
        }
        return sum.multiply(sum.conjugate()).getRealPart();
    }

    /** At zero, too. */
    @Differentiable(order = 2)
    public static double powers(double x, double y) {
        Complex z = new Complex(x, y);
        return z.square().add(z.pow(3)).getReal() + z.multiply(z).getImaginary();
    }
}
