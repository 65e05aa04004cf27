package dev.leibniz.runtime.trace;

import java.math.BigDecimal;
import java.math.MathContext;

/** How a trace prints numbers. */
public final class TraceNumbers {
    private TraceNumbers() {}

    /** With so many significant digits, the 0 in front of a fraction included; without zeros at the end: 2.157, 0.536, 1.0, 2.16e-7. */
    public static String rounded(double number, int digits) {
        if (!Double.isFinite(number) || number == 0) {
            return number == 0 ? "0.0" : Double.isNaN(number) ? "NaN" : number > 0 ? "∞" : "−∞";
        }
        double magnitude = Math.abs(number);
        BigDecimal rounded = new BigDecimal(magnitude)
                .round(new MathContext(magnitude < 1 ? Math.max(1, digits - 1) : digits))
                .stripTrailingZeros();
        String text;
        if (magnitude >= 1e-4 && magnitude < 1e7) {
            text = rounded.scale() < 1 ? rounded.setScale(1).toPlainString() : rounded.toPlainString();
        } else {
            int exponent = rounded.precision() - rounded.scale() - 1;
            text = rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
        }
        return number < 0 ? "−" + text : text;
    }

    /** A number of the source, as one would write it: 2, 0.5. */
    static String exactly(double number) {
        boolean isWhole = number == Math.rint(number) && Math.abs(number) < 1e7;
        String text = isWhole ? Long.toString((long) number) : Double.toString(number);
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }
}
