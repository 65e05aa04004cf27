package dev.leibniz.runtime.check;

import java.util.function.DoubleUnaryOperator;

/**
 * A derivative of a function of one variable by central differences, with a step that is chosen for the function.
 *
 * <p>Two step lengths are compared, and extrapolated (Richardson); where they disagree, because the step leaves the domain,
 * crosses a kink or drowns in rounding, others are tried and the most consistent pair is taken. Knows nothing of arrays or of
 * the gradient it is used to check.
 *
 * @since 0.1.0
 */
public record CentralDifference(double derivative, double noise) {

    /** A difference of 0 is a plateau, and not a step lost in rounding, if its noise is this far below other steps' slopes. */
    private static final double PLATEAU_NOISE = 1e-4;

    /** The steps that are tried, in order, as multiples of the first. */
    private static final double[] LADDER = {1, 0x1p-4, 0x1p-8, 0x1p-13, 0x1p-18, 0x1p4, 0x1p8};

    /**
     * The derivative of {@code f} at {@code x}.
     *
     * @param precision the precision of the numbers that {@code f} takes and computes with
     * @param magnitude of the terms that {@code f} adds up: the error of its result can be this times the rounding unit
     */
    public static CentralDifference of(DoubleUnaryOperator f, double x, Precision precision, double magnitude) {
        double firstStep = Math.cbrt(precision.unit()) * Math.max(1, Math.abs(x));
        double goodEnough = Math.sqrt(precision.unit());
        double steepest = 0;
        CentralDifference best = null;
        double leastDoubt = Double.POSITIVE_INFINITY;
        for (double multiple : LADDER) {
            double step = multiple * firstStep;
            CentralDifference wide = quotient(f, x, step, precision, magnitude);
            CentralDifference narrow = quotient(f, x, step / 2, precision, magnitude);
            double derivative = (4 * narrow.derivative - wide.derivative) / 3;
            double disagreement = Math.abs(narrow.derivative - wide.derivative);
            if (Math.abs(derivative) > steepest) {
                steepest = Math.abs(derivative);
            }
            if (disagreement == 0 && derivative == 0 && narrow.noise <= PLATEAU_NOISE * steepest) {
                return new CentralDifference(derivative, 2 * narrow.noise);
            }
            double doubt = (disagreement + narrow.noise) / (Math.abs(derivative) + narrow.noise);
            if (best == null || doubt < leastDoubt) {
                best = new CentralDifference(derivative, 2 * narrow.noise);
                leastDoubt = Double.isNaN(doubt) ? Double.POSITIVE_INFINITY : doubt;
            }
            if (doubt <= goodEnough) {
                break;
            }
        }
        return best;
    }

    private static CentralDifference quotient(
            DoubleUnaryOperator f, double x, double step, Precision precision, double magnitude) {
        double right = precision.round(x + step);
        double left = precision.round(x - step);
        double fRight = f.applyAsDouble(right);
        double fLeft = f.applyAsDouble(left);
        double width = right - left;
        double size = Math.max(magnitude, Math.max(Math.abs(fRight), Math.abs(fLeft)));
        return new CentralDifference((fRight - fLeft) / width, 4 * precision.unit() * size / width);
    }

    /** The floating-point type that the checked function is written in. */
    public enum Precision {
        DOUBLE(0x1p-53) {
            @Override
            double round(double x) {
                return x;
            }
        },
        FLOAT(0x1p-24) {
            @Override
            double round(double x) {
                return (float) x;
            }
        };

        private final double unit;

        Precision(double unit) {
            this.unit = unit;
        }

        /** The greatest relative error of one rounding. */
        double unit() {
            return unit;
        }

        abstract double round(double x);
    }
}
