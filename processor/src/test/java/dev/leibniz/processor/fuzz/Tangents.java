package dev.leibniz.processor.fuzz;

import dev.leibniz.processor.fuzz.Scalar.Dual;
import dev.leibniz.processor.fuzz.Scalar.Real;

/** Arithmetic on derivatives. Unlike that of a program it has no order of its own, so that nothing in it is exact. */
final class Tangents {

    private Tangents() {}

    static Scalar sum(Scalar a, Scalar b) {
        if (a.isZero()) {
            return b;
        }
        if (b.isZero()) {
            return a;
        }
        int level = Math.max(a.level(), b.level());
        if (level > 0) {
            Scalar primal = sum(a.primalAt(level), b.primalAt(level));
            return new Dual(level, primal, sum(a.tangentAt(level), b.tangentAt(level)));
        }
        Real x = a.real();
        Real y = b.real();
        return new Real(x.value() + y.value(), x.magnitude() + y.magnitude(), false);
    }

    static Scalar product(Scalar a, Scalar b) {
        if (a.isZero() || b.isZero()) {
            return isFinite(a) && isFinite(b) ? Scalar.ZERO : new Real(Double.NaN, Double.NaN, false);
        }
        int level = Math.max(a.level(), b.level());
        if (level > 0) {
            Scalar x = a.primalAt(level);
            Scalar y = b.primalAt(level);
            Scalar tangent = sum(product(a.tangentAt(level), y), product(x, b.tangentAt(level)));
            return new Dual(level, product(x, y), tangent);
        }
        Real x = a.real();
        Real y = b.real();
        return new Real(x.value() * y.value(), x.magnitude() * y.magnitude(), false);
    }

    private static boolean isFinite(Scalar a) {
        return a instanceof Dual dual
                ? isFinite(dual.primal()) && isFinite(dual.tangent())
                : Double.isFinite(a.value());
    }

    static Scalar product(double factor, Scalar a) {
        return product(Scalar.constant(factor), a);
    }

    static Scalar negated(Scalar a) {
        return product(-1, a);
    }

    static Scalar difference(Scalar a, Scalar b) {
        return sum(a, negated(b));
    }

    static Scalar square(Scalar a) {
        return product(a, a);
    }

    /** {@code 1 / a}. */
    static Scalar inverse(Scalar a) {
        if (a instanceof Dual dual) {
            Scalar inverse = inverse(dual.primal());
            return new Dual(dual.level(), inverse, product(negated(square(inverse)), dual.tangent()));
        }
        Real x = a.real();
        double inverse = 1 / x.value();
        // Exact or not, the divisor may be the outcome of a cancellation.
        return new Real(inverse, Math.abs(inverse) + x.magnitude() * inverse * inverse, false);
    }

    static Scalar quotient(Scalar a, Scalar b) {
        return product(a, inverse(b));
    }

    /** {@code a + value}. */
    static Scalar plus(Scalar a, double value) {
        return sum(a, Scalar.constant(value));
    }
}
