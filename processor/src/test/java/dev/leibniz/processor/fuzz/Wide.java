package dev.leibniz.processor.fuzz;

/**
 * A number with the precision of a double and exponents that do not run out: mantissa · 2^exponent. With these the oracle has
 * the derivatives of {@code x / hypot(x, y)} at 1e200, though their formulas overflow in {@code double}.
 */
record Wide(double mantissa, int exponent) {

    static final Wide ZERO = new Wide(0, 0);
    static final Wide ONE = new Wide(1, 0);

    static Wide of(double value) {
        return scaled(value, 0);
    }

    private static Wide scaled(double m, int exponent) {
        if (m == 0 || Double.isNaN(m) || Double.isInfinite(m)) {
            return m == 0 ? ZERO : new Wide(m, 0);
        }
        int shift = Math.getExponent(m);
        if (shift < Double.MIN_EXPONENT) {
            double normal = m * 0x1p60;
            int more = Math.getExponent(normal);
            return new Wide(Math.scalb(normal, -more), exponent + more - 60);
        }
        return new Wide(Math.scalb(m, -shift), exponent + shift);
    }

    /** {@code 2^power}, for any power of ordinary size. */
    static Wide powerOfTwo(double power) {
        double whole = Math.floor(power);
        return scaled(Math.pow(2, power - whole), (int) whole);
    }

    static Wide exp(double x) {
        double y = Math.exp(x);
        return isOrdinary(y) ? of(y) : powerOfTwo(Math.max(-1e8, Math.min(1e8, x / Math.log(2))));
    }

    /** {@code x^p} for positive {@code x}. */
    static Wide pow(double x, double p) {
        double y = Math.pow(x, p);
        if (isOrdinary(y)) {
            return of(y);
        }
        Wide wide = of(x);
        double log2 = wide.exponent + Math.log(wide.mantissa) / Math.log(2);
        return powerOfTwo(Math.max(-1e8, Math.min(1e8, p * log2)));
    }

    private static boolean isOrdinary(double y) {
        return y > 1e-290 && y < 1e290;
    }

    boolean isZero() {
        return mantissa == 0;
    }

    Wide times(Wide other) {
        return scaled(mantissa * other.mantissa, exponent + other.exponent);
    }

    Wide times(double factor) {
        return times(of(factor));
    }

    Wide over(Wide other) {
        return scaled(mantissa / other.mantissa, exponent - other.exponent);
    }

    Wide plus(Wide other) {
        if (isZero()) {
            return other;
        }
        if (other.isZero()) {
            return this;
        }
        if (exponent < other.exponent) {
            return other.plus(this);
        }
        int distance = exponent - other.exponent;
        return distance > 200 ? this : scaled(mantissa + Math.scalb(other.mantissa, -distance), exponent);
    }

    Wide minus(Wide other) {
        return plus(other.negated());
    }

    Wide negated() {
        return new Wide(-mantissa, exponent);
    }

    Wide abs() {
        return new Wide(Math.abs(mantissa), exponent);
    }

    /** The square root of a number that is not negative. */
    Wide sqrt() {
        boolean odd = (exponent & 1) != 0;
        return scaled(Math.sqrt(odd ? 2 * mantissa : mantissa), (odd ? exponent - 1 : exponent) / 2);
    }

    boolean isLessThan(Wide other) {
        return minus(other).mantissa < 0;
    }

    /** The nearest double, or an infinity. */
    double toDouble() {
        return Math.scalb(mantissa, Math.max(-3000, Math.min(3000, exponent)));
    }

    @Override
    public String toString() {
        double value = toDouble();
        return value != 0 && !Double.isInfinite(value) || mantissa == 0 ? "" + value : mantissa + "*2^" + exponent;
    }
}
