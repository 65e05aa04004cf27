package dev.leibniz.runtime.complex;

/**
 * The parts of a complex number, such as a tangent.
 *
 * @param real the real part
 * @param imaginary the imaginary part
 * @since 0.1.0
 */
public record Parts(double real, double imaginary) {
    static Parts product(double aReal, double aImaginary, double bReal, double bImaginary) {
        return new Parts(aReal * bReal - aImaginary * bImaginary, aReal * bImaginary + aImaginary * bReal);
    }

    /** By Smith's method, which squares nothing that may overflow. */
    static Parts quotient(double aReal, double aImaginary, double bReal, double bImaginary) {
        if (Math.abs(bReal) >= Math.abs(bImaginary)) {
            double ratio = bImaginary / bReal;
            double divisor = bReal + bImaginary * ratio;
            return new Parts((aReal + aImaginary * ratio) / divisor, (aImaginary - aReal * ratio) / divisor);
        }
        double ratio = bReal / bImaginary;
        double divisor = bReal * ratio + bImaginary;
        return new Parts((aReal * ratio + aImaginary) / divisor, (aImaginary * ratio - aReal) / divisor);
    }

    static Parts conjugate(Parts z) {
        return new Parts(z.real(), -z.imaginary());
    }
}
